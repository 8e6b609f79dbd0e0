// An admin's way from a tenant without the vendor to one where nothing is open. After each step the report is compared as
// a whole: exactly the findings that the step is about have changed.
import assert from "node:assert/strict";
import { openTab, press } from "../../../tools/halo.mjs";
import { reportOn } from "../../../tools/spy.mjs";
import { assertMarks } from "../marks.mjs";
import { addEntries, fieldsOn, isList, setField } from "./fields.mjs";
import { beforeAll, checksOf, deciding, isForOtherHosting, judged, kindOf, marksOf, TENANT } from "./plan.mjs";
import { APPEARS_WITH, nameFieldOf, openPage, openRecord, startNew, tabOf } from "./tenant.mjs";

/** @typedef {import("puppeteer-core").Page} Page */
/** @typedef {import("./plan.mjs").Profile} Profile */
/** @typedef {import("./plan.mjs").Part} Part */
/** @typedef {import("./plan.mjs").RecordPart} RecordPart */
/** @typedef {import("./plan.mjs").Expect} Expect */
/** @typedef {{ part: Part, screen: string }} Where */
/** @typedef {Map<string, string>} Outcomes by the finding's id */

/** What a field may be found to be that nobody has set up yet. */
const FRESH = ["missing", "wrong", "met"];

export class Walk {
  /** What the admin has put into a field of a part. @type {Map<string, string>} */
  #held = new Map();
  /** Screens that were open at least once. @type {Set<string>} */
  #seen = new Set();
  /** @type {Outcomes} */
  #outcomes;

  /**
   * @param {Page} page
   * @param {Profile} profile
   */
  constructor(page, profile) {
    this.page = page;
    this.profile = profile;
    this.#outcomes = beforeAll(profile);
  }

