# Everything that must hold before a change is taken: cheap checks first, browsers last.

# run_tests [core|chromium|firefox]
run_tests() {
  case ${1:-all} in
    all)
      setup chromium firefox
      test_core
      test_extension
      ;;
    core)
      setup chromium
      test_core
      ;;
    chromium | firefox)
      setup "$1"
      build_core
      test_extension "--browser=$1"
      ;;
    *) fail "test: there is no part \"$1\"." "name core, chromium or firefox, or none for all of them." ;;
  esac
  end_step
  printf '\nEverything holds.\n'
}

test_core() {
  need_rust_lints

  step "Rust: format"
  cargo fmt --check

  step "Rust: lints"
  cargo clippy --quiet --all-targets -- -D warnings

  step "Rust: lints of the WebAssembly build"
  cargo clippy --quiet --lib --target wasm32-unknown-unknown -- -D warnings

  step "TypeScript, JavaScript, CSS, JSON: format and lints"
  biome ci --error-on-warnings

  step "Rust: tests"
  cargo test --quiet

  # The types that cross to the extension are generated from the Rust types, so the core comes before tsc.
  build_core

  step "Types"
  tsc --build

  step "TypeScript: unit tests"
  node tools/unit.mjs

  step "Demo tenant in Chromium"
  quietly node --test --test-concurrency=1 tests/demo/*.test.mjs

  build_extension

  step "Extension: the linter of addons.mozilla.org"
  quietly addons-linter dist/extension
}

# test_extension [--browser=chromium|firefox]
test_extension() {
  local title=${1:-Chromium and Firefox}
  step "Extension in ${title#--browser=}"
  node tools/e2e.mjs "$@"
}

# Runs a command that has much to say; shows it only when the command fails.
quietly() {
  local output
  output=$("$@" 2>&1) || {
    printf '%s\n' "$output"
    return 1
  }
}
