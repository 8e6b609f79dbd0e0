//! What of a saved page a person could see, as far as inline styles and attributes tell. Style sheets are not read: a page
//! that hides by a class shows here what it holds.

use scraper::ElementRef;

use super::style::{Style, functions, length, number, opacity_of, split};

/// Fainter than this, nobody reads it.
const FAINT: f32 = 0.1;
/// A visually hidden element is a pixel in size; the smallest letter has more than this.
const LEAST_WIDTH: f32 = 2.0;
const LEAST_HEIGHT: f32 = 4.0;
/// As far to the left or above, nothing can be scrolled to.
const AWAY: f32 = -999.0;
/// As far to the right, nobody scrolls.
const BEYOND: f32 = 9000.0;

/// How an element is seen, with all that is around it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sight {
    /// It has no box at all, or can be neither seen nor used.
    gone: bool,
    /// At which depth something made it faint, cut it away or moved it out of the window.
    veiled_at: Option<u32>,
    opacity: f32,
    depth: u32,
    /// `visibility`, which an element in it can take back.
    invisible: bool,
    /// Size of its letters in pixels.
    font_size: f32,
    /// How much its letters cover.
    ink: f32,
    /// Where its first line begins.
    indent: f32,
    struck: bool,
}

impl Sight {
    /// The window.
    pub const fn window() -> Self {
        Self {
            gone: false,
            veiled_at: None,
            opacity: 1.0,
            depth: 0,
            invisible: false,
            font_size: 16.0,
            ink: 1.0,
            indent: 0.0,
            struck: false,
        }
    }

    /// How an element is seen that stands directly in the one that is seen like this.
    pub fn within(&self, element: ElementRef) -> Self {
        let mut sight = Self { depth: self.depth + 1, ..*self };
        sight.gone |= has_no_box(element);
        if let Some(style) = element.attr("style") {
            sight.look(&Style::parse(style));
        }
        sight
    }

    /// It is drawn, but too faint, too small or too far away to be seen.
    pub const fn is_only_veiled(&self) -> bool {
        !self.gone && !self.invisible && self.veiled_at.is_some()
    }

    /// Whether an element or control can be seen, apart from its text.
    pub const fn shows_box(&self) -> bool {
        !self.gone && !self.invisible && self.veiled_at.is_none()
    }

    /// Whether text in it can be seen.
    pub fn shows_text(&self) -> bool {
        self.shows_box() && self.ink >= FAINT && self.indent >= -100.0 && self.font_size >= 3.0
    }

    /// Whether its text is struck through.
    pub const fn is_struck(&self) -> bool {
        self.struck
    }

    /// Whether the element so many levels around it is as little to be seen.
    pub fn is_veiled_around(&self, levels: u32) -> bool {
        self.veiled_at.is_some_and(|at| at + levels <= self.depth)
    }

    fn look(&mut self, style: &Style) {
        self.gone |= style.is("display", &["none"], SHOWN_DISPLAYS) == Some(true)
            || style.is("content-visibility", &["hidden"], &["visible", "auto"]) == Some(true);
        let invisible = style.is("visibility", &["hidden", "collapse"], &["visible", "initial"]);
        self.invisible = invisible.unwrap_or(self.invisible);
        self.letters(style);
        self.struck |=
            style.get(&["text-decoration", "text-decoration-line"], |v| Some(v.contains("line-through"))) == Some(true);
        self.opacity *= style.get(&["opacity"], number).unwrap_or(1.0)
            * style.get(&["filter"], |v| Some(left_by_filter(v))).unwrap_or(1.0);
        let is_veil = self.opacity < FAINT
            || is_too_small(style)
            || is_cut_away(style)
            || is_away(style)
            || is_zoomed_away(style)
            || is_indented_away(style);
        if is_veil {
            self.veiled_at = self.veiled_at.or(Some(self.depth));
        }
    }

