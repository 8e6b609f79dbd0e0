/** True in the build for the browser tests only; set by the bundler, so that a release has no trace of what it guards. */
declare const TEST: boolean;

declare module "*.css" {
  const text: string;
  export default text;
}
