//! Capturing a referral: what was typed after a meeting, and the people and the referral it makes (R47, R49, R53–R55).

use super::{Confidential, Origin, Referral};
use crate::domain::book::Book;
use crate::domain::change::Change;
use crate::domain::connection::Connection;
use crate::domain::draft::{Problems, long_text, reach, short_text, workplace};
use crate::domain::fields::fields;
use crate::domain::id::{AskId, Mint, PersonId, ReferralId};
use crate::domain::person::{Consent, Name, Person, Reach, ReachKind, Role};
use crate::domain::record::Record;
use crate::domain::sorted_set::SortedSet;
use chrono::NaiveDate;
use serde::Serialize;

/// How a prospect came into the book by a capture.
const CAPTURED: &str = "Captured from a referral";
/// How a source came into the book by a capture.
const NAMED: &str = "Named as the source of a referral";

fields! {
    /// What was typed about a referral; only the prospect and the source are needed.
    #[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
    pub struct CaptureDraft {
        /// The one line, kept as it was typed.
        pub line: String,
        /// The source's name.
        pub from: String,
        /// The source, where one in the book was chosen.
        pub source: Option<PersonId>,
        /// The people in the book whom the source's name may mean; one of them has to be chosen, or somebody new.
        pub maybe: Vec<PersonId>,
        /// The source is somebody else than those of that name in the book.
        pub source_new: bool,
        /// Whom the form was opened for: the source, unless another is named.
        pub opened_for: Option<PersonId>,
        /// The ask that brought it, where the form was opened from its page (B2).
        pub ask: Option<AskId>,
        /// The fields that were corrected by hand, which the line no longer fills.
        pub by_hand: SortedSet<String>,
        /// Pages and profiles found in the line.
        pub links: Vec<Reach>,
        /// The prospect's name.
        pub who: String,
        /// The prospect is somebody else than the one of that name in the book.
        pub someone_new: bool,
        /// Phone.
        pub phone: String,
        /// E-mail.
        pub email: String,
        /// Title.
        pub title: String,
        /// Organisation.
        pub organisation: String,
        /// What the source said about them (R49).
        pub said: String,
        /// Why they would benefit (R55).
        pub why: String,
        /// How it came about; its word, empty for asked.
        pub origin: String,
        /// Confidential.
        pub confidential: bool,
    }
}

/// What a capture made.
#[derive(Debug, Clone, PartialEq)]
pub struct Captured {
    /// The referral.
    pub referral: ReferralId,
    /// The source.
    pub source: PersonId,
    /// The prospect.
    pub prospect: PersonId,
    /// The people, the organisation and the referral.
    pub change: Change,
}

impl CaptureDraft {
    /// Whether nothing was typed.
    pub fn is_empty(&self) -> bool {
        let typed = [&self.line, &self.who, &self.phone, &self.email, &self.title, &self.organisation, &self.said];
        typed.iter().all(|text| text.trim().is_empty()) && self.why.trim().is_empty()
    }

    /// Takes a field corrected by hand: the line no longer fills it, until it was emptied.
    pub fn correct(&mut self, field: &str, text: String) {
        let value = match field {
            "who" => &mut self.who,
            "phone" => &mut self.phone,
            "email" => &mut self.email,
            "title" => &mut self.title,
            "organisation" => &mut self.organisation,
            "said" => &mut self.said,
            _ => return,
        };
        if text.is_empty() {
            self.by_hand.remove(field);
        } else {
            self.by_hand.insert(field.to_string());
        }
        *value = text;
    }

    /// The prospect in the book whom the name means: the only one of that name, unless it is somebody new.
    pub fn known_prospect(&self, book: &Book) -> Option<PersonId> {
        if self.someone_new { None } else { only_one(book, &self.who) }
    }

    /// Returns the draft as brought by this ask (B2).
    #[must_use]
    pub fn by(self, ask: Option<AskId>) -> CaptureDraft {
        CaptureDraft { ask, ..self }
    }

    /// What the next one begins with, in the same talk: the source, and how it came about.
    #[must_use]
    pub fn next(&self, source: PersonId) -> CaptureDraft {
        let opened_for = Some(source);
        CaptureDraft {
            from: self.from.clone(),
            source: opened_for,
            opened_for,
            ask: self.ask,
            origin: self.origin.clone(),
            ..CaptureDraft::default()
        }
    }

