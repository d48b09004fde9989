//! The balance with each person: what came from them, and what went to them. Everything counts alike (R65, R66, B11).

use crate::domain::book::{Book, Ties};
use crate::domain::give::Give;
use crate::domain::id::PersonId;
use crate::domain::id_map::IdMap;
use crate::domain::introduction::Introduction;
use crate::domain::order::sort_by_key;
use crate::domain::person::Person;
use crate::domain::referral::Referral;
use chrono::{Datelike, NaiveDate};
use std::cmp::Reverse;

/// Since when kindnesses are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub enum Since {
    /// Since the first of January.
    #[default]
    Year,
    /// Since ever.
    Ever,
}

impl Since {
    /// Both.
    pub const ALL: [Since; 2] = [Since::Year, Since::Ever];

    /// The value in an address: nothing for what is shown without being asked for.
    pub fn address(self) -> &'static str {
        if self == Since::Year { "" } else { "ever" }
    }

    /// The one of an address.
    pub fn of_address(text: &str) -> Since {
        if text == Since::Ever.address() { Since::Ever } else { Since::Year }
    }

    /// Whether a day counts; what has no day counts since ever.
    fn counts(self, day: Option<NaiveDate>, today: NaiveDate) -> bool {
        self == Since::Ever || day.is_some_and(|day| day.year() == today.year() && day <= today)
    }
}

/// The gives between one person and me, in both directions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Balance {
    /// With whom.
    pub person: PersonId,
    /// Kindnesses from them: referrals, gifts, introductions, help.
    pub received: usize,
    /// Kindnesses to them.
    pub given: usize,
}

impl Balance {
    /// Whether they gave far more than they got: two or more.
    pub fn is_owed(&self) -> bool {
        self.received >= self.given + 2
    }

    fn is_empty(&self) -> bool {
        self.received == 0 && self.given == 0
    }

    /// Who gave most and got least comes first.
    fn place(&self) -> (Reverse<isize>, Reverse<usize>) {
        (Reverse(self.received.cast_signed() - self.given.cast_signed()), Reverse(self.received))
    }
}

/// How many stand in the list by themselves, beside those who gave far more than they got.
const SHOWN: usize = 6;

/// The balances of a time, those who gave most and got least first.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Ledger {
    /// Those who gave far more than they got.
    pub owed: Vec<Balance>,
    /// The next few.
    pub others: Vec<Balance>,
    /// How many more there are, and what came from and went to them together.
    pub rest: Option<(usize, usize, usize)>,
    /// All that came, and all that went.
    pub total: (usize, usize),
}

/// The balances of everyone (R65, R66): `all` shows each by themselves.
pub fn ledger(book: &Book, since: Since, today: NaiveDate, all: bool) -> Ledger {
    let introduced = introduced(book, since, today);
    let mut list: Vec<(Balance, &Person)> = Vec::new();
    for (person, ties) in book.everyone() {
        let made = introduced.get(&person.id).copied().unwrap_or_default();
        let balance = weighed(person.id, ties, made, since, today);
        if !balance.is_empty() {
            list.push((balance, person));
        }
    }
    sort_by_key(&mut list, |(balance, person)| (balance.place(), person.name.clone(), person.id));
    let list: Vec<Balance> = list.into_iter().map(|(balance, _)| balance).collect();
    let total = list.iter().fold((0, 0), |(came, went), one| (came + one.received, went + one.given));
    let (owed, others): (Vec<_>, Vec<_>) = list.into_iter().partition(Balance::is_owed);
    let mut ledger = Ledger { owed, others, rest: None, total };
    if !all {
        let (more_owed, more) = (cut(&mut ledger.owed), cut(&mut ledger.others));
        let rest: Vec<Balance> = more_owed.into_iter().chain(more).collect();
        let sums = rest.iter().fold((0, 0), |(came, went), one| (came + one.received, went + one.given));
        ledger.rest = (!rest.is_empty()).then_some((rest.len(), sums.0, sums.1));
    }
    ledger
}

