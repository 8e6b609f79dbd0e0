import assert from "node:assert/strict";
import { test } from "node:test";
import type { Link } from "../domain/link.js";
import { NO_SETUP, type Setup } from "../domain/setup.js";
import { fakeBrowser } from "./fake-browser.js";

fakeBrowser();
const { followLink, proposedIn, settleProposal, withProposed } = await import("./links.js");
const { changeSetup, readSetup } = await import("./setups.js");
const { writeLink } = await import("./tab-state.js");

// Moovila has features that are not chosen by default.
const [first, second] = await features();
let tenants = 0;
const TAB = 7;

/** The features of a vendor, as its profile names them. */
async function features(): Promise<[string, string]> {
  const { preflightFor } = await import("./core.js");
  const [info] = (await preflightFor([{ profile: "moovila", features: null }])).profiles();
  const [one, two] = info?.features ?? [];
  assert.ok(one && two);
  return [one.id, two.id];
}

/** A tenant with this choice, and a tab that followed this link on it. */
async function follow(vendors: Setup["vendors"], link: Partial<Link>, of?: string) {
  const tenant = `https://acme-${tenants++}.halopsa.com`;
  if (vendors.length > 0) await changeSetup(tenant, { what: "vendors", vendors });
  const followed = { profile: "moovila", features: null, field: null, ...link };
  await writeLink(TAB, { ...followed, tenant: of ?? tenant });
  await followLink(TAB, tenant);
  const chosen = async () => (await readSetup(tenant)).vendors;
  return {
    chosen,
    counting: async () => withProposed(await chosen(), TAB, tenant),
    proposed: async () => proposedIn(TAB, tenant, await chosen()),
    settle: (keep: boolean) => settleProposal(TAB, tenant, keep),
  };
}

test("where nothing is chosen, a link takes effect at once and says where that comes from; Dismiss takes it back", async () => {
  for (const keep of [true, false]) {
    const tenant = await follow([], { features: [first] });
    const choice = [{ profile: "moovila", features: [first] }];
    assert.deepEqual(await tenant.chosen(), choice);
    assert.equal((await tenant.proposed())?.how, "chosen");
    await tenant.settle(keep);
    assert.equal(await tenant.proposed(), null);
    assert.deepEqual(await tenant.chosen(), keep ? choice : []);
  }
});

test("a vendor is added in its tab only, until the person keeps it", async () => {
  const own = { profile: "datagate", features: null };
  const more = { profile: "moovila", features: [first] };
  for (const keep of [true, false]) {
    const tenant = await follow([own], { features: [first] });
    assert.deepEqual([await tenant.chosen(), await tenant.counting()], [[own], [own, more]]);
    assert.equal((await tenant.proposed())?.how, "vendor");
    await tenant.settle(keep);
    assert.deepEqual(await tenant.chosen(), keep ? [own, more] : [own]);
    assert.deepEqual(await tenant.counting(), keep ? [own, more] : [own]);
  }
});

test("features are added to those that are chosen, in its tab only, until the person keeps them", async () => {
  const own = { profile: "moovila", features: [first] };
  for (const keep of [true, false]) {
    const tenant = await follow([own], { features: [second] });
    const both = { profile: "moovila", features: [first, second] };
    assert.deepEqual([await tenant.chosen(), await tenant.counting()], [[own], [both]]);
    assert.deepEqual([(await tenant.proposed())?.how, (await tenant.proposed())?.features], ["features", [second]]);
    await tenant.settle(keep);
    assert.deepEqual([await tenant.chosen(), await tenant.counting()], keep ? [[both], [both]] : [[own], [own]]);
    assert.equal(await tenant.proposed(), null);
  }
});

test("a link narrows nothing, removes nothing and overwrites nothing", async () => {
  const vendors = [
    { profile: "datagate", features: null },
    { profile: "moovila", features: [first, second] },
  ];
  for (const link of [
    { features: [second] },
    { features: [] },
    { features: null },
    { features: ["no-such-feature"] },
  ]) {
    const tenant = await follow(vendors, link);
    assert.deepEqual([await tenant.chosen(), await tenant.counting()], [vendors, vendors], JSON.stringify(link));
    assert.equal(await tenant.proposed(), null);
    await tenant.settle(true);
    assert.deepEqual(await tenant.chosen(), vendors);
  }
});

test("a vendor that is not offered is not chosen", async () => {
  const tenant = await follow([], { profile: "nobody" });
  assert.deepEqual([await tenant.chosen(), await tenant.proposed()], [NO_SETUP.vendors, null]);
});

test("a tenant does not inherit the link that was followed on another one, nor what that one proposed", async () => {
  const tenant = await follow([], {}, "https://other.halopsa.com");
  assert.deepEqual([await tenant.chosen(), await tenant.proposed()], [[], null]);
  const own = { profile: "datagate", features: null };
  const before = await follow([own], { features: [first] });
  assert.equal((await before.proposed())?.how, "vendor");
  // The tab goes on to another tenant.
  const elsewhere = await proposedIn(TAB, "https://elsewhere.halopsa.com", [own]);
  assert.equal(elsewhere, null);
  assert.deepEqual(await withProposed([own], TAB, "https://elsewhere.halopsa.com"), [own]);
});
