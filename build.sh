#!/usr/bin/env bash
# The project's commands; README.md explains them. Each first brings what is missing, and says so.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

. tools/say.sh
. tools/setup.sh
. tools/build.sh

usage() {
  cat <<'TEXT'
Usage: ./build.sh COMMAND

  demo [--vendor ID] [--state none|half|all] [--tour] [--headless]
            build everything, open a browser with Preflight on the demo tenant, print what it found;
            --tour: nothing is set up, and the guided tour begins
  test [core|chromium|firefox]
            format, lints, types, unit tests, then the extension in Chromium and Firefox;
            with a name, only that part
  bench     measure the core on a saved page
  site      write the static site for vendors' documents to dist/site
  screenshots
            take the pictures of the docs anew
  package   write dist/preflight-<version>.zip for the stores
TEXT
}

command=${1:-}
[ $# -gt 0 ] && shift

case $command in
  demo)
    setup chromium
    build_core
    build_extension
    step "Demo tenant"
    node tools/demo.mjs "$@"
    ;;
  test)
    . tools/test.sh
    run_tests "$@"
    ;;
  bench)
    need_rust
    step "Bench"
    cargo bench --quiet "$@"
    ;;
  site)
    need_rust
    step "Site"
    cargo run --quiet -- site --out dist/site
    ;;
  screenshots)
    setup chromium
    build_core
    cargo run --quiet -- site --out dist/site
    step "Pictures"
    node tools/screenshots.mjs
    ;;
  package)
    setup
    build_core
    build_extension
    step "Package"
    node tools/package.mjs
    ;;
  -h | --help | help) usage ;;
  *)
    usage >&2
    exit 2
    ;;
esac
