import { type ReactNode, useEffect, useState } from "react";
import { options } from "../options";
import { useAddress } from "../router";
import { say } from "../words";
import { ConfigMenu } from "./ConfigMenu";
import { Nav } from "./Nav";
import { placeOf } from "./routes";
import { TopBar } from "./TopBar";

function startsDark(): boolean {
  if (options.theme === "browser") return matchMedia("(prefers-color-scheme: dark)").matches;
  return options.theme === "dark";
}

/** Some builds of Halo nest two containers that both carry the theme. */
function Container({ theme, children }: { theme: string; children: ReactNode }) {
  const inner = options.nested === "yes" ? <div className={`app-container ${theme}`}>{children}</div> : children;
  return (
    <div id="app-container" className={`app-container ${theme}`}>
      {inner}
    </div>
  );
}

/** The whole app. */
export function App() {
  const { pathname } = useAddress();
  const [dark, setDark] = useState(startsDark);
  const { trail, content } = placeOf(pathname);
  useEffect(() => {
    document.title = trail.map(say).join(" > ");
    document.documentElement.lang = options.lang;
  });
  return (
    <Container theme={dark ? "theme-dark" : "theme-light"}>
      <Nav dark={dark} onTheme={() => setDark(!dark)} />
      {pathname.startsWith("/config") && <ConfigMenu />}
      <div className="main">
        <TopBar trail={trail} />
        <div className="content">{content}</div>
      </div>
    </Container>
  );
}
