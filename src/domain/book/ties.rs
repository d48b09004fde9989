//! The ties of a person: they and the records about them, found all at once.

use crate::domain::ask::Ask;
use crate::domain::give::Give;
use crate::domain::person::Person;
use crate::domain::referral::Referral;
use crate::domain::steps::count;
use crate::domain::touch::Touch;
use crate::domain::touch::summary::TouchSummary;
use chrono::NaiveDate;
use std::sync::Arc;

/// A person and the records about them. What is owed is worked out from these alone for nearly everyone, so one look is
/// made for each and not ten.
#[derive(Debug, Default)]
pub struct Ties {
    pub(super) person: Option<Arc<Person>>,
    pub(super) from: Vec<Arc<Referral>>,
    pub(super) to: Vec<Arc<Referral>>,
    /// In the order of their days, so that some days of twenty years are found at once.
    pub(super) with: Vec<Noted>,
    pub(super) asked: Vec<Arc<Ask>>,
    pub(super) given: Vec<Arc<Give>>,
}

/// The ties of somebody nothing is about.
pub(super) static NONE: Ties =
    Ties { person: None, from: Vec::new(), to: Vec::new(), with: Vec::new(), asked: Vec::new(), given: Vec::new() };

/// A touch with its gist beside it, so that the rules need not go where the touch lies.
#[derive(Debug)]
pub(super) struct Noted {
    pub summary: TouchSummary,
    pub touch: Arc<Touch>,
}

impl Ties {
    /// The person, in the trash or not; `None` when erased or never here.
    pub fn person(&self) -> Option<&Person> {
        self.person.as_deref()
    }

    /// The person, unless trashed or erased.
    pub fn live(&self) -> Option<&Person> {
        self.person.as_deref().filter(|p| !p.trashed)
    }

    /// The referrals they gave me, not in the trash.
    pub fn referrals_from(&self) -> impl Iterator<Item = &Referral> {
        self.from.iter().inspect(|_| count(1)).map(|r| &**r).filter(|r| !r.trashed)
    }

    /// The referrals that brought them, not in the trash.
    pub fn referrals_to(&self) -> impl Iterator<Item = &Referral> {
        self.to.iter().inspect(|_| count(1)).map(|r| &**r).filter(|r| !r.trashed)
    }

    /// The asks to them, not in the trash.
    pub fn asks(&self) -> impl Iterator<Item = &Ask> {
        self.asked.iter().inspect(|_| count(1)).map(|a| &**a).filter(|a| !a.trashed)
    }

    /// What was given or promised to them, not in the trash.
    pub fn gives(&self) -> impl Iterator<Item = &Give> {
        self.given.iter().inspect(|_| count(1)).map(|g| &**g).filter(|g| !g.trashed)
    }

    /// The touches with them by their day, not in the trash.
    pub fn touches(&self) -> impl Iterator<Item = &Touch> {
        self.with.iter().inspect(|_| count(1)).map(|t| &*t.touch).filter(|t| !t.trashed)
    }

    /// The gists of the touches with them by their day, not in the trash.
    pub fn touch_summaries(&self) -> impl DoubleEndedIterator<Item = &TouchSummary> {
        self.with.iter().inspect(|_| count(1)).map(|t| &t.summary).filter(|t| !t.trashed)
    }

    /// The touches with them from one day to another, both included, not in the trash.
    pub fn touches_between(&self, from: NaiveDate, to: NaiveDate) -> impl Iterator<Item = &Touch> {
        self.between(from, to).iter().inspect(|_| count(1)).map(|t| &*t.touch).filter(|t| !t.trashed)
    }

    /// The gists of the touches with them from one day to another, both included, not in the trash.
    pub fn gists_between(&self, from: NaiveDate, to: NaiveDate) -> impl Iterator<Item = &TouchSummary> {
        self.between(from, to).iter().inspect(|_| count(1)).map(|t| &t.summary).filter(|t| !t.trashed)
    }

    fn between(&self, from: NaiveDate, to: NaiveDate) -> &[Noted] {
        let start = self.with.partition_point(|noted| noted.summary.on < from);
        let end = self.with.partition_point(|noted| noted.summary.on <= to);
        self.with.get(start..end).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use crate::domain::book::Book;
    use crate::domain::id::PersonId;
    use crate::domain::person::Person;
    use crate::domain::record::Record;
    use crate::domain::touch::Touch;

    #[test]
    fn touches_are_found_by_their_days_in_whatever_order_they_were_written() {
        let mut book = Book::default();
        let jim: PersonId = "p1".parse().unwrap();
        let touch = |n: u32, day: &str| Touch {
            id: format!("t{n}").parse().unwrap(),
            person: jim,
            on: day.parse().unwrap(),
            ..Touch::default()
        };
        for (n, day) in (1..).zip(["2026-11-20", "2026-11-18", "2026-11-22", "2026-11-18", "2026-11-19"]) {
            book.put(touch(n, day).into());
        }
        book.put(Touch { trashed: true, ..touch(5, "2026-11-19") }.into());
        let days = |from: &str, to: &str| {
            let found = book.ties(jim).gists_between(from.parse().unwrap(), to.parse().unwrap());
            found.map(|summary| summary.on.to_string()).collect::<Vec<_>>()
        };
        assert_eq!(days("2026-11-18", "2026-11-20"), ["2026-11-18", "2026-11-18", "2026-11-20"]);
        assert_eq!(days("2026-11-19", "2026-11-19"), [""; 0]);
        assert_eq!(days("2026-11-21", "2026-11-20"), [""; 0], "days the wrong way round hold nothing");
    }

    #[test]
    fn who_is_in_the_trash_or_gone_is_nobody_but_the_records_about_them_stay() {
        let mut book = Book::default();
        let jim = Person { id: "p1".parse().unwrap(), ..Person::default() };
        let touch = Touch { id: "t1".parse().unwrap(), person: jim.id, ..Touch::default() };
        book.put(jim.clone().into());
        book.put(touch.into());
        assert_eq!(book.everyone().count(), 1);
        book.put(Person { trashed: true, ..jim.clone() }.into());
        assert!(book.person(jim.id).is_some() && book.ties(jim.id).live().is_none() && book.everyone().count() == 0);
        let record = Record::from(jim.clone());
        book.remove(&record.kind(), record.id());
        assert!(book.person(jim.id).is_none() && book.ties(jim.id).touches().count() == 1);
    }
}
