//! Rows of Today: several duties to one person are one row, the strongest first, because one message can settle them.

use super::duty::{self, Answers, Duty, Owed, Raised, Subject, When, owed};
use super::guest_mix::word_to_guest;
use super::promises::promises;
use crate::domain::book::Book;
use crate::domain::id::{EventId, Id, PersonId, ReferralId, ScriptId};
use crate::domain::order::sort_by_key;
use crate::domain::sorted_set::SortedSet;
use chrono::NaiveDate;

/// The duties to one person, or the back-up, which is owed to nobody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TodayRow {
    /// To whom; `None` for the back-up.
    pub person: Option<PersonId>,
    /// The strongest first; never empty.
    pub owed: Vec<Owed>,
}

impl TodayRow {
    /// The duty that gives the row its place.
    pub fn first(&self) -> Option<&Owed> {
        self.owed.first()
    }

    /// How the row lies to today.
    pub fn when(&self) -> When {
        self.first().map_or(When::Soon, |owed| owed.when)
    }
}

/// The rows of a day, in the order of their strongest duty.
pub fn rows(book: &Book, today: NaiveDate) -> Vec<TodayRow> {
    grouped(owed(book, today))
}

/// The rows of what is owed, in its order.
pub fn grouped(owed: Vec<Owed>) -> Vec<TodayRow> {
    let mut rows: Vec<TodayRow> = Vec::new();
    let mut places = std::collections::HashMap::new();
    for owed in owed {
        let person = owed.raised.person;
        let place = *places.entry(person).or_insert(rows.len());
        match rows.get_mut(place) {
            Some(row) => row.owed.push(owed),
            None => rows.push(TodayRow { person, owed: vec![owed] }),
        }
    }
    rows
}

/// How many of these rows are due by today: what is soon, or merely ripe, is no debt yet.
pub fn due(rows: &[TodayRow]) -> usize {
    rows.iter().filter(|row| matches!(row.when(), When::Late | When::Today)).count()
}

/// To how many people a thank-you is due, and for how many days to the one who waits longest (R61).
pub fn unthanked(rows: &[TodayRow], today: NaiveDate) -> (usize, usize) {
    let is_due = |owed: &&Owed| owed.raised.duty.is_thanks() && matches!(owed.when, When::Late | When::Today);
    let since = |row: &TodayRow| row.owed.iter().filter(is_due).map(|owed| owed.due).min();
    let waiting: Vec<NaiveDate> = rows.iter().filter_map(since).collect();
    let days = waiting.iter().min().map_or(0, |first| (today - *first).num_days());
    (waiting.len(), usize::try_from(days).unwrap_or_default())
}

/// The words that were due by today to sources about their referrals: they are kept in the dark (R62, R64). The one who
/// waits longest comes first.
pub fn in_the_dark(rows: &[TodayRow]) -> Vec<Owed> {
    let is_news = |owed: &&Owed| {
        let news = matches!(owed.raised.duty, Duty::ThankReport | Duty::Update | Duty::LastWord);
        news && matches!(owed.when, When::Late | When::Today)
    };
    let mut list: Vec<Owed> = rows.iter().flat_map(|row| &row.owed).filter(is_news).cloned().collect();
    sort_by_key(&mut list, |owed| (owed.due, owed.raised.referral));
    list
}

/// The row of one person on this day, if anything is owed to them.
pub fn row_of(book: &Book, person: Option<PersonId>, today: NaiveDate) -> Option<TodayRow> {
    let owed = duty::owed_to(book, person, today);
    if owed.is_empty() { None } else { Some(TodayRow { person, owed }) }
}

/// What a message to this person can settle: what stands on their row, and what was promised to them for later; or, about one
/// referral, what is unsettled there whenever it falls due.
pub fn to_write(book: &Book, person: PersonId, about: Option<ReferralId>, today: NaiveDate) -> Vec<Owed> {
    let mut list = row_of(book, Some(person), today).map(|row| row.owed).unwrap_or_default();
    if let Some(about) = about {
        list.retain(|owed| owed.raised.referral == Some(about));
        if list.is_empty() {
            let unsettled = duty::raised_to(book, [Some(person)], today).into_iter();
            let about = unsettled.filter(|raised| raised.referral == Some(about));
            list.extend(about.map(|raised| Owed { due: raised.due, when: When::Soon, raised }));
        }
    } else {
        // Help may be given before its day.
        let promised =
            |owed: &Owed| owed.raised.person == Some(person) && !list.iter().any(|o| o.raised == owed.raised);
        let ahead: Vec<Owed> = promises(book, today).into_iter().filter(promised).collect();
        list.extend(ahead);
    }
    list
}

