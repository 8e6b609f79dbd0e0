import { render } from "preact";
import { api } from "../shared/api.js";
import { outcomeRules } from "../shared/outcomes.js";
import { word } from "../shared/words.js";
import { App } from "./app.js";

const colours = new CSSStyleSheet();
colours.replaceSync(outcomeRules());
document.adoptedStyleSheets = [colours];
document.documentElement.lang = api.i18n.getUILanguage();
document.title = word("settings_title");
render(<App />, document.body);
