import { render } from "preact";
import { keepFocus } from "../shared/keep-focus.js";
import { drawInLanguage } from "../shared/languages.js";
import { outcomeRules } from "../shared/outcomes.js";
import { word } from "../shared/words.js";
import { App } from "./app.js";

const colours = new CSSStyleSheet();
colours.replaceSync(outcomeRules());
document.adoptedStyleSheets = [colours];
keepFocus(document.body);
drawInLanguage(() => {
  document.title = word("settings_title");
  render(<App />, document.body);
});