    /// The source in the book: the one chosen, else the only one of that name, unless it is somebody new.
    pub fn known_source(&self, book: &Book) -> Option<PersonId> {
        if self.source_new {
            return None;
        }
        self.source.filter(|id| book.live_person(*id).is_some()).or_else(|| only_one(book, &self.from))
    }

    /// The change that captures it, with the referral agreed on `today`.
    ///
    /// # Errors
    /// The problems, field by field: no prospect, no source, a referral from someone to themselves.
    pub fn change(&self, book: &Book, today: NaiveDate, mint: &mut Mint) -> Result<Captured, Problems> {
        let mut wrong = Problems::default();
        let known_source = self.known_source(book);
        let known_prospect = self.known_prospect(book);
        let who = wrong.take("who", Name::new(&self.who).map_err(|_| "Write who was referred: a name is enough."));
        let from = match known_source {
            Some(id) => book.person(id).map(|p| p.name.clone()).unwrap_or_default(),
            None => wrong.take("from", Name::new(&self.from).map_err(|_| "Write who referred them.")),
        };
        let several = !self.maybe.is_empty() || book.people_named(&self.from).next().is_some();
        if known_source.is_none() && !self.source_new && several {
            wrong.add("from", "More than one person is called so. Choose whom you mean.");
        }
        let new_to_both = known_prospect.is_none() && known_source.is_none() && !from.as_str().is_empty();
        if (known_prospect.is_some() && known_prospect == known_source) || (new_to_both && same_name(&who, &from)) {
            wrong.add("from", "Nobody can refer themselves. If they used somebody's name, write that name here.");
        }
        let draft = self.checked(&mut wrong);
        wrong.or(())?;
        let mut records = Vec::new();
        let source = known_source.unwrap_or_else(|| {
            let id = PersonId(mint.id());
            records.push(named(id, from).into());
            id
        });
        let prospect = self.prospect(book, known_prospect, who, &draft, mint, &mut records);
        let mut referral = self.referral(source, prospect, draft, today, ReferralId(mint.id()));
        referral.ask = self.ask.filter(|id| book.ask(*id).is_some_and(|ask| ask.person == source));
        let id = referral.id;
        records.push(referral.into());
        Ok(Captured { referral: id, source, prospect, change: Change { records } })
    }

    fn checked(&self, wrong: &mut Problems) -> Checked {
        let email = wrong.take("email", reach(ReachKind::Email, "", &self.email));
        let phone = wrong.take("phone", reach(ReachKind::Phone, "", &self.phone));
        Checked {
            reach: [email, phone].into_iter().flatten().chain(self.links.iter().cloned()).collect(),
            title: wrong.take("title", short_text(&self.title)),
            organisation: wrong.take("organisation", short_text(&self.organisation)),
            said: wrong.take("said", long_text(&self.said)),
            why: wrong.take("why", long_text(&self.why)),
        }
    }

    fn prospect(
        &self,
        book: &Book,
        known: Option<PersonId>,
        name: Name,
        draft: &Checked,
        mint: &mut Mint,
        records: &mut Vec<Record>,
    ) -> PersonId {
        let blank = |mint: &mut Mint| Person {
            id: PersonId(mint.id()),
            name,
            provenance: CAPTURED.into(),
            consent: Some(Consent::NotAsked),
            ..Person::default()
        };
        let mut person = known.and_then(|id| book.person(id).cloned()).unwrap_or_else(|| blank(mint));
        if !person.is(&Role::Client) {
            person.roles.insert(Role::Prospect);
        }
        let new: Vec<Reach> = draft.reach.iter().filter(|r| !knows(&person, r)).cloned().collect();
        person.reach.extend(new);
        if person.title.is_empty() {
            person.title.clone_from(&draft.title);
        }
        let waits = if known.is_none() { self.waiting(book, &person, draft) } else { None };
        if let Some(one) = waits {
            one.complete(&mut person);
            records.push(one.out_of_the_pool());
        }
        if person.organisation.is_none() {
            let there = waits.map_or(&draft.organisation, |one| &one.organisation);
            person.organisation = workplace(book, mint, there, records);
        }
        let id = person.id;
        records.push(person.into());
        id
    }

