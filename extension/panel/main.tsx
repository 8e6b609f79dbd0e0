import { render } from "preact";
import { keepFocus } from "../shared/keep-focus.js";
import { drawInLanguage } from "../shared/languages.js";
import { outcomeRules } from "../shared/outcomes.js";
import { App } from "./app.js";

const colours = new CSSStyleSheet();
colours.replaceSync(outcomeRules());
document.adoptedStyleSheets = [colours];
keepFocus(document.body);
drawInLanguage(() => render(<App />, document.body));
