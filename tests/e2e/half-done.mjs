import { openTab, recordPath } from "../../tools/halo.mjs";
import { openPanel } from "../../tools/spy.mjs";
import { assertMark } from "./marks.mjs";

/**
 * The panel beside Moovila's half-done application, with its Permissions read.
 * @param {import("./matrix.mjs").Stage} stage
 */
export async function openHalfDone(stage) {
  const options = { demo: "delay:0,lazy:off", link: "preflight=moovila" };
  const page = await stage.open(stage.address("moovila-half", recordPath("moovila", "application"), options));
  await openTab(page, "Permissions");
  await assertMark(page, "edit:tickets", "missing");
  const panel = await openPanel(page);
  await panel.waitForSelector("#tab-findings");
  return panel;
}
