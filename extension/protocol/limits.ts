import limits from "../../src/limits.json";

// How much of anything is taken in: the core's own bounds, out of the same file.

/** Most elements of a page. */
export const MAX_NODES = limits.nodes;

/** Most attributes of a page's elements together. */
export const MAX_ATTRIBUTES = limits.attributes;

/** Most characters of one text of a page. */
export const MAX_TEXT = limits.text;

/** Most characters of a page's address. */
export const MAX_ADDRESS = limits.address;

/** Most characters of an error text that is to be diagnosed: it is no log file. */
export const MAX_ERROR = limits.error;

/** Most bytes of a profile: the largest packaged one has a thirtieth of this. */
export const MAX_PROFILE = limits.profile;

/** Most vendors on one tenant: more would be a mistake. */
export const MAX_VENDORS = limits.vendors;

/** Most characters of a text that an admin says of a tenant. */
export const MAX_SAID = limits.said;

/** Most characters of the id of a finding or a step. */
export const MAX_FINDING = limits.finding;

/** Most ticks of a tour that are kept: more than all packaged profiles have steps together. */
export const MAX_TICKS = limits.ticks;

/** Most features that a deep link names. */
export const MAX_LINK_FEATURES = limits.link_features;

/** Most characters of the field that a deep link names. */
export const MAX_LINK_FIELD = limits.link_field;
