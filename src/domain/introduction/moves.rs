//! What happens to an introduction: one is asked and answers, the other is asked and answers, they are introduced (R68).

use super::{Introduction, OptIn, Says, Side};
use crate::domain::book::Book;
use crate::domain::change::Change;
use crate::domain::draft::{Problems, long_text};
use crate::domain::give::Give;
use crate::domain::id::{GiveId, IntroductionId, Mint, PersonId, TouchId};
use crate::domain::touch::{Purpose, Touch, TouchKind};
use chrono::NaiveDate;

/// A word that went out about an introduction.
#[derive(Debug, Clone, PartialEq)]
pub struct IntroductionMessage {
    /// How.
    pub kind: TouchKind,
    /// On which day.
    pub on: NaiveDate,
    /// The words.
    pub text: String,
}

impl Book {
    /// Begins to bring two people together; nobody is asked by that (R68).
    ///
    /// # Errors
    /// When they are one and the same, one of them is gone, or it is under way already.
    pub fn introduce(
        &self,
        (one, other): (PersonId, PersonId),
        why: &str,
        give: Option<GiveId>,
        mint: &mut Mint,
    ) -> Result<(IntroductionId, Change), Problems> {
        let mut wrong = Problems::default();
        let why = wrong.take("why", long_text(why));
        if one == other {
            wrong.add("others", "Nobody needs to meet themselves. Choose somebody else.");
        } else if self.live_person(one).is_none() || self.live_person(other).is_none() {
            wrong.add("form", "One of these two is not in your book any more.");
        } else if self.introductions().any(|i| i.is_of(one, other) && i.is_open()) {
            wrong.add("others", "You are about to introduce these two already.");
        }
        let id = IntroductionId(mint.id());
        wrong.or(())?;
        Ok((id, Change::of(Introduction { id, one, other, why, give, ..Introduction::default() })))
    }

    /// Throws away the thought of bringing these two together: they are not proposed again (R68).
    ///
    /// # Errors
    /// As [`Book::introduce`].
    pub fn not_these_two(&self, pair: (PersonId, PersonId), mint: &mut Mint) -> Result<Change, Problems> {
        let (id, _) = self.introduce(pair, "", None, mint)?;
        let (one, other) = pair;
        Ok(Change::of(Introduction { id, one, other, trashed: true, ..Introduction::default() }))
    }

    /// One of the two was asked, with this word; the first of the two about several introductions at once.
    ///
    /// # Errors
    /// When an introduction or somebody of it is gone, or they have answered already.
    pub fn introduction_asked(
        &self,
        ids: &[IntroductionId],
        side: Side,
        word: &IntroductionMessage,
        mint: &mut Mint,
    ) -> Result<Change, Problems> {
        let mut change = Change::default();
        let mut asked = None;
        for id in ids {
            let mut introduction = self.under_way(*id)?;
            if matches!(introduction.says(side).says, Says::Yes | Says::No) {
                return Err(Problems::one("form", "They have answered already."));
            }
            set(&mut introduction, side, Says::Asked, word.on);
            asked = Some(introduction.person(side));
            change = change.and(introduction);
        }
        let asked = asked.ok_or_else(gone)?;
        Ok(change.and(touch(asked, word, Purpose::OfferHelp, word.text.clone(), mint)))
    }

    /// What one of the two says to it: yes or no.
    ///
    /// # Errors
    /// When the introduction or somebody of it is gone, or it is made.
    pub fn introduction_says(
        &self,
        id: IntroductionId,
        side: Side,
        says: Says,
        today: NaiveDate,
    ) -> Result<Change, Problems> {
        let mut introduction = self.under_way(id)?;
        set(&mut introduction, side, says, today);
        Ok(Change::of(introduction))
    }

    /// They were introduced, with this word to both; help that was wanted is given by it.
    ///
    /// # Errors
    /// When one of them has not said yes, or the introduction or somebody of it is gone.
    pub fn introduction_made(
        &self,
        id: IntroductionId,
        word: &IntroductionMessage,
        mint: &mut Mint,
    ) -> Result<Change, Problems> {
        let introduction = self.under_way(id)?;
        if !introduction.both_agree() {
            return Err(Problems::one("form", "Not both have said yes yet. Ask first, then introduce them."));
        }
        let give =
            introduction.give.and_then(|id| self.give(id)).filter(|give| !give.trashed && give.done_on.is_none());
        let (one, other) = (introduction.one, introduction.other);
        let mut change = Change::of(Introduction { made_on: Some(word.on), ..introduction })
            .and(touch(one, word, Purpose::Give, word.text.clone(), mint))
            .and(touch(other, word, Purpose::Give, String::new(), mint));
        if let Some(give) = give {
            change = change.and(Give { done_on: Some(word.on), ..give.clone() });
        }
        Ok(change)
    }

    /// Writes down what came of it.
    ///
    /// # Errors
    /// When the introduction is gone, or the text is too long.
    pub fn introduction_came_to(&self, id: IntroductionId, outcome: &str) -> Result<Change, Problems> {
        let introduction = self.introduction(id).filter(|i| !i.trashed).ok_or_else(gone)?;
        let outcome = long_text(outcome).map_err(|why| Problems::one("why", why))?;
        Ok(Change::of(Introduction { outcome, ..introduction.clone() }))
    }

