//! What may change in the list of what is owed from one day to the next, when nothing changes in the book.

use super::said::{in_days, resolved};
use chrono::NaiveDate;
use kith::domain::ask::AskEnd;
use kith::domain::book::Book;
use kith::domain::day::{earlier, later};
use kith::domain::event::Event;
use kith::domain::id::{EventId, PersonId};
use kith::domain::touch::{Milestone, Purpose, StartedBy};
use kith::message::duty::reason;
use kith::message::reason::when;
use kith::rules::duty::{Calendar, Duty, Owed, Raised, When, owed, raised_to};
use std::collections::{BTreeSet, HashMap};

/// How many days ahead a duty is shown.
const AHEAD: u64 = 7;
/// On the day after so many days a good moment for an ask is over.
const MOMENT_OVER: u64 = 15;

/// What is owed on one day, each duty by what it is known by.
pub struct Listed {
    pub day: NaiveDate,
    pub owed: Vec<Owed>,
    by_raised: HashMap<Raised, Owed>,
}

impl Listed {
    pub fn on(book: &Book, day: NaiveDate) -> Listed {
        let owed = owed(book, day);
        let by_raised: HashMap<Raised, Owed> = owed.iter().map(|owed| (known_by(owed), owed.clone())).collect();
        assert_eq!(by_raised.len(), owed.len(), "{day}: something is owed twice");
        Listed { day, owed, by_raised }
    }

    /// Checks that everything that differs from the day before has a reason.
    pub fn follows(&self, book: &Book, before: &Listed) {
        for (raised, owed) in &self.by_raised {
            match before.by_raised.get(raised) {
                Some(earlier) => same_duty(book, earlier, owed, self.day),
                None => assert!(may_begin(book, owed, self.day), "{}: begins without a reason: {owed:?}", self.day),
            }
        }
        for (raised, owed) in &before.by_raised {
            let goes_on = self.by_raised.contains_key(raised) || may_end(book, owed, self.day);
            assert!(goes_on, "{}: ends without a reason: {owed:?}", self.day);
        }
    }

    /// Each duty with how it lies to the day, to see whether two days differ.
    pub fn standing(&self) -> HashMap<Raised, When> {
        self.by_raised.iter().map(|(raised, owed)| (raised.clone(), owed.when)).collect()
    }
}

/// A duty without the day of the list: a ripe ask has no other.
fn known_by(owed: &Owed) -> Raised {
    let due = if owed.when == When::Ripe { NaiveDate::MIN } else { owed.raised.due };
    Raised { due, ..owed.raised.clone() }
}

/// A duty that stands on two days has one due day, goes from soon to today to late, and says the same of the same days.
fn same_duty(book: &Book, before: &Owed, after: &Owed, today: NaiveDate) {
    let yesterday = earlier(today, 1);
    if after.when == When::Ripe {
        assert_eq!(
            (before.when, when(before, yesterday), when(after, today)),
            (When::Ripe, "Ripe".into(), "Ripe".into())
        );
        if reasons_to_ask(book, after.raised.person.unwrap(), today).contains(&today) {
            return; // Another reason may be the best one from today on.
        }
    } else {
        assert_eq!(before.due, after.due, "{today}: another due day: {after:?}");
        let patience = if after.due == after.raised.due { after.raised.patience } else { 0 };
        let expected = match before.when {
            When::Soon if after.due == today => When::Today,
            When::Today if later(after.due, patience.max(1)) == today => When::Late,
            when => when,
        };
        assert_eq!(after.when, expected, "{today}: {after:?}");
        let far = |owed, day| in_days(&when(owed, day));
        assert_eq!(far(after, today), far(before, yesterday) - 1, "{today}: {after:?}");
    }
    let said = |owed, day| resolved(&reason(book, owed, day), day);
    assert_eq!(said(after, today), said(before, yesterday), "{today}: {after:?}");
}

/// Whether the rules name this day for a duty to be shown first.
fn may_begin(book: &Book, owed: &Owed, today: NaiveDate) -> bool {
    let raised = &owed.raised;
    if owed.due != raised.due {
        return owed.due == today; // Put off to this day.
    }
    if raised.duty == Duty::Ask {
        return reasons_to_ask(book, raised.person.unwrap(), today).contains(&today);
    }
    if raised.duty == Duty::Event && !is_invitation(book, raised) {
        return over(book, raised) == Some(today);
    }
    earlier(raised.due, AHEAD) == today
}

/// Whether the rules name this day for a duty to be gone, though nobody settled it.
fn may_end(book: &Book, owed: &Owed, today: NaiveDate) -> bool {
    if owed.raised.duty == Duty::Ask {
        return reasons_to_ask(book, owed.raised.person.unwrap(), today).contains(&today);
    }
    owed.raised.duty == Duty::Event && is_invitation(book, &owed.raised) && over(book, &owed.raised) == Some(today)
}

fn event<'a>(book: &'a Book, raised: &Raised) -> Option<&'a Event> {
    book.event(EventId(raised.record?))
}

/// The day after an event.
fn over(book: &Book, raised: &Raised) -> Option<NaiveDate> {
    Some(later(event(book, raised)?.on?, 1))
}

fn is_invitation(book: &Book, raised: &Raised) -> bool {
    event(book, raised).and_then(|event| event.on).is_some_and(|on| raised.due < on)
}

/// The days on which an ask of this person may become ripe, cease to be, or be ripe for another reason: a good moment
/// comes or is over, the last ask has cooled, or something above an ask comes within seven days or is no longer owed.
fn reasons_to_ask(book: &Book, person: PersonId, today: NaiveDate) -> BTreeSet<NaiveDate> {
    let mut good: Vec<NaiveDate> = book.referrals_to(person).filter_map(|referral| referral.won_on()).collect();
    good.extend(book.person(person).and_then(|person| person.satisfied_on));
    let thanks = book.touches_with(person).filter(|touch| touch.purposes.contains(&Purpose::Thank));
    let (theirs, mine): (Vec<_>, Vec<_>) = thanks.partition(|touch| touch.started_by == StartedBy::Them);
    good.extend(theirs.iter().map(|touch| touch.on));
    let of_won = mine.iter().filter(|touch| touch.milestone == Some(Milestone::Won));
    let mut days: BTreeSet<NaiveDate> = of_won.map(|touch| touch.on).collect();
    days.extend(good.iter().flat_map(|day| [*day, later(*day, MOMENT_OVER)]));
    let cooling = Calendar::of(book).cooling_days;
    for ask in book.asks_to(person) {
        let until = ask.outcome.on.filter(|_| ask.outcome.kind == AskEnd::NotNow);
        days.insert(until.unwrap_or_else(|| later(ask.on, cooling)));
    }
    for day in [earlier(today, 1), today] {
        let raised = raised_to(book, [Some(person)], day);
        let above = raised.iter().filter(|raised| raised.duty < Duty::Ask);
        days.extend(above.map(|raised| earlier(raised.due, AHEAD)));
    }
    days.extend(book.events().filter(|event| event.guest(person).is_some()).filter_map(|e| Some(later(e.on?, 1))));
    days.extend(book.put_offs().filter_map(|put_off| put_off.until));
    days
}
