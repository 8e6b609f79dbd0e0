import { make } from "./dom.js";

/** Says something in passing: to be seen for a moment at the lower edge, and read out by a screen reader. */
export class Speaker {
  readonly element = make("div", "speaker");

  constructor() {
    this.element.role = "status";
  }

  /** Said again, the same text is shown again: each time it is an element of its own. */
  say(text: string): void {
    const saying = make("div", "saying", text);
    saying.addEventListener("animationend", () => saying.remove());
    this.element.replaceChildren(saying);
  }
}
