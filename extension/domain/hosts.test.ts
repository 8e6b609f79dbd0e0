import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { domains, no_tenants } from "../../src/vocabulary/hosts.json";
import { HOST_PATTERNS, isHost, isOrigin, placeOf, readHost, strangerOf, tenantOf } from "./hosts.js";

const OWN = ["halo.acme.example"];

test("tenants are https hosts under Halo's domains", () => {
  assert.equal(tenantOf("https://acme.halopsa.com/config?id=1", []), "https://acme.halopsa.com");
  assert.equal(tenantOf("https://acme.haloitsm.com:8443/", []), "https://acme.haloitsm.com:8443");
  for (const address of [
    undefined,
    "",
    "http://acme.halopsa.com/",
    "https://halopsa.com.evil.example/",
    "https://evilhalopsa.com/",
  ]) {
    assert.equal(tenantOf(address, OWN), null, address);
  }
});

test("a trial is a tenant; what Halo says to everybody is none", () => {
  assert.equal(tenantOf("https://acme.trial.usehalo.com:8443/config", []), "https://acme.trial.usehalo.com:8443");
  for (const host of [...no_tenants, ...domains, "usehalo.com.evil.example", "acmetrial.usehalo.com"]) {
    // A person cannot make a tenant of Halo's own pages either.
    const own = no_tenants.includes(host) ? [host] : [];
    assert.equal(tenantOf(`https://${host}/config/agents/roles`, own), null, host);
  }
  for (const host of no_tenants) {
    assert.deepEqual(readHost(host), { problem: "no-tenant" }, host);
    assert.equal(strangerOf(`https://${host}/guides/2546`, []), null, host);
  }
});

test("the manifest lets in the same hosts, and keeps the content script out of those without a tenant", () => {
  const manifest = JSON.parse(readFileSync("manifest.json", "utf8"));
  const [script] = manifest.content_scripts;
  assert.deepEqual(manifest.host_permissions, HOST_PATTERNS);
  assert.deepEqual(script.matches, HOST_PATTERNS);
  const isLetIn = (host: string) => domains.some((domain) => `.${host}`.endsWith(`.${domain}`));
  assert.deepEqual(
    script.exclude_matches,
    no_tenants.filter(isLetIn).map((host) => `https://${host}/*`),
  );
});

test("own hosts are tenants too: exactly these, on every port, by https only", () => {
  assert.equal(tenantOf("https://halo.acme.example/config", OWN), "https://halo.acme.example");
  assert.equal(tenantOf("https://halo.acme.example:8443/config", OWN), "https://halo.acme.example:8443");
  for (const address of [
    "http://halo.acme.example/",
    "https://acme.example/",
    "https://x.halo.acme.example/",
    "https://halo.acme.example.evil.example/",
  ]) {
    assert.equal(tenantOf(address, OWN), null, address);
  }
});

test("the place is told by the path", () => {
  const at = (path: string) => placeOf(`https://acme.halopsa.com${path}`, []);
  assert.equal(at("/config"), "configuration");
  assert.equal(at("/config/agents/roles?id=1"), "configuration");
  assert.equal(at("/configuration"), "halo");
  assert.equal(at("/tickets"), "halo");
  assert.equal(at("/auth/account/login"), "signed-out");
  assert.equal(placeOf("about:blank", OWN), "elsewhere");
  assert.equal(placeOf("https://halo.acme.example/config", OWN), "configuration");
});

test("a host is read out of whatever names it", () => {
  for (const text of ["halo.acme.example", " Halo.Acme.Example ", "https://halo.acme.example:8443/config?id=1"]) {
    assert.deepEqual(readHost(text), { host: "halo.acme.example" }, text);
  }
  assert.deepEqual(readHost("halo"), { host: "halo" });
  assert.deepEqual(readHost("münchen.example"), { host: "xn--mnchen-3ya.example" });
  assert.deepEqual(readHost("http://halo.acme.example"), { problem: "not-https" });
  assert.deepEqual(readHost("acme.halopsa.com"), { problem: "known-already" });
  for (const text of ["", "https://", "two words", "*", "*.acme.example", "https://*/*", "[::1]"]) {
    assert.deepEqual(readHost(text), { problem: "not-an-address" }, text);
  }
});

test("only a page that could be a Halo of one's own is offered to be one", () => {
  assert.equal(strangerOf("https://support.acme.example/config", OWN), "support.acme.example");
  for (const address of [
    undefined,
    "https://halo.acme.example/",
    "https://a.halopsa.com/",
    "http://a.example/",
    "about:",
  ]) {
    assert.equal(strangerOf(address, OWN), null, address);
  }
});

test("messages may name one host, and one origin", () => {
  assert.ok(isHost("halo.acme.example") && isOrigin("https://halo.acme.example:8443"));
  for (const host of ["*", "*.acme.example", "a/b", "a:1", "", null]) assert.ok(!isHost(host), String(host));
  for (const origin of ["http://a.example", "https://a.example/", "a.example", 1]) assert.ok(!isOrigin(origin));
});
