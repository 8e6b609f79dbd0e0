import { render } from "preact";
import { outcomeRules } from "../domain/outcomes.js";
import { keepFocus } from "../platform/keep-focus.js";
import { drawInLanguage } from "../platform/languages.js";
import { word } from "../platform/words.js";
import { App } from "./app.js";

const colours = new CSSStyleSheet();
colours.replaceSync(outcomeRules());
document.adoptedStyleSheets = [colours];
keepFocus(document.body);
drawInLanguage(() => {
  document.title = word("settings_title");
  render(<App />, document.body);
});
