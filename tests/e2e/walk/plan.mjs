// What a profile asks of the demo tenant, worked out from the profile alone: not by the core.
import { readFileSync } from "node:fs";

/**
 * @typedef {object} FieldRef
 * @property {string} screen
 * @property {string} field
 * @property {string} [record]
 */
/** @typedef {{ all?: string[], any?: string[], same_as?: FieldRef }} Items */
/**
 * @typedef {object} Expect one operator and its operand
 * @property {string} [is]
 * @property {string} [at_least]
 * @property {string} [present]
 * @property {string} [absent]
 * @property {FieldRef} [same_as]
 * @property {Items} [includes]
 * @property {string} [by_hand]
 */
/** @typedef {{ screen: string, field: string, expect: Expect }} Check */
/**
 * @typedef {object} Requirement
 * @property {string} id
 * @property {string} screen
 * @property {string} [field]
 * @property {string} [record]
 * @property {Expect & { any_of?: Check[] }} expect
 * @property {{ features?: string[], hosting?: string }} [when]
 */
/**
 * @typedef {object} Profile
 * @property {string} id
 * @property {string} name
 * @property {{ id: string, default?: boolean }[]} features
 * @property {{ id: string, name: string, recognised_by: Check }[]} [records]
 * @property {Requirement[]} requirements
 */
/** @typedef {"role" | "agent" | "application" | "ticket-type" | "tenant"} Kind */
/**
 * @typedef {object} Part a record that the integration needs, or the tenant itself
 * @property {string} id
 * @property {Kind} kind
 * @property {string | null} name
 * @property {Check} [recognisedBy]
 */
/** @typedef {Part & { kind: Exclude<Kind, "tenant">, name: string }} RecordPart */

/** In the order in which they build upon each other. */
const KINDS = /** @type {const} */ (["role", "agent", "application", "ticket-type", "tenant"]);

/** @type {Part} */
export const TENANT = { id: "tenant", kind: "tenant", name: null };

/** Worst first; what was not seen draws no mark. */
const OUTCOMES = ["missing", "wrong", "excess", "review", "not-seen", "met"];

/** The field list's entries stand in one field. */
const LIST = "Field List";

/** @param {string} vendor @returns {Profile} */
export const readProfile = (vendor) => JSON.parse(readFileSync(`profiles/${vendor}.json`, "utf8"));

/** @param {string} screen @returns {Kind} */
export function kindOf(screen) {
  const named = KINDS.find((kind) => screen.startsWith(`${kind}.`));
  return named ?? "tenant";
}

/**
 * The parts of an integration that the profile asks something of.
 * @param {Profile} profile
 * @returns {Part[]}
 */
export function partsOf(profile) {
  const asked = KINDS.filter((kind) => profile.requirements.some(({ screen }) => kindOf(screen) === kind));
  return asked.flatMap((kind) => {
    if (kind === "tenant") return [TENANT];
    if (kind !== "ticket-type") return [{ id: kind, kind, name: `${profile.name} API ${kind}` }];
    return (profile.records ?? []).map(({ id, name, recognised_by }) => ({
      id,
      kind,
      name: `${profile.name} ${name}`,
      recognisedBy: recognised_by,
    }));
  });
}

/**
 * The screens of a part that the profile names, in its order.
 * @param {Profile} profile
 * @param {Part} part
 */
export function screensOf({ requirements }, part) {
  const of = requirements.filter(({ screen, record }) => (record ?? kindOf(screen)) === part.id);
  return [...new Set(of.map(({ screen }) => screen))];
}

/**
 * Whether the requirement holds for the profile's default features in Halo's cloud.
 * @param {Profile} profile
 * @param {Requirement} requirement
 */
function isChosen({ features }, { when }) {
  const chosen = features.filter((feature) => feature.default).map(({ id }) => id);
  return !when?.features || when.features.some((feature) => chosen.includes(feature));
}

/** @param {Requirement} requirement */
export const isForOtherHosting = ({ when }) => when?.hosting !== undefined && when.hosting !== "cloud";

/** @param {Part} part @returns {part is RecordPart} */
export function isRecord(part) {
  return part.kind !== "tenant";
}

/** @param {Requirement} requirement */
const isByHand = ({ expect }) => "by_hand" in expect;

/**
 * The requirements that are in force.
 * @param {Profile} profile
 */
const inForce = (profile) => profile.requirements.filter((one) => isChosen(profile, one) && !isForOtherHosting(one));

/**
 * The requirements that are judged by what the screens show.
 * @param {Profile} profile
 */
export const judged = (profile) => inForce(profile).filter((one) => !isByHand(one));

/**
 * The outcomes before anything was seen. That the tenant runs in the cloud is not known yet either.
 * @param {Profile} profile
 * @returns {Map<string, string>}
 */
export function beforeAll(profile) {
  return new Map(
    profile.requirements.map((one) => {
      if (!isChosen(profile, one)) return [one.id, "not-applicable"];
      return [one.id, isByHand(one) ? "review" : "not-seen"];
    }),
  );
}

/**
 * The fields that decide a requirement, each with what it has to hold.
 * @param {Requirement} requirement
 * @returns {Check[]}
 */
export function checksOf({ screen, field = "", expect }) {
  if (expect.any_of) return expect.any_of;
  if (!("present" in expect || "absent" in expect)) return [{ screen, field, expect }];
  return [{ screen, field: LIST, expect: "present" in expect ? { present: field } : { absent: field } }];
}

/**
 * Those of the requirements that a field of a part's screen has a say in.
 * @param {Requirement[]} requirements
 * @param {{ part: Part, screen: string }} where
 * @param {string} field
 */
function about(requirements, { part, screen }, field) {
  return requirements.filter(
    (one) =>
      (one.record ?? kindOf(screen)) === part.id &&
      checksOf(one).some((check) => check.screen === screen && check.field === field),
  );
}

/**
 * The requirements that are judged by a field, among others.
 * @param {Profile} profile
 * @param {{ part: Part, screen: string }} where
 * @param {string} field
 */
export const deciding = (profile, where, field) => about(judged(profile), where, field);

/**
 * The marks that a screen with these fields has to show.
 * @param {Profile} profile
 * @param {{ part: Part, screen: string }} where
 * @param {string[]} fields
 * @param {Map<string, string>} outcomes
 * @returns {Record<string, string>}
 */
export function marksOf(profile, where, fields, outcomes) {
  /** @type {Record<string, string>} */
  const marks = {};
  for (const field of fields) {
    const here = about(inForce(profile), where, field).map(({ id }) => outcomes.get(id));
    const worst = OUTCOMES.find((outcome) => here.includes(outcome));
    if (worst && worst !== "not-seen") marks[field] = worst;
  }
  return marks;
}
