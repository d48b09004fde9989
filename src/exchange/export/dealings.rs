//! Referrals, words exchanged and what is owed as tables, without what is confidential of them.

use super::WrittenList;
use crate::domain::ask::AskAction;
use crate::domain::book::Book;
use crate::domain::id::ReferralId;
use crate::domain::money::Money;
use crate::domain::order::sort_by_key;
use crate::domain::referral::{Fruit, Referral, Strength};
use crate::domain::touch::{Milestone, Purpose, Touch};
use crate::exchange::table::TableWriter;
use crate::message::reminder::everything;
use crate::rules::disclosure::{Disclosure, WayOut};
use crate::rules::duty::When;
use crate::rules::lists::stage;
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
pub fn referrals(book: &Book, ids: &[ReferralId], today: NaiveDate) -> WrittenList {
    let all: Vec<&Referral> = ids.iter().filter_map(|id| book.referral(*id)).collect();
    let disclosure = Disclosure::others(book, WayOut::ReferralTable);
    let shown: Vec<&Referral> = all.iter().filter(|referral| disclosure.tells_prospect(referral)).copied().collect();
    let mut table = TableWriter::new(REFERRALS);
    for referral in &shown {
        table.row(referral_cells(&disclosure, referral, today).iter().map(String::as_str));
    }
    WrittenList { text: disclosure.release(table.text()), count: shown.len(), left_out: all.len() - shown.len() }
}

fn referral_cells(disclosure: &Disclosure, referral: &Referral, today: NaiveDate) -> Vec<String> {
    let book = disclosure.book();
    let named = |id| disclosure.told_name(id).unwrap_or_default().to_string();
    let place = book.person(referral.prospect).map(|person| book.workplace(person)).unwrap_or_default();
    let mut cells = vec![
        named(referral.prospect),
        place.to_string(),
        named(referral.source),
        referral.origin.label().to_string(),
        referral.action.as_ref().map(AskAction::label).unwrap_or_default().to_string(),
        referral.strength.map(Strength::label).unwrap_or_default().to_string(),
        referral.said.clone(),
        referral.why.clone(),
    ];
    if disclosure.tells_stage(referral) {
        let outcome = &referral.outcome;
        cells.push(stage(book, referral.id, today).to_string());
        let days = [referral.agreed_on, referral.introduced_on, referral.followed_up_on, referral.talked_on];
        cells.extend(days.into_iter().chain([outcome.on]).map(day));
        cells.push(outcome.what.as_ref().map(Fruit::label).unwrap_or_default().to_string());
        cells.push(outcome.why.clone());
        // What was sold for how much says how far it is.
        let value = outcome.value.filter(|_| disclosure.tells_value(referral));
        cells.extend(money(value));
    } else {
        cells.resize(REFERRALS.len(), String::new());
    }
    cells
}

/// Every word exchanged, by day. What was said about a referral that is confidential, or with somebody others must not
/// know of, is left out (R63).
pub fn touches(book: &Book) -> WrittenList {
    let mut all: Vec<&Touch> = book.touches().collect();
    sort_by_key(&mut all, |touch| (touch.on, touch.id));
    let disclosure = Disclosure::others(book, WayOut::TouchTable);
    let shown: Vec<&Touch> = all.iter().filter(|touch| is_told(&disclosure, touch)).copied().collect();
    let mut table = TableWriter::new(TOUCHES);
    for touch in &shown {
        table.row(touch_cells(&disclosure, touch).iter().map(String::as_str));
    }
    WrittenList { text: disclosure.release(table.text()), count: shown.len(), left_out: all.len() - shown.len() }
}

/// The words of a touch may say anything of the referral they are about, so nothing of it may be confidential.
fn is_told(disclosure: &Disclosure, touch: &Touch) -> bool {
    let about = touch.about.and_then(|id| disclosure.book().referral(id));
    disclosure.tells_person(touch.person) && about.is_none_or(|referral| disclosure.tells_value(referral))
}

fn touch_cells(disclosure: &Disclosure, touch: &Touch) -> Vec<String> {
    let book = disclosure.book();
    let person = book.person(touch.person);
    let about = touch.about.and_then(|id| book.referral(id));
    let about = about.and_then(|referral| disclosure.told_name(referral.prospect));
    // The moment of a referral says how far it is.
    let moment = touch.milestone.as_ref().filter(|_| disclosure.tells_standing(touch.person));
    let purposes: Vec<&str> = touch.purposes.iter().map(Purpose::label).collect();
    let gift = touch.gift.as_ref();
    let mut cells = vec![
        touch.on.to_string(),
        disclosure.told_name(touch.person).unwrap_or_default().to_string(),
        person.map(|person| book.workplace(person)).unwrap_or_default().to_string(),
        touch.kind.label().to_string(),
        touch.started_by.label().to_string(),
        purposes.join(", "),
        about.unwrap_or_default().to_string(),
        moment.map(Milestone::label).unwrap_or_default().to_string(),
        touch.text.clone(),
        gift.map(|gift| gift.what.clone()).unwrap_or_default(),
    ];
    cells.extend(money(gift.and_then(|gift| gift.cost)));
    cells
}

/// What is owed, in the order of Today, as a calendar is told it (B3), without those who may not be named.
pub fn owed(book: &Book, today: NaiveDate) -> WrittenList {
    let all = everything(book, WayOut::OwedTable, usize::MAX, today).0;
    let mut table = TableWriter::new(OWED);
    for one in all.iter().filter(|one| one.is_named) {
        table.row([day(one.due).as_str(), one.when.map(When::name).unwrap_or_default(), &one.title, &one.note]);
    }
    let count = all.iter().filter(|one| one.is_named).count();
    let text = Disclosure::others(book, WayOut::OwedTable).release(table.text());
    WrittenList { text, count, left_out: all.len() - count }
}

fn day(day: Option<NaiveDate>) -> String {
    day.map(|day| day.to_string()).unwrap_or_default()
}

fn money(value: Option<Money>) -> [String; 2] {
    let amount = value.map(|value| value.plain()).unwrap_or_default();
    [amount, value.map(|value| value.currency.code().to_string()).unwrap_or_default()]
}
