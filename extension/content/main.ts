import type { Snapshot } from "../../dist/wasm/preflight.js";
import { isConfiguration } from "../domain/hosts.js";
import { parseLink } from "../domain/link.js";
import { api } from "../platform/api.js";
import { speak } from "../platform/words.js";
import { type FromContent, isFailure, isToContent, type ToContent, type Welcome } from "../protocol/messages.js";
import { isConnected, send } from "../protocol/send.js";
import { addressHere, watchEdits } from "./edits.js";
import { note } from "./note.js";
import { leftovers, sweep } from "./traces.js";
import { Visit } from "./visit.js";

let visit: Visit | null = null;
/** Counts the times that a visit ended, so that an answer from before is told apart. */
let ended = 0;
/** Whether the background was greeted from this document. */
let greeted = false;

/** The page or the choice of vendor changed: keeps, ends or starts the visit. */
async function look(): Promise<void> {
  if (!isConfiguration(location.pathname)) return leave();
  if (visit?.active) return visit.touch();
  const before = ended;
  if (TEST) note("asking");
  const welcome = await ask<Welcome | null>({ kind: "hello", first: !greeted });
  greeted = true;
  if (before !== ended || visit?.active) return;
  if (!welcome) {
    if (TEST) note("unread");
    return;
  }
  speak(welcome.messages);
  visit = new Visit(welcome, unsaved);
}

/** The background's answer; null when there is none: it failed, or the extension was updated under this page. */
async function ask<Answer>(message: FromContent): Promise<Answer | null> {
  try {
    const answer = await send<Answer>(message);
    return isFailure(answer) ? null : answer;
  } catch {
    return null;
  }
}

function leave(): void {
  ended++;
  visit?.end();
  visit = null;
  if (TEST) note("unread");
}

/** Takes a deep link off the address before the page sees it, and hands it to the background. */
async function takeLink(): Promise<void> {
  const link = parseLink(location.hash);
  if (!link) return;
  try {
    history.replaceState(history.state, "", location.pathname + location.search);
  } catch {
    // Firefox refuses after 200 changes of the address in ten seconds: the link stays to be seen, and counts all the same.
  }
  leave();
  await ask({ kind: "link", link });
}

async function arrive(): Promise<void> {
  unsaved.isAt(addressHere());
  // An older script hands nothing on; the link is for the one that replaces it.
  if (!isConnected()) return retire();
  await takeLink();
  await look();
}

/** No key that is meant for a sign reaches the page: in Halo, Escape throws the admin's edits away. */
function guardKeys(event: KeyboardEvent): void {
  if (!visit) return;
  const own = event.target === visit.host;
  if (event.type === "keydown" && event.key === "Escape" && visit.dismiss() && own) event.preventDefault();
  if (own) event.stopImmediatePropagation();
}

function receive(message: ToContent): boolean | Snapshot | null {
  switch (message.kind) {
    case "ping":
      return true;
    case "show":
      return visit?.show(message.finding) ?? false;
    case "unsaved":
      return unsaved.isAt(addressHere());
    case "snapshot":
      return visit?.redacted() ?? null;
    case "step":
      return visit?.step(message.to) ?? false;
    case "judge-again":
      visit?.judgeAgain();
      return true;
    case "choice-changed":
      leave();
      break;
    case "navigated":
      unsaved.isAt(addressHere());
      break;
  }
  void look();
  return true;
}

function hear(message: unknown, _sender: unknown, answer: (value: unknown) => void): void {
  answer(isToContent(message) && receive(message));
}

/** Ends this script: another one takes its place, or the extension is gone. */
function retire(): void {
  leave();
  life.abort();
  // An orphan has nobody to hear any more.
  if (isConnected()) api.runtime.onMessage.removeListener(hear);
}

/**
 * Ends the script that was here before an update, and takes away what it could not: Chromium leaves it running, an orphan;
 * Firefox ends it in mid-air. Where the browser starts this one twice, the second takes over.
 */
function replace(): void {
  running[RUNNING]?.();
  running[RUNNING] = retire;
  if (leftovers()) dispatchEvent(new Event(REPLACED));
  sweep();
}

const RUNNING = Symbol.for("preflight");
const REPLACED = "preflight-replaced";
const running = globalThis as unknown as Record<symbol, (() => void) | undefined>;
const life = new AbortController();
const { signal } = life;
const unsaved = watchEdits(signal);

replace();
// A page may say so too; only a script that has nobody left believes it.
addEventListener(REPLACED, () => isConnected() || retire(), { signal });
for (const type of ["keydown", "keypress", "keyup"] as const) {
  addEventListener(type, guardKeys, { signal, capture: true });
}
for (const type of ["popstate", "hashchange"]) addEventListener(type, () => void arrive(), { signal });
api.runtime.onMessage.addListener(hear);
void arrive();
