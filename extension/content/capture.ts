import type { Needs, Snapshot } from "../../dist/wasm/preflight.js";
import { fold } from "../domain/text.js";
import { MAX_NODES, MAX_TEXT } from "../protocol/limits.js";
import * as furniture from "./furniture.js";
import * as native from "./native.js";
import { Needed } from "./needed.js";
import { disclose, idHoldsToken, looksLikeToken, namesSecret, type Standing } from "./privacy.js";
import type { Redraws } from "./redraws.js";
import { Sight } from "./sight.js";
import { isBox } from "./stand-in.js";

type PageElement = native.PageElement;

/** A snapshot, and what is behind it on the page. */
export interface Capture {
  snapshot: Snapshot;
  /** The element behind each of its nodes. */
  elements: PageElement[];
  /** What the page draws in the place of a box that it hides. */
  standIns: Map<PageElement, PageElement>;
  /** The controls that were read, with what they held. */
  controls: Map<PageElement, string>;
}

/** Which texts may be in a snapshot. */
export interface Permitted {
  /** Keys of the vocabulary's own words. */
  words: ReadonlySet<string>;
  /** What the core needs, said beforehand. */
  needs: Needs;
  /** Elements that the core asked for. */
  asked: WeakSet<PageElement>;
}

// These mirror `src/snapshot.rs`.
const NO_PARENT = 0xffffffff;
const HIDDEN = 1;
const DISABLED = 2;
const CHECKED = 4;
const WITHHELD = 8;
const SECRET = 16;
const MIXED = 32;
const STRUCK = 64;
const STANDING = 128;
const UNSEEN = 256;

const NOTHING: Needs = { labels: [], headings: [] };

/** Takes a snapshot of what the page shows. */
export function capture(body: PageElement, permitted: Permitted, redraws: Redraws): Capture {
  redraws.begin(addressOfRecord());
  const taken = film(body, new Camera(body, permitted, redraws));
  redraws.end();
  return taken;
}

/**
 * The page as it may be passed on: nothing that the core asked for, no heading but in Halo's own words, and not who it is:
 * the host, and the title, in which a record's name stands.
 */
export function captureRedacted(body: PageElement, words: ReadonlySet<string>): Snapshot {
  const camera = new Camera(body, { words, needs: NOTHING, asked: new WeakSet() }, null);
  const { snapshot } = film(body, camera);
  const { pathname, search } = new URL(snapshot.url);
  return { ...snapshot, url: `https://tenant.halopsa.com${pathname}${search}`, title: "" };
}

function film(body: PageElement, camera: Camera): Capture {
  const open: [PageElement, number][] = [[body, NO_PARENT]];
  for (let next = open.pop(); next && !camera.full; next = open.pop()) {
    const [element, parent] = next;
    const node = camera.take(element, parent);
    if (node === null) continue;
    for (let child = native.lastChild(element); child; child = native.previousOf(child)) open.push([child, node]);
  }
  return camera.develop();
}

/** What is known of an element while it is captured. */
interface Subject {
  element: PageElement;
  tag: string;
  own: furniture.Attributes;
  texts: native.PageNode[];
  text: string;
  control: native.Control | null;
}

class Camera {
  private readonly elements: PageElement[] = [];
  private readonly standIns = new Map<PageElement, PageElement>();
  private readonly controls = new Map<PageElement, string>();
  private readonly nodes: Snapshot["nodes"] = { tag: [], parent: [], text: [], flags: [] };
  private readonly attrs: Snapshot["attrs"] = { node: [], name: [], value: [] };
  private readonly sight = new Sight(this.standIns);
  private readonly needed: Needed;
  /** What the labels of a control say. */
  private readonly labels: ReadonlyMap<PageElement, string>;
  /** For each node, the nearest one around it whose own text nobody can see; -1 where there is none. */
  private readonly unseen: number[] = [];
  /** The label read last announces a secret: whatever follows, up to the next label, is one. */
  private underSecretLabel = false;
  private flags = 0;

  constructor(
    body: PageElement,
    private readonly permitted: Permitted,
    /** Null for a page that is passed on: then no furniture is captured in which a record's name can stand. */
    private readonly redraws: Redraws | null,
  ) {
    this.needed = new Needed(permitted.needs);
    this.labels = labelsIn(body);
  }

  get full(): boolean {
    return this.elements.length >= MAX_NODES;
  }

