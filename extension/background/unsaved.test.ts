import assert from "node:assert/strict";
import { test } from "node:test";
import type { PageState } from "../protocol/state.js";
import { fakeBrowser } from "./fake-browser.js";

const { open, answers } = fakeBrowser();
const { isUnsaved } = await import("./unsaved.js");
const { writePage } = await import("./tab-state.js");

const URL = "https://acme.halopsa.com/config/agents/roles?id=1";
const READ: PageState = {
  url: URL,
  status: "read",
  screen: "role.details",
  mode: "read",
  record: null,
  edited: null,
  marked: [],
  questions: [],
  unmarked: null,
  pointer: null,
  problem: null,
};
const UNREAD: PageState = { ...READ, screen: null, mode: null };
let tabs = 0;

/** Whether something may be lost in a tab that shows this, and whose script says whether something was changed there. */
async function ask(page: PageState | null, changed: boolean | null): Promise<boolean> {
  const tab = tabs++;
  open.set(tab, URL);
  if (changed !== null) answers.set(tab, changed);
  if (page) await writePage(tab, page);
  return isUnsaved(tab);
}

test("on a page that nobody can read, the page's script says whether something may be lost", async () => {
  const unread: PageState["status"][] = [
    "still-loading",
    "language-not-recognised",
    "not-a-configuration-screen",
    "unreadable",
  ];
  for (const page of [null, ...unread.map((status) => ({ ...UNREAD, status }))]) {
    assert.equal(await ask(page, true), true, page?.status);
    assert.equal(await ask(page, false), false, page?.status);
  }
});

test("a form over a page that was read counts as well", async () => {
  assert.equal(await ask(READ, true), true);
  assert.equal(await ask(READ, false), false);
});

test("an edit that the core sees counts, whatever the script heard", async () => {
  assert.equal(await ask({ ...READ, mode: "edit" }, false), true);
});

test("what is changed in the advanced settings holds at once", async () => {
  assert.equal(await ask({ ...READ, screen: "advanced-settings", mode: "edit" }, true), false);
});

test("what is known of another page says nothing of this one", async () => {
  const other = { ...READ, url: "https://acme.halopsa.com/config/advanced", screen: "advanced-settings" as const };
  assert.equal(await ask(other, true), true);
  assert.equal(await ask({ ...other, mode: "edit" }, false), false);
});

test("where no script answers something may be lost, but not while the page is on its way", async () => {
  assert.equal(await ask(null, null), true);
  assert.equal(await isUnsaved(tabs++), false);
});
