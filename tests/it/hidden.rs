//! What a person cannot see on a saved page is not there, as far as inline styles and attributes tell.

use crate::support::{AGENT, APPLICATION, read, value, word};
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
    "contain:strict",
    "contain:paint;width:0;height:0",
    "zoom:0.01",
    "position:absolute;top:calc(-9999px)",
    "position:absolute;left:calc(-100% - 9999px)",
    "transform:translateY(-500%)",
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
    "contain:content",
    "contain:size",
    "zoom:1.2",
    "position:relative;left:calc(1px + 2px)",
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

/// What the agent's Details say of the list of roles, whose row is this: the entries, and whether there may be more.
fn roles(row: &str) -> Option<(Value, bool)> {
    let text = |label| format!("<div class=row><label>{label}</label><div class=read-value>x</div></div>");
    let page = format!("<section>{}{row}{}</section>", text("Username"), text("Email Address"));
    read(&page, AGENT).reading("Roles").map(|r| (r.value.clone(), r.partial))
}

#[test]
fn a_place_that_holds_something_hidden_is_not_empty() {
    let list = |names: &[&str]| Value::List(names.iter().map(|n| (*n).to_owned()).collect());
    let place = |inside: &str| format!("<div class=row><label>Roles</label>{inside}</div>");
    let control = |chips: &str| format!("<div class=Select__control>{chips}<input id=react-select-2-input></div>");
    let chip = |attributes: &str| format!("<div class=Select__multi-value {attributes}>API</div>");
    for style in HIDING {
        let hidden = format!("style=\"{style}\"");
        for row in [
            place(&format!("<div class=read-value {hidden}>API</div>")),
            place(&format!("<div><div class=read-value {hidden}>API</div></div>")),
            place(&format!("<div class=read-value><span {hidden}>API</span></div>")),
            place(&format!("<div class=read-value><span {hidden}><b>API</b></span></div>")),
            place(&control(&chip(&hidden))),
            format!("<div class=row><div><label>Roles</label></div><div {hidden}>API</div></div>"),
        ] {
            assert!(matches!(roles(&row), None | Some((_, true))), "{row}: {:?}", roles(&row));
        }
        // One entry is seen, and nobody knows how many are not.
        let row = place(&control(&format!("<div class=Select__multi-value>Sales</div>{}", chip(&hidden))));
        assert_eq!(roles(&row), Some((list(&["Sales"]), true)), "{row}");
        // Not set, or not to be seen: a value on a scale.
        let row =
            format!("<div><label>read:tickets</label><div class=read-value><span {hidden}>Yes</span></div></div>");
        assert_eq!(tickets(&row), None, "{row}");
        // What belongs to another field, is no value or says nothing leaves the list empty.
        for row in [
            place(&format!("<span {hidden}></span>")),
            place(&format!("<button {hidden}>Copy</button>")),
            place(&format!(
                "<span class=css-1f43avz-a11yText {hidden}><span>Select is focused</span></span>{}",
                control("")
            )),
            place(&control(&format!("<input type=hidden value=x><i {hidden}></i>"))),
            place("") + &format!("<div class=row {hidden}><label>Team</label><div class=read-value>Blue</div></div>"),
            place(&format!("<div class=read-value></div><div class=read-value {hidden}>API</div>")),
        ] {
            assert_eq!(roles(&row), Some((list(&[]), false)), "{row}");
        }
    }
    for empty in ["<div class=read-value></div>", "<div class=read-value><span></span></div>", "", &control("")] {
        assert_eq!(roles(&place(empty)), Some((list(&[]), false)), "{empty}");
    }
    let row = "<div><label>read:tickets</label><div class=read-value><span></span></div></div>";
    assert_eq!(tickets(row), Some(Value::Empty));
    let seen = place(&control(&chip("")));
    assert_eq!(roles(&seen), Some((list(&["API"]), false)));
}

#[test]
fn a_table_with_a_row_that_nobody_sees_is_not_whole() {
    let page = |rows: &str| {
        let tabs = "<ul class=react-tabs__tab-list><li class=react-tabs__tab>Details</li>\
                    <li class='react-tabs__tab react-tabs__tab--selected'>Field List</li></ul>";
        let url = "https://demo.halopsa.com/config/tickets/tickettype?id=21";
        let head = "<thead><tr><th>Field</th><th>Sequence</th></tr></thead>";
        let screen = read(&format!("{tabs}<h3>Field List</h3><table>{head}<tbody>{rows}</tbody></table>"), url);
        screen.reading("Fields").map(|r| (r.value.clone(), r.partial))
    };
    let summary = "<tr><td>Summary</td><td>1</td></tr>";
    let fields = Value::List(vec!["Summary".into()]);
    for style in HIDING {
        let hidden = format!("style=\"{style}\"");
        for row in [
            format!("<tr {hidden}><td>Start Date</td><td>2</td></tr>"),
            format!("<tr><td {hidden}>Start Date</td><td {hidden}>2</td></tr>"),
        ] {
            assert_eq!(page(&format!("{summary}{row}")), Some((fields.clone(), true)), "{row}");
        }
        // A note for small windows in a cell hides no row.
        let row = format!("<tr><td><span {hidden}>Field</span>Summary</td><td><b {hidden}>Sequence</b></td></tr>");
        assert_eq!(page(&row), Some((fields.clone(), false)), "{row}");
        assert_eq!(page(&format!("{summary}<tr {hidden}><td></td></tr>")), Some((fields.clone(), false)));
    }
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