  /** Captures an element; its node, or null where nothing in it is to be captured. */
  take(element: PageElement, parent: number): number | null {
    const tag = native.localName(element);
    const own = attributesOf(element);
    if (furniture.isSkipped(tag, own)) return null;
    const node = this.elements.push(element) - 1;
    const isRendered = native.isRendered(element) || native.styleOf(element).display === "contents";
    this.flags = isRendered ? 0 : HIDDEN | (keepsValueBack(element, tag) ? UNSEEN : 0);
    this.names(node, own, parent);
    const text = isRendered ? this.look(subjectOf(element, tag, own), node, parent) : "";
    this.nodes.tag.push(tag);
    this.nodes.parent.push(parent);
    this.nodes.text.push(text);
    this.nodes.flags.push(this.flags);
    return isRendered && tag !== "select" ? node : null;
  }

  develop(): Capture {
    const title = fold(native.pageTitle()).slice(0, MAX_TEXT);
    const root = native.root();
    const snapshot = {
      url: addressOfRecord(),
      title: looksLikeToken(title) ? "" : title,
      lang: (root && native.attribute(root, "lang"))?.slice(0, MAX_TEXT) ?? "",
      truncated: this.full,
      nodes: this.nodes,
      attrs: this.attrs,
    };
    return { snapshot, elements: this.elements, standIns: this.standIns, controls: this.controls };
  }

  /** Captures what is rendered, as far as a person can see it; returns its own text. */
  private look(subject: Subject, node: number, parent: number): string {
    const { element } = subject;
    this.state(subject);
    if (this.redraws?.stands(element, saidBy(subject))) this.flags |= STANDING;
    const standing = this.standing(subject);
    const isSeen = this.isSeen(subject);
    const around = this.unseen[parent] ?? -1;
    this.unseen[node] = isSeen === false ? node : around;
    if (isSeen === false) {
      // A copy that nobody sees can be told by its class and place; its texts are of no use to the reader.
      this.flags |= HIDDEN;
      if (subject.texts.length > 0 || subject.control) this.flags |= UNSEEN;
      return "";
    }
    if (isSeen === true) this.reveal(around);
    if (subject.texts.length > 0 && this.sight.isStruck(element)) this.flags |= STRUCK;
    return this.texts(node, subject, standing);
  }

  /** Whether a person can see what the element itself says; null where it says nothing. */
  private isSeen({ element, own, texts, control }: Subject): boolean | null {
    if (control) {
      if (control.value === "" && furniture.isTypedInto(own)) return null;
      return this.sight.seesControl(element);
    }
    if (texts.length > 0) return this.sight.seesTexts(element, texts);
    return furniture.isDrawnControl(own) ? this.sight.seesBox(element) : null;
  }

  /** What is around something that can be seen is no hidden copy, though its own text is. */
  private reveal(node: number): void {
    for (let at = node; at >= 0; at = this.unseen[this.nodes.parent[at] ?? -1] ?? -1) {
      this.nodes.flags[at] = (this.nodes.flags[at] ?? 0) & ~HIDDEN;
    }
  }

  private names(node: number, own: furniture.Attributes, parent: number): void {
    for (const [name, value] of own) {
      const kind = furniture.CAPTURED.get(name);
      const isName = kind === "naming" && (!idHoldsToken(value) || furniture.isRecordRow(own));
      if (kind === "plain" || isName) this.attribute(node, name, name === "required" ? "true" : value);
    }
    const style = own.get("style");
    if (style !== undefined && this.isSwitch(node, parent)) this.attribute(node, "style", style);
  }

  /** The buttons of a segmented switch: which of them is active, only their style tells. */
  private isSwitch(node: number, parent: number): boolean {
    const [element, outer] = [this.elements[node], this.elements[parent]];
    return !!element && !!outer && native.localName(element) === "button" && native.fits(outer, ".switches");
  }

  private state({ element, tag, own, control }: Subject): void {
    const isDisabled =
      own.get("aria-disabled") === "true" || (furniture.canBeDisabled(tag) && native.fits(element, ":disabled"));
    if (isDisabled) this.flags |= DISABLED;
    if (!control) return;
    if (control.checked) this.flags |= CHECKED;
    if (control.mixed) this.flags |= MIXED;
    this.controls.set(element, stateOf(control));
  }

  /** Captures the texts of an element as far as they may be; returns its own text. */
  private texts(node: number, { own, text, control }: Subject, standing: Standing): string {
    for (const name of ["title", "placeholder"]) this.attribute(node, name, this.disclosed(own.get(name), standing));
    this.attribute(node, "aria-label", this.disclosed(own.get("aria-label"), { ...standing, structural: true }));
    this.attribute(node, "value", this.value(control, standing));
    return this.disclosed(text, standing);
  }

