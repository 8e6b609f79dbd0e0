# Builds the core (WebAssembly) and the extension.

wasm=dist/wasm/preflight_bg.wasm

build_core() {
  step "Core: Rust to WebAssembly"
  if [ -f "$wasm" ] && [ -z "$(find src Cargo.toml Cargo.lock -newer "$wasm" -print -quit)" ]; then
    say "unchanged"
    return
  fi
  wasm_bindgen_is_cached ||
    say "this once, wasm-pack brings wasm-bindgen too: seconds where it can be downloaded, else 2 to 5 minutes of building"
  wasm-pack --log-level warn build --target web --release --out-dir dist/wasm --out-name preflight
  # The file's time is the stamp of this build.
  touch "$wasm"
}

wasm_bindgen_is_cached() {
  local cache
  for cache in "${WASM_PACK_CACHE:-}" "${XDG_CACHE_HOME:-$HOME/.cache}/.wasm-pack" "$HOME/Library/Caches/.wasm-pack"; do
    compgen -G "$cache/wasm-bindgen*" >/dev/null && return
  done
  return 1
}

build_extension() {
  step "Extension"
  node tools/extension.mjs
}
