// Pages that get in the way: names that collide with the DOM's, scripts that take the marks away or change boxes silently.
import assert from "node:assert/strict";
import { test } from "node:test";
import { openTab, press, recordPath } from "../../tools/halo.mjs";
import { messages } from "../../tools/spy.mjs";
import { SCREENS } from "./expected.mjs";
import { freeze } from "./frozen.mjs";
import { openScopes } from "./half-done.mjs";
import { assertMark, assertMarks } from "./marks.mjs";
import { inBothBrowsers } from "./matrix.mjs";

const APPLICATION = recordPath("moovila", "application");
const PERMISSIONS = SCREENS.find(({ screen }) => screen === "application.permissions")?.marks ?? {};
const GRANTED = "read:tickets";

/** Names that a form's controls give to the form itself. */
const FORM_NAMES = [
  ...["matches", "getAttribute", "getAttributeNames", "hasAttribute", "setAttribute", "removeAttribute", "closest"],
  ...["checkVisibility", "localName", "children", "firstChild", "lastElementChild", "previousElementSibling"],
  ...[
    "parentElement",
    "parentNode",
    "textContent",
    "nodeType",
    "nodeValue",
    "contains",
    "querySelector",
    "id",
    "className",
  ],
  ...["getBoundingClientRect", "compareDocumentPosition", "isConnected", "getRootNode", "tagName", "style"],
];
/** Names that an image gives to the document, and an element's id to the window. */
const DOCUMENT_NAMES = [
  ...["body", "documentElement", "querySelector", "querySelectorAll", "createElement", "addEventListener", "title"],
  ...["adoptedStyleSheets", "elementsFromPoint", "createRange", "createTreeWalker", "hidden", "scrollingElement"],
  ...["browser", "preflight", "chrome", "requestAnimationFrame"],
];

