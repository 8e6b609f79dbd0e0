// Moovila's half-done tenant: some scopes of its application are granted, some are not.
import { openTab, recordPath } from "../../tools/halo.mjs";
import { openPanel } from "../../tools/spy.mjs";
import { assertMark } from "./marks.mjs";

/**
 * Opens the application's Permissions.
 * @param {import("./matrix.mjs").Stage} stage
 */
export async function openScopes(stage) {
  const options = { demo: "delay:0,lazy:off", link: "preflight=moovila" };
  const page = await stage.open(stage.address("moovila-half", recordPath("moovila", "application"), options));
  await openTab(page, "Permissions");
  return page;
}

/**
 * Opens the panel beside them, once they are read.
 * @param {import("./matrix.mjs").Stage} stage
 */
export async function openHalfDone(stage) {
  const page = await openScopes(stage);
  await assertMark(page, "edit:tickets", "missing");
  const panel = await openPanel(page);
  await panel.waitForSelector("#tab-findings");
  return panel;
}
