/**
 * The only way to the page's own nodes. A page may name its form controls and images like members of the DOM
 * (`<input name="matches">`, `<img name="body">`): `form.matches` and `document.body` then are these elements. The members
 * are therefore taken from their prototypes, which belong to this script's own world and which no page can change.
 */

declare const ofThePage: unique symbol;

/** A node of the page. Its type has no members, so that the compiler finds whatever goes past this module. */
export interface PageNode {
  readonly [ofThePage]: "node" | "element";
}

/** An element of the page. */
export interface PageElement extends PageNode {
  readonly [ofThePage]: "element";
}

/** An element that Preflight made itself, as one of the page in which it stands. */
export function asPageElement(own: Element): PageElement {
  return own as unknown as PageElement;
}

/** The element behind something that the browser hands over as one; null for anything else. */
export function elementIn(target: unknown): PageElement | null {
  return target instanceof Element ? asPageElement(target) : null;
}

/** For the few calls of the browser that take an element. */
function raw(element: PageElement): Element {
  return element as unknown as Element;
}

/** Returns the getter of a property, as a function of the node. */
function getter<Owner extends object, Name extends keyof Owner & string>(
  prototype: Owner,
  name: Name,
): (of: PageNode | Document) => Owner[Name] {
  const get = Object.getOwnPropertyDescriptor(prototype, name)?.get;
  if (!get) throw new Error(`The browser has no ${name}.`);
  return (of) => get.call(of) as Owner[Name];
}

/** Returns the getter of a property that leads to another node. */
function link<Owner extends object, To extends PageNode>(
  prototype: Owner,
  name: keyof Owner & string,
): (of: PageNode | Document) => To | null {
  return getter(prototype, name) as unknown as (of: PageNode | Document) => To | null;
}

// Nodes.
const { TEXT_NODE, DOCUMENT_POSITION_FOLLOWING } = Node;
const node = Node.prototype;
const { contains, compareDocumentPosition, appendChild, getRootNode } = node;
const nodeType = getter(node, "nodeType");
export const parentOf = link<Node, PageElement>(node, "parentElement");
export const isConnected = getter(node, "isConnected");
export const allText = getter(node, "textContent");
export const firstNode = link<Node, PageNode>(node, "firstChild");
export const nextNode = link<Node, PageNode>(node, "nextSibling");
const nodeValue = getter(node, "nodeValue");

/** The element around one as it is drawn: what is slotted lies in its slot, and what is in a shadow tree in its host. */
export function drawnIn(of: PageElement): PageElement | null {
  const slot = assignedSlot(of);
  if (slot) return slot;
  const parent = parentOf(of);
  if (parent) return parent;
  const tree = getRootNode.call(of as unknown as Node);
  return tree instanceof ShadowRoot ? asPageElement(tree.host) : null;
}

/** The characters of a text node; null for every other node. */
export function charactersOf(of: PageNode): string | null {
  return nodeType(of) === TEXT_NODE ? nodeValue(of) : null;
}

/** True when `outer` is `inner` or contains it. */
export function holds(outer: PageElement, inner: PageNode | null): boolean {
  return contains.call(outer, inner as unknown as Node | null);
}

/** True when `b` comes after `a` in the page. */
export function isBefore(a: PageNode, b: PageNode): boolean {
  return (compareDocumentPosition.call(a, b as unknown as Node) & DOCUMENT_POSITION_FOLLOWING) !== 0;
}

// Elements.
const element = Element.prototype;
const {
  getAttribute,
  getAttributeNames,
  setAttribute,
  removeAttribute,
  hasAttribute,
  matches,
  closest,
  querySelector,
  querySelectorAll,
  getBoundingClientRect,
  checkVisibility,
  scrollIntoView,
  remove: removeElement,
} = element;
export const localName = getter(element, "localName");
export const firstChild = link<Element, PageElement>(element, "firstElementChild");
export const lastChild = link<Element, PageElement>(element, "lastElementChild");
export const nextOf = link<Element, PageElement>(element, "nextElementSibling");
export const previousOf = link<Element, PageElement>(element, "previousElementSibling");
export const scrollLeft = getter(element, "scrollLeft");
export const scrollTop = getter(element, "scrollTop");
export const scrollWidth = getter(element, "scrollWidth");
export const scrollHeight = getter(element, "scrollHeight");

