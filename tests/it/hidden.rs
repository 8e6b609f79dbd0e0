//! What a person cannot see on a saved page is not there, as far as inline styles and attributes tell.

use crate::support::{APPLICATION, read, value, word};
use preflight::html;
use preflight::reader::Value;
use preflight::snapshot::Flags;
use proptest::prelude::*;

/// Inline styles that hide an element and what it holds.
const HIDING: &[&str] = &[
    "display:none",
    "DISPLAY : NONE !important; display:block",
    "display:none;display:bogus",
    "dis\\70lay:none",
    "/* a */visibility/**/:hidden",
    "visibility:collapse",
    "opacity:0",
    "opacity: 0.01",
    "opacity:0%",
    "filter:opacity(0)",
    "filter: blur(40px)",
    "position:absolute;left:-9999px",
    "position:absolute;top:-100vh",
    "position:fixed;left:9999px",
    "margin-left:-9999px",
    "position:absolute;right:-200em",
    "text-indent:-9999px",
    "transform:translateX(-9999px)",
    "transform:translate(0, -100vh)",
    "translate:-9999px 0",
    "transform:scale(0)",
    "transform:scaleY(0)",
    "transform:matrix(0, 0, 0, 0, 0, 0)",
    "transform:rotateY(90deg)",
    "scale:0",
    "width:0;height:0;overflow:hidden",
    "max-height:0;overflow:hidden",
    "width:1px;height:1px;overflow:hidden",
    "position:absolute;clip:rect(0 0 0 0)",
    "position:absolute;clip:rect(1px, 1px, 1px, 1px)",
    "clip-path:inset(50%)",
    "clip-path:circle(0)",
    "-webkit-clip-path:polygon(0 0, 0 0, 0 0)",
    "font-size:0",
    "font:0/0 a",
    "color:transparent",
    "color:rgba(0, 0, 0, 0)",
    "color:#0000",
    "-webkit-text-fill-color:transparent",
    "content-visibility:hidden",
    "mask-image:linear-gradient(transparent, transparent)",
    "position:absolute;inset:auto auto auto -9999px",
    "rotate:y 90deg",
    "text-indent:100%;white-space:nowrap;overflow:hidden",
];

/// Styles that hide nothing, though they look like it.
const SHOWING: &[&str] = &[
    "",
    "display:none;display:block",
    "display:block!important;display:none",
    "visibility:hidden;visibility:visible",
    "opacity:1",
    "opacity:.6",
    "position:absolute;left:-4px;top:5000px",
    "transform:translateY(4000px)",
    "transform:translate(-50%, -50%)",
    "transform:scale(1)",
    "width:0;overflow:visible",
    "height:40px;overflow:hidden",
    "clip-path:inset(0)",
    "clip:auto",
    "font-size:0.9em",
    "font:12px/1 sans-serif",
    "color:rgba(0, 0, 0, .87)",
    "text-indent:-4px",
    "margin:-1px",
    "background:url('x;display:none')",
    "--note:display\\:none",
    "content-visibility:auto",
    "mask-image:none",
    "inset:auto",
    "rotate:90deg",
    "text-indent:100%",
    "text-indent:2em;white-space:nowrap;overflow:hidden",
];

/// The page's other rows, and this one.
fn tickets(row: &str) -> Option<Value> {
    let around = |scope| format!("<section><div><label>{scope}</label><div class=read-value>No</div></div></section>");
    value(&read(&format!("{}{row}{}", around("read:crm"), around("read:kb")), APPLICATION), "read:tickets")
}

/// The same value in a row, hidden in this way at different depths.
fn rows(attributes: &str) -> [String; 4] {
    [
        format!("<div><label>read:tickets</label><div class=read-value {attributes}>Yes</div></div>"),
        format!("<div><label>read:tickets</label><div class=read-value><span {attributes}>Yes</span></div></div>"),
        format!("<div {attributes}><label>read:tickets</label><div class=read-value>Yes</div></div>"),
        format!(
            "<div {attributes}><div><div><label>read:tickets</label><div class=read-value>Yes</div></div></div></div>"
        ),
    ]
}

#[test]
fn a_value_that_nobody_sees_is_not_there() {
    for style in HIDING {
        for row in rows(&format!("style=\"{style}\"")) {
            assert_ne!(tickets(&row), Some(word("Yes")), "{row}");
        }
    }
    for attribute in ["hidden", "inert", "hidden=until-found", "popover"] {
        for row in rows(attribute) {
            assert_ne!(tickets(&row), Some(word("Yes")), "{row}");
        }
    }
    let [row, ..] = rows("");
    assert_ne!(tickets(&format!("<details><summary>More</summary>{row}</details>")), Some(word("Yes")));
    assert_eq!(tickets(&format!("<details open><summary>More</summary>{row}</details>")), Some(word("Yes")));
    assert_ne!(tickets(&format!("<dialog>{row}</dialog>")), Some(word("Yes")));
}

#[test]
fn a_value_that_is_seen_is_there() {
    for style in SHOWING {
        for row in rows(&format!("style=\"{style}\"")) {
            assert_eq!(tickets(&row), Some(word("Yes")), "{row}");
        }
    }
}

