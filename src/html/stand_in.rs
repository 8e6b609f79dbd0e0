//! What a page draws in the place of a box that it hides: libraries make the browser's own check box transparent or a pixel
//! in size, and draw one of theirs beside it. The live capture has the same rule (`extension/content`).

use scraper::ElementRef;

use super::sight::Sight;

/// Containers that hold a box together with what is drawn in its place: the library's own, and one around it.
const MAX_CLIMB: u32 = 2;

/// Whether something that can be seen is drawn in the place of this box. A label's text alone says nothing of a tick.
pub(super) fn has_stand_in(control: ElementRef, sight: &Sight) -> bool {
    let mut held = control;
    for climbed in 1..=MAX_CLIMB {
        let Some(around) = held.parent().and_then(ElementRef::wrap) else { return false };
        if around.descendent_elements().filter(is_control).take(2).count() > 1 {
            return false;
        }
        let is_seen = !sight.is_veiled_around(climbed);
        if is_seen && around.child_elements().any(|e| e != held && is_drawn(e)) {
            return true;
        }
        if !is_empty(around) {
            return false;
        }
        held = around;
    }
    false
}

/// A box of the browser's own that a page may draw itself.
pub(super) fn is_box(element: ElementRef) -> bool {
    let kind = element.attr("type").map(str::to_ascii_lowercase);
    element.value().name() == "input" && matches!(kind.as_deref(), Some("checkbox" | "radio"))
}

fn is_control(element: &ElementRef) -> bool {
    matches!(element.value().name(), "input" | "select" | "textarea")
}

fn is_empty(element: ElementRef) -> bool {
    element.text().all(|t| t.trim().is_empty())
}

/// A picture, or an empty shape of its own.
fn is_drawn(element: ElementRef) -> bool {
    let is_picture = matches!(element.value().name(), "svg" | "img");
    let has_look = element.attr("class").or(element.attr("style")).is_some();
    let is_shape = !is_control(&element) && has_look && is_empty(element);
    (is_picture || is_shape) && Sight::window().within(element).shows_box()
}
