//! Thanks down the chain: for each introduction and each sale, everyone below the source down to the base (R60, B1).

use super::{Duty, Raised, Rules};
use crate::domain::day::later;
use crate::domain::id::PersonId;
use crate::domain::referral::Referral;
use crate::domain::touch::Milestone;
use crate::domain::touch::gist::Gist;
use crate::rules::chain::{Below, brought_below};
use chrono::NaiveDate;

/// How many days after the moment an ancestor is thanked; a thank-you about whatever in these days does as well.
const DAYS: u64 = 7;

/// What this referral owes its source's ancestors, who are `below` the source.
pub fn raised_by(rules: &Rules, referral: &Referral, below: &[Below], all: &mut Vec<Raised>) {
    let moments = moments(referral);
    if moments.is_empty() || !stands(rules, referral) {
        return;
    }
    for one in below.iter().filter(|one| one.person != referral.prospect) {
        let theirs = moments.iter().filter(|(_, day)| one.is_thanked_for(*day));
        all.extend(theirs.filter_map(|moment| thank(rules, referral, one.person, moment)));
    }
}

/// What is owed to this person as an ancestor: for the referrals from everyone above them in the tree.
pub fn owed_to(rules: &Rules, ancestor: PersonId) -> Vec<Raised> {
    let mut all = Vec::new();
    for above in brought_below(rules.book, ancestor) {
        for referral in rules.book.referrals_from(above.person) {
            if referral.prospect != ancestor && stands(rules, referral) {
                let moments = moments(referral);
                let theirs = moments.iter().filter(|(_, day)| above.is_thanked_for(*day));
                all.extend(theirs.filter_map(|moment| thank(rules, referral, ancestor, moment)));
            }
        }
    }
    all
}

fn stands(rules: &Rules, referral: &Referral) -> bool {
    rules.book.live_person(referral.source).is_some() && rules.book.live_person(referral.prospect).is_some()
}

fn moments(referral: &Referral) -> Vec<(Milestone, NaiveDate)> {
    let moments = [(Milestone::Introduced, referral.introduced_on), (Milestone::Won, referral.won_on())];
    moments.into_iter().filter_map(|(milestone, day)| Some((milestone, day?))).collect()
}

fn thank(rules: &Rules, referral: &Referral, to: PersonId, moment: &(Milestone, NaiveDate)) -> Option<Raised> {
    let (milestone, day) = moment;
    let thanks = |gist: &Gist| gist.went_out && gist.thanks;
    let until = later(*day, DAYS);
    let mut about = rules.book.gists_about(referral.id, to).filter(|gist| gist.on >= *day);
    let mut lately = rules.book.ties(to).gists_between(*day, until);
    if about.any(thanks) || lately.any(thanks) {
        return None;
    }
    let raised = Raised::to(to, Duty::ThankChain, until);
    Some(Raised { referral: Some(referral.id), milestone: Some(milestone.clone()), ..raised })
}
