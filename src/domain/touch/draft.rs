//! The log form: what was typed about a word exchanged, and the change it makes.

use super::{Gift, Purpose, StartedBy, Touch, TouchKind};
use crate::domain::book::Book;
use crate::domain::change::Change;
use crate::domain::draft::{Problems, long_text, past_day, short_text};
use crate::domain::fields::fields;
use crate::domain::id::{Mint, PersonId, ReferralId, TouchId};
use crate::domain::money::{Currency, Money};
use crate::domain::person::{Name, Person};
use crate::domain::record::Record;
use crate::domain::sorted_set::SortedSet;
use chrono::NaiveDate;
use serde::Serialize;

/// What is said of a name that is not, or not only, that of one person in the book.
const WHOM: &str = "Say whom you mean: choose somebody in your book, or add the name.";

fields! {
    /// What was typed about a word exchanged with someone.
    #[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
    pub struct TouchDraft {
        /// With whom, as it was typed.
        pub whom: String,
        /// With whom, where somebody in the book was chosen.
        pub person: Option<PersonId>,
        /// They are somebody new, who joins the book under the name that was typed.
        pub someone_new: bool,
        /// The kind's word, such as `call`.
        pub kind: String,
        /// The day; empty is today.
        pub on: String,
        /// They began it.
        pub by_them: bool,
        /// What for.
        pub purposes: SortedSet<Purpose>,
        /// The referral it is about; its id, or empty.
        pub about: String,
        /// What was said.
        pub text: String,
        /// What was given, where it is a gift (R56).
        pub gift: String,
        /// What it cost; may be empty.
        pub cost: String,
    }
}

impl TouchDraft {
    /// Of this person; a call, because most are.
    pub fn with(person: Option<PersonId>) -> TouchDraft {
        TouchDraft { person, kind: TouchKind::Call.word().to_string(), ..TouchDraft::default() }
    }

    /// Of this person, when a project with them is finished: the debrief, which is a moment to ask (R50).
    #[must_use]
    pub fn of_debrief(self) -> TouchDraft {
        TouchDraft { kind: TouchKind::Debrief.word().to_string(), ..self }
    }

    /// Whether it is about this person; or, where nobody is given, about whom its own name says.
    pub fn is_with(&self, person: Option<PersonId>) -> bool {
        match person {
            Some(_) => self.person == person,
            None => self.person.is_none() || !self.whom.trim().is_empty(),
        }
    }

    /// The person in the book: the one chosen, else the only one of the name, unless it is somebody new.
    pub fn known(&self, book: &Book) -> Option<PersonId> {
        let chosen = self.person.filter(|id| book.live_person(*id).is_some());
        if self.someone_new { chosen } else { chosen.or_else(|| self.only_one(book)) }
    }

    fn only_one(&self, book: &Book) -> Option<PersonId> {
        let mut named = book.people_named(&self.whom);
        let first = named.next()?.id;
        if named.next().is_none() { Some(first) } else { None }
    }

    /// Those of this name, where it is not clear who is meant.
    pub fn maybe(&self, book: &Book) -> Vec<PersonId> {
        if self.whom.trim().is_empty() || self.known(book).is_some() {
            return Vec::new();
        }
        book.people_named(&self.whom).map(|p| p.id).collect()
    }

    /// Whether the name is that of nobody in the book.
    pub fn is_unknown(&self, book: &Book) -> bool {
        self.person.is_none() && !self.whom.trim().is_empty() && book.people_named(&self.whom).next().is_none()
    }

    /// The referrals this person has open, given or brought, with whom each leads to.
    pub fn open_referrals(&self, book: &Book) -> Vec<(ReferralId, String)> {
        let Some(person) = self.known(book) else { return Vec::new() };
        let open = book.referrals_from(person).chain(book.referrals_to(person)).filter(|r| r.is_open());
        let name = |id| book.person(id).map(|p| p.name.to_string()).unwrap_or_default();
        let said = |r: &crate::domain::referral::Referral| match r.prospect == person {
            true => format!("Brought by {}", name(r.source)),
            false => name(r.prospect),
        };
        open.map(|r| (r.id, said(r))).collect()
    }

