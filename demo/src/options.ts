/** The option's values; the first one is the default. demo/README.md says what each does. */
const CHOICES = {
  seed: ["moovila", "mspbots", "gradient-msp", "datagate", "laborcast"],
  state: ["half", "none", "all"],
  pane: ["loader", "standing", "late", "fading"],
  theme: ["light", "dark", "browser"],
  lazy: ["edit", "both", "off"],
  boxes: ["for", "wrap", "after", "property"],
  rows: ["plain", "columns", "untitled", "nofor"],
  scopes: ["known", "extra"],
  secret: ["shown", "masked"],
  fieldlist: ["table", "chips"],
  api: ["text", "inputs"],
  wording: ["clients", "customers", "older"],
  product: ["HaloPSA", "HaloITSM"],
  lang: ["en-GB", "nl"],
  badge: ["no", "yes"],
  nested: ["no", "yes"],
  swallow: ["no", "yes"],
} as const;

type Choices = { -readonly [K in keyof typeof CHOICES]: (typeof CHOICES)[K][number] };

/** How the demo tenant behaves in this tab. */
export interface Options extends Choices {
  /** Milliseconds until a list or a record appears; held: as soon as somebody says so. */
  delay: number | "held";
}

const DEFAULT_DELAY = 600;

function defaults(): Options {
  const first = Object.entries(CHOICES).map(([name, values]) => [name, values[0]]);
  return { ...(Object.fromEntries(first) as Choices), delay: DEFAULT_DELAY };
}

/** Reads `name:value,name:value`; throws an error that names the option and what it may be. */
function parseOptions(text: string): Partial<Options> {
  const pairs = text.split(",").filter(Boolean).map(parsePair);
  return Object.fromEntries(pairs) as Partial<Options>;
}

function parsePair(pair: string): [string, string | number] {
  const [name = "", value = ""] = pair.split(":");
  if (name === "delay" && value === "held") return [name, value];
  if (name === "delay" && /^\d+$/.test(value)) return [name, Number(value)];
  if (name === "delay") throw new Error(`demo option delay: "${value}" is neither a number of milliseconds nor "held"`);
  if (!(name in CHOICES))
    throw new Error(`demo option "${name}" is not known; known: ${Object.keys(CHOICES).join(", ")}, delay`);
  const allowed: readonly string[] = CHOICES[name as keyof Choices];
  if (!allowed.includes(value)) throw new Error(`demo option ${name}: "${value}" is not one of ${allowed.join(", ")}`);
  return [name, value];
}

/** A host such as `datagate-all.halopsa.com` names its seed and state, so that tests can visit several tenants at once. */
function optionsOfHost(host: string): Partial<Options> {
  const [, seed, state] = /^([a-z-]+)-(none|half|all)\./.exec(host) ?? [];
  return seed && state ? parseOptions(`seed:${seed},state:${state}`) : {};
}

const KEPT = "halo-demo-options";

/** Takes `?demo=` off the address and keeps it for the tab, so that the address looks as it does in Halo. */
function takeFromAddress(): string {
  const url = new URL(location.href);
  const given = url.searchParams.get("demo");
  if (given !== null) {
    sessionStorage.setItem(KEPT, given);
    url.searchParams.delete("demo");
    history.replaceState(history.state, "", url);
  }
  return sessionStorage.getItem(KEPT) ?? "";
}

/** A mistaken option stops the demo: a test must not go on with another tenant than it asked for. */
function optionsOfAddress(): Partial<Options> {
  try {
    return parseOptions(takeFromAddress());
  } catch (error) {
    sessionStorage.removeItem(KEPT);
    document.body.textContent = String(error);
    throw error;
  }
}

/** The options of this tab: defaults, then the host's, then the address's. */
export const options: Options = { ...defaults(), ...optionsOfHost(location.hostname), ...optionsOfAddress() };
