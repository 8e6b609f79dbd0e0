// Files that go into and out of the extension's pages.
import { click } from "../../tools/panel-view.mjs";

/** @typedef {import("puppeteer-core").Page} Page */

/**
 * Chooses a file with this text in the settings, as the browser's own dialog would.
 * @param {Page} settings
 * @param {string} text
 */
export async function importProfile(settings, text) {
  await settings.$eval(
    "input[type=file]",
    (input, text) => {
      const files = new DataTransfer();
      files.items.add(new File([text], "profile.json", { type: "application/json" }));
      /** @type {HTMLInputElement} */ (input).files = files.files;
      input.dispatchEvent(new Event("change"));
    },
    text,
  );
}

/**
 * The bytes of the file that the browser is told to keep when a button is pressed.
 * @param {Page} page
 * @param {string} button
 */
export async function kept(page, button) {
  const file = await page.evaluateHandle(() => {
    const create = URL.createObjectURL;
    const kept = new Promise((resolve) => {
      URL.createObjectURL = (blob) => {
        resolve(blob);
        URL.createObjectURL = create;
        return create(blob);
      };
    });
    return { kept };
  });
  await click(page, button);
  return file.evaluate(async ({ kept }) => [...new Uint8Array(await /** @type {Blob} */ (await kept).arrayBuffer())]);
}
