import { key } from "../shared/text.js";

/** How a text may leave the page. */
export type Disclosure = "shown" | "withheld" | "secret";

/** What is known about the element that a text belongs to. */
export interface Standing {
  /** A label, heading, tab or button: the screen's own furniture. */
  structural: boolean;
  /** The core asked for this element. */
  asked: boolean;
  /** Its name or its label says that it holds a secret. */
  secret: boolean;
}

const SECRET_NAME = /secret|passw|passphrase|token|api[ _-]?key|private[ _-]?key/i;
const GUID = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/i;
const TOKEN_LENGTH = 20;
/** An address of a server: no user, no query, no fragment in which a key could stand. */
const ADDRESS = /^https?:\/\/[^\s?#@]+$/;

/**
 * Decides about one text, already folded and not empty. A word of Halo's own vocabulary gives nothing away, wherever
 * it stands; a secret is kept back even when the core asks for it.
 */
export function disclose(text: string, words: ReadonlySet<string>, standing: Standing): Disclosure {
  if (words.has(key(text))) return "shown";
  if (looksLikeToken(text)) return "secret";
  if (standing.structural) return "shown";
  if (standing.secret) return "secret";
  return standing.asked || /^\d{1,4}$/.test(text) ? "shown" : "withheld";
}

/** True for a word in a name, an id or a label that announces a secret. */
export function namesSecret(text: string): boolean {
  return SECRET_NAME.test(text);
}

/** True for a long text without blanks that mixes letters and digits: a key, a token, a GUID. */
export function looksLikeToken(text: string): boolean {
  return (
    GUID.test(text) || text.split(" ").some((part) => part.length >= TOKEN_LENGTH && mixes(part) && !ADDRESS.test(part))
  );
}

/** The same for ids and names, which join words by hyphens: `input-field-for-customfield_123` is no token. */
export function idHoldsToken(id: string): boolean {
  return GUID.test(id) || id.split(/[^a-z0-9]+/i).some((part) => part.length >= TOKEN_LENGTH && mixes(part));
}

function mixes(text: string): boolean {
  return /\p{L}/u.test(text) && /\p{N}/u.test(text);
}