    fn letters(&mut self, style: &Style) {
        let own = self.font_size;
        let size = |value: &str| match value.strip_suffix("em").filter(|v| !v.ends_with('r')) {
            Some(ems) => ems.parse::<f32>().ok().map(|n| n * own),
            None => length(value, own),
        };
        let in_font = |value: &str| split(value, ' ').find_map(|part| size(part.split('/').next()?));
        let shorthand = style.get(&["font"], in_font);
        self.font_size = style.get(&["font-size"], size).or(shorthand).unwrap_or(own);
        let is_background = style.get(&["background-clip"], |v| v.contains("text").then_some(())).is_some();
        let colour = style.get(&["text-fill-color"], opacity_of).or_else(|| style.get(&["color"], opacity_of));
        self.ink = if is_background { 1.0 } else { colour.unwrap_or(self.ink) };
        self.indent = style.get(&["text-indent"], |v| length(split(v, ' ').next()?, 1000.0)).unwrap_or(self.indent);
    }
}

/// Values of `display` with which there is something to see.
const SHOWN_DISPLAYS: &[&str] = &[
    "block",
    "inline",
    "inline-block",
    "flex",
    "inline-flex",
    "grid",
    "inline-grid",
    "table",
    "table-row",
    "table-cell",
    "contents",
    "flow-root",
    "list-item",
    "initial",
    "unset",
    "revert",
    "inherit",
];

/// Not rendered, or out of use, by an attribute.
fn has_no_box(element: ElementRef) -> bool {
    let value = element.value();
    let is_closed = value.name() == "dialog" && value.attr("open").is_none();
    ["hidden", "inert", "popover"].iter().any(|name| value.attr(name).is_some()) || is_closed || is_in_closed(element)
}

/// In closed `details`, and not their summary.
fn is_in_closed(element: ElementRef) -> bool {
    let around = element.parent().and_then(ElementRef::wrap);
    let Some(details) = around.filter(|e| e.value().name() == "details" && e.value().attr("open").is_none()) else {
        return false;
    };
    details.child_elements().find(|e| e.value().name() == "summary") != Some(element)
}

/// How much a `filter` leaves: 0 where nothing can be told apart any more.
fn left_by_filter(value: &str) -> f32 {
    let left = functions(value).map(|(name, arguments)| {
        let amount = arguments.first().copied().unwrap_or("1");
        match name {
            "opacity" => number(amount).unwrap_or(1.0),
            "brightness" | "contrast" if number(amount).is_some_and(|n| n < FAINT) => 0.0,
            "blur" if length(amount, 0.0).is_some_and(|n| n >= 8.0) => 0.0,
            _ => 1.0,
        }
    });
    left.product()
}

/// A box of no size that cuts off what it holds.
fn is_too_small(style: &Style) -> bool {
    let is_cutting = |word: &str| ["hidden", "clip", "scroll", "auto"].contains(&word);
    let cuts = ["overflow", "overflow-x", "overflow-y"]
        .iter()
        .any(|name| style.get(&[name], |v| Some(v.split_whitespace().any(is_cutting))) == Some(true));
    let contains =
        |words: &[&str]| style.get(&["contain"], |v| Some(v.split(' ').any(|w| words.contains(&w)))) == Some(true);
    let cuts = cuts || contains(&["paint", "strict", "content"]);
    let is_below = |names: &[&str], least| style.get(names, |v| length(v, 1000.0)).is_some_and(|size| size < least);
    let is_narrow = is_below(&["width", "inline-size"], LEAST_WIDTH) || is_below(&["max-width"], LEAST_WIDTH);
    let is_low = is_below(&["height", "block-size"], LEAST_HEIGHT) || is_below(&["max-height"], LEAST_HEIGHT);
    // With its size contained, a box without a height has none.
    let has_height = style.get(&["height", "block-size", "min-height"], |v| length(v, 1000.0)).is_some();
    let is_flat = contains(&["size", "strict"]) && !has_height;
    cuts && (is_narrow || is_low || is_flat)
}

