import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { NO_SETUP, type Setup } from "../domain/setup.js";
import { fakeBrowser } from "./fake-browser.js";

const { local, session } = fakeBrowser();
const { moveEvidence, readEvidence } = await import("./evidence.js");
const { changeSetup, readSetup } = await import("./setups.js");
const storage = await import("./storage-area.js");

const READINGS = ["agent.details 1", "application.details 2"];
let tenant = "";
let tenants = 0;

/** A tenant of which two screens were seen, kept or not. */
async function seen(keep: boolean): Promise<void> {
  await storage[keep ? "local" : "session"].write(`setup ${tenant}`, null);
  await changeSetup(tenant, { what: "keep", on: keep });
  const area = keep ? storage.local : storage.session;
  await Promise.all(READINGS.map((key) => area.write(`evidence ${tenant} ${key}`, { seen: "2026-11-10" })));
}

const move = (keep: boolean) => moveEvidence(tenant, keep, () => changeSetup(tenant, { what: "keep", on: keep }));
const readingsIn = (area: typeof local) =>
  Object.keys(area.values)
    .filter((key) => key.startsWith(`evidence ${tenant} `))
    .map((key) => key.slice(`evidence ${tenant} `.length));
const keeps = () => (local.values[`setup ${tenant}`] as Setup | undefined)?.keep ?? NO_SETUP.keep;

beforeEach(() => {
  tenant = `https://acme-${tenants++}.halopsa.com`;
  [local.quota, session.quota] = [1e9, 1e9];
});

for (const keep of [true, false]) {
  const [from, to] = keep ? [session, local] : [local, session];

  test(`what was seen moves ${keep ? "to the disk" : "off the disk"}, and only then that is said`, async () => {
    await seen(!keep);
    const said: boolean[] = [];
    const set = local.set.bind(local);
    local.set = async (values) => {
      if (`setup ${tenant}` in values) said.push(readingsIn(to).length === 2 && readingsIn(from).length === 2);
      await set(values);
    };
    await move(keep);
    local.set = set;
    assert.deepEqual(said, [true], "all is in both places when it is said");
    assert.deepEqual([readingsIn(from), readingsIn(to), keeps()], [[], READINGS, keep]);
  });

  test(`a move ${keep ? "to the disk" : "off the disk"} that cannot be said leaves everything as it was`, async () => {
    await seen(!keep);
    const failing = moveEvidence(tenant, keep, () => Promise.reject(new Error("disk I/O error")));
    await assert.rejects(failing, /disk/);
    assert.deepEqual([readingsIn(from), readingsIn(to), keeps()], [READINGS, [], !keep]);
  });
}

test("a disk without room says so, nothing is half moved, and it is not said that it is kept", async () => {
  await seen(false);
  local.quota = JSON.stringify(local.values).length + 40;
  await assert.rejects(move(true), /keep_no_room/);
  assert.deepEqual([readingsIn(session), readingsIn(local), keeps()], [READINGS, [], false]);
  assert.equal((await readSetup(tenant)).keep, false);
  // With room again it works.
  local.quota = 1e9;
  await move(true);
  assert.deepEqual([readingsIn(session), readingsIn(local), keeps()], [[], READINGS, true]);
});

test("a worker that was ended while it moved them loses nothing: the next one ends the move", async () => {
  await seen(true);
  const [stray] = READINGS;
  session.values[`evidence ${tenant} ${stray}`] = local.values[`evidence ${tenant} ${stray}`];
  delete local.values[`evidence ${tenant} ${stray}`];
  await readEvidence(tenant);
  // Moves are done one after the other.
  await moveEvidence(tenant, true, async () => {});
  assert.deepEqual([readingsIn(session), readingsIn(local).sort()], [[], READINGS]);
});
