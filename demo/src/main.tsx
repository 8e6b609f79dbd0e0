import { render } from "react-dom";
import { NonceProvider } from "react-select";
import { App } from "./shell/App";
import { StoreProvider } from "./store";
import "font-awesome/css/font-awesome.css";
import "react-table/react-table.css";
import "./styles/base.css";
import "./styles/shell.css";
import "./styles/list.css";
import "./styles/record.css";
import "./styles/form-list.css";
import "./styles/dark.css";

/** Under a strict style policy react-select may only add style sheets that carry the page's nonce. */
const nonce = document.querySelector("script")?.nonce ?? "";

render(
  <NonceProvider nonce={nonce} cacheKey="select">
    <StoreProvider>
      <App />
    </StoreProvider>
  </NonceProvider>,
  document.getElementById("root"),
);