#[test]
fn a_hidden_copy_beside_a_visible_row_is_ignored() {
    let visible = "<div><label>read:tickets</label><div class=read-value>No</div></div>";
    for style in HIDING {
        let [_, _, copy, _] = rows(&format!("style=\"{style}\""));
        assert_eq!(tickets(&format!("{copy}{visible}")), Some(word("No")), "{style}");
        assert_eq!(tickets(&format!("{visible}{copy}")), Some(word("No")), "{style}");
    }
}

#[test]
fn what_takes_the_hiding_back_is_seen() {
    for (outer, inner) in [
        ("visibility:hidden", "visibility:visible"),
        ("font-size:0", "font-size:14px"),
        ("color:transparent", "color:black"),
    ] {
        let row = format!(
            "<div style=\"{outer}\"><label style=\"{inner}\">read:tickets</label><div class=read-value style=\"{inner}\">Yes</div></div>"
        );
        assert_eq!(tickets(&row), Some(word("Yes")), "{outer}");
        // What is around it stays unread.
        let row = format!(
            "<div><label>read:tickets</label><div class=read-value style=\"{outer}\">Yes<i style=\"{inner}\">No</i></div></div>"
        );
        assert_eq!(tickets(&row), Some(word("No")), "{outer}");
    }
    // These cannot be taken back.
    let row = "<div style=opacity:0><label>read:tickets</label><div class=read-value style=opacity:1>Yes</div></div>";
    assert_ne!(tickets(row), Some(word("Yes")));
}

#[test]
fn a_box_that_a_library_draws_itself_is_read_and_one_that_is_only_hidden_is_not() {
    const AWAY: &[&str] = &["opacity:0", "position:absolute;clip:rect(0 0 0 0);width:1px;height:1px;overflow:hidden"];
    for style in AWAY {
        let input = format!("<input type=checkbox id=t checked style=\"{style}\">");
        for drawn in [
            format!("<div><label for=t>read:tickets</label><div class=ui>{input}<span class=mark></span></div></div>"),
            format!("<div><label for=t>read:tickets</label><span class=switch>{input}<svg></svg></span></div>"),
            format!("<label><span class=wrap>{input}</span><span class=slider></span>read:tickets</label>"),
            format!(
                "<div><label for=t>read:tickets</label><div class=react-switch><div class=handle style='background: red'></div>{input}</div></div>"
            ),
            format!(
                "<label><span style=\"{style}\"><input type=checkbox checked></span><svg></svg>read:tickets</label>"
            ),
        ] {
            assert_eq!(tickets(&drawn), Some(word("Yes")), "{drawn}");
        }
        for alone in [
            format!("<div><label for=t>read:tickets</label>{input}</div>"),
            format!("<label>{input} read:tickets</label>"),
            format!("<div style=\"{style}\"><label for=t>read:tickets</label>{input}<span class=mark></span></div>"),
            format!(
                "<div><label for=t>read:tickets</label><div>{input}<span class=mark style=opacity:0></span></div></div>"
            ),
            format!(
                "<div><label for=t>read:tickets</label><div>{input}<input type=text><b class=mark></b></div></div>"
            ),
            format!("<div hidden><label for=t>read:tickets</label><div>{input}<span class=mark></span></div></div>"),
        ] {
            assert_ne!(tickets(&alone), Some(word("Yes")), "{alone}");
        }
    }
}

#[test]
fn struck_text_is_noted() {
    let struck = |style: &str| {
        let page = format!("<div class=app-container><p style=\"{style}\"><b>Yes</b></p></div>");
        let snapshot = html::snapshot(page.as_bytes(), Some(APPLICATION)).unwrap();
        let at = snapshot.nodes.text.iter().position(|t| t == "Yes").unwrap();
        snapshot.nodes.flags[at] & Flags::STRUCK != 0
    };
    assert!(struck("text-decoration: line-through") && struck("TEXT-DECORATION-LINE:underline line-through"));
    assert!(
        !struck("text-decoration: line-through; text-decoration: none") && !struck("background: url(line-through)")
    );
}

proptest! {
    /// Nothing that stands beside it in the style brings a hidden value back, unless it sets the same property.
    #[test]
    fn other_declarations_do_not_bring_a_value_back(
        hiding in prop::sample::select(HIDING), before in "(color:red;|margin:2px;|x:y;|;| |/[*] z [*]/){0,3}", important in any::<bool>(),
    ) {
        let style = if important && !hiding.contains("block") { hiding.replace(" !important", "").replace(';', " !important;") + " ! IMPORTANT" } else { hiding.to_owned() };
        let row = &rows(&format!("style=\"{before}{style}\""))[0];
        prop_assert_ne!(tickets(row), Some(word("Yes")), "{}", row);
    }

    /// Any text is a style.
    #[test]
    fn any_style_is_read(style in "[ -~]{0,60}") {
        let page = format!("<div class=app-container><p style='{}'>Yes</p></div>", style.replace('\'', ""));
        html::snapshot(page.as_bytes(), Some(APPLICATION)).unwrap();
    }
}
