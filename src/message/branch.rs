//! Thank the branch, in words: everyone down to the base, each with a sentence of their own (R60, B1).

use super::letter::letter;
use super::names::{alone, first, name};
use super::reason::{ago, count, date};
use super::script::Tone;
use crate::domain::book::Book;
use crate::domain::id::{PersonId, ReferralId};
use crate::domain::referral::{End, Referral};
use crate::domain::touch::Milestone;
use crate::rules::tree::marks::{Branch, Thank, Thanked};
use chrono::NaiveDate;

/// The panel of a branch in words.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct BranchWords {
    /// The referral.
    pub referral: ReferralId,
    /// What happened, and how many are thanked: `Helen Zhao said yes 2 days ago. 1 of 3 thanked.`
    pub sum: String,
    /// The one who was brought.
    pub prospect: PersonId,
    /// What they are called.
    pub name: String,
    /// What happened with them, short.
    pub role: String,
    /// Everyone to thank, the source first.
    pub people: Vec<ThankWords>,
    /// Who is thanked first when all are, one after the other.
    pub first: Option<PersonId>,
    /// What the button for all of them is called.
    pub button: String,
}

/// One to thank, in words.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct ThankWords {
    /// Who it is.
    pub person: PersonId,
    /// What they are called.
    pub name: String,
    /// What they did: `Introduced Helen`.
    pub role: String,
    /// `done`, `late`, `owed` or nothing.
    pub state: &'static str,
    /// How they stand: `Thanked`, `2 days late`.
    pub mark: String,
    /// What the message says; empty where nothing is owed.
    pub sentence: String,
}

impl BranchWords {
    /// Whether the edge between these two is of this branch.
    pub fn has_edge(&self, below: PersonId, above: PersonId) -> bool {
        let up = std::iter::once(self.prospect).chain(self.people.iter().map(|one| one.person));
        up.zip(&self.people).any(|(upper, lower)| upper == above && lower.person == below)
    }
}

/// The branch of a referral in words, on this day.
pub fn words(book: &Book, id: ReferralId, today: NaiveDate) -> Option<BranchWords> {
    let branch = Branch::of(book, id, today)?;
    let referral = book.referral(id)?;
    let people: Vec<ThankWords> = branch.thanks.iter().map(|thank| told(book, thank, today)).collect();
    let thanked = people.iter().filter(|one| one.state == "done").count();
    let happened = happened(book, referral, &branch, today);
    let waiting: Vec<&Thank> = branch.waiting().collect();
    Some(BranchWords {
        referral: id,
        sum: format!("{happened}. {thanked} of {} thanked.", people.len()),
        prospect: referral.prospect,
        name: alone(book, referral.prospect),
        role: came_of_it(referral, today),
        first: waiting.first().map(|thank| thank.person),
        button: match waiting.as_slice() {
            [] if thanked == 0 => "Nothing is owed".into(),
            [] => "Everyone is thanked".into(),
            [one] => format!("Thank {}", first(book, one.person)),
            [_, _] => "Thank both, one after the other".into(),
            all => format!("Thank all {}, one after the other", all.len()),
        },
        people,
    })
}

fn happened(book: &Book, referral: &Referral, branch: &Branch, today: NaiveDate) -> String {
    let on = branch.on.map(|day| format!(" {}", ago(day, today))).unwrap_or_default();
    let (source, prospect) = (alone(book, referral.source), name(book, referral.prospect));
    if referral.is_found() {
        return format!("{source} brought {prospect}, your address book says");
    }
    match branch.milestone {
        Milestone::Won => format!("{} said yes{on}", alone(book, referral.prospect)),
        Milestone::Introduced => format!("{source} introduced you to {prospect}{on}"),
        _ => format!("{source} agreed to introduce you to {prospect}{on}"),
    }
}

fn came_of_it(referral: &Referral, today: NaiveDate) -> String {
    let on = |day: Option<NaiveDate>| day.map(|day| format!(" {}", date(day, today))).unwrap_or_default();
    match referral.outcome.kind {
        End::Won => format!("Said yes{}", on(referral.outcome.on)),
        End::Closed => format!("File closed{}", on(referral.outcome.on)),
        End::Found => "From an address book".into(),
        _ if referral.introduced_on.is_some() => format!("Introduced{}", on(referral.introduced_on)),
        _ => format!("Agreed{}", on(referral.agreed_on)),
    }
}

fn told(book: &Book, thank: &Thank, today: NaiveDate) -> ThankWords {
    let (state, mark) = match thank.thanked {
        Thanked::On(day) => ("done", format!("Thanked {}", ago(day, today))),
        Thanked::By(day) if day < today => {
            ("late", count((today - day).num_days().unsigned_abs() as usize, "day") + " late")
        }
        Thanked::By(day) if day == today => ("owed", "Today".into()),
        Thanked::By(day) => ("owed", format!("by {}", date(day, today))),
        Thanked::NotOwed => ("", "Nothing owed".into()),
    };
    // The latest moment alone: a sale says more than the introduction before it.
    let sentence = thank.owed.get(..1).map(|owed| letter(book, thank.person, owed, Tone::Brief, "").body);
    ThankWords {
        person: thank.person,
        name: alone(book, thank.person),
        role: format!("Introduced {}", first(book, thank.introduced)),
        state,
        mark,
        sentence: sentence.unwrap_or_default(),
    }
}

#[cfg(test)]
mod tests;
