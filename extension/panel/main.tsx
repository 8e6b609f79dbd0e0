import { render } from "preact";
import { outcomeRules } from "../domain/outcomes.js";
import { keepFocus } from "../platform/keep-focus.js";
import { drawInLanguage } from "../platform/languages.js";
import { App } from "./app.js";

const colours = new CSSStyleSheet();
colours.replaceSync(outcomeRules());
document.adoptedStyleSheets = [colours];
keepFocus(document.body);
drawInLanguage(() => render(<App />, document.body));