const assignedSlot = link<Element, PageElement>(element, "assignedSlot");

export function attribute(of: PageElement, name: string): string | null {
  return getAttribute.call(of, name);
}

export function attributeNames(of: PageElement): string[] {
  return getAttributeNames.call(of);
}

export function hasAttributeOf(of: PageElement, name: string): boolean {
  return hasAttribute.call(of, name);
}

/** Writes an attribute where it has another value: a page may watch its own elements. */
export function write(of: PageElement, name: string, value: string): void {
  if (getAttribute.call(of, name) !== value) setAttribute.call(of, name, value);
}

export function unset(of: PageElement, name: string): void {
  if (hasAttribute.call(of, name)) removeAttribute.call(of, name);
}

export function fits(of: PageElement, selector: string): boolean {
  return matches.call(of, selector);
}

export function closestTo(of: PageElement, selector: string): PageElement | null {
  return closest.call(of, selector) as unknown as PageElement | null;
}

export function firstIn(of: PageElement, selector: string): PageElement | null {
  return querySelector.call(of, selector) as unknown as PageElement | null;
}

export function allIn(of: PageElement, selector: string): PageElement[] {
  return Array.from(querySelectorAll.call(of, selector), asPageElement);
}

export function boxOf(of: PageElement): DOMRect {
  return getBoundingClientRect.call(of);
}

/** False for what has no box, and for what `visibility`, `content-visibility` or an opacity of nothing hides. */
export function isRendered(of: PageElement): boolean {
  return checkVisibility.call(of, { visibilityProperty: true, opacityProperty: false });
}

export function styleOf(of: PageElement): CSSStyleDeclaration {
  return getComputedStyle(raw(of));
}

/** The styles of the boxes that style sheets generate before and after what an element holds. */
export function generatedIn(of: PageElement): CSSStyleDeclaration[] {
  const styles = (["::before", "::after"] as const).map((pseudo) => getComputedStyle(raw(of), pseudo));
  return styles.filter(({ content }) => content !== "none" && content !== "normal");
}

export function scrollTo(of: PageElement, options: ScrollIntoViewOptions): void {
  scrollIntoView.call(of, options);
}

/** Shows a popover of Preflight's own beside an element of the page. */
export function showBeside(popover: HTMLElement, of: PageElement): void {
  popover.showPopover({ source: raw(of) as HTMLElement });
}

export function remove(of: PageElement): void {
  removeElement.call(of);
}

export function append(to: PageElement, own: Element): void {
  appendChild.call(to, own);
}

// Controls.
const inputType = getter(HTMLInputElement.prototype, "type");
const inputValue = getter(HTMLInputElement.prototype, "value");
const inputChecked = getter(HTMLInputElement.prototype, "checked");
const inputIndeterminate = getter(HTMLInputElement.prototype, "indeterminate");
const areaValue = getter(HTMLTextAreaElement.prototype, "value");
const chosen = getter(HTMLSelectElement.prototype, "selectedOptions");
const optionText = getter(HTMLOptionElement.prototype, "text");
const control = link<HTMLLabelElement, PageElement>(HTMLLabelElement.prototype, "control");

/** What an input, a text area or a select is, and holds now; null for every other element. */
export interface Control {
  /** `checkbox`, `text` …; an input without a type, or with one that the browser does not know, is a `text`. */
  type: string;
  /** What is typed or chosen; empty for a box. */
  value: string;
  checked: boolean;
  mixed: boolean;
}

/** Reads a control. A select's chosen text stands for its options, of which there may be hundreds. */
export function controlOf(of: PageElement): Control | null {
  const own = raw(of);
  if (own instanceof HTMLInputElement) {
    const type = inputType(of);
    const isBox = type === "checkbox" || type === "radio";
    const value = isBox ? "" : inputValue(of);
    return { type, value, checked: isBox && inputChecked(of), mixed: isBox && inputIndeterminate(of) };
  }
  const unticked = { checked: false, mixed: false };
  if (own instanceof HTMLTextAreaElement) return { type: "textarea", value: areaValue(of), ...unticked };
  return own instanceof HTMLSelectElement ? { type: "select", value: chosenText(of), ...unticked } : null;
}

