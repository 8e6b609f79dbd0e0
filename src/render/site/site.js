// Preflight for HaloPSA: what the static site does with script. Without it, every page is complete. Addresses, what the
// browser kept and what is typed are untrusted: they choose among what the page has, and stand in it as text only.
(() => {
  /** What the browser keeps for this site; a browser that keeps nothing is none the worse. */
  const kept = {
    /** @param {string} key */
    read(key) {
      try {
        return localStorage.getItem(`preflight ${key}`);
      } catch {
        return null;
      }
    },
    /** @param {string} key @param {string | null} value */
    write(key, value) {
      try {
        if (value === null) localStorage.removeItem(`preflight ${key}`);
        else localStorage.setItem(`preflight ${key}`, value);
      } catch {
        // Then it holds as long as the page is open.
      }
    },
  };

  /** @param {string} id */
  const byId = (id) => document.getElementById(id);

  /** @template {Element} E @param {new () => E} type @param {string} selector @returns {E[]} */
  const all = (type, selector) =>
    [...document.querySelectorAll(selector)].flatMap((one) => (one instanceof type ? [one] : []));

  /** The host in what was typed; null for what is no address of a Halo. @param {string} typed */
  function hostOf(typed) {
    const text = typed.trim();
    try {
      const url = new URL(/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`);
      const isPlain = url.protocol === "https:" && url.username === "" && url.password === "";
      return isPlain && /^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z0-9]([a-z0-9-]*[a-z0-9])?$/.test(url.hostname)
        ? url.host
        : null;
    } catch {
      return null;
    }
  }

  const main = document.querySelector("main");
  const profile = main?.dataset.profile;
  if (main && profile) vendorPage(main, profile);
  else searchPage();

  /** @param {HTMLElement} main @param {string} profile */
  function vendorPage(main, profile) {
    const features = all(HTMLInputElement, 'input[name="feature"]');
    const links = all(HTMLAnchorElement, "a.open");
    const query = new URLSearchParams(location.search);
    /** What the page's own address points at. @type {HTMLAnchorElement | undefined} */
    const wanted = pointedAt();
    let host = hostOf(kept.read("tenant") ?? "");

    chooseFeatures(query.get("features")?.split(",") ?? []);
    for (const box of features) box.addEventListener("change", show);
    askForTenant();
    keepTicks();
    show();
    pointOut();

    /** @param {string[]} named */
    function chooseFeatures(named) {
      if (features.some(({ value }) => named.includes(value)))
        for (const box of features) box.checked = named.includes(box.value);
    }

    function pointedAt() {
      const [screen, field] = [query.get("screen"), query.get("field")];
      const fits = links.filter((link) => field === null || link.dataset.field === field);
      if (screen === null && field === null) return undefined;
      return fits.find((link) => screen === null || link.dataset.screen === screen);
    }

    /** Where the reader's Halo is not known yet, its box stays in view, and says what the link is about. */
    function pointOut() {
      const place = wanted?.closest("li") ?? wanted?.closest("section");
      const about = byId("about");
      if (!place || !about) return;
      place.classList.add("chosen");
      if (host !== null) place.scrollIntoView({ block: "center" });
      const link = document.createElement("a");
      link.href = `#${place.id}`;
      link.textContent = place.querySelector("b, h2")?.textContent ?? "";
      about.append(" ", link);
      about.hidden = false;
    }

    function show() {
      const chosen = features.filter(({ checked }) => checked).map(({ value }) => value);
      for (const part of all(HTMLElement, "[data-features]")) {
        const own = part.dataset.features?.split(" ") ?? [];
        part.hidden = !own.some((id) => chosen.includes(id));
      }
      for (const link of links) aim(link, link.dataset.path ?? "", link.dataset.field);
      const go = byId("go");
      if (go instanceof HTMLAnchorElement) {
        const { field } = wanted?.dataset ?? {};
        aim(go, wanted?.dataset.path ?? main.dataset.start ?? "/config", field);
        go.textContent = (field ? go.dataset.field?.replace("{field}", () => field) : go.dataset.any) ?? "";
      }

      /** @param {HTMLAnchorElement} link @param {string} path @param {string | undefined} field */
      function aim(link, path, field) {
        link.hidden = host === null;
        if (host === null) return link.removeAttribute("href");
        const parts = [`preflight=${profile}`];
        if (chosen.length > 0) parts.push(`features=${chosen.join(",")}`);
        if (field) parts.push(`field=${encodeURIComponent(field)}`);
        link.href = `https://${host}${path}#${parts.join("&")}`;
      }
    }

    function askForTenant() {
      const form = byId("tenant");
      const [box, said, forget] = [byId("address"), byId("said"), byId("forget")];
      if (!(form instanceof HTMLFormElement && box instanceof HTMLInputElement && said && forget)) return;
      byId("halo")?.removeAttribute("hidden");
      box.value = host ?? "";
      tell(false);
      form.addEventListener("submit", (event) => {
        event.preventDefault();
        host = hostOf(box.value);
        if (host !== null) box.value = host;
        kept.write("tenant", host);
        tell(host === null);
        show();
      });
      forget.addEventListener("click", () => {
        host = null;
        box.value = "";
        kept.write("tenant", null);
        tell(false);
        show();
        box.focus();
      });

      /** @param {boolean} wrong */
      function tell(wrong) {
        const { wrong: fix = "", set = "" } = form?.dataset ?? {};
        if (!(box && said && forget)) return;
        box.setAttribute("aria-invalid", String(wrong));
        said.classList.toggle("wrong", wrong);
        said.textContent = wrong ? fix : host === null ? "" : set.replace("{host}", host);
        forget.hidden = host === null;
        if (wrong) box.focus();
      }
    }

    function keepTicks() {
      const boxes = all(HTMLInputElement, 'input[name="done"]');
      const ticked = (kept.read(`ticks ${profile}`) ?? "").split(" ");
      for (const box of boxes) {
        box.checked = ticked.includes(box.value);
        box.addEventListener("change", () => {
          const done = boxes.filter(({ checked }) => checked).map(({ value }) => value);
          kept.write(`ticks ${profile}`, done.length > 0 ? done.join(" ") : null);
        });
      }
    }
  }

  function searchPage() {
    const [form, box, none] = [byId("search"), byId("query"), byId("none")];
    if (!(form && box instanceof HTMLInputElement && none)) return;
    const entries = all(HTMLLIElement, ".vendors li");
    form.hidden = false;
    form.addEventListener("submit", (event) => event.preventDefault());
    box.addEventListener("input", () => {
      const words = box.value.toLowerCase().split(/\s+/);
      for (const entry of entries) {
        const text = entry.textContent?.toLowerCase() ?? "";
        entry.hidden = !words.every((word) => text.includes(word));
      }
      const found = entries.some(({ hidden }) => !hidden);
      none.textContent = found ? "" : (none.dataset.none?.replace("{query}", () => box.value.trim()) ?? "");
    });
  }
})();
