import { render } from "preact";
import { drawInLanguage } from "../shared/languages.js";
import { outcomeRules } from "../shared/outcomes.js";
import { App } from "./app.js";

const colours = new CSSStyleSheet();
colours.replaceSync(outcomeRules());
document.adoptedStyleSheets = [colours];
drawInLanguage(() => render(<App />, document.body));