    fn under_way(&self, id: IntroductionId) -> Result<Introduction, Problems> {
        let introduction = self.introduction(id).filter(|i| !i.trashed && i.made_on.is_none()).ok_or_else(gone)?;
        let is_here = |side| self.live_person(introduction.person(side)).is_some();
        if is_here(Side::One) && is_here(Side::Other) {
            Ok(introduction.clone())
        } else {
            Err(Problems::one("form", "One of these two is not in your book any more."))
        }
    }
}

fn gone() -> Problems {
    Problems::one("form", "This introduction is made already, or not in your book any more.")
}

fn set(introduction: &mut Introduction, side: Side, says: Says, on: NaiveDate) {
    let said = OptIn { says, on: Some(on) };
    match side {
        Side::One => introduction.one_says = said,
        Side::Other => introduction.other_says = said,
    }
}

fn touch(person: PersonId, word: &IntroductionMessage, purpose: Purpose, text: String, mint: &mut Mint) -> Touch {
    let (id, kind, purposes) = (TouchId(mint.id()), word.kind.clone(), [purpose].into());
    Touch { id, person, on: word.on, kind, purposes, text, ..Touch::default() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::Session;
    use crate::domain::introduction::NextWord;
    use crate::domain::person::Person;

    fn book() -> Book {
        let mut book = Book::default();
        for id in ["sue", "raj", "ann"] {
            book.put(Person { id: id.parse().unwrap(), ..Person::default() }.into());
        }
        book
    }

    fn keep(book: &mut Book, change: Change) {
        change.records.into_iter().for_each(|record| book.put(record));
    }

    fn pair(one: &str, other: &str) -> (PersonId, PersonId) {
        (one.parse().unwrap(), other.parse().unwrap())
    }

    fn word() -> IntroductionMessage {
        IntroductionMessage {
            kind: TouchKind::Email,
            on: "2026-11-20".parse().unwrap(),
            text: "Would you like to meet?".into(),
        }
    }

    #[test]
    fn r68_both_are_asked_before_they_are_introduced_and_help_that_was_wanted_is_given_by_it() {
        let (mut book, mut mint) = (book(), Mint::new(Session::of_bits(1)));
        let wanted =
            Give { id: "g1".parse().unwrap(), to: "sue".parse().unwrap(), text: "A trainer".into(), ..Give::default() };
        book.put(wanted.clone().into());
        let (id, change) = book.introduce(pair("sue", "raj"), "Trains", Some(wanted.id), &mut mint).unwrap();
        keep(&mut book, change);
        assert!(book.introduction_made(id, &word(), &mut mint).is_err(), "nobody was asked");
        for (side, next) in [(Side::One, NextWord::Ask(Side::Other)), (Side::Other, NextWord::Introduce)] {
            let change = book.introduction_asked(&[id], side, &word(), &mut mint).unwrap();
            keep(&mut book, change);
            assert_eq!(book.introduction(id).unwrap().next(), NextWord::Wait(side));
            assert!(book.introduction_made(id, &word(), &mut mint).is_err(), "not both have answered");
            let change = book.introduction_says(id, side, Says::Yes, word().on).unwrap();
            keep(&mut book, change);
            assert_eq!(book.introduction(id).unwrap().next(), next);
            assert!(book.introduction_asked(&[id], side, &word(), &mut mint).is_err(), "who answered is not asked");
        }
        let change = book.introduction_made(id, &word(), &mut mint).unwrap();
        keep(&mut book, change);
        assert_eq!(book.introduction(id).unwrap().next(), NextWord::Made);
        assert_eq!(book.give(wanted.id).unwrap().done_on, Some(word().on));
        assert_eq!((book.touches_with("sue".parse().unwrap()).count(), book.touches().count()), (2, 4));
        assert!(book.introduction_says(id, Side::One, Says::No, word().on).is_err());
        let change = book.introduction_came_to(id, "Four advisers trained").unwrap();
        keep(&mut book, change);
        assert_eq!(book.introduction(id).unwrap().outcome, "Four advisers trained");
    }

    #[test]
    fn r68_nobody_meets_themselves_nor_somebody_gone_nor_anyone_twice() {
        let (mut book, mut mint) = (book(), Mint::new(Session::of_bits(1)));
        let wrong = |book: &Book, pair, mint: &mut Mint| book.introduce(pair, "", None, mint).unwrap_err().0[0].field;
        assert_eq!(wrong(&book, pair("sue", "sue"), &mut mint), "others");
        assert_eq!(wrong(&book, pair("sue", "zoe"), &mut mint), "form");
        let (id, change) = book.introduce(pair("sue", "raj"), "", None, &mut mint).unwrap();
        keep(&mut book, change);
        assert_eq!(wrong(&book, pair("raj", "sue"), &mut mint), "others");
        let change = book.trash_person("raj".parse().unwrap(), true).unwrap();
        keep(&mut book, change);
        assert!(
            book.introduction_asked(&[id], Side::One, &word(), &mut mint).is_err(),
            "the other one is in the trash"
        );
        assert_eq!(wrong(&book, pair("sue", "raj"), &mut mint), "form");
        let change = book.not_these_two(pair("sue", "ann"), &mut mint).unwrap();
        keep(&mut book, change);
        assert_eq!((book.introductions().count(), book.introductions_in_trash().count()), (1, 1));
    }
}
