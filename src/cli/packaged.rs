//! Made from profiles/ by tests/it/generate; do not edit.

/// Id and text of every packaged profile.
pub static PACKAGED: &[(&str, &str)] = &[
    ("datagate", include_str!("../../profiles/datagate.json")),
    ("gradient-msp", include_str!("../../profiles/gradient-msp.json")),
    ("laborcast", include_str!("../../profiles/laborcast.json")),
    ("moovila", include_str!("../../profiles/moovila.json")),
    ("mspbots", include_str!("../../profiles/mspbots.json")),
];