    /// Who of the holding pool the prospect surely is: where they work is the same, or whom the ask was for (R34).
    fn waiting<'a>(&self, book: &'a Book, person: &Person, draft: &Checked) -> Option<&'a Connection> {
        let target = self.ask.and_then(|id| book.ask(id)).and_then(|ask| ask.target.as_ref());
        let link = target.map(|target| target.link.as_str()).unwrap_or_default();
        book.waits_as(&person.name, &draft.organisation, &person.reach, link)
    }

    fn referral(
        &self,
        source: PersonId,
        prospect: PersonId,
        draft: Checked,
        today: NaiveDate,
        id: ReferralId,
    ) -> Referral {
        let origin = if self.origin.is_empty() { Origin::default() } else { Origin::of_word(&self.origin) };
        // Who comes by themselves needs no introduction: they are here.
        let introduced_on = (origin == Origin::Itself).then_some(today);
        Referral {
            id,
            source,
            prospect,
            origin,
            said: draft.said,
            why: draft.why,
            confidential: if self.confidential { Confidential::Whole } else { Confidential::No },
            agreed_on: Some(today),
            introduced_on,
            ..Referral::default()
        }
    }
}

/// The parts of a draft that were found to be right.
struct Checked {
    reach: Vec<Reach>,
    title: String,
    organisation: String,
    said: String,
    why: String,
}

impl Book {
    /// Takes a capture back: the referral goes into the trash, and with it the prospect and the source, where a capture
    /// made them and the book knows nothing else about them.
    ///
    /// # Errors
    /// When there is no such referral.
    pub fn take_back_capture(&self, id: ReferralId) -> Result<Change, Problems> {
        let mut change = self.trash_referral(id, true)?;
        let person = |of: fn(&Referral) -> PersonId| self.referral(id).and_then(|r| self.person(of(r)));
        let prospect = person(|r| r.prospect).filter(|p| p.provenance == CAPTURED);
        let source = person(|r| r.source).filter(|p| **p == named(p.id, p.name.clone()));
        for known in [prospect, source].into_iter().flatten() {
            let elsewhere = self.referrals_to(known.id).any(|r| r.id != id)
                || self.referrals_from(known.id).any(|r| r.id != id)
                || self.touches_with(known.id).next().is_some();
            if !elsewhere {
                change = change.and(Person { trashed: true, ..known.clone() });
            }
        }
        Ok(change)
    }
}

/// A source of whom no more than the name is known.
fn named(id: PersonId, name: Name) -> Person {
    Person { id, name, provenance: NAMED.into(), ..Person::default() }
}

fn knows(person: &Person, new: &Reach) -> bool {
    let same = |a: &str, b: &str| match new.kind {
        ReachKind::Phone => crate::domain::fold::digits(a) == crate::domain::fold::digits(b),
        _ => a.eq_ignore_ascii_case(b),
    };
    person.reach.iter().any(|r| r.kind == new.kind && same(&r.value, &new.value))
}

fn same_name(a: &Name, b: &Name) -> bool {
    crate::domain::fold::fold(a.as_str()) == crate::domain::fold::fold(b.as_str())
}

