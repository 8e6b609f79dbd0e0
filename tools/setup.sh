# Brings what a command needs and is missing. Nothing outside this folder is changed, except for the Rust target
# (rustup), the caches of cargo, npm and wasm-pack, and browsers where there are none and apt can bring them.

wasm_pack_version=0.15.1
tools=$PWD/.cache/tools
export PATH="$PWD/node_modules/.bin:$tools/bin:$PATH"

# setup [chromium] [firefox]
setup() {
  step "Set-up"
  need_git
  need_c_compiler
  need_rust
  need_node
  need_wasm_pack
  need_npm_packages
  local browser
  for browser in "$@"; do need_browser "$browser"; done
}

need_git() {
  command -v git >/dev/null || fail "git is missing." "install it (Debian, Ubuntu: sudo apt-get install git)."
}

# Rust links with it, and builds the C parts of wasm-pack with it.
need_c_compiler() {
  command -v cc >/dev/null || apt_install "A C compiler (cc)" build-essential "install one (macOS: xcode-select --install)."
}

need_rust() {
  command -v cargo >/dev/null || fail "cargo is missing." "install Rust from https://rustup.rs and open a new shell."
  command -v rustup >/dev/null || fail "rustup is missing, and with it the WebAssembly target." "install Rust from https://rustup.rs."
  if ! rustup target list --installed | grep -qx wasm32-unknown-unknown; then
    say "rustup: adding the target wasm32-unknown-unknown (seconds)"
    rustup target add wasm32-unknown-unknown
  fi
  say "$(cargo --version)"
}

# Not part of rustup's minimal profile.
need_rust_lints() {
  local tool
  for tool in rustfmt clippy; do
    rustup component list --installed | grep -q "^$tool" && continue
    say "rustup: adding $tool (seconds)"
    rustup component add "$tool"
  done
}

need_node() {
  command -v node >/dev/null || fail "Node is missing." "install Node 20 or newer from https://nodejs.org."
  local major
  major=$(node --print 'process.versions.node.split(".")[0]')
  [ "$major" -ge 20 ] || fail "Node $(node --version) is too old." "install Node 20 or newer from https://nodejs.org."
  command -v npm >/dev/null || fail "npm is missing." "install it (it comes with Node from https://nodejs.org)."
  say "node $(node --version)"
}

need_wasm_pack() {
  if ! command -v wasm-pack >/dev/null; then
    say "wasm-pack: building it into .cache/tools (once, about 2 minutes)"
    # Without --locked when a locked dependency is not to be had from the registry in use.
    cargo install --quiet "wasm-pack@$wasm_pack_version" --root "$tools" --locked ||
      cargo install --quiet "wasm-pack@$wasm_pack_version" --root "$tools"
  fi
  say "$(wasm-pack --version)"
}

need_npm_packages() {
  local stamp=node_modules/.package-lock.json
  if [ ! -f "$stamp" ] || [ package-lock.json -nt "$stamp" ]; then
    say "npm: installing the packages of package-lock.json (about 30 seconds)"
    npm ci --no-fund --no-audit
    touch "$stamp"
  fi
  say "npm packages are there"
}

# need_browser chromium|firefox
need_browser() {
  local path variable=CHROME
  [ "$1" = firefox ] && variable=FIREFOX
  if [ -n "${!variable:-}" ] && [ ! -x "${!variable}" ]; then
    fail "$variable=${!variable}: there is no such program." "correct or unset $variable."
  fi
  if ! path=$(node tools/browsers.mjs "$1"); then
    install_browser "$1"
    path=$(node tools/browsers.mjs "$1") || fail "apt brought no $1 that can be found." "name its program in $variable."
  fi
  say "$1: $path"
}

install_browser() {
  if [ "$1" = firefox ]; then
    apt_install "Firefox" firefox-esr "install Firefox, or name its program in the variable FIREFOX."
  else
    apt_install "A Chrome, Chromium or Edge" chromium "install one of them, or name its program in the variable CHROME."
  fi
}

# apt_install WHAT PACKAGE MEND: the only thing here that may need root.
apt_install() {
  local what=$1 package=$2 fix=$3 root=()
  command -v apt-get >/dev/null || fail "$what is missing." "$fix"
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || fail "$what is missing, and there is no sudo to install it with." "$fix"
    root=(sudo)
  fi
  say "$what is missing: installing $package with apt (about a minute)"
  { "${root[@]}" apt-get update -qq && "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y "$package"; } ||
    fail "apt could not install $package." "$fix"
}
