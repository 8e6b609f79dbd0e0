import assert from "node:assert/strict";
import { test } from "node:test";
import { MAX_PROFILE } from "./limits.js";
import { isFromSettings } from "./settings.js";

test("the settings may ask for these things", () => {
  for (const message of [
    { kind: "settings-state" },
    { kind: "add-host", host: "halo.acme.example" },
    { kind: "inspect-profile", text: "{" },
    { kind: "remove-profile", profile: "acme" },
    { kind: "forget-tenant", tenant: "https://acme.halopsa.com" },
    { kind: "set-language", language: "pt_BR" },
    { kind: "set-language", language: null },
  ]) {
    assert.ok(isFromSettings(message), JSON.stringify(message));
  }
});

test("what has another shape or size is refused", () => {
  for (const message of [
    null,
    {},
    { kind: "add-host", host: "*" },
    { kind: "add-host", host: "https://halo.acme.example" },
    { kind: "add-profile", text: 1 },
    { kind: "add-profile", text: "x".repeat(MAX_PROFILE + 1) },
    { kind: "remove-profile", profile: "../x" },
    { kind: "forget-tenant", tenant: "acme" },
    { kind: "set-language", language: "../en" },
  ]) {
    assert.ok(!isFromSettings(message), JSON.stringify(message)?.slice(0, 80));
  }
});
