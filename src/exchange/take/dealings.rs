//! Referrals, words exchanged and what is owed as tables, without what is confidential of them.

use super::Written;
use super::who::named;
use crate::domain::ask::AskAction;
use crate::domain::book::Book;
use crate::domain::id::ReferralId;
use crate::domain::money::Money;
use crate::domain::order::sort_by_key;
use crate::domain::referral::{Fruit, Referral, Strength};
use crate::domain::touch::{Milestone, Purpose, Touch};
use crate::exchange::table::Table;
use crate::message::reminder::everything;
use crate::rules::duty::When;
use crate::rules::lists::stage;
use crate::rules::tree::Eyes;
use chrono::NaiveDate;

const REFERRALS: [&str; 18] = [
    "Prospect",
    "Where they work",
    "Source",
    "How it came about",
    "What the source does",
    "Strength",
    "What the source said",
    "Why they would benefit",
    "Stage",
    "Agreed on",
    "Introduced on",
    "Followed up on",
    "Talked on",
    "Ended on",
    "What it led to",
    "Why the file was closed",
    "Value",
    "Currency",
];
const TOUCHES: [&str; 12] = [
    "Day",
    "With",
    "Where they work",
    "How",
    "Who began",
    "What for",
    "About",
    "Moment",
    "Words",
    "Gift",
    "Cost",
    "Currency",
];
const OWED: [&str; 4] = ["Due", "State", "What to do", "Why"];

/// These referrals. One that is confidential is left out; of one whose stage or value is, that is (R63).
pub fn referrals(book: &Book, ids: &[ReferralId], today: NaiveDate) -> Written {
    let all: Vec<&Referral> = ids.iter().filter_map(|id| book.referral(*id)).collect();
    let shown: Vec<&Referral> =
        all.iter().filter(|referral| Eyes::Others.see_person(book, referral.prospect)).copied().collect();
    let mut table = Table::new(REFERRALS);
    for referral in &shown {
        table.row(referral_cells(book, referral, today).iter().map(String::as_str));
    }
    Written { text: table.text(), count: shown.len(), left_out: all.len() - shown.len() }
}

fn referral_cells(book: &Book, referral: &Referral, today: NaiveDate) -> Vec<String> {
    let place = book.person(referral.prospect).map(|person| book.workplace(person)).unwrap_or_default();
    let mut cells = vec![
        named(book, referral.prospect).to_string(),
        place.to_string(),
        named(book, referral.source).to_string(),
        referral.origin.label().to_string(),
        referral.action.as_ref().map(AskAction::label).unwrap_or_default().to_string(),
        referral.strength.map(Strength::label).unwrap_or_default().to_string(),
        referral.said.clone(),
        referral.why.clone(),
    ];
    if Eyes::Others.see_stage(referral) {
        let outcome = &referral.outcome;
        cells.push(stage(book, referral.id, today).to_string());
        let days = [referral.agreed_on, referral.introduced_on, referral.followed_up_on, referral.talked_on];
        cells.extend(days.into_iter().chain([outcome.on]).map(day));
        cells.push(outcome.what.as_ref().map(Fruit::label).unwrap_or_default().to_string());
        cells.push(outcome.why.clone());
        // What was sold for how much says how far it is.
        let value = outcome.value.filter(|_| Eyes::Others.see_value(referral));
        cells.extend(money(value));
    } else {
        cells.resize(REFERRALS.len(), String::new());
    }
    cells
}

/// Every word exchanged, by day. What was said about a referral that is confidential, or with somebody others must not
/// know of, is left out (R63).
pub fn touches(book: &Book) -> Written {
    let mut all: Vec<&Touch> = book.touches().collect();
    sort_by_key(&mut all, |touch| (touch.on, touch.id));
    let shown: Vec<&Touch> = all.iter().filter(|touch| is_for_others(book, touch)).copied().collect();
    let mut table = Table::new(TOUCHES);
    for touch in &shown {
        table.row(touch_cells(book, touch).iter().map(String::as_str));
    }
    Written { text: table.text(), count: shown.len(), left_out: all.len() - shown.len() }
}

/// The words of a touch may say anything of the referral they are about, so nothing of it may be confidential.
fn is_for_others(book: &Book, touch: &Touch) -> bool {
    let about = touch.about.and_then(|id| book.referral(id));
    let told =
        |referral: &Referral| Eyes::Others.see_value(referral) && Eyes::Others.see_person(book, referral.prospect);
    Eyes::Others.see_person(book, touch.person) && about.is_none_or(told)
}

fn touch_cells(book: &Book, touch: &Touch) -> Vec<String> {
    let person = book.person(touch.person);
    let about = touch.about.and_then(|id| book.referral(id)).map(|referral| named(book, referral.prospect));
    let purposes: Vec<&str> = touch.purposes.iter().map(Purpose::label).collect();
    let gift = touch.gift.as_ref();
    let mut cells = vec![
        touch.on.to_string(),
        person.map(|person| person.name.to_string()).unwrap_or_default(),
        person.map(|person| book.workplace(person)).unwrap_or_default().to_string(),
        touch.kind.label().to_string(),
        touch.started_by.label().to_string(),
        purposes.join(", "),
        about.unwrap_or_default().to_string(),
        touch.milestone.as_ref().map(Milestone::label).unwrap_or_default().to_string(),
        touch.text.clone(),
        gift.map(|gift| gift.what.clone()).unwrap_or_default(),
    ];
    cells.extend(money(gift.and_then(|gift| gift.cost)));
    cells
}

/// What is owed, in the order of Today, as a calendar is told it (B3).
pub fn owed(book: &Book, today: NaiveDate) -> Written {
    let all = everything(book, today);
    let mut table = Table::new(OWED);
    for one in &all {
        let due = if one.when == When::Ripe { String::new() } else { one.due.to_string() };
        table.row([due.as_str(), one.when.name(), &one.title, &one.note]);
    }
    Written { text: table.text(), count: all.len(), left_out: 0 }
}

fn day(day: Option<NaiveDate>) -> String {
    day.map(|day| day.to_string()).unwrap_or_default()
}

fn money(value: Option<Money>) -> [String; 2] {
    let amount = value.map(|value| value.plain()).unwrap_or_default();
    [amount, value.map(|value| value.currency.code().to_string()).unwrap_or_default()]
}
