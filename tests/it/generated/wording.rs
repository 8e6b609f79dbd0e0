//! Halo's labels as a tenant or another version words them (facts, section 10, CONFIRMED ones).

use crate::generated::rng::Rng;

/// The words of one tenant.
pub struct Wording {
    terms: Vec<(&'static str, &'static str)>,
    older: bool,
}

const TERMS: [(&str, &str); 5] = [
    ("Clients", "Customers"),
    ("Items", "Products"),
    ("Client Contracts", "Customer Agreements"),
    ("Quotations", "Quotes"),
    ("Software Licencing", "Software Licensing"),
];

/// Labels that older versions or other products of Halo's have.
const OLDER: [(&str, &str); 7] = [
    ("Can Re-assign Tickets", "Can Re-Assign Tickets"),
    ("Can change a Ticket's Ticket Type", "Can change a Ticket’s Ticket Type"),
    ("Can Delete Tickets", "Can Remove Tickets"),
    (
        "Can always update Ticket Statuses and re-assign Tickets outside of actions",
        "Can always change Ticket Statuses and re-assign Tickets outside of actions",
    ),
    ("Is a HaloPSA Administrator", "Is a HaloITSM Administrator"),
    ("Is an API-only Agent", "Is an API only agent"),
    ("Calendars and Appointments Access Level", "Calendars and Appointments Access level"),
];

impl Wording {
    pub fn draw(rng: &mut Rng) -> Self {
        let terms = TERMS.into_iter().filter(|_| rng.percent(15)).collect();
        Self { terms, older: rng.percent(20) }
    }

    pub fn label(&self, rng: &mut Rng, label: &str) -> String {
        if self.older
            && let Some((_, older)) = OLDER.iter().find(|(now, _)| *now == label)
        {
            return (*older).to_owned();
        }
        let mut text = label.to_owned();
        for (from, to) in &self.terms {
            // "Client Contracts" is a term of its own.
            if text.starts_with(&format!("{from} Access")) {
                text = text.replacen(from, to, 1);
            }
        }
        match rng.below(20) {
            0 => text.to_uppercase(),
            1 => text.replace('\'', "’"),
            _ => text,
        }
    }
}