  /** The first page, API Details, tells that the tenant runs in Halo's cloud. */
  async arrive() {
    const expected = new Map(this.#outcomes);
    for (const one of this.profile.requirements) if (isForOtherHosting(one)) expected.set(one.id, "not-applicable");
    this.#seen.add("api-details");
    await this.#compare("the first page", { part: TENANT, screen: "api-details" }, expected);
  }

  /**
   * New, the name and what ties the record to others, Save.
   * @param {RecordPart} part
   */
  async make(part) {
    const where = { part, screen: `${part.kind}.details` };
    await startNew(this.page, part.kind);
    await this.#put(where, nameFieldOf(part.kind), [{ is: part.name }]);
    const ties = this.#ties(where);
    for (const { field, expect } of ties) await this.#put(where, field, [expect]);
    await press(this.page, "Save");
    await this.#look(`${part.name} is made`, where, [nameFieldOf(part.kind), ...ties.map(({ field }) => field)]);
  }

  /** Opens a screen: of the open record, or of the tenant. @param {Where} where */
  async open(where) {
    const tab = tabOf(where.screen);
    if (tab) await openTab(this.page, tab);
    else await openPage(this.page, where.screen);
    await this.#look(`${where.screen} is open`, where, []);
  }

  /** Opens a record from the list. @param {RecordPart} part */
  async reopen(part) {
    await openRecord(this.page, part.kind, part.name);
    await this.#look(`${part.name} is open again`, { part, screen: `${part.kind}.details` }, []);
  }

  /** The fields of a screen that are open and can be set by now. @param {Where} where */
  toDo(where) {
    const { part, screen } = where;
    /** @type {Map<string, Expect[]>} */
    const fields = new Map();
    for (const one of judged(this.profile)) {
      const [check] = checksOf(one);
      const isHere = check?.screen === screen && (one.record ?? kindOf(screen)) === part.id;
      if (!check || !isHere || this.#outcomes.get(one.id) === "met" || !this.#isKnown(check.expect)) continue;
      fields.set(check.field, [...(fields.get(check.field) ?? []), check.expect]);
    }
    return fields;
  }

  /**
   * Edit, each field that is open, Save. Each field changes its own marks, and all together their own findings.
   * @param {Where} where
   */
  async setUp(where) {
    const isForm = tabOf(where.screen) !== undefined;
    const expected = new Map(this.#outcomes);
    if (isForm) await press(this.page, "Edit");
    await this.#assertMarks(where, expected);
    for (const [field, expects] of this.toDo(where)) {
      await this.#put(where, field, expects);
      const fields = await fieldsOn(this.page);
      for (const appeared of fields) {
        for (const { id } of deciding(this.profile, where, appeared)) {
          if (expected.get(id) === "not-seen" && this.#isDecided(id)) expected.set(id, "missing");
        }
      }
      for (const { id } of deciding(this.profile, where, field)) expected.set(id, "met");
      await this.#assertMarks(where, expected, fields);
    }
    if (isForm) await press(this.page, "Save");
    await this.#compare(`${where.screen} is set up`, where, expected);
  }

  /** Whether all is met that a screen can show. */
  assertDone() {
    const open = judged(this.profile).filter(({ id }) => this.#outcomes.get(id) !== "met");
    assert.deepEqual(
      open.map(({ id }) => id),
      [],
    );
  }

  /**
   * What a new record is tied to other records by: how the profile recognises it, and lists that name the others.
   * @param {Where} where
   */
  #ties({ part, screen }) {
    const lists = judged(this.profile)
      .filter((one) => one.screen === screen && one.expect.includes?.same_as && this.#isKnown(one.expect))
      .map(({ field = "", expect }) => ({ field, expect }));
    return part.recognisedBy ? [part.recognisedBy, ...lists] : lists;
  }

  /** Whether it is known by now what the field has to hold. @param {Expect} expect */
  #isKnown(expect) {
    const other = expect.same_as ?? expect.includes?.same_as;
    return !other || this.#held.has(keyOf(other));
  }

  /** What the field has to hold; nothing when anything will do. @param {Expect} expect @returns {string[]} */
  #wanted({ is, at_least, present, same_as, includes }) {
    const other = same_as ?? includes?.same_as;
    if (other) return [this.#held.get(keyOf(other)) ?? ""];
    const one = is ?? at_least ?? present;
    return one === undefined ? (includes?.all ?? includes?.any ?? []) : [one];
  }

  /**
   * @param {Where} where
   * @param {string} field
   * @param {Expect[]} expects
   */
  async #put({ part }, field, expects) {
    if (isList(field)) {
      const level = expects.find(({ at_least }) => at_least)?.at_least ?? null;
      const entries = level === null ? expects.flatMap((expect) => this.#wanted(expect)) : [];
      return addEntries(this.page, field, { entries, level });
    }
    const [other, value] = APPEARS_WITH[field] ?? [];
    if (other && value && !(await fieldsOn(this.page)).includes(field)) await setField(this.page, other, [value]);
    const values = expects.flatMap((expect) => this.#wanted(expect));
    this.#held.set(`${part.id} ${field}`, await setField(this.page, field, values));
  }

  /**
   * What was opened for the first time is seen now, and what was set is met.
   * @param {string} step
   * @param {Where} where
   * @param {string[]} set
   */
  async #look(step, where, set) {
    this.#seen.add(where.screen);
    const expected = new Map(this.#outcomes);
    const found = await this.#report(where);
    for (const field of await fieldsOn(this.page)) {
      for (const { id } of deciding(this.profile, where, field)) {
        const outcome = found.get(id) ?? "";
        if (set.includes(field)) expected.set(id, "met");
        else if (expected.get(id) === "not-seen" && this.#isDecided(id) && FRESH.includes(outcome))
          expected.set(id, outcome);
      }
    }
    await this.#compare(step, where, expected);
  }

  /** Whether the screens of all alternatives were open. @param {string} id */
  #isDecided(id) {
    const one = this.profile.requirements.find((requirement) => requirement.id === id);
    return one !== undefined && checksOf(one).every(({ screen }) => this.#seen.has(screen));
  }

  /**
   * @param {string} step
   * @param {Where} where
   * @param {Outcomes} expected
   */
  async #compare(step, where, expected) {
    const found = await this.#report(where);
    assert.deepEqual(Object.fromEntries(found), Object.fromEntries(expected), step);
    this.#outcomes = found;
    await this.#assertMarks(where, found);
  }

  /** @param {Where} where @returns {Promise<Outcomes>} */
  async #report({ part, screen }) {
    const mode = screen === "advanced-settings" ? "edit" : "read";
    const { findings } = await reportOn(this.page, { screen, mode, record: part.name });
    return new Map(findings.map(({ id, outcome }) => [id, outcome]));
  }

  /**
   * @param {Where} where
   * @param {Outcomes} outcomes
   * @param {string[]} [fields] the fields that the page shows, where they are known
   */
  async #assertMarks(where, outcomes, fields) {
    await assertMarks(this.page, marksOf(this.profile, where, fields ?? (await fieldsOn(this.page)), outcomes));
  }
}

/** @param {import("./plan.mjs").FieldRef} reference */
const keyOf = ({ screen, field, record }) => `${record ?? kindOf(screen)} ${field}`;