/// `zoom: 0` is ignored by browsers.
fn is_zoomed_away(style: &Style) -> bool {
    style.get(&["zoom"], number).is_some_and(|zoom| zoom > 0.0 && zoom < FAINT)
}

/// A line that begins where its box ends, and is cut off there.
fn is_indented_away(style: &Style) -> bool {
    let cuts = style.get(&["overflow", "overflow-x"], |v| Some(v.contains("hidden") || v.contains("clip")));
    let is_one_line = style.get(&["white-space", "text-wrap"], |v| Some(["nowrap", "pre"].contains(&v)));
    let indent = style.get(&["text-indent"], |v| length(split(v, ' ').next()?, 1000.0));
    cuts == Some(true) && is_one_line == Some(true) && indent.is_some_and(|n| n >= 1000.0)
}

/// Cut or masked to nothing. A shape that is not understood may do so as well.
fn is_cut_away(style: &Style) -> bool {
    let clip =
        style.get(&["clip"], |v| functions(v).next().map(|(name, edges)| name == "rect" && is_empty_rect(&edges)));
    let path = style.get(&["clip-path"], |v| Some(v != "none" && !v.ends_with("-box") && !leaves_something(v)));
    let mask = style.get(&["mask", "mask-image"], |v| Some(v != "none" && is_mask_empty(v)));
    [clip, path, mask].contains(&Some(true))
}

fn is_empty_rect(edges: &[&str]) -> bool {
    let [top, right, bottom, left] = edges else { return false };
    let between = |from: &str, to: &str| Some(length(to, 0.0)? - length(from, 0.0)?);
    between(top, bottom).is_some_and(|n| n < LEAST_HEIGHT) || between(left, right).is_some_and(|n| n < LEAST_WIDTH)
}

fn leaves_something(path: &str) -> bool {
    let Some((name, inner)) = path.split_once('(') else { return false };
    let inner = inner.trim_end_matches(')');
    // Of a box whose size nobody knows, 500 pixels stand for the half.
    let share = |text: &str| length(text, 1000.0);
    match name {
        "inset" => {
            let edges: Vec<_> =
                inner.split(" round ").next().unwrap_or_default().split_whitespace().map(share).collect();
            let edge =
                |at: usize, other: usize| edges.get(at).or_else(|| edges.get(other)).copied().flatten().unwrap_or(0.0);
            let (top, right) = (edge(0, 0), edge(1, 0));
            let (bottom, left) = (edge(2, 0), edges.get(3).copied().flatten().unwrap_or(right));
            top + bottom < 999.0 && left + right < 999.0
        }
        "circle" | "ellipse" => {
            let radii = inner.split(" at ").next().unwrap_or_default();
            !radii.split_whitespace().any(|radius| share(radius).is_some_and(|n| n < LEAST_WIDTH))
        }
        "polygon" => {
            let corners: Vec<Vec<_>> = inner.split(',').map(|c| c.split_whitespace().map(share).collect()).collect();
            let spans = |axis: usize| {
                let mut all = corners.iter().filter_map(|c| c.get(axis).copied().flatten());
                let first = all.next();
                all.any(|n| first.is_some_and(|first| (n - first).abs() >= LEAST_WIDTH))
            };
            spans(0) && spans(1)
        }
        _ => false,
    }
}

/// A picture as a mask may hide anything; a gradient does where each of its colours is transparent.
fn is_mask_empty(mask: &str) -> bool {
    let Some((_, inner)) = mask.split_once("gradient(").filter(|_| !mask.contains("url(")) else { return true };
    let inner = inner.trim_end_matches(')');
    let colours = split(inner, ',').filter_map(|part| split(part.trim(), ' ').find_map(opacity_of));
    colours.into_iter().all(|opacity| opacity < FAINT)
}

