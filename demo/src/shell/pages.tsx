import { followInApp } from "../router";
import { say } from "../words";
import { AREAS, type Area } from "./areas";

function Card({ path, name, icon, about }: { path: string; name: string; icon: string; about: string }) {
  return (
    <a className="config-card" href={path} onClick={followInApp}>
      <i className={`fa ${icon}`} />
      <span className="card-text">
        <span className="card-name">{say(name)}</span>
        <span className="card-about">{about}</span>
      </span>
    </a>
  );
}

/** Configuration's home: every area. */
export function ConfigHome() {
  return (
    <div className="mainscreen2">
      <div className="page-title">{say("Configuration")}</div>
      <div className="config-cards">
        {AREAS.map(({ slug, ...area }) => (
          <Card key={slug} path={`/config/${slug}`} {...area} />
        ))}
      </div>
    </div>
  );
}

/** One area of Configuration: its pages. */
export function AreaPage({ area }: { area: Area }) {
  return (
    <div className="mainscreen2">
      <div className="page-title">{say(area.name)}</div>
      {area.pages ? (
        <div className="config-cards">
          {area.pages.map((page) => (
            <Card key={page.path} {...page} />
          ))}
        </div>
      ) : (
        <p className="beyond">{say("This area is not part of this demo yet.")}</p>
      )}
    </div>
  );
}

/** A place that this demo does not have; Halo shows its 404 inside the app, too. */
export function NotHere({ text }: { text: string }) {
  return (
    <div className="mainscreen2">
      <p className="beyond">{say(text)}</p>
    </div>
  );
}
