// Lets a test, which is outside, ask the background through the page: `postMessage({ spy: question, about })` is answered
// by `postMessage({ spyAnswer, value })`. Firefox gives a test no other way in.

/** @type {typeof chrome} */
const api = Reflect.get(globalThis, "browser") ?? chrome;

/** Until the background that was asked to be watched is gone. @type {Promise<unknown>} */
let gone = Promise.resolve();

addEventListener("message", async ({ data, source }) => {
  if (source !== window || typeof data?.spy !== "string") return;
  const value = await answerTo(data.spy, data.about);
  postMessage({ spyAnswer: data.spy, value }, location.origin);
});

/** @param {string} question @param {unknown} about */
async function answerTo(question, about) {
  if (question === "gone") return gone.then(() => true);
  return question === "settled" ? settled() : ask(question, about);
}

/**
 * What the extension's own content script, which shares this world, has come to: what the page shows is judged and painted,
 * or nobody reads the page.
 * @returns {Promise<"painted" | "unread">}
 */
async function settled() {
  const world = /** @type {{ preflightProgress?: string, preflightNoted?: EventTarget }} */ (
    /** @type {unknown} */ (globalThis)
  );
  world.preflightNoted ??= new EventTarget();
  for (;;) {
    const { preflightProgress: progress } = world;
    if (progress === "painted" || progress === "unread") return progress;
    await new Promise((resolve) => world.preflightNoted?.addEventListener("noted", resolve, { once: true }));
  }
}

/**
 * @param {string} question
 * @param {unknown} [about]
 * @returns {Promise<unknown>}
 */
function ask(question, about) {
  const port = api.runtime.connect({ name: "spy" });
  // The port of a watch stays open: that it closes says that the background is gone.
  if (question === "watch") gone = new Promise((resolve) => port.onDisconnect.addListener(resolve));
  return new Promise((resolve) => {
    // A background that ends before it has answered is asked anew: that starts it.
    if (question !== "watch") port.onDisconnect.addListener(() => resolve(ask(question, about)));
    port.onMessage.addListener((answer) => {
      if (question !== "watch") port.disconnect();
      resolve(answer);
    });
    port.postMessage({ question, about });
  });
}
