//! How much of anything is taken in. `limits.json` is the one list, for the core and the extension alike; `build.rs` makes
//! constants of it: `nodes` is [`MAX_NODES`].
#![allow(clippy::unreadable_literal, reason = "generated")]

include!(concat!(env!("OUT_DIR"), "/limits.rs"));
