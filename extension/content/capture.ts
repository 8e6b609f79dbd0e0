import type { Snapshot } from "../../dist/wasm/preflight.js";
import { fold } from "../shared/text.js";
import { disclose, idHoldsToken, looksLikeToken, namesSecret, type Standing } from "./privacy.js";

/** A snapshot, and the element behind each of its nodes. */
export interface Capture {
  snapshot: Snapshot;
  elements: Element[];
}

// These mirror `src/snapshot.rs`.
const NO_PARENT = 0xffffffff;
const MAX_NODES = 20_000;
const MAX_TEXT = 300;
const HIDDEN = 1;
const DISABLED = 2;
const CHECKED = 4;
const WITHHELD = 8;
const SECRET = 16;
const MIXED = 32;
const STRUCK = 64;

const SKIPPED =
  "script, style, noscript, template, svg, iframe, object, embed, canvas, #halo-nav, .nhd-nav, #app-nav-menu";
const STRUCTURAL =
  "label, legend, th, .rt-th, .rt-resizable-header-content, h1, h2, h3, h4, h5, h6, button, [role=tab], " +
  ".react-tabs__tab, .tab, .tabsheet, .details-group-header, .title, input[type=submit], input[type=button]";
/** Furniture in which the name of a record can stand. */
const NAMES_RECORD = "h1, h2, h3, h4, h5, h6, .title:not(.details-group-header)";
/** What begins a new field: from here on, what follows belongs to this label. */
const NAMES_FIELD = "label, legend, th, dt, .details-group-header";
const PLAIN_ATTRIBUTES = [
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
];
const NAMING_ATTRIBUTES = ["id", "for", "name", "aria-labelledby"];
const TEXT_ATTRIBUTES = ["title", "placeholder"];

/** Takes a snapshot of what the page shows. `words` and `asked` say which texts may be in it, `naming` which furniture may not. */
export function capture(
  body: Element,
  words: ReadonlySet<string>,
  asked: WeakSet<Element>,
  naming: string | null = null,
): Capture {
  const camera = new Camera(words, asked, naming);
  const open: [Element, number][] = [[body, NO_PARENT]];
  for (let next = open.pop(); next && !camera.full; next = open.pop()) {
    const [element, parent] = next;
    if (element.matches(SKIPPED)) continue;
    const visible = isVisible(element);
    const node = camera.take(element, parent, visible);
    if (!visible || element.localName === "select") continue;
    for (let child = element.lastElementChild; child; child = child.previousElementSibling) open.push([child, node]);
  }
  return { snapshot: camera.snapshot(), elements: camera.elements };
}

/**
 * The page as it may be passed on: nothing that the core asked for, no heading but in Halo's own words, and not who it is:
 * the host, and the title, in which a record's name stands.
 */
export function captureRedacted(body: Element, words: ReadonlySet<string>): Snapshot {
  const { snapshot } = capture(body, words, new WeakSet(), NAMES_RECORD);
  const { pathname, search } = new URL(snapshot.url);
  return { ...snapshot, url: `https://tenant.halopsa.com${pathname}${search}`, title: "" };
}

class Camera {
  readonly elements: Element[] = [];
  private readonly nodes: Snapshot["nodes"] = { tag: [], parent: [], text: [], flags: [] };
  private readonly attrs: Snapshot["attrs"] = { node: [], name: [], value: [] };
  /** The label read last announces a secret: whatever follows, up to the next label, is one. */
  private underSecretLabel = false;
  private flags = 0;

  constructor(
    private readonly words: ReadonlySet<string>,
    private readonly asked: WeakSet<Element>,
    private readonly naming: string | null,
  ) {}

  get full(): boolean {
    return this.elements.length >= MAX_NODES;
  }

  take(element: Element, parent: number, visible: boolean): number {
    const node = this.elements.push(element) - 1;
    this.flags = stateOf(element) | (visible ? 0 : HIDDEN);
    for (const name of PLAIN_ATTRIBUTES) this.attribute(node, name, element.getAttribute(name));
    for (const name of NAMING_ATTRIBUTES) {
      const value = element.getAttribute(name);
      if (value !== null && (!idHoldsToken(value) || isRecordRow(element))) this.attribute(node, name, value);
    }
    if (element.localName === "button" && element.parentElement?.matches(".switches")) {
      this.attribute(node, "style", element.getAttribute("style"));
    }
    // A hidden copy can be told by its class and place; its texts are of no use to the reader.
    const text = visible ? this.texts(node, element) : "";
    this.nodes.tag.push(element.localName);
    this.nodes.parent.push(parent);
    this.nodes.text.push(text);
    this.nodes.flags.push(this.flags);
    return node;
  }