function chosenText(of: PageElement): string {
  return Array.from(chosen(of), (option) => optionText(asPageElement(option))).join(", ");
}

/** The control that a `label` belongs to. */
export function controlOfLabel(label: PageElement): PageElement | null {
  return raw(label) instanceof HTMLLabelElement ? control(label) : null;
}

// The document. `globalThis.document` is the browser's own, whatever the page names.
const { document } = globalThis;
const ofDocument = Document.prototype;
const { createElement, createElementNS, createRange, createTreeWalker, elementFromPoint, elementsFromPoint } =
  ofDocument;
const { addEventListener } = EventTarget.prototype;
const rootElement = link<Document, PageElement>(ofDocument, "documentElement");
const bodyElement = link<Document, PageElement>(ofDocument, "body");
const scrollingElement = link<Document, PageElement>(ofDocument, "scrollingElement");
const title = getter(ofDocument, "title");
const styleSheets = getter(ofDocument, "styleSheets");
const { getAnimations } = ofDocument;
const hidden = getter(ofDocument, "hidden");
const sheets = getter(ofDocument, "adoptedStyleSheets");
const setSheets = Object.getOwnPropertyDescriptor(ofDocument, "adoptedStyleSheets")?.set;

export function root(): PageElement | null {
  return rootElement(document);
}

export function body(): PageElement | null {
  return bodyElement(document);
}

/** The element that scrolls the page. */
export function scroller(): PageElement | null {
  return scrollingElement(document) ?? root();
}

export function pageTitle(): string {
  return title(document);
}

export function isTabHidden(): boolean {
  return hidden(document);
}

export function adoptedSheets(): CSSStyleSheet[] {
  return [...sheets(document)];
}

export function adopt(list: CSSStyleSheet[]): void {
  setSheets?.call(document, list);
}

/** What animations and rules there are: a text that changes when a script moves or hides something without touching the tree. */
export function stateOfStyles(): string {
  const animations = getAnimations.call(document).map(({ playState }) => playState[0]);
  const rules = [...styleSheets(document), ...sheets(document)].map(countRules);
  return `${animations.join("")} ${rules.join()}`;
}

function countRules(sheet: CSSStyleSheet): number {
  try {
    return sheet.disabled ? 0 : sheet.cssRules.length;
  } catch {
    // Another site's sheet tells nothing.
    return -1;
  }
}

/** Makes an element of Preflight's own. */
export function make<Tag extends keyof HTMLElementTagNameMap>(tag: Tag): HTMLElementTagNameMap[Tag];
export function make(tag: string): HTMLElement;
export function make(tag: string): HTMLElement {
  return createElement.call(document, tag);
}

export function makeSvg<Tag extends keyof SVGElementTagNameMap>(tag: Tag): SVGElementTagNameMap[Tag] {
  return createElementNS.call(document, "http://www.w3.org/2000/svg", tag) as SVGElementTagNameMap[Tag];
}

export function makeRange(): Range {
  return createRange.call(document);
}

/** What lies uppermost at a point. */
export function elementAt(x: number, y: number): PageElement | null {
  return elementFromPoint.call(document, x, y) as unknown as PageElement | null;
}

/** What lies at a point, uppermost first. */
export function elementsAt(x: number, y: number): PageElement[] {
  return elementsFromPoint.call(document, x, y).map(asPageElement);
}

/** Every text node in an element. */
export function* textsIn(of: PageElement): Generator<PageNode> {
  const walker = createTreeWalker.call(document, raw(of), NodeFilter.SHOW_TEXT);
  for (let text = walker.nextNode(); text; text = walker.nextNode()) yield text as unknown as PageNode;
}

/** Points a range at one node of the page. */
export function spanNode(range: Range, text: PageNode): void {
  range.selectNode(text as unknown as Node);
}

/** Listens to the page's events. */
export function listen<Type extends keyof DocumentEventMap>(
  type: Type,
  heard: (event: DocumentEventMap[Type]) => void,
  options: AddEventListenerOptions,
): void {
  addEventListener.call(document, type, heard as EventListener, options);
}

/** Watches everything on the page; the document itself, because a page may replace its root. */
export function observe(observer: MutationObserver, options: MutationObserverInit): void {
  observer.observe(document, options);
}
