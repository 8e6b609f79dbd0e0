// Lets a test, which is outside, ask the background through the page: `postMessage({ spy: question })` is answered by
// `postMessage({ spyAnswer, value })`. Firefox gives a test no other way in.

/** @type {typeof chrome} */
const api = Reflect.get(globalThis, "browser") ?? chrome;

addEventListener("message", ({ data, source }) => {
  if (source !== window || typeof data?.spy !== "string") return;
  /** @param {unknown} value */
  const answer = (value) => postMessage({ spyAnswer: data.spy, value }, location.origin);
  const port = api.runtime.connect({ name: "spy" });
  if (data.spy === "background-stopped") {
    port.onDisconnect.addListener(() => answer(true));
    return;
  }
  port.onMessage.addListener((value) => {
    port.disconnect();
    answer(value);
  });
  port.postMessage(data.spy);
});