/// The name under which an address calls the ask being prepared.
pub const THE_ASK: &str = "ask";

/// Whether these are the words of an ask being prepared: by a script for it, or those that come with Kith.
pub fn is_the_ask(book: &Book, by: Option<Id>) -> bool {
    let script = by.and_then(|id| book.script(ScriptId(id)));
    by.is_some_and(|id| id.as_str() == THE_ASK) || script.is_some_and(|script| is_ask(&script.moment))
}

/// Whether a moment is an ask, which is prepared before it is written (R30–R38).
pub fn is_ask(moment: &str) -> bool {
    Duty::of_name(moment).is_some_and(|duty| duty.subject() == Subject::Ask)
}

/// The name under which an address calls the question what somebody needs (R66): no duty is settled by it.
pub const THE_NEED: &str = "need";

/// The duty of this name that comes from this referral or record and has this day by the rules, then the others that come
/// from there; nothing where it is not owed any more.
pub fn to_settle(
    book: &Book,
    person: PersonId,
    (duty, about, due): (&str, Option<Id>, NaiveDate),
    today: NaiveDate,
) -> Vec<Owed> {
    let mut list = to_write(book, person, None, today);
    list.retain(|owed| owed.raised.about() == about);
    let is_it = |owed: &Owed| owed.raised.duty.name() == duty && owed.raised.due == due;
    match list.iter().position(is_it) {
        Some(at) => list.get_mut(..=at).into_iter().for_each(|first| first.rotate_right(1)),
        None => list.clear(),
    }
    list
}

/// Everything that a message to this person can settle and an address asks for: their whole row, what is about one
/// referral or one event, what a script is for, or the ask being prepared (R25).
pub fn to_say(book: &Book, person: PersonId, by: Option<Id>, today: NaiveDate) -> Vec<Owed> {
    let script = by.and_then(|id| book.script(ScriptId(id)));
    if by.is_some_and(|id| id.as_str() == THE_NEED) {
        return Vec::new();
    }
    if is_the_ask(book, by) {
        let duty = script.and_then(|script| Duty::of_name(&script.moment)).unwrap_or(Duty::Ask);
        let raised = Raised::to(person, duty, today);
        return vec![Owed { due: today, when: When::Ripe, raised }];
    }
    if let Some(event) = by.and_then(|id| book.event(EventId(id))) {
        return word_to_guest(book, event, person, today).into_iter().collect();
    }
    match script {
        None => to_write(book, person, by.map(ReferralId), today),
        Some(script) => {
            let mut list = to_write(book, person, None, today);
            list.retain(|owed| owed.raised.duty.name() == script.moment);
            list
        }
    }
}

/// The people to whom something is owed at a moment, in the order of Today: whom a script is for (R25).
pub fn waiting_for(rows: &[TodayRow], moment: &str) -> Vec<PersonId> {
    let fits = |row: &&TodayRow| row.owed.iter().any(|owed| owed.raised.duty.name() == moment);
    rows.iter().filter(fits).filter_map(|row| row.person).collect()
}

