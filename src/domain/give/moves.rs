//! What happens to something given: it is done, and a referral of mine goes on to its end (R65, R66).

use super::Give;
use crate::domain::book::Book;
use crate::domain::change::Change;
use crate::domain::draft::{Problems, long_text};
use crate::domain::id::GiveId;
use crate::domain::referral::End;
use chrono::NaiveDate;

/// A step of a referral I give, in the order of its life (R65).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum GiveStep {
    /// It is done; of a referral: I introduced them.
    Done,
    /// The two were in touch.
    FollowedUp,
    /// The two talked.
    Talked,
    /// It became a sale for the one I gave it to.
    Won,
    /// Nothing came of it.
    Closed,
}

impl Give {
    /// The steps that may come next: the nearest first.
    pub fn steps(&self) -> Vec<GiveStep> {
        if self.done_on.is_none() {
            return vec![GiveStep::Done];
        }
        if !self.goes_on() {
            return Vec::new();
        }
        let days = [(self.followed_up_on, GiveStep::FollowedUp), (self.talked_on, GiveStep::Talked)];
        let after = days.iter().rposition(|(day, _)| day.is_some()).map_or(0, |at| at + 1);
        let next = days.into_iter().skip(after).map(|(_, step)| step);
        next.chain([GiveStep::Won, GiveStep::Closed]).collect()
    }

    fn took(self, step: GiveStep, on: NaiveDate) -> Give {
        let on = Some(on);
        match step {
            GiveStep::Done => Give { done_on: on, ..self },
            GiveStep::FollowedUp => Give { followed_up_on: on, ..self },
            GiveStep::Talked => Give { talked_on: on, ..self },
            GiveStep::Won => Give { end: Some(End::Won), ended_on: on, ..self },
            GiveStep::Closed => Give { end: Some(End::Closed), ended_on: on, ..self },
        }
    }
}

impl Book {
    /// Notes a step of something given, as of today (R65, R66).
    ///
    /// # Errors
    /// When it is gone, or the step cannot come next.
    pub fn give_went_on(&self, id: GiveId, step: GiveStep, today: NaiveDate) -> Result<Change, Problems> {
        let give = self.here(id)?;
        if !give.steps().contains(&step) {
            return Err(Problems::one("form", "That has been noted already."));
        }
        Ok(Change::of(give.took(step, today)))
    }

    /// Opens a referral of mine again that was won or closed.
    ///
    /// # Errors
    /// When it is gone.
    pub fn reopen_give(&self, id: GiveId) -> Result<Change, Problems> {
        Ok(Change::of(Give { end: None, ended_on: None, ..self.here(id)? }))
    }

    /// Writes down what came of it.
    ///
    /// # Errors
    /// When it is gone, or the text is too long.
    pub fn give_came_to(&self, id: GiveId, outcome: &str) -> Result<Change, Problems> {
        let give = self.here(id)?;
        let outcome = long_text(outcome).map_err(|why| Problems::one("why", why))?;
        Ok(Change::of(Give { outcome, ..give }))
    }

    fn here(&self, id: GiveId) -> Result<Give, Problems> {
        let gone = || Problems::one("form", "This is not in your book any more.");
        self.give(id).filter(|give| !give.trashed).cloned().ok_or_else(gone)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::give::GiveKind;
    use crate::domain::person::Mention;

    #[test]
    fn r65_a_referral_i_give_has_the_life_of_one_i_receive() {
        let mut book = Book::default();
        let id: GiveId = "g1".parse().unwrap();
        let prospect = Some(Mention("Fred Ito".into()));
        book.put(Give { id, what: GiveKind::Referral, prospect, ..Give::default() }.into());
        let today = "2026-11-20".parse().unwrap();
        let mut step = |step| {
            let change = book.give_went_on(id, step, today)?;
            change.records.into_iter().for_each(|record| book.put(record));
            Ok::<_, Problems>(book.give(id).unwrap().clone())
        };
        assert!(step(GiveStep::Talked).is_err(), "they have not been introduced");
        let given = step(GiveStep::Done).unwrap();
        assert_eq!((given.done_on, given.steps().len(), given.goes_on()), (Some(today), 4, true));
        assert_eq!(
            step(GiveStep::Talked).unwrap().steps(),
            [GiveStep::Won, GiveStep::Closed],
            "a step may be left out"
        );
        assert!(step(GiveStep::FollowedUp).is_err(), "they talked already");
        let won = step(GiveStep::Won).unwrap();
        assert_eq!((won.end.clone(), won.ended_on, won.goes_on()), (Some(End::Won), Some(today), false));
        assert!(step(GiveStep::Closed).is_err());
        book.reopen_give(id).unwrap().records.into_iter().for_each(|record| book.put(record));
        assert!(book.give(id).unwrap().goes_on());
        book.give_came_to(id, "A pilot").unwrap().records.into_iter().for_each(|record| book.put(record));
        assert_eq!(book.give(id).unwrap().outcome, "A pilot");
        assert!(book.give_went_on("g9".parse().unwrap(), GiveStep::Done, today).is_err());
    }
}