inBothBrowsers(
  "A page that gets in the way",
  (stage) => {
    const open = async () => {
      const page = await openScopes(stage);
      await assertMarks(page, PERMISSIONS);
      return page;
    };

    test("names its controls and pictures like members of the DOM", async () => {
      const page = await open();
      await freeze(page);
      await page.evaluate(
        (formNames, documentNames) => {
          const form = document.createElement("form");
          const pictures = documentNames.map((name) => `<img name="${name}" id="${name}" alt="">`);
          const inputs = formNames.map((name) => `<input type="hidden" name="${name}">`);
          const { body } = document;
          form.append(...body.childNodes);
          form.insertAdjacentHTML("beforeend", [...inputs, ...pictures].join(""));
          body.append(form);
        },
        FORM_NAMES,
        DOCUMENT_NAMES,
      );
      const isClobbered = () => Reflect.get(document, "body") instanceof HTMLImageElement;
      assert.ok(await page.evaluate(isClobbered), "the page's names collide");
      // Something that only a new capture finds.
      const value = (/** @type {string} */ text) =>
        page.evaluate((text) => {
          const { querySelectorAll } = Document.prototype;
          const labels = [...querySelectorAll.call(document, "label")];
          const row = labels.find(({ textContent }) => textContent === "read:tickets")?.closest(".row");
          const shown = row?.querySelector(".read-value");
          if (!(shown instanceof HTMLElement)) throw new Error("There is no such row.");
          shown.textContent = text;
          shown.title = text;
        }, text);
      const marked = (/** @type {string} */ outcome) =>
        page.waitForFunction(
          (outcome) => {
            const { querySelectorAll } = Document.prototype;
            const labels = [...querySelectorAll.call(document, "label")];
            const row = labels.find(({ textContent }) => textContent === "read:tickets")?.closest(".row");
            return row?.querySelector("[data-preflight]")?.getAttribute("data-preflight") === outcome;
          },
          {},
          outcome,
        );
      await value("No");
      await marked("missing");
      await value("Yes");
      await marked("met");
    });

    test("takes the host and the sheet away", async () => {
      const page = await open();
      const isThere = () => {
        const signs = document.querySelector("preflight-marks")?.shadowRoot?.querySelectorAll(".sign").length ?? 0;
        const sheets = document.adoptedStyleSheets.filter(({ cssRules: [first] }) =>
          first?.cssText.startsWith("preflight-marks"),
        );
        return signs > 0 && sheets.length === 1;
      };
      await page.waitForFunction(isThere);
      await page.evaluate(() => document.querySelector("preflight-marks")?.remove());
      await page.waitForFunction(isThere);
      await page.evaluate(() => {
        document.adoptedStyleSheets = [];
      });
      await page.waitForFunction(isThere);
      await page.evaluate(() => {
        const sheet = document.adoptedStyleSheets.find(({ cssRules: [first] }) =>
          first?.cssText.startsWith("preflight-marks"),
        );
        sheet?.replaceSync("");
        document.querySelector("preflight-marks")?.setAttribute("style", "display: none !important");
      });
      await page.waitForFunction(isThere);
      await page.waitForFunction(() => {
        const host = document.querySelector("preflight-marks");
        return host !== null && getComputedStyle(host).display === "contents";
      });
      await page.evaluate(() => {
        const host = document.querySelector("preflight-marks");
        if (host) document.documentElement.append(host.cloneNode(true));
      });
      await page.waitForFunction(() => document.querySelectorAll("preflight-marks").length === 1);
      await page.waitForFunction(isThere);
    });

    test("takes the attributes away, and sets its own", async () => {
      const page = await open();
      await page.evaluate(() => {
        for (const element of document.querySelectorAll("[data-preflight]")) {
          for (const name of element.getAttributeNames())
            if (name.startsWith("data-preflight")) element.removeAttribute(name);
        }
        document.body.setAttribute("data-preflight", "met");
      });
      await page.waitForFunction(() => !document.body.hasAttribute("data-preflight"));
      await assertMarks(page, PERMISSIONS);
    });

    test("replaces its root, and is watched as before", async () => {
      const page = await open();
      await page.evaluate(() => {
        const copy = /** @type {HTMLElement} */ (document.documentElement.cloneNode(true));
        copy.querySelector("preflight-marks")?.remove();
        document.replaceChild(copy, document.documentElement);
      });
      await assertMarks(page, PERMISSIONS);
      for (const [text, outcome] of /** @type {const} */ ([
        ["No", "missing"],
        ["Yes", "met"],
      ])) {
        await page.evaluate((text) => {
          const label = [...document.querySelectorAll("label")].find(
            ({ textContent }) => textContent === "read:tickets",
          );
          const value = /** @type {HTMLElement} */ (label?.closest(".row")?.querySelector(".read-value"));
          value.textContent = text;
          value.title = text;
        }, text);
        await assertMark(page, GRANTED, outcome);
      }
    });

    test("copies a row with its marks", async () => {
      const page = await open();
      await freeze(page);
      await assertMarks(page, PERMISSIONS);
      await page.evaluate(() => {
        const value = document.querySelector("[data-preflight=met]");
        const copy = /** @type {Element} */ (value?.cloneNode(true));
        copy.id = "copy";
        document.body.append(copy);
      });
      await page.waitForFunction(() =>
        document
          .querySelector("#copy")
          ?.getAttributeNames()
          .every((name) => !name.startsWith("data-preflight")),
      );
      await assertMarks(page, PERMISSIONS);
    });

    test("is written to only where something changes", async () => {
      const page = await open();
      const writes = await page.evaluate(async () => {
        let written = 0;
        const observer = new MutationObserver((changes) => {
          written += changes.filter(({ attributeName }) => attributeName?.startsWith("data-preflight")).length;
        });
        observer.observe(document.documentElement, { subtree: true, attributes: true });
        // What changes nothing for the core has the page painted again all the same.
        for (let change = 0; change < 3; change++) {
          document.body.classList.toggle("changed");
          for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
        }
        observer.disconnect();
        return written;
      });
      assert.equal(writes, 0);
    });

    test("ticks a box without an event", async () => {
      const page = await open();
      await press(page, "Edit");
      await assertMark(page, GRANTED, "met");
      const set = (/** @type {object} */ properties) =>
        page.evaluate((properties) => {
          const label = [...document.querySelectorAll("label")].find(
            ({ textContent }) => textContent === "read:tickets",
          );
          Object.assign(label?.closest(".row")?.querySelector("input") ?? {}, properties);
        }, properties);
      await set({ checked: false });
      await assertMark(page, GRANTED, "missing");
      await set({ checked: true });
      await assertMark(page, GRANTED, "met");
    });
  },
  { csp: [false] },
);

inBothBrowsers(
  "The first reading",
  (stage) => {
    test("holds the texts that the profile needs", async () => {
      const address = stage.address("moovila-all", APPLICATION, { demo: "delay:0", link: "preflight=moovila" });
      const page = await stage.open(address);
      await openTab(page, "Details");
      await assertMark(page, "Login Type", "met");
      const sent = (await messages(page)).map((message) => JSON.parse(message));
      const first = sent.find(
        ({ kind, snapshot }) =>
          kind === "judge" &&
          snapshot.url.includes("moovila-all") &&
          snapshot.nodes.text.includes("Agent to log in as"),
      );
      assert.ok(first.snapshot.nodes.text.includes("Moovila API"), "the name of the agent is in the first snapshot");
    });

    test("holds no other free text", async () => {
      const options = { demo: "delay:0", link: "preflight=moovila" };
      const page = await stage.open(stage.address("moovila-all", recordPath("moovila", "agent"), options));
      await openTab(page, "Details");
      await assertMark(page, "Is an API-only Agent", "met");
      const [name, status] = await page.evaluate(() =>
        ["Username", "Status"].map((label) => {
          const own = [...document.querySelectorAll("label")].find(({ textContent }) => textContent?.startsWith(label));
          return own?.closest(".row")?.querySelector(".read-value")?.textContent ?? "";
        }),
      );
      const sent = (await messages(page)).join();
      assert.ok(name && sent.includes(name), "the record's name is needed");
      assert.ok(status && !sent.includes(`"${status}"`), "the status is not");
    });
  },
  { csp: [false] },
);
