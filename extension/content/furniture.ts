/** What a captured element is, as far as its name, its class and its role tell. */

/** Attributes that are captured as they are; `src/snapshot.rs` lists the same. */
const PLAIN = [
  "class",
  "type",
  "role",
  "aria-selected",
  "aria-checked",
  "aria-pressed",
  "aria-disabled",
  "aria-rowcount",
  "aria-busy",
  "aria-modal",
  "required",
  "aria-required",
];
/** Attributes that name things, and are captured unless they hold a token. */
const NAMING = ["id", "for", "name", "aria-labelledby"];
/** Attributes whose text is captured where the element's own would be. */
const TEXTS = ["title", "placeholder", "aria-label"];
/** Attributes that are looked at and captured in certain places only. */
const OTHERS = ["style"];

/** How an attribute is captured, by its name. */
export const CAPTURED: ReadonlyMap<string, "plain" | "naming" | "text" | "other"> = new Map([
  ...PLAIN.map((name) => [name, "plain"] as const),
  ...NAMING.map((name) => [name, "naming"] as const),
  ...TEXTS.map((name) => [name, "text"] as const),
  ...OTHERS.map((name) => [name, "other"] as const),
]);

/** The captured attributes of one element. */
export type Attributes = ReadonlyMap<string, string>;

const SKIPPED = new Set("script style noscript template svg iframe object embed canvas".split(" "));
const NAVIGATION = new Set(["halo-nav", "app-nav-menu"]);
const HEADINGS = new Set("h1 h2 h3 h4 h5 h6".split(" "));
const STRUCTURAL = new Set(["label", "legend", "th", "button", ...HEADINGS]);
const NAMES_FIELD = new Set(["label", "legend", "th", "dt"]);
const STRUCTURAL_CLASS = anyOf(
  "rt-th rt-resizable-header-content react-tabs__tab tab tabsheet details-group-header title",
);
const CAN_BE_DISABLED = new Set("button input select textarea option optgroup fieldset".split(" "));
const TEXT_CONTROL = new Set(["input", "select", "textarea"]);

function anyOf(classes: string): RegExp {
  return new RegExp(`(?:^|\\s)(?:${classes.replaceAll(" ", "|")})(?:\\s|$)`);
}

function has(own: Attributes, name: string): boolean {
  return own.get("class")?.split(/\s+/).includes(name) === true;
}

/** Nothing in it is captured: it holds no text for people, or belongs to the frame of the app. */
export function isSkipped(tag: string, own: Attributes): boolean {
  return SKIPPED.has(tag) || NAVIGATION.has(own.get("id") ?? "") || has(own, "nhd-nav");
}

/** The screen's own furniture: a label, a heading, a tab or a button. */
export function isStructural(tag: string, own: Attributes): boolean {
  if (STRUCTURAL.has(tag) || own.get("role") === "tab") return true;
  if (tag === "input") return own.get("type") === "submit" || own.get("type") === "button";
  return STRUCTURAL_CLASS.test(own.get("class") ?? "");
}

/** A list's row, whose id is the record's: the address carries it as well. */
export function isRecordRow(own: Attributes): boolean {
  return has(own, "rt-tr-group");
}

/** Furniture in which the name of a record can stand. */
export function canNameRecord(tag: string, own: Attributes): boolean {
  return HEADINGS.has(tag) || (has(own, "title") && !has(own, "details-group-header"));
}

/** What begins a new field: from here on, what follows belongs to this label. */
export function namesField(tag: string, own: Attributes): boolean {
  return NAMES_FIELD.has(tag) || has(own, "details-group-header");
}

/** One of the elements that can be disabled; others only say so of themselves. */
export function canBeDisabled(tag: string): boolean {
  return CAN_BE_DISABLED.has(tag);
}

/** A control of the browser's own, which shows what it holds itself. */
export function isNativeControl(tag: string): boolean {
  return TEXT_CONTROL.has(tag);
}

/** The field in which a react-select hears what is typed: it has no size of its own until somebody types. */
export function isTypedInto(own: Attributes): boolean {
  return own.get("id")?.startsWith("react-select") === true || has(own, "Select__input");
}

/** A control that a library draws, or a value that may stand in the `title` only: it has no text of its own to look for. */
export function isDrawnControl(own: Attributes): boolean {
  const role = own.get("role");
  return (
    role === "checkbox" ||
    role === "switch" ||
    role === "radio" ||
    own.has("title") ||
    /-control(?:\s|$)|Select__control/.test(own.get("class") ?? "")
  );
}
