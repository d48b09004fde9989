//! Fills a draft from the one line as it is typed; what the person corrected by hand stays as it is.

use super::source::matches;
use super::{NameMeaning, Sourced, Understood, understand};
use crate::domain::book::Book;
use crate::domain::id::{AskId, PersonId};
use crate::domain::person::ReachKind;
use crate::domain::referral::capture::CaptureDraft;
use crate::rules::source_standing::came_of;

/// Takes the line as it is now, and fills every field that was not corrected by hand.
pub fn fill(draft: &mut CaptureDraft, line: String, book: &Book) {
    let understood = understand(&line, book);
    draft.line = line;
    let web = |kind: &ReachKind| !matches!(kind, ReachKind::Phone | ReachKind::Email);
    draft.links = understood.reach().into_iter().filter(|reach| web(&reach.kind)).collect();
    let Understood { name, phone, email, title, organisation, rest, source, .. } = understood;
    let read = [
        ("who", &mut draft.who, name),
        ("phone", &mut draft.phone, phone),
        ("email", &mut draft.email, email),
        ("title", &mut draft.title, title),
        ("organisation", &mut draft.organisation, organisation),
        ("said", &mut draft.said, rest),
    ];
    for (field, value, read) in read {
        if !draft.by_hand.contains(field) {
            *value = read;
        }
    }
    if !draft.by_hand.contains("from") {
        fill_source(draft, source, book);
    }
}

fn fill_source(draft: &mut CaptureDraft, source: Option<Sourced>, book: &Book) {
    match source {
        Some(Sourced { called, who }) => take_source(draft, called, Some(who), book),
        None => match draft.opened_for.filter(|id| book.live_person(*id).is_some()) {
            Some(id) => take_source(draft, String::new(), Some(NameMeaning::Known(id)), book),
            None => take_source(draft, String::new(), None, book),
        },
    }
    if let Some(person) = draft.source.and_then(|id| book.person(id)) {
        draft.from = person.name.as_str().to_string();
    }
}

/// Begins with whom the ask was for, where nobody has come of it yet (B2): in the line, to be kept or written over.
pub fn fill_target(draft: &mut CaptureDraft, ask: AskId, book: &Book) {
    let waiting = book.ask(ask).filter(|_| came_of(book, ask).is_empty());
    let Some(target) = waiting.and_then(|ask| ask.target.as_ref()) else { return };
    let parts = [&target.name, &target.title, &target.organisation, &target.link];
    let parts: Vec<&str> = parts.into_iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
    fill(draft, parts.join(", "), book);
}

/// Takes a source's name as it is typed by hand, and whom in the book it may mean.
pub fn name_source(draft: &mut CaptureDraft, typed: String, book: &Book) {
    let words: Vec<&str> = typed.split_whitespace().collect();
    let whole = matches(book, &words).filter(|(used, _)| *used == words.len()).map(|(_, who)| who);
    if typed.trim().is_empty() {
        draft.by_hand.remove("from");
        // Who empties the field means nobody of before, so the line must not bring them back.
        draft.opened_for = None;
    } else {
        draft.by_hand.insert("from".to_string());
    }
    take_source(draft, typed, whole, book);
}

