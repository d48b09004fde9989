//! Who should meet: the introductions under way, those that could be made, and the help nobody is found for (R68, B11).

use super::matches::{Match, Wish, Words, wishes};
use crate::domain::book::Book;
use crate::domain::change::Change;
use crate::domain::draft::Problems;
use crate::domain::id::{GiveId, IntroductionId, Mint, PersonId};
use crate::domain::id_map::IdSet;
use crate::domain::introduction::moves::IntroductionMessage;
use crate::domain::introduction::{Introduction, NextWord, Says, Side};
use crate::domain::order::sort_by_key;
use std::collections::HashSet;

/// Two people who could be brought together: one wants something, and the other may be right for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IntroductionProposal {
    /// The wish of one of them.
    pub wish: Wish,
    /// Who may be right, and why.
    pub found: Match,
}

/// The things there are to do about wishes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Meetings {
    /// Who could be brought together: the best for each wish.
    pub proposals: Vec<IntroductionProposal>,
    /// Help that was asked for, and that nobody in the book is right for.
    pub nobody: Vec<Wish>,
}

/// The introductions that wait for something, those that can be made first, then those that wait for an answer (R68).
pub fn under_way(book: &Book) -> Vec<IntroductionId> {
    let mut list: Vec<&Introduction> = book.introductions().filter(|i| i.is_open() && both_here(book, i)).collect();
    let place = |introduction: &Introduction| match introduction.next() {
        NextWord::Introduce => 0,
        NextWord::Ask(Side::Other) => 1,
        NextWord::Wait(_) => 2,
        _ => 3,
    };
    sort_by_key(&mut list, |i| (place(i), i.one_says.on, i.id));
    list.into_iter().map(|i| i.id).collect()
}

/// The introductions that were made, the latest first (R68).
pub fn made(book: &Book) -> Vec<IntroductionId> {
    let mut list: Vec<&Introduction> =
        book.introductions().filter(|i| i.made_on.is_some() && both_here(book, i)).collect();
    sort_by_key(&mut list, |i| (std::cmp::Reverse(i.made_on), i.id));
    list.into_iter().map(|i| i.id).collect()
}

fn both_here(book: &Book, introduction: &Introduction) -> bool {
    [introduction.one, introduction.other].into_iter().all(|id| book.live_person(id).is_some())
}

/// The proposals for every wish, and the help nobody is right for. Nobody is proposed to each other who was introduced, is
/// about to be, said no, or was thrown away as a pair (R68, B11).
pub fn meetings(book: &Book) -> Meetings {
    meetings_of(book, wishes(book), |_| true)
}

/// The proposals among these people alone: those who are in one room (R69).
pub fn meetings_among(book: &Book, people: &IdSet<PersonId>) -> Vec<IntroductionProposal> {
    let mut wishes = wishes(book);
    wishes.retain(|wish| people.contains(&wish.who));
    meetings_of(book, wishes, |person| people.contains(&person)).proposals
}

fn meetings_of(book: &Book, wishes: Vec<Wish>, may_be: impl Fn(PersonId) -> bool) -> Meetings {
    if wishes.is_empty() {
        return Meetings::default();
    }
    let all = Words::of(book);
    let ordered = |a: PersonId, b: PersonId| if a < b { (a, b) } else { (b, a) };
    let mut known: HashSet<(PersonId, PersonId)> =
        book.introductions().chain(book.introductions_in_trash()).map(|i| ordered(i.one, i.other)).collect();
    let helped: Vec<GiveId> = book.introductions().filter(|i| i.is_open()).filter_map(|i| i.give).collect();
    let mut meetings = Meetings::default();
    for wish in wishes {
        if wish.give.is_some_and(|give| helped.contains(&give)) {
            continue;
        }
        let is_new = |found: &Match| may_be(found.who) && !known.contains(&ordered(wish.who, found.who));
        let best = all.right_for(book, &wish).into_iter().find(is_new);
        match best {
            Some(found) => {
                known.insert(ordered(wish.who, found.who));
                meetings.proposals.push(IntroductionProposal { wish, found });
            }
            None if wish.give.is_some() => meetings.nobody.push(wish),
            None => {}
        }
    }
    meetings
}

