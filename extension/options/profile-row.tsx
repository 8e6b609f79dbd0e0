import { useState } from "preact/hooks";
import { download } from "../platform/download.js";
import { word } from "../platform/words.js";
import { ask } from "../protocol/send.js";
import type { Inside, OwnProfile } from "../protocol/settings.js";
import type { Offer } from "../protocol/state.js";
import { InsideOf } from "./inside.js";
import { Said } from "./status-message.js";
import { useTask } from "./use-task.js";

interface Props {
  profile: Offer | OwnProfile;
  /** Takes it out; absent for those that come with Preflight, or from the administrator. */
  remove?: (() => void) | undefined;
}

/** One profile: what it is for, what is inside, and what can be done with it. */
export function ProfileRow({ profile: { id, name, summary }, remove }: Props) {
  const [inside, setInside] = useState<Inside | null>(null);
  const { outcome, run } = useTask();
  const textOf = () => ask<string>({ kind: "profile-text", profile: id });
  const look = () =>
    run(async () => {
      setInside(inside ? null : await ask<Inside>({ kind: "inspect-profile", text: await textOf() }));
      return null;
    });
  const keep = () =>
    run(async () => {
      download(await textOf(), `${id}.json`, "application/json");
      return null;
    });
  const action = (words: string, act: () => void, expanded?: boolean) => (
    <button type="button" aria-label={`${words}: ${name}`} aria-expanded={expanded} onClick={act}>
      {words}
    </button>
  );
  return (
    <li>
      <div class="line">
        <span class="about">
          <b>{name}</b>
          <span class="quiet">{summary}</span>
        </span>
        <span class="buttons">
          {action(word("look_inside"), () => void look(), inside !== null)}
          {action(word("export"), () => void keep())}
          {remove && action(word("remove"), remove)}
        </span>
      </div>
      <Said outcome={outcome} />
      {inside && <InsideOf inside={inside} />}
    </li>
  );
}