/// Returns the duties put off to a day after today, the nearest first; `due` is the day they were put off to.
pub fn waiting(book: &Book, today: NaiveDate) -> Vec<Owed> {
    let answers = Answers::of(book);
    // Only what was put off can be waiting, so only that is looked at.
    let later = book.put_offs().filter(|put_off| put_off.until.is_some_and(|until| until > today));
    let people: SortedSet<Option<PersonId>> = later.map(|put_off| put_off.person).collect();
    let mut list: Vec<Owed> = duty::raised_to(book, people, today)
        .into_iter()
        .filter(|raised| !answers.is_dropped(raised))
        .filter_map(|raised| {
            let due = answers.put_off_to(&raised).filter(|until| *until > today)?;
            Some(Owed { raised, due, when: When::Soon })
        })
        .collect();
    sort_by_key(&mut list, |owed| (owed.due, owed.raised.duty, owed.raised.referral));
    list
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::give::Give;
    use crate::domain::id::{Mint, Session};
    use crate::domain::person::Person;
    use crate::domain::plan::{Plan, PlanItem};
    use crate::domain::referral::Referral;
    use crate::domain::touch::TouchKind;
    use crate::rules::settle::{self, SentMessage};

    fn book() -> Book {
        let mut book = Book::default();
        for id in ["p1", "p2", "p3"] {
            book.put(Person { id: id.parse().unwrap(), ..Person::default() }.into());
        }
        for (id, prospect, agreed) in [("r1", "p2", "2026-11-18"), ("r2", "p3", "2026-11-20")] {
            let (id, source, prospect) = (id.parse().unwrap(), "p1".parse().unwrap(), prospect.parse().unwrap());
            book.put(Referral { id, source, prospect, agreed_on: agreed.parse().ok(), ..Referral::default() }.into());
        }
        book
    }

    fn told(rows: &[TodayRow]) -> Vec<String> {
        let one = |owed: &Owed| format!("{} {}", owed.raised.duty.name(), owed.due);
        rows.iter().map(|row| row.owed.iter().map(one).collect::<Vec<_>>().join(", ")).collect()
    }

    #[test]
    fn r25_a_script_answers_its_own_moment_and_an_ask_is_one_of_its_own() {
        let mut book = book();
        let today = "2026-11-21".parse().unwrap();
        for (id, moment) in [("s1", "thank-agreed"), ("s2", "ask"), ("s3", "ask-new-client"), ("s4", "update")] {
            let (id, moment) = (id.parse().unwrap(), moment.to_string());
            book.put(crate::domain::script::Script { id, moment, ..Default::default() }.into());
        }
        let person = "p1".parse().unwrap();
        let said = |by: &str| -> Vec<&str> {
            let owed = to_say(&book, person, Id::parse(by).ok(), today);
            owed.into_iter().map(|owed| owed.raised.duty.name()).collect()
        };
        let all = said("");
        assert!(all.contains(&"thank-agreed") && all.len() > said("s1").len(), "{all:?}");
        assert!(said("s1").iter().all(|duty| *duty == "thank-agreed") && !said("s1").is_empty());
        assert_eq!((said("ask"), said("s2"), said("s3")), (vec!["ask"], vec!["ask"], vec!["ask-new-client"]));
        assert_eq!(said("s4"), Vec::<&str>::new());
        assert_eq!(said("r1").len(), to_write(&book, person, "r1".parse().ok(), today).len());
        let rows = rows(&book, today);
        assert!(waiting_for(&rows, "thank-agreed").contains(&person) && waiting_for(&rows, "update").is_empty());
    }

    #[test]
    fn r27_r67_the_words_open_for_the_very_promise_that_was_chosen_whatever_else_is_owed() {
        let mut book = book();
        let today = "2026-11-21".parse().unwrap();
        let (person, day) = ("p1".parse().unwrap(), |day: &str| day.parse::<NaiveDate>().unwrap());
        let promised_by = Some(day("2026-12-20"));
        book.put(Give { id: "g1".parse().unwrap(), to: person, promised_by, ..Give::default() }.into());
        let line = |on: &str| PlanItem { on: Some(day(on)), ..PlanItem::default() };
        let mine = vec![line("2026-11-25"), line("2026-12-02")];
        book.put(Plan { id: "l1".parse().unwrap(), with: person, mine, ..Plan::default() }.into());
        let first = |duty, about, due| {
            let list = to_settle(&book, person, (duty, Id::parse(about).ok(), day(due)), today);
            list.first().map(|owed| format!("{} {}", owed.raised.duty.name(), owed.raised.due)).unwrap_or_default()
        };
        assert_eq!(first("help", "g1", "2026-12-20"), "help 2026-12-20");
        assert_eq!(first("plan", "l1", "2026-12-02"), "plan 2026-12-02");
        assert_eq!(first("plan", "l1", "2026-11-25"), "plan 2026-11-25");
        assert_eq!(first("thank-agreed", "r2", "2026-11-20"), "thank-agreed 2026-11-20");
        assert_eq!(first("help", "g1", "2026-12-21"), "", "it is not owed any more");
        assert_eq!(to_say(&book, person, Id::parse(THE_NEED).ok(), today), []);
    }

    #[test]
    fn b3_several_duties_to_one_person_are_one_row_the_strongest_first() {
        let rows = rows(&book(), "2026-11-20".parse().unwrap());
        assert_eq!(
            told(&rows),
            ["thank-agreed 2026-11-18, thank-agreed 2026-11-20, confirm 2026-11-23, confirm 2026-11-25"]
        );
        assert_eq!(rows[0].when(), When::Late);
    }

    #[test]
    fn r61_who_is_unthanked_stands_first_the_longest_waiting_before_the_others() {
        let mut book = book();
        let mut put = |id: &str, source: &str, prospect: &str, days: [&str; 2]| {
            let [agreed, introduced] = days.map(|day| day.parse().ok());
            let (id, source, prospect) = (id.parse().unwrap(), source.parse().unwrap(), prospect.parse().unwrap());
            let referral = Referral { id, source, prospect, agreed_on: agreed, ..Referral::default() };
            book.put(Referral { introduced_on: introduced, ..referral }.into());
        };
        for id in ["p4", "p5"] {
            put(&format!("r{id}"), id, "p2", ["2026-11-12", ""]);
        }
        put("r8", "p6", "p7", ["", "2026-09-01"]);
        for id in ["p4", "p5", "p6", "p7"] {
            book.put(Person { id: id.parse().unwrap(), ..Person::default() }.into());
        }
        let today = "2026-11-20".parse().unwrap();
        let rows = rows(&book, today);
        let told = told(&rows);
        assert!(told[0].starts_with("thank-agreed 2026-11-12") && told[1].starts_with("thank-agreed 2026-11-12"));
        assert!(told[2].starts_with("thank-agreed 2026-11-18"), "{told:?}");
        let older = told.iter().position(|row| row.starts_with("follow-up 2026-09")).unwrap();
        assert!(older > 2, "what is older, and no thanks, comes after them: {told:?}");
        assert_eq!(unthanked(&rows, today), (3, 8));
        assert_eq!(unthanked(&[], today), (0, 0));
    }

    #[test]
    fn one_message_settles_what_is_due_and_leaves_what_is_soon() {
        let mut book = book();
        let today = "2026-11-20".parse().unwrap();
        let row = row_of(&book, "p1".parse().ok(), today).unwrap();
        let now = settle::chosen(settle::proposed(row.owed));
        let how = SentMessage { kind: TouchKind::Call, on: today, text: "Thank you".into() };
        let change = settle::sent(&book, "p1".parse().unwrap(), &now, &how, &mut Mint::new(Session::of_bits(1)));
        change.records.into_iter().for_each(|r| book.put(r));
        assert_eq!(told(&rows(&book, today)), ["confirm 2026-11-23, confirm 2026-11-25"]);
        assert_eq!(book.touches().filter(|t| t.text == "Thank you").count(), 1, "the words stand once");
    }

    #[test]
    fn r38_who_was_asked_gently_is_not_asked_again_for_three_working_days() {
        let mut book = book();
        let today = "2026-11-27".parse().unwrap();
        let to_ask = to_write(&book, "p1".parse().unwrap(), "r1".parse().ok(), today);
        let confirm: Vec<Owed> =
            to_ask.into_iter().filter(|o| o.raised.duty == super::super::duty::Duty::Confirm).collect();
        let how = SentMessage { kind: TouchKind::Text, on: today, text: String::new() };
        let change = settle::sent(&book, "p1".parse().unwrap(), &confirm, &how, &mut Mint::new(Session::of_bits(1)));
        change.records.into_iter().for_each(|r| book.put(r));
        let put_off = waiting(&book, today);
        assert_eq!(put_off.len(), 1);
        assert_eq!(put_off[0].due.to_string(), "2026-12-02");
        let back = settle::brought_back(&book, &put_off[0]);
        back.records.into_iter().for_each(|r| book.put(r));
        assert_eq!(waiting(&book, today), []);
    }

    #[test]
    fn done_already_says_that_the_introduction_was_made() {
        let mut book = book();
        let today = "2026-11-27".parse().unwrap();
        let owed = row_of(&book, "p1".parse().ok(), today).unwrap().owed;
        let how = SentMessage { kind: TouchKind::Call, on: today, text: String::new() };
        let change = settle::done(&book, "p1".parse().unwrap(), &owed, &how, &mut Mint::new(Session::of_bits(1)));
        change.records.into_iter().for_each(|r| book.put(r));
        assert_eq!(book.referral("r1".parse().unwrap()).unwrap().introduced_on, Some(today));
        assert!(told(&rows(&book, today)).iter().all(|row| !row.contains("thank-agreed") && !row.contains("confirm")));
    }

    #[test]
    fn a_duty_is_dropped_only_with_a_reason_and_put_off_only_to_a_later_day() {
        let book = book();
        let today = "2026-11-20".parse().unwrap();
        let owed = row_of(&book, "p1".parse().ok(), today).unwrap().owed;
        let mut mint = Mint::new(Session::of_bits(1));
        assert!(settle::dropped(&owed, " ", &mut mint).unwrap_err().of("why").is_some());
        assert!(settle::put_off(&owed, today, today, &mut mint).unwrap_err().of("until").is_some());
        assert_eq!(settle::dropped(&owed, "Told in person", &mut mint).unwrap().records.len(), owed.len());
    }
}
