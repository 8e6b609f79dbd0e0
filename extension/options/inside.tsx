import type { Finding, Source } from "../../dist/wasm/preflight.js";
import { SCREENS } from "../domain/screens.js";
import { expectedWords, subject, word } from "../platform/words.js";
import type { Inside } from "../protocol/settings.js";

/** Everything a profile asks for, and its sources. */
export function InsideOf({ inside: { profile, findings } }: { inside: Inside }) {
  const { id, version, features, sources } = profile;
  const screens = SCREENS.map((screen) => ({ screen, own: findings.filter((finding) => finding.screen === screen) }));
  return (
    <div class="inside">
      <p class="quiet">{word("profile_identity", id, version, findings.length)}</p>
      <h4>{word("profile_sources")}</h4>
      <ul class="plain-list">
        {Object.entries(sources).map(([key, source]) => (
          <li key={key}>
            <SourceLine source={source} />
          </li>
        ))}
      </ul>
      <h4>{word("profile_features")}</h4>
      <ul class="plain-list">
        {features.map(({ id: feature, name, summary }) => (
          <li key={feature}>
            <b>{name}</b> <span class="quiet">{summary}</span>
          </li>
        ))}
      </ul>
      <h4>{word("profile_requirements")}</h4>
      {screens
        .filter(({ own }) => own.length > 0)
        .map(({ screen, own }) => (
          <details key={screen}>
            <summary>{word("screen_count", word(`screen_${screen}`), own.length)}</summary>
            <ul class="plain-list">
              {own.map((finding) => (
                <Requirement key={finding.id} finding={finding} />
              ))}
            </ul>
          </details>
        ))}
    </div>
  );
}

function Requirement({ finding }: { finding: Finding }) {
  const { severity, why } = finding;
  const wanted = expectedWords(finding);
  return (
    <li>
      <b>{subject(finding)}</b>: {wanted}
      {severity !== "required" && <span class="quiet"> ({word(`severity_${severity}`)})</span>}
      <span class="quiet"> · {why}</span>
    </li>
  );
}

/** A document, with the host that a link to it leads to. */
function SourceLine({ source: { title, url, date } }: { source: Source }) {
  if (!url) return <>{[title, date].filter(Boolean).join(", ")}</>;
  return (
    <>
      <a href={url} target="_blank" rel="noopener noreferrer">
        {title}
      </a>{" "}
      <span class="quiet">{[URL.parse(url)?.host, date].filter(Boolean).join(", ")}</span>
    </>
  );
}