    fn someone_new(&self, wrong: &mut Problems) -> Option<Person> {
        if !self.someone_new || self.whom.trim().is_empty() {
            wrong.add("person", if self.whom.trim().is_empty() { "Choose with whom." } else { WHOM });
            return None;
        }
        let name = wrong.take("person", Name::new(&self.whom));
        Some(Person { name, provenance: "Named when a contact was logged".into(), ..Person::default() })
    }

    /// What was given, where it is a gift; its cost in the currency of the choices (R56).
    fn gift(&self, book: &Book) -> Result<Option<Gift>, String> {
        if self.kind != TouchKind::Gift.word() {
            return Ok(None);
        }
        let what = short_text(&self.gift)?;
        let currency = book.setting("choices").and_then(|s| s.currency).unwrap_or(Currency::USD);
        let cost = match self.cost.trim() {
            "" => None,
            cost => Some(
                Money::typed(cost, currency)
                    .map_err(|_| "Write the cost in figures, such as 25, or leave it empty.")?,
            ),
        };
        Ok(Some(Gift { what, cost }))
    }

    /// The change that logs it, with the touch it adds.
    ///
    /// # Errors
    /// The problems, field by field.
    pub fn change(&self, book: &Book, today: NaiveDate, mint: &mut Mint) -> Result<(Touch, Change), Problems> {
        let mut wrong = Problems::default();
        let known = self.known(book);
        let new = if known.is_none() { self.someone_new(&mut wrong) } else { None };
        if self.kind.is_empty() {
            wrong.add("kind", "Choose how you were in touch.");
        }
        let on = wrong.take("on", past_day(&self.on, today));
        let text = wrong.take("text", long_text(&self.text));
        let gift = wrong.take("cost", self.gift(book)).filter(|gift| !gift.what.is_empty() || gift.cost.is_some());
        let about = self.about.parse::<ReferralId>().ok().filter(|id| book.referral(*id).is_some());
        let started_by = if self.by_them { StartedBy::Them } else { StartedBy::Me };
        wrong.or(())?;
        let new = new.map(|person| Person { id: PersonId(mint.id()), ..person });
        let touch = Touch {
            id: TouchId(mint.id()),
            person: known.or(new.as_ref().map(|p| p.id)).unwrap_or_default(),
            on,
            kind: TouchKind::of_word(&self.kind),
            started_by,
            purposes: self.purposes.clone(),
            about,
            text,
            gift,
            ..Touch::default()
        };
        let change = Change { records: new.map(Record::from).into_iter().collect() };
        Ok((touch.clone(), change.and(touch)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::Session;

    #[test]
    fn a_touch_needs_a_person_a_kind_and_a_day_that_has_come() {
        let mut book = Book::default();
        let jim: PersonId = "p1".parse().unwrap();
        book.put(Person { id: jim, ..Person::default() }.into());
        let today = "2026-11-21".parse().unwrap();
        let mut mint = Mint::new(Session::of_bits(1));
        let draft = TouchDraft { on: "2026-11-22".into(), ..TouchDraft::default() };
        let wrong = draft.change(&book, today, &mut mint).unwrap_err();
        for field in ["person", "kind", "on"] {
            assert!(wrong.of(field).is_some(), "{field}");
        }
        let draft = TouchDraft { person: Some(jim), kind: "call".into(), ..TouchDraft::default() };
        let (touch, _) = draft.change(&book, today, &mut mint).unwrap();
        assert_eq!((touch.on, touch.kind), (today, TouchKind::Call));
    }

    #[test]
    fn r15_yesterdays_call_logged_today_counts_for_yesterday() {
        let mut book = Book::default();
        let jim: PersonId = "p1".parse().unwrap();
        book.put(Person { id: jim, ..Person::default() }.into());
        let draft =
            TouchDraft { person: Some(jim), kind: "call".into(), on: "2026-11-20".into(), ..TouchDraft::default() };
        let (touch, _) =
            draft.change(&book, "2026-11-21".parse().unwrap(), &mut Mint::new(Session::of_bits(1))).unwrap();
        assert_eq!(touch.on.to_string(), "2026-11-20");
    }

    #[test]
    fn r50_a_results_review_is_a_kind_of_contact() {
        let mut book = Book::default();
        let jim: PersonId = "p1".parse().unwrap();
        book.put(Person { id: jim, ..Person::default() }.into());
        let draft = TouchDraft { person: Some(jim), kind: "review".into(), ..TouchDraft::default() };
        let (touch, _) =
            draft.change(&book, "2026-11-21".parse().unwrap(), &mut Mint::new(Session::of_bits(1))).unwrap();
        assert_eq!(touch.kind, TouchKind::Review);
    }

    #[test]
    fn a_name_is_somebody_in_the_book_or_joins_it_when_told_so() {
        let mut book = Book::default();
        let (jim, name) = ("p1".parse().unwrap(), Name::new("Jim Abernathy").unwrap());
        book.put(Person { id: jim, name, ..Person::default() }.into());
        let today = "2026-11-21".parse().unwrap();
        let log = |book: &Book, draft: &TouchDraft| draft.change(book, today, &mut Mint::new(Session::of_bits(1)));
        let of = |whom: &str| TouchDraft { whom: whom.into(), ..TouchDraft::with(None) };
        assert_eq!(log(&book, &of("jim abernathy")).unwrap().0.person, jim);
        assert!(log(&book, &of("Nell Castellano")).unwrap_err().of("person").is_some());
        let (touch, change) = log(&book, &TouchDraft { someone_new: true, ..of("Nell Castellano") }).unwrap();
        change.records.into_iter().for_each(|r| book.put(r));
        assert_eq!(book.person(touch.person).unwrap().name.as_str(), "Nell Castellano");
        book.put(Person { id: "p2".parse().unwrap(), ..book.person(jim).unwrap().clone() }.into());
        assert_eq!((of("Jim Abernathy").known(&book), of("Jim Abernathy").maybe(&book).len()), (None, 2));
        assert!(log(&book, &of("Jim Abernathy")).is_err());
        assert!(of("Jim").is_with(None) && !of("Jim").is_with(Some(jim)));
        assert!(!TouchDraft::with(Some(jim)).is_with(None), "nobody would see with whom it is");
    }

    #[test]
    fn the_open_referrals_of_a_person_are_offered() {
        let mut book = Book::default();
        for (id, name) in [("p1", "Jim"), ("p2", "Fred")] {
            let (id, name) = (id.parse().unwrap(), Name::new(name).unwrap());
            book.put(Person { id, name, ..Person::default() }.into());
        }
        let (source, prospect) = ("p1".parse().unwrap(), "p2".parse().unwrap());
        let referral =
            crate::domain::referral::Referral { id: "r1".parse().unwrap(), source, prospect, ..Default::default() };
        book.put(referral.into());
        let said = |person| TouchDraft::with(Some(person)).open_referrals(&book).remove(0).1;
        assert_eq!((said(source), said(prospect)), ("Fred".to_string(), "Brought by Jim".to_string()));
    }

    #[test]
    fn r56_a_gift_is_logged_with_what_it_was_and_what_it_cost() {
        let mut book = Book::default();
        let jim: PersonId = "p1".parse().unwrap();
        book.put(Person { id: jim, ..Person::default() }.into());
        let today = "2026-11-21".parse().unwrap();
        let log = |draft: &TouchDraft| draft.change(&book, today, &mut Mint::new(Session::of_bits(1)));
        let draft = TouchDraft { kind: "gift".into(), gift: " A fern ".into(), ..TouchDraft::with(Some(jim)) };
        let given = log(&TouchDraft { cost: "40".into(), kind: "gift".into(), ..draft.clone() }).unwrap().0.gift;
        let cost = Some(Money { minor: 4_000, currency: Currency::USD });
        assert_eq!(given, Some(Gift { what: "A fern".into(), cost }));
        let wrong = log(&TouchDraft { cost: "a bit".into(), ..draft.clone() }).unwrap_err();
        assert!(wrong.of("cost").is_some_and(|why| why.ends_with('.')));
        assert_eq!(log(&TouchDraft { kind: "call".into(), ..draft }).unwrap().0.gift, None);
    }
}
