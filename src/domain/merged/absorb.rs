//! What one entry takes over from another: what it lacks, all of what both may have, and what was chosen.

use super::Filled;
use crate::domain::book::Book;
use crate::domain::draft::TEXT_MAX;
use crate::domain::fold::{digits, fold};
use crate::domain::identity::profile;
use crate::domain::person::{Consent, Mention, Person, Reach, ReachKind};
use crate::domain::record::{Fields, Record};
use serde_json::Value;

/// A field in which two entries may differ and only one value can stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum MergeChoice {
    /// The name.
    Name,
    /// Where they work.
    Organisation,
    /// What they do there.
    Title,
    /// How good the relationship is.
    Rating,
    /// The tier that was set.
    Tier,
    /// Through whom we met.
    MetThrough,
}

/// The fields in which entries differ, each with what every entry says, in their order.
pub type Differs = Vec<(MergeChoice, Vec<String>)>;

impl MergeChoice {
    /// All of them, in the order of the screen.
    pub const ALL: [MergeChoice; 6] = [
        MergeChoice::Name,
        MergeChoice::Organisation,
        MergeChoice::Title,
        MergeChoice::Rating,
        MergeChoice::Tier,
        MergeChoice::MetThrough,
    ];

    /// The label on the screen.
    pub fn label(self) -> &'static str {
        match self {
            MergeChoice::Name => "Name",
            MergeChoice::Organisation => "Works at",
            MergeChoice::Title => "Title",
            MergeChoice::Rating => "Relationship",
            MergeChoice::Tier => "Tier",
            MergeChoice::MetThrough => "Met through",
        }
    }

    /// What an entry says; empty when nothing.
    pub fn of(self, book: &Book, person: &Person) -> String {
        match self {
            MergeChoice::Name => person.name.as_str().to_string(),
            MergeChoice::Organisation => book.workplace(person).to_string(),
            MergeChoice::Title => person.title.clone(),
            MergeChoice::Rating => person.rating.map(|rating| rating.label().to_string()).unwrap_or_default(),
            MergeChoice::Tier => person.tier.as_ref().map(|tier| tier.label().to_string()).unwrap_or_default(),
            MergeChoice::MetThrough => {
                let through = person.met_through();
                through.map(|who| crate::domain::draft::mentioned(book, who).to_string()).unwrap_or_default()
            }
        }
    }

    /// Takes over the value of another entry.
    fn take(self, kept: &mut Person, other: &Person) {
        match self {
            MergeChoice::Name => kept.name = other.name.clone(),
            MergeChoice::Organisation => kept.organisation = other.organisation.clone(),
            MergeChoice::Title => kept.title.clone_from(&other.title),
            MergeChoice::Rating => kept.rating = other.rating,
            MergeChoice::Tier => kept.tier = other.tier.clone(),
            MergeChoice::MetThrough if other.met_through.as_ref().and_then(Mention::id) == Some(kept.id.0) => {}
            MergeChoice::MetThrough => kept.met_through = other.met_through.clone(),
        }
    }
}

/// The kept entry with what it takes over from another one; `chosen` are the fields whose value is the other's.
pub fn absorbed(book: &Book, mut kept: Person, other: &Person, chosen: &[MergeChoice]) -> Person {
    for choice in MergeChoice::ALL {
        let says = !choice.of(book, other).is_empty();
        if says && (chosen.contains(&choice) || choice.of(book, &kept).is_empty()) {
            choice.take(&mut kept, other);
        }
    }
    let is_new = |reach: &&Reach| !kept.reach.iter().any(|known| same_way(known, reach));
    let more: Vec<Reach> = other.reach.iter().filter(is_new).cloned().collect();
    kept.reach.extend(more);
    kept.roles.extend(other.roles.iter().cloned());
    kept.tags.extend(other.tags.iter().cloned());
    kept.lists.extend(other.lists.iter().cloned());
    kept.not_through.extend(other.not_through.iter().cloned());
    for (here, there) in [
        (&mut kept.facts, &other.facts),
        (&mut kept.loves, &other.loves),
        (&mut kept.looks_for, &other.looks_for),
        (&mut kept.note, &other.note),
        (&mut kept.provenance, &other.provenance),
    ] {
        both(here, there);
    }
    kept.rank = kept.rank.into_iter().chain(other.rank).min();
    kept.known_since = kept.known_since.into_iter().chain(other.known_since).min();
    // Who wanted no more news under either name wants none.
    kept.no_news_on = kept.no_news_on.into_iter().chain(other.no_news_on).max();
    kept.satisfied_on = kept.satisfied_on.into_iter().chain(other.satisfied_on).max();
    kept.cadence_days = kept.cadence_days.or(other.cadence_days);
    kept.brought_by = kept.brought_by.or(other.brought_by);
    kept.never_ask |= other.never_ask;
    kept.told.referral = kept.told.referral.max(other.told.referral);
    kept.told.results = kept.told.results.max(other.told.results);
    kept.told.ideal_client = kept.told.ideal_client.max(other.told.ideal_client);
    kept.consent = consent(kept.consent, other.consent.clone());
    kept
}

/// A no is a no, whichever entry it was said of (R12).
fn consent(kept: Option<Consent>, other: Option<Consent>) -> Option<Consent> {
    let order = |consent: &Consent| match consent {
        Consent::DoNotContact => 2,
        Consent::Given => 1,
        _ => 0,
    };
    match (kept, other) {
        (Some(kept), Some(other)) => Some(if order(&other) > order(&kept) { other } else { kept }),
        (kept, other) => kept.or(other),
    }
}

/// Both texts, one below the other, where one does not say the other; where both do not fit, the first stays alone.
fn both(here: &mut String, there: &str) {
    if there.is_empty() || here.contains(there) {
        return;
    }
    if here.is_empty() {
        *here = there.to_string();
    } else if here.chars().count() + there.chars().count() + BETWEEN.len() <= TEXT_MAX {
        here.push_str(BETWEEN);
        here.push_str(there);
    }
}

/// What stands between two texts that were put together.
pub const BETWEEN: &str = "\n\n";

fn same_way(one: &Reach, other: &Reach) -> bool {
    one.kind == other.kind
        && match one.kind {
            ReachKind::Phone => digits(&one.value) == digits(&other.value),
            ReachKind::Profile | ReachKind::Web => profile(&one.value) == profile(&other.value),
            _ => fold(&one.value) == fold(&other.value),
        }
}

/// The fields in which two states of an entry differ, with both values.
pub fn filled(before: &Person, after: &Person) -> Vec<Filled> {
    let fields = |person: &Person| -> Fields { Record::from(person.clone()).fields() };
    let (old, new) = (fields(before), fields(after));
    let mut names: Vec<&String> = old.keys().chain(new.keys()).collect();
    names.sort_unstable();
    names.dedup();
    let value = |fields: &Fields, name: &str| fields.get(name).cloned().unwrap_or(Value::Null);
    let one = |name: &String| Filled { field: name.clone(), was: value(&old, name), now: value(&new, name) };
    names.into_iter().map(one).filter(|filled| filled.was != filled.now).collect()
}
