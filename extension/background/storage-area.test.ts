import assert from "node:assert/strict";
import { test } from "node:test";
import { FakeArea, fakeBrowser } from "./fake-browser.js";

// What the module looks for when it is loaded.
fakeBrowser();
const { Area } = await import("./storage-area.js");

function areaOf(quota = 1e9) {
  const fake = new FakeArea(quota);
  const evicted: string[] = [];
  const area = new Area(fake as unknown as chrome.storage.StorageArea, (keys) => evicted.push(...keys));
  return { area, fake, evicted };
}

const reading = (day: number, size = 100) => ({ seen: `2026-11-${day}`, page: "x".repeat(size) });

test("a change holds at once, is written behind that, and is read from the browser once", async () => {
  const { area, fake } = areaOf();
  const written = area.write("a", 1);
  assert.equal(await area.read("a"), 1);
  assert.deepEqual(await area.readAll("a"), { a: 1 });
  await written;
  assert.deepEqual(fake.values, { a: 1 });
  const { reads } = fake;
  for (let time = 0; time < 3; time++) assert.equal(await area.read("a"), 1);
  assert.equal(fake.reads - reads, 1);
  await area.write("a", null);
  assert.equal(await area.read("a"), undefined);
});

test("of several changes of a value the last one stays, in whatever order they are waited for", async () => {
  const { area, fake } = areaOf();
  await Promise.all([area.write("a", 1), area.write("a", 2), area.write("a", null), area.write("a", 3)]);
  assert.deepEqual(fake.values, { a: 3 });
});

test("a full area costs the oldest readings, and nothing that a person said", async () => {
  const { area, fake, evicted } = areaOf(2000);
  await area.write("setup https://a", "x".repeat(500));
  for (const day of [10, 11, 12]) await area.write(`evidence https://a s ${day}`, reading(day, 300));
  await area.write("evidence https://b s 13", reading(13, 600));
  assert.deepEqual(evicted, ["evidence https://a s 10", "evidence https://a s 11", "evidence https://a s 12"]);
  assert.deepEqual(Object.keys(fake.values), ["setup https://a", "evidence https://b s 13"]);
});

test("what a person says finds room at the cost of every reading, and fails without a loss where there is none", async () => {
  const { area, fake, evicted } = areaOf(2000);
  await area.write("setup https://a", "before");
  await area.write("evidence https://a s 10", reading(10, 1000));
  await area.write("setup https://b", "x".repeat(1500));
  assert.deepEqual(evicted, ["evidence https://a s 10"]);
  await assert.rejects(area.write("setup https://a", "x".repeat(3000)));
  assert.equal(await area.read("setup https://a"), "before");
  assert.deepEqual(Object.keys(fake.values), ["setup https://a", "setup https://b"]);
});

test("a failure that is no matter of room deletes nothing", async () => {
  const { area, fake, evicted } = areaOf();
  await area.write("evidence https://a s 10", reading(10));
  fake.set = () => Promise.reject(new Error("disk I/O error"));
  await assert.rejects(area.write("evidence https://a s 11", reading(11)), /disk/);
  assert.deepEqual([Object.keys(fake.values), evicted], [["evidence https://a s 10"], []]);
});

test("what is moved fits whole, or nothing of it is there", async () => {
  const { area, fake, evicted } = areaOf(500);
  await area.write("evidence https://a s 10", reading(10));
  await assert.rejects(
    area.writeWhole({ "evidence https://b s 1": reading(11), "evidence https://b s 2": reading(12, 400) }),
  );
  assert.deepEqual([Object.keys(fake.values), evicted], [["evidence https://a s 10"], []]);
});

test("nothing that was to be written comes back after all was deleted", async () => {
  const { area, fake } = areaOf();
  void area.write("a", 1);
  void area.write("b", 1);
  const cleared = area.clear();
  assert.equal(await area.read("a"), undefined);
  await cleared;
  assert.deepEqual(fake.values, {});
  await area.write("c", 1);
  assert.deepEqual(fake.values, { c: 1 });
});