/// The introductions one word asks about: this one, and where the first of the two was not asked yet, all others that are
/// for them and wait for the same question (R68).
pub fn asked_with(book: &Book, introduction: &Introduction) -> Vec<IntroductionId> {
    let not_asked = |i: &&Introduction| i.one_says.says == Says::NotAsked && i.is_open() && both_here(book, i);
    let same = book.introductions().filter(|i| i.one == introduction.one && i.id != introduction.id);
    let is_first = introduction.next() == NextWord::Ask(Side::One);
    let others = same.filter(not_asked).filter(|_| is_first).map(|i| i.id);
    std::iter::once(introduction.id).chain(others).collect()
}

/// The change of the next word of an introduction that went out: somebody was asked, about all that one word asks about; or
/// both were introduced (R68).
///
/// # Errors
/// When nothing is next, or the introduction or somebody of it is gone.
pub fn went_out(
    book: &Book,
    id: IntroductionId,
    word: &IntroductionMessage,
    mint: &mut Mint,
) -> Result<Change, Problems> {
    let gone = || Problems::one("form", "This introduction is not in your book any more.");
    let introduction = book.introduction(id).filter(|i| !i.trashed).ok_or_else(gone)?;
    match introduction.next() {
        NextWord::Ask(side) | NextWord::Wait(side) => {
            book.introduction_asked(&asked_with(book, introduction), side, word, mint)
        }
        NextWord::Introduce => book.introduction_made(id, word, mint),
        NextWord::Made | NextWord::Declined => Err(Problems::one("form", "Nothing is left to send here.")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::give::Give;
    use crate::domain::introduction::OptIn;
    use crate::domain::person::{Name, Person};
    use crate::rules::duty::{Duty, owed};

    fn book() -> Book {
        let mut book = Book::default();
        for (id, title, looks) in
            [("sue", "", "A trainer"), ("raj", "Trainer", ""), ("ann", "Trainer", ""), ("mo", "", "")]
        {
            let (id, name) = (id.parse().unwrap(), Name::new(id).unwrap());
            book.put(Person { id, name, title: title.into(), looks_for: looks.into(), ..Person::default() }.into());
        }
        let give = |id: &str, text: &str| Give {
            id: id.parse().unwrap(),
            to: "mo".parse().unwrap(),
            text: text.into(),
            ..Give::default()
        };
        book.put(give("g1", "A boat hall").into());
        book.put(give("g2", "A training for six").into());
        book
    }

    fn told(book: &Book) -> (Vec<String>, Vec<String>) {
        let meetings = meetings(book);
        let pair = |p: &IntroductionProposal| format!("{} {}", p.wish.who, p.found.who);
        (meetings.proposals.iter().map(pair).collect(), meetings.nobody.into_iter().map(|w| w.text).collect())
    }

    #[test]
    fn r68_b11_the_best_is_proposed_for_each_wish_and_help_nobody_is_right_for_is_said_so() {
        let mut book = book();
        let (proposed, nobody) = told(&book);
        assert_eq!(proposed, ["mo ann", "sue ann"]);
        assert_eq!(nobody, ["A boat hall"]);
        let introduction = |id: &str, one: &str, other: &str| Introduction {
            id: id.parse().unwrap(),
            one: one.parse().unwrap(),
            other: other.parse().unwrap(),
            ..Introduction::default()
        };
        book.put(introduction("n1", "ann", "sue").into());
        assert_eq!(told(&book).0, ["mo ann", "sue raj"], "those two are under way, so the next one is proposed");
        book.put(Introduction { trashed: true, ..introduction("n2", "sue", "raj") }.into());
        assert_eq!(told(&book).0, ["mo ann"], "a pair that was thrown away does not come back");
        book.put(Introduction { give: "g2".parse().ok(), ..introduction("n3", "mo", "ann") }.into());
        assert_eq!(told(&book).0, [""; 0], "somebody is found for that help");
        assert_eq!(under_way(&book).len(), 2);
        let ready = OptIn { says: Says::Yes, on: None };
        let agreed = Introduction { one_says: ready.clone(), other_says: ready, ..introduction("n4", "raj", "mo") };
        book.put(agreed.clone().into());
        assert_eq!(under_way(&book)[0], agreed.id, "what can be done now comes first");
        book.put(Introduction { made_on: "2026-11-20".parse().ok(), ..agreed.clone() }.into());
        assert_eq!((under_way(&book).len(), made(&book)), (2, vec![agreed.id]));
    }

    #[test]
    fn r68_who_is_trashed_or_erased_is_in_no_introduction() {
        let mut book = book();
        let (one, other) = ("sue".parse().unwrap(), "raj".parse().unwrap());
        book.put(Introduction { id: "n1".parse().unwrap(), one, other, ..Introduction::default() }.into());
        let raj = book.person(other).cloned().unwrap();
        book.put(Person { trashed: true, ..raj.clone() }.into());
        assert!(under_way(&book).is_empty());
        book.remove(&crate::domain::kind::Kind::Person, other.0);
        assert!(under_way(&book).is_empty() && made(&book).is_empty());
        assert_eq!(told(&book).0, ["mo ann", "sue ann"]);
    }

    #[test]
    fn r68_one_person_is_asked_about_several_at_once() {
        let mut book = book();
        let one = "sue".parse().unwrap();
        for (id, other) in [("n1", "raj"), ("n2", "ann")] {
            let (id, other) = (id.parse().unwrap(), other.parse().unwrap());
            book.put(Introduction { id, one, other, ..Introduction::default() }.into());
        }
        let first = book.introduction("n1".parse().unwrap()).unwrap();
        assert_eq!(asked_with(&book, first).len(), 2);
        let mut asked = book.introduction("n2".parse().unwrap()).unwrap().clone();
        asked.one_says.says = Says::Asked;
        book.put(asked.into());
        let first = book.introduction("n1".parse().unwrap()).unwrap();
        assert_eq!(asked_with(&book, first).len(), 1, "about the other they were asked already");
    }

    #[test]
    fn r68_one_word_that_went_out_asks_about_all_and_the_last_introduces() {
        use crate::domain::id::Session;
        let (mut book, mut mint) = (book(), Mint::new(Session::of_bits(1)));
        let one = "sue".parse().unwrap();
        for (id, other) in [("n1", "raj"), ("n2", "ann")] {
            let (id, other) = (id.parse().unwrap(), other.parse().unwrap());
            book.put(Introduction { id, one, other, ..Introduction::default() }.into());
        }
        let id: IntroductionId = "n1".parse().unwrap();
        let (kind, on) = (crate::domain::touch::TouchKind::Email, "2026-11-20".parse().unwrap());
        let word = IntroductionMessage { kind, on, text: "Would you?".into() };
        let mut go = |book: &mut Book| {
            let change = went_out(book, id, &word, &mut mint).map_err(|wrong| wrong.to_string())?;
            change.records.into_iter().for_each(|record| book.put(record));
            Ok::<_, String>(book.introduction(id).unwrap().next())
        };
        assert_eq!(go(&mut book), Ok(NextWord::Wait(Side::One)));
        assert_eq!(book.introduction("n2".parse().unwrap()).unwrap().next(), NextWord::Wait(Side::One));
        assert_eq!(book.touches_with(one).count(), 1, "one word, not two");
        for (side, next) in [(Side::One, NextWord::Wait(Side::Other)), (Side::Other, NextWord::Made)] {
            let change = book.introduction_says(id, side, Says::Yes, on).unwrap();
            change.records.into_iter().for_each(|record| book.put(record));
            assert_eq!(go(&mut book), Ok(next));
        }
        assert!(go(&mut book).is_err());
    }

    #[test]
    fn r66_b11_in_the_sample_one_wish_is_matched_one_waits_and_nothing_promised_falls_due() {
        let today = "2026-11-23".parse().unwrap();
        let mut book = Book::default();
        let sample = crate::domain::sample::sample(today, crate::domain::id::Session::of_bits(7));
        sample.records.into_iter().for_each(|record| book.put(record));
        let raj = book.people_named("Raj Subramanian").next().unwrap().id;
        let meetings = meetings(&book);
        assert!(meetings.proposals.iter().any(|p| p.found.who == raj && p.wish.give.is_some()));
        assert_eq!(meetings.nobody.len(), 1);
        let promised = [Duty::Help, Duty::Plan];
        assert!(owed(&book, today).iter().all(|owed| !promised.contains(&owed.raised.duty)));
    }
}
