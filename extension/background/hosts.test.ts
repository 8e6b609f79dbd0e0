import assert from "node:assert/strict";
import { test } from "node:test";
import { fakeBrowser } from "./fake-browser.js";

const { open, started } = fakeBrowser();
const { addHost, startOnOwnDomains } = await import("./hosts.js");

test("after an installation or an update the script starts in the open tabs of tenants, and on no other page of Halo's", async () => {
  const pages = [
    "https://acme.halopsa.com/config/agents/agents",
    "https://www.halopsa.com/pricing",
    "https://auth.haloservicedesk.com/login",
    "https://acme.trial.usehalo.com/tickets",
    "https://www.trial.usehalo.com/",
  ];
  for (const [id, url] of pages.entries()) open.set(id, url);
  await startOnOwnDomains();
  assert.deepEqual(started, [0, 3]);
});

test("the script starts on a host that was named, as soon as it counts", async () => {
  open.clear();
  started.length = 0;
  open.set(1, "https://desk.example.com/config");
  open.set(2, "https://other.example.com/config");
  await addHost("desk.example.com");
  assert.deepEqual(started, [1]);
});
