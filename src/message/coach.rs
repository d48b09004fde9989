//! What the four causes teach, in sentences with their counts (R29, B13).

use super::names::name;
use super::reason::{ago, count};
use crate::domain::book::Book;
use crate::domain::order::sort_by_key;
use crate::rules::coach::{Case, Cause, ENOUGH, cases};
use chrono::NaiveDate;
use std::cmp::Reverse;

/// What the coach says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Coach {
    /// How many cases there are, and what is still wanting before anything is said about them.
    pub lead: String,
    /// A sentence for each cause that has any case, the most frequent first; none before there are [`ENOUGH`] cases.
    pub lessons: Vec<Lesson>,
}

/// A cause in a sentence, with its cases.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lesson {
    /// The count and the sentence: `4 of 5 cases: the follow-up came late.`
    pub said: String,
    /// What it is counted from: each case, what it is called, and how it ended.
    pub cases: Vec<(Case, String, String)>,
}

/// What the coach says of the asks and the referrals that came to nothing (R29, B13).
pub fn coach(book: &Book, today: NaiveDate) -> Coach {
    let all = cases(book, today);
    if all.len() < ENOUGH {
        return Coach { lead: too_few(all.len()), lessons: Vec::new() };
    }
    let of = |cause: Cause| all.iter().filter(move |(one, _)| *one == cause).map(|(_, case)| *case);
    let mut lessons: Vec<Lesson> = Cause::ALL
        .into_iter()
        .filter(|cause| of(*cause).next().is_some())
        .map(|cause| Lesson {
            said: format!("{} of {}: {}", of(cause).count(), count(all.len(), "case"), says(cause)),
            cases: of(cause).map(|case| told(book, case, today)).collect(),
        })
        .collect();
    sort_by_key(&mut lessons, |lesson| Reverse(lesson.cases.len()));
    Coach { lead: "From the facts in your book. Each count opens its list.".to_string(), lessons }
}

fn too_few(cases: usize) -> String {
    match cases {
        0 => "No ask was declined, none went unanswered for a month, and no file was closed unsold.".to_string(),
        1 => format!("One case so far. It takes {ENOUGH} before they say anything about how you ask."),
        cases => format!("{cases} cases so far. It takes {ENOUGH} before they say anything about how you ask."),
    }
}

fn says(cause: Cause) -> &'static str {
    match cause {
        Cause::WrongPeople => "the person had little reason to vouch for you yet. Earn that first.",
        Cause::WrongWay => "nobody was named, nothing was asked to be done, or the words did not suit them.",
        Cause::WrongTime => "it came too soon after the last ask, or with a word still owed to them.",
        Cause::FollowThrough => "the follow-up, the thanks or the news came late.",
        Cause::NoneOfOurs => "nothing on your side explains it.",
    }
}

/// A case as a line of its list: what it is called, and how it ended.
fn told(book: &Book, case: Case, today: NaiveDate) -> (Case, String, String) {
    let name = |id| name(book, id);
    let words = match case {
        Case::Ask(id) => book.ask(id).map(|ask| {
            let ended = ask.outcome.on.map_or_else(
                || format!("asked {}, no news since", ago(ask.on, today)),
                |on| format!("declined {}", ago(on, today)),
            );
            (format!("The ask to {}", name(ask.person)), ended)
        }),
        Case::Referral(id) => book.referral(id).map(|one| {
            let ended = one.closed_on().map(|on| format!("closed {}", ago(on, today)));
            (format!("{}, from {}", name(one.prospect), name(one.source)), ended.unwrap_or_default())
        }),
    };
    let (called, ended) = words.unwrap_or_default();
    (case, called, ended)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ask::{Ask, AskAction, AskEnd, AskOutcome, Target};
    use crate::domain::person::{Name, Person, Role};
    use crate::domain::referral::{End, Outcome, Referral};

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    /// So many asks to Connie that were declined, each for nobody in particular.
    fn book(asks: usize) -> Book {
        let mut book = Book::default();
        for (id, name) in [("p1", "Connie Alvarez"), ("p2", "Fred Ito")] {
            let (id, name) = (id.parse().unwrap(), Name::new(name).unwrap());
            book.put(Person { id, name, roles: [Role::Client].into(), ..Person::default() }.into());
        }
        for n in 0..asks {
            let outcome = AskOutcome { kind: AskEnd::Declined, on: Some(day("2026-11-20")), ..AskOutcome::default() };
            let (id, person) = (format!("a{n}").parse().unwrap(), "p1".parse().unwrap());
            book.put(Ask { id, person, on: day("2026-11-10"), outcome, ..Ask::default() }.into());
        }
        book
    }

    #[test]
    fn b13_before_five_cases_the_coach_says_how_many_there_are_and_how_many_it_takes() {
        let lead = |asks| coach(&book(asks), day("2026-11-21")).lead;
        assert!(lead(0).starts_with("No ask was declined"), "{}", lead(0));
        assert_eq!(lead(1), "One case so far. It takes 5 before they say anything about how you ask.");
        assert!(lead(4).starts_with("4 cases so far. It takes 5"), "{}", lead(4));
        assert!(coach(&book(4), day("2026-11-21")).lessons.is_empty());
    }

    #[test]
    fn b13_the_coach_speaks_from_five_cases_up_and_with_the_counts() {
        let mut book = book(4);
        let outcome = Outcome { kind: End::Closed, on: Some(day("2026-11-01")), ..Outcome::default() };
        let (id, source, prospect) = ("r1".parse().unwrap(), "p1".parse().unwrap(), "p2".parse().unwrap());
        book.put(Referral { id, source, prospect, outcome, ..Referral::default() }.into());
        let said = coach(&book, day("2026-11-21")).lessons;
        assert_eq!(said.len(), 2);
        assert!(said[0].said.starts_with("4 of 5 cases: nobody was named"), "{}", said[0].said);
        assert!(said[1].said.starts_with("1 of 5 cases: nothing on your side"), "{}", said[1].said);
        let (_, called, ended) = said[0].cases[0].clone();
        assert_eq!((called.as_str(), ended.as_str()), ("The ask to Connie Alvarez", "declined yesterday"));
        let (case, called, ended) = said[1].cases[0].clone();
        assert_eq!(case, Case::Referral("r1".parse().unwrap()));
        assert_eq!((called.as_str(), ended.as_str()), ("Fred Ito, from Connie Alvarez", "closed on 1 November"));
    }

    #[test]
    fn b13_every_count_is_as_long_as_the_list_it_opens() {
        let mut book = book(6);
        let target = Some(Target { name: "Naomi Feld".into(), ..Target::default() });
        let silent = Ask { id: "s1".parse().unwrap(), on: day("2026-09-01"), target, ..Ask::default() };
        let silent = Ask { person: "p1".parse().unwrap(), action: Some(AskAction::Call), ..silent };
        book.put(silent.into());
        let coach = coach(&book, day("2026-11-21"));
        let all: usize = coach.lessons.iter().map(|lesson| lesson.cases.len()).sum();
        assert_eq!(all, 7);
        for lesson in &coach.lessons {
            assert!(lesson.said.starts_with(&format!("{} of 7 cases: ", lesson.cases.len())), "{}", lesson.said);
        }
        let last = coach.lessons.last().unwrap();
        assert!(last.cases[0].2.ends_with("no news since"), "{last:?}");
    }
}