fn only_one(book: &Book, name: &str) -> Option<PersonId> {
    let mut named = book.people_named(name);
    let first = named.next()?.id;
    if named.next().is_none() { Some(first) } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::Session;

    const TODAY: &str = "2026-11-21";

    fn book() -> Book {
        let mut book = Book::default();
        let (id, name) = ("p1".parse().unwrap(), Name::new("Connie Alvarez").unwrap());
        book.put(Person { id, name, ..Person::default() }.into());
        book
    }

    fn capture(book: &mut Book, draft: &CaptureDraft) -> Result<Captured, Problems> {
        let bits = book.counts().people as u64;
        let captured = draft.change(book, TODAY.parse().unwrap(), &mut Mint::new(Session::of_bits(bits)))?;
        captured.change.records.iter().cloned().for_each(|r| book.put(r));
        Ok(captured)
    }

    fn draft(who: &str, from: &str) -> CaptureDraft {
        CaptureDraft { who: who.into(), from: from.into(), ..CaptureDraft::default() }
    }

    #[test]
    fn r53_a_name_and_a_source_are_enough() {
        let mut book = book();
        let made = capture(&mut book, &draft("Fred Ito", "connie alvarez")).unwrap();
        assert_eq!(made.source.to_string(), "p1");
        let referral = book.referral(made.referral).unwrap();
        assert_eq!(referral.agreed_on, TODAY.parse().ok());
        assert_eq!(book.person(made.prospect).unwrap().name.as_str(), "Fred Ito");
        assert!(book.person(made.prospect).unwrap().is(&Role::Prospect));
    }

    #[test]
    fn r47_several_referrals_from_one_talk_are_each_their_own_record() {
        let mut book = book();
        for who in ["Fred Ito", "Dana Lindqvist", "Raj Patel"] {
            capture(&mut book, &draft(who, "Connie Alvarez")).unwrap();
        }
        assert_eq!(book.referrals_from("p1".parse().unwrap()).count(), 3);
        assert_eq!(book.counts().people, 4);
    }

    #[test]
    fn b2_what_an_ask_brings_is_linked_to_it_and_to_no_ask_of_another() {
        use crate::domain::ask::Ask;
        let mut book = book();
        for (id, person) in [("a1", "p1"), ("a2", "p2")] {
            book.put(Ask { id: id.parse().unwrap(), person: person.parse().unwrap(), ..Ask::default() }.into());
        }
        for (ask, linked) in [("a1", Some("a1")), ("a2", None), ("a3", None)] {
            let draft = draft("Fred Ito", "Connie Alvarez").by(ask.parse().ok());
            let made = capture(&mut book, &draft).unwrap().referral;
            assert_eq!(book.referral(made).unwrap().ask.map(|id| id.to_string()).as_deref(), linked);
            assert_eq!(draft.next("p1".parse().unwrap()).ask, draft.ask);
        }
    }

    #[test]
    fn a_source_not_in_the_book_is_created_and_a_prospect_in_it_is_found() {
        let mut book = book();
        let made = capture(&mut book, &draft("Connie Alvarez", "Helen Zhao")).unwrap();
        assert_eq!(made.prospect.to_string(), "p1");
        assert_eq!(book.person(made.source).unwrap().name.as_str(), "Helen Zhao");
        let other = CaptureDraft { someone_new: true, ..draft("Connie Alvarez", "Helen Zhao") };
        assert_ne!(capture(&mut book, &other).unwrap().prospect, made.prospect);
    }

    #[test]
    fn r49_r55_what_they_said_and_why_they_would_benefit_are_kept() {
        let mut book = book();
        let full = CaptureDraft {
            said: "Sharp, hates cold calls".into(),
            why: "Three offices, one server".into(),
            phone: "555-0101".into(),
            organisation: "Acme".into(),
            title: "CFO".into(),
            origin: "asked".into(),
            confidential: true,
            ..draft("Fred Ito", "Connie Alvarez")
        };
        let made = capture(&mut book, &full).unwrap();
        let referral = book.referral(made.referral).unwrap();
        assert_eq!((referral.said.as_str(), referral.why.as_str()), (full.said.as_str(), full.why.as_str()));
        assert_eq!((&referral.origin, referral.confidential.is_whole()), (&Origin::Asked, true));
        assert_eq!(book.workplace(book.person(made.prospect).unwrap()), "Acme");
    }

    #[test]
    fn r46_who_comes_by_themselves_is_introduced_already() {
        let mut book = book();
        let itself = CaptureDraft { origin: "self".into(), ..draft("Fred Ito", "Connie Alvarez") };
        let made = capture(&mut book, &itself).unwrap();
        assert_eq!(book.referral(made.referral).unwrap().introduced_on, TODAY.parse().ok());
    }

    #[test]
    fn nobody_refers_themselves_and_nothing_is_written_for_it() {
        let mut book = book();
        for bad in [draft("Connie Alvarez", "connie ALVAREZ"), draft("New One", "new one")] {
            assert!(capture(&mut book, &bad).unwrap_err().of("from").is_some());
        }
        let wrong = capture(&mut book, &draft(" ", "\u{0}")).unwrap_err();
        assert!(wrong.of("who").is_some() && wrong.of("from").is_some());
        assert_eq!(book.counts().people, 1);
    }

    #[test]
    fn a_known_prospect_keeps_what_was_known_and_gains_what_is_new() {
        let mut book = book();
        let more = CaptureDraft { phone: "555-0101".into(), title: "CFO".into(), ..draft("Connie Alvarez", "Jim") };
        capture(&mut book, &more).unwrap();
        capture(&mut book, &CaptureDraft { phone: "(555) 0101".into(), title: "Boss".into(), ..more }).unwrap();
        let connie = book.person("p1".parse().unwrap()).unwrap();
        assert_eq!((connie.reach.len(), connie.title.as_str()), (1, "CFO"));
    }

    #[test]
    fn a_name_that_several_carry_waits_for_a_choice() {
        let mut book = book();
        let (id, name) = ("p9".parse().unwrap(), Name::new("Connie Alvarez").unwrap());
        book.put(Person { id, name, ..Person::default() }.into());
        let unclear = draft("Fred Ito", "Connie Alvarez");
        assert!(capture(&mut book, &unclear).unwrap_err().of("from").is_some());
        let chosen = capture(&mut book, &CaptureDraft { source: Some(id), ..unclear.clone() }).unwrap();
        assert_eq!(chosen.source, id);
        let new = capture(&mut book, &CaptureDraft { source_new: true, ..unclear }).unwrap();
        assert_eq!(book.people_named("Connie Alvarez").count(), 3);
        assert!(new.source != id);
    }

    #[test]
    fn a_capture_taken_back_takes_its_prospect_along_unless_more_is_known() {
        let mut book = book();
        let made = capture(&mut book, &draft("Fred Ito", "Connie Alvarez")).unwrap();
        let again = capture(&mut book, &draft("Fred Ito", "Jim")).unwrap();
        for (id, left) in [(again.referral, true), (made.referral, false)] {
            let change = book.take_back_capture(id).unwrap();
            change.records.into_iter().for_each(|r| book.put(r));
            assert_eq!(book.live_person(made.prospect).is_some(), left);
        }
        assert_eq!(book.referrals().count(), 0);
    }

    #[test]
    fn a_source_named_only_for_captures_goes_with_the_last_of_them_and_stays_once_more_is_known() {
        for (rated, left) in [(false, false), (true, true)] {
            let mut book = book();
            let first = capture(&mut book, &draft("Fred Ito", "Helen Zhao")).unwrap();
            let second = capture(&mut book, &draft("Raj Patel", "Helen Zhao")).unwrap();
            assert_eq!(first.source, second.source);
            if rated {
                let source = book.person(first.source).unwrap().clone();
                book.put(Person { loves: "Our speed".into(), ..source }.into());
            }
            for (id, there) in [(second.referral, true), (first.referral, left)] {
                let change = book.take_back_capture(id).unwrap();
                change.records.into_iter().for_each(|r| book.put(r));
                assert_eq!(book.live_person(first.source).is_some(), there);
            }
            // Who was in the book before any capture stays in any case.
            let known = capture(&mut book, &draft("Fred Ito", "Connie Alvarez")).unwrap();
            let change = book.take_back_capture(known.referral).unwrap();
            assert!(change.records.iter().all(|r| r.id() != known.source.0));
        }
    }

    #[test]
    fn one_undo_takes_back_all_that_one_save_made() {
        use crate::domain::undo::Undo;
        let mut book = book();
        let full = CaptureDraft { organisation: "Acme".into(), ..draft("Fred Ito", "Helen Zhao") };
        let made = full.change(&book, TODAY.parse().unwrap(), &mut Mint::new(Session::of_bits(3))).unwrap();
        assert_eq!(made.change.records.len(), 4);
        let undo = Undo::of(&made.change.edits(&book), &book);
        made.change.records.iter().cloned().for_each(|r| book.put(r));
        undo.change(&book).records.into_iter().for_each(|r| book.put(r));
        assert_eq!((book.people().count(), book.referrals().count()), (1, 0));
        assert!(made.change.records.iter().all(|r| book.record(&r.kind(), r.id()).unwrap().is_trashed()));
    }

    #[test]
    fn the_next_one_of_a_talk_keeps_the_source_and_nothing_else() {
        let first =
            CaptureDraft { origin: "offered".into(), said: "Sharp".into(), ..draft("Fred Ito", "Connie Alvarez") };
        let next = first.next("p1".parse().unwrap());
        assert_eq!((next.from.as_str(), next.origin.as_str()), ("Connie Alvarez", "offered"));
        assert!(next.is_empty() && next.source.is_some());
    }

    #[test]
    fn r9_anyone_can_be_the_source_even_a_lost_prospect() {
        let mut book = book();
        let lost = capture(&mut book, &draft("Fred Ito", "Connie Alvarez")).unwrap();
        let closed = book.close_file(lost.referral, "", "No budget", TODAY.parse().unwrap()).unwrap();
        closed.records.into_iter().for_each(|r| book.put(r));
        let next = capture(&mut book, &draft("Dana Lindqvist", "Fred Ito")).unwrap();
        assert_eq!(next.source, lost.prospect);
    }
}