  private standing({ element, tag, own, text, control }: Subject): Standing {
    if (furniture.namesField(tag, own)) {
      this.underSecretLabel = namesSecret(`${native.allText(element)} ${own.get("for")}`);
    }
    const isNeeded = this.needed.isNeeded(element, tag, own, text, control?.value ?? "");
    return {
      structural: furniture.isStructural(tag, own) && (this.redraws !== null || !furniture.canNameRecord(tag, own)),
      asked: isNeeded || this.permitted.asked.has(element),
      secret: this.underSecretLabel || this.isNamedSecret(element, own),
    };
  }

  private isNamedSecret(element: PageElement, own: furniture.Attributes): boolean {
    const [id, name, label] = [own.get("id"), own.get("name"), this.labels.get(element)];
    return (id ?? name ?? label) !== undefined && namesSecret(`${id} ${name} ${label}`);
  }

  private value(control: native.Control | null, standing: Standing): string {
    if (!control || control.value === "") return "";
    if (control.type !== "password" && control.type !== "hidden") return this.disclosed(control.value, standing);
    this.flags |= SECRET;
    return "";
  }

  private disclosed(raw: string | undefined, standing: Standing): string {
    const text = fold(raw ?? "");
    if (text === "") return "";
    const disclosure = disclose(text, this.permitted.words, standing);
    if (disclosure === "shown") return text.slice(0, MAX_TEXT);
    this.flags |= disclosure === "secret" ? SECRET : WITHHELD;
    return "";
  }

  private attribute(node: number, name: string, value: string): void {
    if (value === "") return;
    this.attrs.node.push(node);
    this.attrs.name.push(name);
    this.attrs.value.push(value.slice(0, MAX_TEXT));
  }
}

/** Whether an element that is not rendered holds a text or a value, and no label that this may belong to. */
function keepsValueBack(element: PageElement, tag: string): boolean {
  if (furniture.isNativeControl(tag)) return holdsValue(element);
  if (native.allIn(element, "label").length > 0) return false;
  return (
    fold(native.allText(element) ?? "") !== "" || native.allIn(element, "input, select, textarea").some(holdsValue)
  );
}

function holdsValue(element: PageElement): boolean {
  return isBox(element) || native.controlOf(element)?.value !== "";
}

/** What a control holds, for comparison. */
export function stateOf({ value, checked, mixed }: native.Control): string {
  return `${checked}${mixed}${value}`;
}

/** What an element shows itself, for comparison. */
function saidBy({ own, text, control }: Subject): string {
  return `${text}\n${own.get("title") ?? ""}\n${control ? stateOf(control) : ""}`;
}

function attributesOf(element: PageElement): furniture.Attributes {
  const own = new Map<string, string>();
  for (const name of native.attributeNames(element)) {
    if (furniture.CAPTURED.has(name)) own.set(name, native.attribute(element, name) ?? "");
  }
  return own;
}

function subjectOf(element: PageElement, tag: string, own: furniture.Attributes): Subject {
  const control = furniture.isNativeControl(tag) ? native.controlOf(element) : null;
  // The texts that stand in the element itself.
  const texts: native.PageNode[] = [];
  let text = "";
  for (let child = native.firstNode(element); child; child = native.nextNode(child)) {
    const characters = native.charactersOf(child)?.trim();
    if (!characters) continue;
    texts.push(child);
    text += ` ${characters}`;
  }
  return { element, tag, own, texts, text, control };
}

/** What the labels of each control say. Asked of the labels: a control looks for its labels in the whole document. */
function labelsIn(body: PageElement): Map<PageElement, string> {
  const labels = new Map<PageElement, string>();
  for (const label of native.allIn(body, "label")) {
    const control = native.controlOfLabel(label);
    if (control) labels.set(control, `${labels.get(control) ?? ""} ${native.allText(label)}`);
  }
  return labels;
}

/** The address without what only the tenant's people need to know: the fragment, and parameters that name no record. */
export function addressOfRecord(): string {
  const { origin, pathname, search } = location;
  const record = new URLSearchParams([...new URLSearchParams(search)].filter(([name]) => /id$/i.test(name)));
  return `${origin}${pathname}${record.size > 0 ? `?${record}` : ""}`;
}
