import { FixedField } from "../fields/fields";
import { Group } from "../fields/Group";
import { useArrived } from "../late";
import { followInApp, navigate } from "../router";
import { say } from "../words";
import { AREAS, type Area } from "./areas";
import { Loader } from "./Loader";

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

/** Integrations › HaloPSA API: where the API is, and the way to the applications. */
export function ApiPage() {
  if (!useArrived("api")) return <Loader />;
  const { origin, hostname } = location;
  return (
    <div className="mainscreen2">
      <div className="page-title">{say("HaloPSA API")}</div>
      <Group title={say("API Details")}>
        <FixedField name="resource_server" label={say("Resource Server")} text={`${origin}/api`} />
        <FixedField name="auth_server" label={say("Authorisation Server")} text={`${origin}/auth`} />
        <FixedField name="tenant" label={say("Tenant")} text={hostname.split(".")[0] ?? ""} />
      </Group>
      <Group title={say("Applications")}>
        <button
          type="button"
          className="nhd-button glow-btn"
          onClick={() => navigate("/config/integrations/api/applications")}
        >
          {say("View Applications")}
        </button>
      </Group>
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
