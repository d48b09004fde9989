//! The laws of days: on every day of five years, whatever a small book holds, no duty, count or sentence jumps without a
//! reason. From one day to the next nothing changes in the book, so what differs was named for that day by the rules.

#[path = "days/books.rs"]
mod books;
#[path = "days/duties.rs"]
mod duties;
#[path = "days/said.rs"]
mod said;
#[path = "days/weeks.rs"]
mod weeks;

use super::given::cases;
use books::{books, day, days};
use chrono::NaiveDate;
use duties::Listed;
use kith::domain::book::Book;
use kith::domain::day::{earlier, later};
use kith::domain::id::{Mint, PersonId, Session};
use kith::domain::sample::sample;
use kith::message::five::picks;
use kith::message::reason::{ago, date};
use kith::message::score::score;
use kith::rules::duty::When;
use kith::rules::five::{Proposed, five_among, swap};
use kith::rules::settle::put_off;
use kith::rules::today_rows::{grouped, unthanked};
use kith::rules::week::{contacted_on, week_start};
use proptest::collection::vec;
use proptest::prelude::*;
use said::resolved;
use std::collections::BTreeSet;

/// Puts off what is owed on some days, and swaps whom the five propose away.
fn answer(book: &mut Book, answers: &[(u16, u8, u8)]) {
    let mut mint = Mint::new(Session::of_bits(5));
    for (on, which, until) in answers {
        let today = later(day(books::FIRST), u64::from(*on));
        let listed = Listed::on(book, today);
        let five = five_among(book, listed.owed.clone(), today);
        let put_off = listed.owed.get(usize::from(*which) % listed.owed.len().max(1)).map(|owed| {
            let until = later(today, u64::from(*until) % 30 + 1);
            put_off(std::slice::from_ref(owed), until, today, &mut mint).unwrap()
        });
        let swapped = five.get(usize::from(*which) % 5).map(|one| swap(book, one.person, today, &mut mint));
        let records = put_off.into_iter().chain(swapped).flat_map(|change| change.records);
        records.collect::<Vec<_>>().into_iter().for_each(|record| book.put(record));
    }
}

/// Nobody is proposed twice, nor for the same reason as somebody else, nor who was contacted this week.
fn five_of(book: &Book, listed: &Listed) -> Vec<Proposed> {
    let today = listed.day;
    let five = five_among(book, listed.owed.clone(), today);
    let people: BTreeSet<PersonId> = five.iter().map(|one| one.person).collect();
    assert!(people.len() == five.len() && five.len() <= 5, "{today}: {five:?}");
    let start = week_start(book, today);
    assert!(people.iter().all(|id| contacted_on(book.ties(*id), start).is_none()), "{today}: {five:?}");
    let reasons: Vec<String> = picks(book, &five, today).into_iter().map(|pick| resolved(&pick.why, today)).collect();
    assert!(reasons.iter().all(|why| !why.is_empty()), "{today}: {reasons:?}");
    assert_eq!(reasons.iter().collect::<BTreeSet<_>>().len(), five.len(), "{today}: {reasons:?}");
    five
}

fn who(five: &[Proposed]) -> Vec<PersonId> {
    five.iter().map(|one| one.person).collect()
}

/// How long the one waits who has gone unthanked for longest; `None` while nobody has.
fn unthanked_for(listed: &Listed) -> Option<usize> {
    let (people, days) = unthanked(&grouped(listed.owed.clone()), listed.day);
    (people > 0).then_some(days)
}

proptest! {
    #![proptest_config(cases(8))]

    #[test]
    fn no_duty_and_no_sentence_jumps_from_one_day_to_the_next(
        mut book in books(),
        answers in vec((0..books::DAYS as u16, any::<u8>(), any::<u8>()), 0..8),
    ) {
        answer(&mut book, &answers);
        let mut before = Listed::on(&book, earlier(day(books::FIRST), 1));
        let mut five_before = five_of(&book, &before);
        for today in days() {
            let listed = Listed::on(&book, today);
            listed.follows(&book, &before);
            let five = five_of(&book, &listed);
            let begins = week_start(&book, today) == today;
            prop_assert!(
                begins || listed.standing() != before.standing() || who(&five) == who(&five_before),
                "{}: {:?} after {:?}", today, five, five_before
            );
            if let Some(waited) = unthanked_for(&before) {
                prop_assert_eq!(unthanked_for(&listed), Some(waited + 1), "{}", today);
            }
            (before, five_before) = (listed, five);
        }
    }

    #[test]
    fn weeks_and_months_are_the_sums_of_their_days_and_change_where_they_begin(mut book in books()) {
        for first_day in 1..=7 {
            weeks::begin_on(&mut book, first_day);
            weeks::check(&book, first_day);
        }
        weeks::check_months(&book);
    }
}

#[test]
fn a_book_in_which_nothing_happened_is_empty_on_every_day() {
    for first_day in 0..=8 {
        let mut book = Book::default();
        weeks::begin_on(&mut book, first_day);
        for today in days() {
            weeks::check_empty(&book, today);
        }
    }
}

/// The sample as it is told on a day.
fn told_on(today: NaiveDate) -> Book {
    let mut book = Book::default();
    sample(today, Session::of_bits(7)).records.into_iter().for_each(|record| book.put(record));
    book
}

#[test]
fn the_sample_is_a_lively_book_on_every_day() {
    for today in books::HARD.into_iter().flat_map(|hard| (0..9).map(move |n| later(earlier(day(hard), 4), n))) {
        let book = told_on(today);
        let listed = Listed::on(&book, today);
        assert_eq!(five_of(&book, &listed).len(), 5, "{today}");
        let rows = grouped(listed.owed);
        for when in [When::Late, When::Today, When::Soon, When::Ripe] {
            assert!(rows.iter().any(|row| row.when() == when), "{today}: nothing is {when:?}");
        }
        for referral in book.referrals() {
            let days = [referral.agreed_on, referral.introduced_on, referral.followed_up_on, referral.talked_on];
            let days: Vec<NaiveDate> = days.into_iter().chain([referral.outcome.on]).flatten().collect();
            assert!(days.is_sorted() && days.last() <= Some(&today), "{today}: {days:?}");
        }
        let score = score(&book, 52, today).unwrap();
        assert!(score.bars.len() > 3 && score.columns.len() == 12, "{today}: {score:?}");
    }
}

#[test]
fn a_day_is_called_by_its_distance_for_a_fortnight_and_then_by_its_date() {
    let said = |of: NaiveDate, today: NaiveDate| ago(of, today);
    for of in days() {
        let mut names = vec!["today".to_string(), "yesterday".to_string()];
        names.extend((2..15).map(|n| format!("{n} days ago")));
        for (n, name) in (0..).zip(names) {
            assert_eq!(said(of, later(of, n)), name, "{of}");
        }
        for n in [15, 16, 31, 366, 400] {
            let today = later(of, n);
            assert_eq!(said(of, today), format!("on {}", date(of, today)));
            assert_eq!(resolved(&said(of, today), today), of.to_string());
        }
    }
}
