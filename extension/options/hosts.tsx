import { useState } from "preact/hooks";
import { readHost } from "../domain/hosts.js";
import { requestHost } from "../platform/own-hosts.js";
import { word } from "../platform/words.js";
import { ask } from "../protocol/send.js";
import type { OwnHost } from "../protocol/settings.js";
import { Said } from "./status-message.js";
import { useTask } from "./use-task.js";

/** Halo on hosts besides its own domains: on premises, or under a customer's name. */
export function Hosts({ hosts }: { hosts: OwnHost[] }) {
  const [text, setText] = useState("");
  const { outcome, run } = useTask();
  const request = (host: string) =>
    run(async () => {
      if (!(await requestHost(host))) return word("host_declined", host);
      setText("");
      return word("host_added", host);
    });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const read = readHost(text);
    if ("host" in read) void request(read.host);
    else
      void run(async () => {
        throw new Error(word(`host_${read.problem}`));
      });
  };
  const remove = (host: string) =>
    run(async () => {
      await ask<void>({ kind: "remove-host", host });
      return word("host_removed", host);
    });
  return (
    <section class="card" aria-labelledby="hosts">
      <h2 id="hosts">{word("hosts")}</h2>
      <p class="quiet">{word("hosts_hint")}</p>
      {hosts.length > 0 && (
        <ul class="rows">
          {hosts.map(({ host, permitted }) => (
            <li key={host} class="line">
              <span class="about">
                <b>{host}</b>
                {!permitted && <span class="quiet">{word("host_not_permitted", host)}</span>}
              </span>
              <span class="buttons">
                {!permitted && (
                  <button
                    type="button"
                    aria-label={`${word("give_access")}: ${host}`}
                    onClick={() => void request(host)}
                  >
                    {word("give_access")}
                  </button>
                )}
                <button type="button" aria-label={`${word("remove")}: ${host}`} onClick={() => void remove(host)}>
                  {word("remove")}
                </button>
              </span>
            </li>
          ))}
        </ul>
      )}
      <form class="line" onSubmit={submit}>
        <label class="field grow">
          {word("host_name")}
          <input
            type="text"
            id="host"
            inputMode="url"
            autocomplete="off"
            spellcheck={false}
            required
            maxLength={500}
            placeholder={word("host_example")}
            value={text}
            onInput={({ currentTarget }) => setText(currentTarget.value)}
          />
        </label>
        <button type="submit">{word("host_add")}</button>
      </form>
      <Said outcome={outcome} />
    </section>
  );
}
