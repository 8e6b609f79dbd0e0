import { followInApp, useAddress } from "../router";
import { say } from "../words";
import { AREAS } from "./areas";

function MenuLink({ path, name, icon, depth }: { path: string; name: string; icon: string; depth: number }) {
  const { pathname } = useAddress();
  return (
    <a href={path} className={`menu-link depth-${depth} ${pathname === path ? "active" : ""}`} onClick={followInApp}>
      <i className={`fa ${icon}`} />
      <span className="nodetitle">{say(name)}</span>
    </a>
  );
}

/** The left menu of Configuration: real anchors. */
export function ConfigMenu() {
  const { pathname } = useAddress();
  return (
    <aside id="app-nav-menu" className="config-menu">
      <div className="menu-title">{say("Configuration")}</div>
      <MenuLink path="/config" name="All Features" icon="fa-th-large" depth={0} />
      {AREAS.map(({ name, slug, icon, pages = [] }) => (
        <div key={slug}>
          <MenuLink path={`/config/${slug}`} name={name} icon={icon} depth={0} />
          {pathname.startsWith(`/config/${slug}`) &&
            pages.map((page) => <MenuLink key={page.path} {...page} depth={1} />)}
        </div>
      ))}
    </aside>
  );
}