fn cut(list: &mut Vec<Balance>) -> Vec<Balance> {
    if list.len() > SHOWN { list.split_off(SHOWN) } else { Vec::new() }
}

/// Everyone who gave far more than they got, the most first.
pub fn owed(book: &Book, since: Since, today: NaiveDate) -> Vec<PersonId> {
    ledger(book, since, today, true).owed.into_iter().map(|balance| balance.person).collect()
}

/// The balance with one person (R65).
pub fn balance(book: &Book, person: PersonId, since: Since, today: NaiveDate) -> Balance {
    let made = introduced(book, since, today).get(&person).copied().unwrap_or_default();
    weighed(person, book.ties(person), made, since, today)
}

fn weighed(person: PersonId, ties: &Ties, made: usize, since: Since, today: NaiveDate) -> Balance {
    let counts = |day| since.counts(day, today);
    let referred = ties.referrals_from().filter(|r| r.prospect != person && counts(day_of(r))).count();
    let done = |give: &&Give| give.done_on.is_some() && counts(give.done_on);
    let gifts = || ties.touch_summaries().filter(|summary| summary.is_gift && counts(Some(summary.on)));
    Balance {
        person,
        received: referred + gifts().filter(|summary| summary.is_theirs).count(),
        given: ties.gives().filter(done).count() + gifts().filter(|summary| summary.went_out).count() + made,
    }
}

/// The day a referral came: when it was agreed, or else the first thing known of it.
fn day_of(referral: &Referral) -> Option<NaiveDate> {
    referral.agreed_on.or(referral.introduced_on).or(referral.followed_up_on).or(referral.talked_on)
}

/// How many introductions each had from me. Where it was the help somebody wanted, that help counts already.
fn introduced(book: &Book, since: Since, today: NaiveDate) -> IdMap<PersonId, usize> {
    let mut counts: IdMap<PersonId, usize> = IdMap::default();
    for introduction in book.introductions().filter(|i| i.made_on.is_some() && since.counts(i.made_on, today)) {
        for person in [introduction.one, introduction.other] {
            if !is_help(book, introduction, person) {
                *counts.entry(person).or_default() += 1;
            }
        }
    }
    counts
}