/// Moved out of the window, turned on its edge, or scaled to nothing.
fn is_away(style: &Style) -> bool {
    let is_out = |n: f32| n <= AWAY || n >= BEYOND;
    let moved = ["left", "margin-left", "inset-inline-start", "margin-inline-start", "right", "margin-right"];
    let above = ["top", "margin-top", "bottom", "inset-block-start", "margin-bottom"];
    let at = |name: &str| style.get(&[name], |v| length(v, 0.0));
    let is_moved = moved.iter().any(|name| at(name).is_some_and(is_out))
        || above.iter().any(|name| at(name).is_some_and(|n| n <= AWAY));
    let each =
        |name: &str| style.get(&[name], |v| split(v, ' ').map(|part| length(part, 0.0)).collect::<Option<Vec<_>>>());
    let is_inset =
        style.get(&["inset"], |v| Some(split(v, ' ').filter_map(|part| length(part, 0.0)).any(|n| n <= AWAY)));
    let is_shifted = is_inset == Some(true)
        || ["margin", "translate"].iter().any(|n| each(n).is_some_and(|all| all.into_iter().any(|n| n <= AWAY)));
    let scaled = style.get(&["scale"], |v| split(v, ' ').map(number).collect::<Option<Vec<_>>>());
    let is_scaled = scaled.is_some_and(|all| all.iter().any(|n| n.abs() < FAINT));
    let is_backless = style.is("backface-visibility", &["hidden"], &["visible"]) == Some(true);
    let is_transformed =
        style.get(&["transform"], |v| Some(functions(v).any(|f| is_nowhere(&f, is_backless)))) == Some(true);
    is_moved || is_shifted || is_scaled || is_transformed || is_on_edge(style)
}

/// Turned about an axis in the plane, so that only its edge is left: `rotate: y 90deg`.
fn is_on_edge(style: &Style) -> bool {
    let turn = |value: &str| {
        let mut parts = split(value, ' ');
        let (axis, degrees) = (parts.next()?, angle(parts.next()?)?);
        Some(["x", "y"].contains(&axis) && is_quarter(degrees))
    };
    style.get(&["rotate"], turn) == Some(true)
}

/// A quarter of a turn, or three.
fn is_quarter(degrees: f32) -> bool {
    (degrees.rem_euclid(180.0) - 90.0).abs() < 3.0
}

/// Whether a function of `transform` leaves nothing to see.
fn is_nowhere((name, arguments): &(&str, Vec<&str>), is_backless: bool) -> bool {
    let numbers: Vec<f32> = arguments.iter().filter_map(|a| number(a)).collect();
    // Of a box whose size nobody knows, several times its own size is out of its place.
    let shifts = || arguments.iter().filter_map(|a| length(a, 300.0));
    let turns = |degrees: f32| {
        arguments.first().and_then(|a| angle(a)).is_some_and(|a| (a.rem_euclid(360.0) - degrees).abs() < 3.0)
    };
    match *name {
        "translate" | "translate3d" | "translatex" => shifts().any(|n| n <= AWAY || n >= BEYOND),
        "translatey" => shifts().any(|n| n <= AWAY),
        "scale" | "scalex" | "scaley" => numbers.iter().any(|n| n.abs() < FAINT),
        "scale3d" => numbers.iter().take(2).any(|n| n.abs() < FAINT),
        "matrix" => match numbers.as_slice() {
            [scale_x, skew_y, skew_x, scale_y, x, y] => {
                (scale_x * scale_y - skew_x * skew_y).abs() < FAINT * FAINT || *x <= AWAY || *y <= AWAY
            }
            _ => false,
        },
        "rotatex" | "rotatey" => turns(90.0) || turns(270.0) || (is_backless && turns(180.0)),
        _ => false,
    }
}

/// An angle in degrees.
fn angle(text: &str) -> Option<f32> {
    let of = |unit: &str, degrees: f32| text.strip_suffix(unit)?.parse::<f32>().ok().map(|n| n * degrees);
    of("deg", 1.0).or_else(|| of("turn", 360.0)).or_else(|| of("grad", 0.9)).or_else(|| of("rad", 57.295_78))
}
