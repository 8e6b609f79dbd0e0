import { followInApp, useAddress } from "../router";
import { say } from "../words";
import { NAVIGATION } from "./areas";

const BRAND = "rgb(47, 53, 94)";

function inArea(pathname: string, path: string): boolean {
  return path === "/" ? pathname === "/" : pathname.startsWith(path);
}

/** The main navigation at the left edge; its colour is the tenant's and therefore inline. */
export function Nav({ dark, onTheme }: { dark: boolean; onTheme(): void }) {
  const { pathname } = useAddress();
  return (
    <nav id="halo-nav" className="nhd-nav" style={{ background: BRAND }}>
      <div className="nhd-nav-logo" title={say("HaloPSA")}>
        <i className="fa fa-circle-thin" />
      </div>
      {NAVIGATION.map(({ title, icon, path }) => (
        <a
          key={path}
          href={path}
          title={say(title)}
          // Halo writes the class name anew on every render, `undefined` included.
          className={`nhd-nav-btn ${inArea(pathname, path) ? "active" : undefined}`}
          onClick={followInApp}
        >
          <i className={`fa ${icon}`} />
        </a>
      ))}
      <div className="nhd-nav-end">
        <button type="button" className="nhd-nav-btn theme-switch" title={say("Change theme")} onClick={onTheme}>
          <i className={`fa ${dark ? "fa-sun-o" : "fa-moon-o"}`} />
        </button>
      </div>
    </nav>
  );
}
