/** True in the build for the browser tests only; set by the bundler, so that a release has no trace of what it guards. */
declare const TEST: boolean;

/** Names of the folders of `_locales`; set by the bundler. */
declare const LANGUAGES: readonly string[];

declare module "*.css" {
  const text: string;
  export default text;
}
