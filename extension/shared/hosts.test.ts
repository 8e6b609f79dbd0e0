import assert from "node:assert/strict";
import { test } from "node:test";
import { placeOf, tenantOf } from "./hosts.js";

test("tenants are https hosts under Halo's domains", () => {
  assert.equal(tenantOf("https://acme.halopsa.com/config?id=1"), "https://acme.halopsa.com");
  assert.equal(tenantOf("https://acme.haloitsm.com:8443/"), "https://acme.haloitsm.com:8443");
  for (const address of [
    undefined,
    "",
    "http://acme.halopsa.com/",
    "https://halopsa.com.evil.example/",
    "https://evilhalopsa.com/",
  ]) {
    assert.equal(tenantOf(address), null, address);
  }
});

test("the place is told by the path", () => {
  const at = (path: string) => placeOf(`https://acme.halopsa.com${path}`);
  assert.equal(at("/config"), "configuration");
  assert.equal(at("/config/agents/roles?id=1"), "configuration");
  assert.equal(at("/configuration"), "halo");
  assert.equal(at("/tickets"), "halo");
  assert.equal(at("/auth/account/login"), "signed-out");
  assert.equal(placeOf("about:blank"), "elsewhere");
});