fn take_source(draft: &mut CaptureDraft, called: String, who: Option<NameMeaning>, book: &Book) {
    let several = |ids: &[PersonId]| ids.iter().copied().filter(|id| book.live_person(*id).is_some()).collect();
    draft.from = called;
    draft.source_new = false;
    (draft.source, draft.maybe) = match who {
        Some(NameMeaning::Known(id)) => (Some(id), Vec::new()),
        Some(NameMeaning::Several(ids)) => (None, several(&ids)),
        Some(NameMeaning::New) | None => (None, Vec::new()),
    };
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ask::{Ask, Target};
    use crate::domain::person::{Name, Person};
    use crate::domain::referral::Referral;

    #[test]
    fn b2_a_capture_on_the_page_of_an_ask_begins_with_whom_it_was_for_until_somebody_came_of_it() {
        let mut book = book();
        let target = Target {
            name: "Naomi Feld".into(),
            title: "Owner".into(),
            organisation: "Feld Bakeries".into(),
            link: "https://linkedin.com/in/nfeld".into(),
        };
        let (id, source) = ("a1".parse().unwrap(), "p2".parse().unwrap());
        book.put(Ask { id, person: source, target: Some(target), ..Ask::default() }.into());
        let mut draft = CaptureDraft { opened_for: Some(source), ..CaptureDraft::default() };
        fill_target(&mut draft, id, &book);
        let read = [&draft.who, &draft.title, &draft.organisation, &draft.from];
        assert_eq!(read.map(String::as_str), ["Naomi Feld", "Owner", "Feld Bakeries", "Jim Abernathy"]);
        assert_eq!(draft.links.len(), 1);
        let referral = Referral { id: "r1".parse().unwrap(), source, ask: Some(id), ..Referral::default() };
        book.put(referral.into());
        let mut next = CaptureDraft::default();
        fill_target(&mut next, id, &book);
        assert_eq!(next, CaptureDraft::default());
    }

    fn book() -> Book {
        let mut book = Book::default();
        for (id, name) in [("p1", "Connie Alvarez"), ("p2", "Jim Abernathy"), ("p3", "Connie Brown")] {
            let (id, name) = (id.parse().unwrap(), Name::new(name).unwrap());
            book.put(Person { id, name, ..Person::default() }.into());
        }
        book
    }

    fn id(text: &str) -> Option<PersonId> {
        text.parse().ok()
    }

    #[test]
    fn the_line_fills_the_fields_and_leaves_what_was_corrected_by_hand() {
        let (book, mut draft) = (book(), CaptureDraft::default());
        fill(&mut draft, "Fred Ito 555-0101 CFO Acme via Jim".into(), &book);
        assert_eq!((draft.who.as_str(), draft.from.as_str(), draft.source), ("Fred Ito", "Jim Abernathy", id("p2")));
        draft.correct("who", "Frederic Ito".into());
        fill(&mut draft, "Fred Ito 555-0102 fred@acme.example".into(), &book);
        assert_eq!((draft.who.as_str(), draft.phone.as_str()), ("Frederic Ito", "555-0102"));
        assert_eq!((draft.email.as_str(), draft.from.as_str(), draft.source), ("fred@acme.example", "", None));
    }

    #[test]
    fn whom_it_was_opened_for_is_the_source_until_the_line_names_another() {
        let (book, mut draft) = (book(), CaptureDraft { opened_for: id("p1"), ..CaptureDraft::default() });
        fill(&mut draft, "Fred Ito".into(), &book);
        assert_eq!((draft.source, draft.from.as_str()), (id("p1"), "Connie Alvarez"));
        fill(&mut draft, "Fred Ito via Jim Abernathy".into(), &book);
        assert_eq!(draft.source, id("p2"));
        fill(&mut draft, "Fred Ito".into(), &book);
        assert_eq!(draft.source, id("p1"));
    }

    #[test]
    fn a_name_that_several_carry_is_a_choice() {
        let (book, mut draft) = (book(), CaptureDraft::default());
        fill(&mut draft, "Fred Ito via Connie".into(), &book);
        assert_eq!((draft.source, draft.maybe.len(), draft.from.as_str()), (None, 2, "Connie"));
        name_source(&mut draft, "Connie B".into(), &book);
        assert_eq!((draft.source, draft.maybe.len()), (id("p3"), 0));
        name_source(&mut draft, "Helen Zhao".into(), &book);
        assert_eq!((draft.source, draft.maybe.len()), (None, 0));
    }

    #[test]
    fn a_source_emptied_by_hand_stays_empty_until_another_is_named() {
        let (book, mut draft) = (book(), CaptureDraft { opened_for: id("p1"), ..CaptureDraft::default() });
        fill(&mut draft, String::new(), &book);
        name_source(&mut draft, "conn".into(), &book);
        name_source(&mut draft, String::new(), &book);
        fill(&mut draft, "Fred Ito".into(), &book);
        assert_eq!((draft.source, draft.from.as_str()), (None, ""));
        fill(&mut draft, "Fred Ito via Jim Abernathy".into(), &book);
        assert_eq!(draft.source, id("p2"));
    }
}
