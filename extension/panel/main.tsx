import { render } from "preact";
import { api } from "../shared/api.js";
import { outcomeRules } from "../shared/outcomes.js";
import { App } from "./app.js";

const colours = new CSSStyleSheet();
colours.replaceSync(outcomeRules());
document.adoptedStyleSheets = [colours];
document.documentElement.lang = api.i18n.getUILanguage();
render(<App />, document.body);
