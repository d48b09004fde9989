//! After which meeting a person is asked whether they asked (R20, R27).

use super::tier::tier;
use crate::domain::book::Book;
use crate::domain::id::TouchId;
use crate::domain::person::Tier;
use crate::domain::touch::TouchKind;

/// Whether this word was a meeting after which the two questions are put: with somebody of tier A or B, or a review of
/// results or the debrief of a project with anybody, which is an ask moment whatever the tier (R50); with nobody whose asks are switched off, and with
/// no answer, ask or "not now" from that day on, so that they are put once.
pub fn calls_for_closing(book: &Book, id: TouchId) -> bool {
    const MEETINGS: [TouchKind; 4] = [TouchKind::Meeting, TouchKind::Coffee, TouchKind::Lunch, TouchKind::OneToOne];
    let Some(touch) = book.touch(id).filter(|touch| !touch.trashed) else { return false };
    let Some(person) = book.live_person(touch.person) else { return false };
    let met = MEETINGS.contains(&touch.kind) && matches!(tier(book, person), Tier::A | Tier::B);
    (met || matches!(touch.kind, TouchKind::Review | TouchKind::Debrief))
        && !person.never_ask
        && !touch.is_answered(book)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ask::Ask;
    use crate::domain::person::{Person, Rating};
    use crate::domain::touch::Touch;

    fn asks(kind: TouchKind, rating: u8, never_ask: bool, asked_on: Option<&str>) -> bool {
        let mut book = Book::default();
        let (id, person) = ("t1".parse().unwrap(), "jim".parse().unwrap());
        book.put(Person { id: person, rating: Rating::try_from(rating).ok(), never_ask, ..Person::default() }.into());
        book.put(Touch { id, person, kind, on: "2026-11-20".parse().unwrap(), ..Touch::default() }.into());
        if let Some(on) = asked_on {
            book.put(Ask { id: "a1".parse().unwrap(), person, on: on.parse().unwrap(), ..Ask::default() }.into());
        }
        calls_for_closing(&book, id)
    }

    #[test]
    fn r20_a_meeting_with_a_good_source_asks_did_you_ask() {
        assert!(asks(TouchKind::Meeting, 5, false, None));
        assert!(asks(TouchKind::Coffee, 4, false, Some("2026-11-19")));
    }

    #[test]
    fn r20_no_call_no_weak_source_no_one_switched_off_and_nobody_twice() {
        assert!(!asks(TouchKind::Call, 5, false, None));
        assert!(!asks(TouchKind::Meeting, 3, false, None));
        assert!(!asks(TouchKind::Meeting, 5, true, None));
        assert!(!asks(TouchKind::Meeting, 5, false, Some("2026-11-20")));
        assert!(!calls_for_closing(&Book::default(), "t1".parse().unwrap()));
    }

    #[test]
    fn r50_a_results_review_or_a_debrief_is_an_ask_moment_with_anybody_but_those_whose_asks_are_off() {
        assert!(asks(TouchKind::Review, 1, false, None) && asks(TouchKind::Debrief, 1, false, None));
        assert!(asks(TouchKind::Review, 5, false, Some("2026-11-19")));
        assert!(!asks(TouchKind::Review, 5, true, None));
        assert!(!asks(TouchKind::Review, 5, false, Some("2026-11-20")));
    }
}
