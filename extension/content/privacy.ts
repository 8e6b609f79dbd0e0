import { key } from "../domain/text.js";

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
/** A JSON Web Token begins with an encoded `{"`. */
const JWT = /eyJ[A-Za-z0-9_-]{9}/;
const TOKEN_LENGTH = 20;
/** The digits that a name ends with, or a year in it. */
const MAX_NUMBER = 4;
/** An address of a server: no user, no query, no fragment in which a key could stand. */
const ADDRESS = /^https?:\/\/[^\s?#@]+$/;
/** Formatting characters, which part words that a reader sees as one. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g;
const HEX = /^[0-9a-f]+$/i;
const PADDED = /^[A-Za-z0-9+/_-]*=+$/;
const GROUP = /^[A-Za-z0-9]{4,8}$/;
/** What joins the words of a name: `Moovila-Integration-2024`, `svc.halo01@acme.example`. */
const JOINT = /[-_.:,;@/&'()[\]#]+/;
/** One word with at most one short number in, before or after it. */
const PART_OF_NAME = /^(\D*)\d*(\D*)$/;
/** Five consonants in a row are in no word and no abbreviation. */
const UNSPEAKABLE = /[b-df-hj-np-tv-xz]{5}/i;
const VOWEL = /[aeiouy]|[^ -~]/i;
/** Capitals begin a word or are an abbreviation. */
const ODD_CASE = /\p{Lu}{6}|\p{Lu}[^\p{Lu}](?=\p{Lu}|$)/u;

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

/** True for a text in which a key, a token or a GUID is. `src/html/secret.rs` has the same rule, for saved pages. */
export function looksLikeToken(text: string): boolean {
  const plain = text.replace(INVISIBLE, "");
  const words = plain.split(/\s+/).filter(Boolean);
  return (
    GUID.test(plain) ||
    words.some((word, at) => isToken(word) || JWT.test(word) || isAuthorization(words[at - 1], word)) ||
    areGroups(words, (mixed, of) => mixed * 2 >= of)
  );
}

/** The same for ids and names, which join words by hyphens: `input-field-for-customfield_123` is no token. */
export function idHoldsToken(id: string): boolean {
  return GUID.test(id) || id.split(/[^a-z0-9]+/i).some((part) => part.length >= TOKEN_LENGTH && mixes(part));
}

function mixes(text: string): boolean {
  return /\p{L}/u.test(text) && /\p{N}/u.test(text);
}

/** A word too long and too mixed for a name. */
function isToken(word: string): boolean {
  if ([...word].length < TOKEN_LENGTH) return false;
  if (ADDRESS.test(word)) return word.split("/").some(isToken);
  if (HEX.test(word) || PADDED.test(word)) return true;
  return mixes(word) && (!isName(word) || areGroups(word.split("-"), () => true));
}

/** `Bearer …`, as it stands in a header. */
function isAuthorization(before: string | undefined, word: string): boolean {
  const scheme = before?.replace(/:+$/, "").toLowerCase();
  const { length } = [...word];
  const isKey = length >= 8 && (/\d/.test(word) || word.endsWith("=") || !isName(word));
  return (scheme === "bearer" && (isKey || length >= TOKEN_LENGTH)) || (scheme === "basic" && isKey);
}

/**
 * A key in groups of equal length, as people read it out: at least 20 characters in all. `enough` is given how many of the
 * groups mix letters and digits.
 */
function areGroups(parts: string[], enough: (mixed: number, of: number) => boolean): boolean {
  let from = 0;
  for (let at = 1; at <= parts.length; at++) {
    if (at < parts.length && parts[at]?.length === parts[from]?.length) continue;
    const run = parts.slice(from, at);
    from = at;
    const joined = run.join("");
    const isKey = run.length >= 4 && joined.length >= TOKEN_LENGTH && run.every((group) => GROUP.test(group));
    if (isKey && mixes(joined) && enough(run.filter(mixes).length, run.length)) return true;
  }
  return false;
}

function isName(word: string): boolean {
  return word.split(JOINT).every((part) => {
    const [, before = "", after = ""] = PART_OF_NAME.exec(part) ?? [part, "0"];
    return part.replace(/\D/g, "").length <= MAX_NUMBER && [before, after].every(isSpelled);
  });
}

/** Letters as words have them: capitals where words begin, and vowels among them. */
function isSpelled(letters: string): boolean {
  if (!/^\p{L}*$/u.test(letters)) return false;
  if ([...letters].length <= 3) return true;
  const isCased = /^\p{Lu}*$/u.test(letters) || !ODD_CASE.test(letters);
  return VOWEL.test(letters) && !UNSPEAKABLE.test(letters) && isCased;
}
