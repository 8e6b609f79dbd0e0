import assert from "node:assert/strict";
import { test } from "node:test";
import type { Status } from "../../../dist/wasm/preflight.js";
import type { Knowledge, PageState, PanelState } from "../../protocol/state.js";
import { type Why, whyNothing } from "./why.js";

type Asked = Parameters<typeof whyNothing>[0];

const page = (status: Status) => ({ status }) as PageState;

/** A page that is read. */
const READ = {
  place: "configuration",
  paused: null,
  known: {} as Knowledge,
  connected: true,
  page: page("read"),
} satisfies Partial<PanelState>;

/** What differs from it → why nothing is shown. */
const REASONS: [Partial<PanelState>, Why][] = [
  [{ paused: "tab" }, "paused"],
  [{ paused: "tenant", place: "halo" }, "paused"],
  [{ place: "signed-out", page: null }, "signed-out"],
  [{ place: "halo", page: null }, "not-configuration"],
  [{ known: null, page: null }, "no-vendor"],
  [{ connected: false }, "reload"],
  [{ page: null }, "still-loading"],
  [{ page: page("still-loading") }, "still-loading"],
  [{ page: page("language-not-recognised") }, "language-not-recognised"],
  [{ page: page("not-a-configuration-screen") }, "not-a-configuration-screen"],
  [{ page: page("unreadable") }, "unreadable"],
];

test("a page that is read needs no reason, every other has its own", () => {
  assert.equal(whyNothing(READ as Asked), null);
  for (const [difference, why] of REASONS) {
    assert.equal(whyNothing({ ...READ, ...difference } as Asked), why, JSON.stringify(difference));
  }
});