fn is_help(book: &Book, introduction: &Introduction, person: PersonId) -> bool {
    let give = introduction.give.and_then(|id| book.give(id));
    give.is_some_and(|give| !give.trashed && give.done_on.is_some() && give.to == person)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::person::Name;
    use crate::domain::record::Record;
    use crate::domain::touch::{Gift, Purpose, StartedBy, Touch, TouchKind};

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn today() -> NaiveDate {
        day("2026-11-20")
    }

    fn put(book: &mut Book, record: impl Into<Record>) {
        book.put(record.into());
    }

    fn book() -> Book {
        let mut book = Book::default();
        for (id, name) in [("ken", "Ken"), ("bill", "Bill"), ("raj", "Raj"), ("zoe", "Zoë")] {
            put(&mut book, Person { id: id.parse().unwrap(), name: Name::new(name).unwrap(), ..Person::default() });
        }
        book
    }

    fn referral(id: &str, source: &str, agreed: &str) -> Referral {
        let (id, source, prospect) = (id.parse().unwrap(), source.parse().unwrap(), "zoe".parse().unwrap());
        Referral { id, source, prospect, agreed_on: agreed.parse().ok(), ..Referral::default() }
    }

    fn give(id: &str, to: &str, done: &str) -> Give {
        Give { id: id.parse().unwrap(), to: to.parse().unwrap(), done_on: done.parse().ok(), ..Give::default() }
    }

    fn told(ledger: &[Balance]) -> Vec<String> {
        ledger.iter().map(|b| format!("{} {} {}", b.person, b.received, b.given)).collect()
    }

    #[test]
    fn r65_who_gave_most_and_got_least_comes_first() {
        let mut book = book();
        for n in 1..=4 {
            put(&mut book, referral(&format!("r{n}"), "ken", "2026-03-01"));
        }
        put(&mut book, referral("r5", "bill", "2026-03-01"));
        put(&mut book, referral("r6", "bill", "2026-03-01"));
        put(&mut book, referral("r7", "bill", "2025-03-01"));
        put(&mut book, give("g1", "ken", "2026-05-01"));
        put(&mut book, give("g2", "raj", "2026-05-01"));
        put(&mut book, Give { promised_by: Some(today()), ..give("g3", "raj", "") });
        put(&mut book, Give { trashed: true, ..give("g4", "raj", "2026-05-01") });
        let year = ledger(&book, Since::Year, today(), false);
        assert_eq!(
            (told(&year.owed), told(&year.others)),
            (vec!["ken 4 1".into(), "bill 2 0".into()], vec!["raj 0 1".into()])
        );
        assert_eq!((year.total, year.rest), ((6, 2), None));
        let ever = ledger(&book, Since::Ever, today(), false);
        assert_eq!((told(&ever.owed), ever.total), (vec!["ken 4 1".to_string(), "bill 3 0".into()], (7, 2)));
        assert_eq!(owed(&book, Since::Year, today()).len(), 2);
    }

    #[test]
    fn r66_b11_gifts_help_and_introductions_count_as_much_as_referrals_and_nothing_counts_twice() {
        let mut book = book();
        let touch = |id: &str, by, purposes: &[Purpose], gift: Option<Gift>| Touch {
            id: id.parse().unwrap(),
            person: "ken".parse().unwrap(),
            on: day("2026-10-01"),
            kind: TouchKind::Email,
            started_by: by,
            purposes: purposes.iter().cloned().collect(),
            gift,
            ..Touch::default()
        };
        let fern = || Some(Gift { what: "A fern".into(), cost: None });
        put(&mut book, touch("t1", StartedBy::Them, &[Purpose::Give], None));
        put(&mut book, touch("t2", StartedBy::Them, &[Purpose::OfferHelp, Purpose::Give], fern()));
        put(&mut book, touch("t3", StartedBy::Them, &[Purpose::Thank], None));
        put(&mut book, touch("t4", StartedBy::Me, &[Purpose::Thank], fern()));
        put(&mut book, touch("t5", StartedBy::Me, &[Purpose::Give], None));
        let wanted = give("g1", "ken", "2026-10-02");
        let made = Introduction {
            id: "n1".parse().unwrap(),
            one: "ken".parse().unwrap(),
            other: "raj".parse().unwrap(),
            give: Some(wanted.id),
            made_on: wanted.done_on,
            ..Introduction::default()
        };
        put(&mut book, wanted);
        put(&mut book, made.clone());
        put(&mut book, Introduction { id: "n2".parse().unwrap(), made_on: None, ..made });
        let of = |id: &str| balance(&book, id.parse().unwrap(), Since::Year, today());
        assert_eq!((of("ken").received, of("ken").given), (2, 2), "the fern, and the help that was the introduction");
        assert_eq!((of("raj").received, of("raj").given), (0, 1));
        assert!(ledger(&book, Since::Year, day("2027-01-01"), false).total == (0, 0), "a new year begins anew");
    }

    #[test]
    fn r65_whoever_is_in_the_trash_stands_nowhere_and_many_fold_into_one_line() {
        let mut book = book();
        for n in 0..20 {
            let id: PersonId = format!("q{n}").parse().unwrap();
            put(&mut book, Person { id, trashed: n == 0, ..Person::default() });
            put(&mut book, give(&format!("h{n}"), &format!("q{n}"), "2026-05-01"));
        }
        let year = ledger(&book, Since::Year, today(), false);
        assert_eq!((year.others.len(), year.rest, year.total), (6, Some((13, 0, 13)), (0, 19)));
        assert_eq!(ledger(&book, Since::Year, today(), true).others.len(), 19);
        assert_eq!(ledger(&Book::default(), Since::Ever, today(), false), Ledger::default());
    }
}