  snapshot(): Snapshot {
    const title = fold(document.title).slice(0, MAX_TEXT);
    return {
      url: cleanAddress(location),
      title: looksLikeToken(title) ? "" : title,
      lang: document.documentElement.lang.slice(0, MAX_TEXT),
      truncated: this.full,
      nodes: this.nodes,
      attrs: this.attrs,
    };
  }

  /** Captures the texts of an element as far as they may be; returns its own text. */
  private texts(node: number, element: Element): string {
    const standing = this.standing(element);
    for (const name of TEXT_ATTRIBUTES)
      this.attribute(node, name, this.disclosed(element.getAttribute(name), standing));
    this.attribute(
      node,
      "aria-label",
      this.disclosed(element.getAttribute("aria-label"), { ...standing, structural: true }),
    );
    this.attribute(node, "value", this.value(element, standing));
    return this.disclosed(ownText(element), standing);
  }

  private standing(element: Element): Standing {
    if (element.matches(NAMES_FIELD)) {
      this.underSecretLabel = namesSecret(`${element.textContent} ${element.getAttribute("for")}`);
    }
    return {
      structural: element.matches(STRUCTURAL) && !(this.naming !== null && element.matches(this.naming)),
      asked: this.asked.has(element),
      secret: this.underSecretLabel || namesSecret(`${element.id} ${element.getAttribute("name")} ${labels(element)}`),
    };
  }

  private value(element: Element, standing: Standing): string {
    const value = contentOf(element);
    if (value === "") return "";
    const { type } = element as HTMLInputElement;
    if (type !== "password" && type !== "hidden") return this.disclosed(value, standing);
    this.flags |= SECRET;
    return "";
  }

  private disclosed(raw: string | null, standing: Standing): string {
    const text = fold(raw ?? "");
    if (text === "") return "";
    const disclosure = disclose(text, this.words, standing);
    if (disclosure === "shown") return text.slice(0, MAX_TEXT);
    this.flags |= disclosure === "secret" ? SECRET : WITHHELD;
    return "";
  }

  private attribute(node: number, name: string, value: string | null): void {
    if (!value) return;
    this.attrs.node.push(node);
    this.attrs.name.push(name);
    this.attrs.value.push(value.slice(0, MAX_TEXT));
  }
}

/** A list's row, whose id is the record's: the address carries it as well. */
function isRecordRow(element: Element): boolean {
  return element.classList.contains("rt-tr-group");
}

function isVisible(element: Element): boolean {
  if (element.checkVisibility({ visibilityProperty: true })) return true;
  // No box of its own, but its children have theirs.
  return getComputedStyle(element).display === "contents";
}

function stateOf(element: Element): number {
  const disabled = element.matches(":disabled, [aria-disabled=true]") ? DISABLED : 0;
  const struck = element.getAttribute("style")?.includes("line-through") ? STRUCK : 0;
  if (!(element instanceof HTMLInputElement)) return disabled | struck;
  return disabled | struck | (element.checked ? CHECKED : 0) | (element.indeterminate ? MIXED : 0);
}

function ownText(element: Element): string {
  let text = "";
  for (let child = element.firstChild; child; child = child.nextSibling) {
    if (child.nodeType === Node.TEXT_NODE) text += ` ${child.nodeValue}`;
  }
  return text;
}

/** What a control holds now; a select's chosen text stands for its options, of which there may be hundreds. */
function contentOf(element: Element): string {
  if (element instanceof HTMLSelectElement) return element.selectedOptions[0]?.text ?? "";
  if (element instanceof HTMLTextAreaElement) return element.value;
  if (!(element instanceof HTMLInputElement)) return "";
  return element.type === "checkbox" || element.type === "radio" ? "" : element.value;
}

function labels(element: Element): string {
  const { labels } = element as Partial<HTMLInputElement>;
  return labels ? Array.from(labels, (label) => label.textContent).join(" ") : "";
}

/** The address without what only the tenant's people need to know: the fragment, and parameters that name no record. */
function cleanAddress({ origin, pathname, search }: Location): string {
  const record = new URLSearchParams([...new URLSearchParams(search)].filter(([name]) => /id$/i.test(name)));
  return `${origin}${pathname}${record.size > 0 ? `?${record}` : ""}`;
}
