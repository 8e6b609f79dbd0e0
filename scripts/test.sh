# Everything that must hold before a change is taken: cheap checks first, browsers last.

# Runs a command that has much to say; shows it only when the command fails.
quietly() {
  local output
  output=$("$@" 2>&1) || {
    printf '%s\n' "$output"
    return 1
  }
}

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
node scripts/unit.mjs

step "Demo tenant in Chromium"
quietly node --test --test-concurrency=1 demo/*.test.mjs

build_extension

step "Extension: the linter of addons.mozilla.org"
quietly addons-linter dist/extension

step "Extension in Chromium and Firefox"
node scripts/e2e.mjs
end_step
printf '\nEverything holds.\n'
