//! The timeline of a person: everything that passed between us, in order of time.

use super::news::news_to;
use crate::domain::book::Book;
use crate::domain::id::{AskId, CommunicationId, PersonId, ReferralId, TouchId};
use crate::domain::order::sort_by_key;
use crate::domain::referral::{End, Referral};
use crate::domain::touch::Milestone;
use chrono::NaiveDate;

/// One thing that happened.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Moment {
    /// On which day.
    pub on: NaiveDate,
    /// The event.
    pub what: Happened,
}

/// An event of a timeline.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Happened {
    /// A word was exchanged.
    Touch(TouchId),
    /// They were asked (B2).
    Ask(AskId),
    /// News sent to many reached them (R70).
    News(CommunicationId),
    /// A referral they gave me, or that brought them to me, came to a milestone.
    Referral(ReferralId, Milestone),
}

impl Moment {
    /// Returns its key in a list.
    pub fn key(&self) -> String {
        let on = self.on;
        match &self.what {
            Happened::Touch(id) => format!("{on} {id}"),
            Happened::Ask(id) => format!("{on} {id}"),
            Happened::News(id) => format!("{on} {id}"),
            Happened::Referral(id, milestone) => format!("{on} {id} {}", milestone.word()),
        }
    }
}

/// Returns everything that passed between this person and me, the latest first.
pub fn of_person(book: &Book, person: PersonId) -> Vec<Moment> {
    let touches = book.touches_with(person).map(|t| Moment { on: t.on, what: Happened::Touch(t.id) });
    let referrals = book.referrals_from(person).chain(book.referrals_to(person));
    let asks = book.asks_to(person).map(|ask| Moment { on: ask.on, what: Happened::Ask(ask.id) });
    let news = news_to(book, person).into_iter();
    let news = news.filter_map(|issue| Some(Moment { on: issue.on?, what: Happened::News(issue.id) }));
    ordered(touches.chain(asks).chain(news).chain(referrals.flat_map(milestones)))
}

/// Returns everything that passed about this referral, the latest first.
pub fn of_referral(book: &Book, referral: &Referral) -> Vec<Moment> {
    let touches = book.touches_about(referral.id).map(|t| Moment { on: t.on, what: Happened::Touch(t.id) });
    ordered(touches.chain(milestones(referral)))
}

fn ordered(moments: impl Iterator<Item = Moment>) -> Vec<Moment> {
    let mut all: Vec<Moment> = moments.collect();
    // On one day the words come after the milestones they answer, so newest first they stand above them.
    sort_by_key(&mut all, |m| (std::cmp::Reverse(m.on), matches!(m.what, Happened::Referral(..))));
    all.dedup();
    all
}

fn milestones(referral: &Referral) -> impl Iterator<Item = Moment> + use<> {
    let id = referral.id;
    let end = match referral.outcome.kind {
        End::Closed => Milestone::Closed,
        _ => Milestone::Won,
    };
    let ended_on = referral.won_on().or(referral.closed_on());
    let all = [
        (ended_on, end),
        (referral.talked_on, Milestone::Talked),
        (referral.introduced_on, Milestone::Introduced),
        (referral.agreed_on, Milestone::Agreed),
    ];
    let moment = move |(on, milestone): (Option<NaiveDate>, Milestone)| {
        on.map(|on| Moment { on, what: Happened::Referral(id, milestone) })
    };
    all.into_iter().filter_map(moment)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::touch::Touch;

    #[test]
    fn a_timeline_has_touches_and_milestones_latest_first() {
        let mut book = Book::default();
        let (jim, fred): (PersonId, PersonId) = ("p1".parse().unwrap(), "p2".parse().unwrap());
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let referral = Referral {
            id: "r1".parse().unwrap(),
            source: jim,
            prospect: fred,
            agreed_on: Some(day("2026-11-02")),
            introduced_on: Some(day("2026-11-09")),
            ..Referral::default()
        };
        book.put(referral.clone().into());
        let (id, on) = ("t1".parse().unwrap(), day("2026-11-02"));
        book.put(Touch { id, person: jim, on, ..Touch::default() }.into());
        let told: Vec<String> = of_person(&book, jim)
            .iter()
            .map(|m| match &m.what {
                Happened::Touch(id) => format!("{} {id}", m.on),
                Happened::Ask(id) => format!("{} {id}", m.on),
                Happened::News(id) => format!("{} {id}", m.on),
                Happened::Referral(_, milestone) => format!("{} {}", m.on, milestone.word()),
            })
            .collect();
        assert_eq!(told, ["2026-11-09 introduced", "2026-11-02 t1", "2026-11-02 agreed"]);
        assert_eq!(of_person(&book, fred).len(), 2);
    }

    #[test]
    fn b2_an_ask_is_a_moment_of_who_was_asked() {
        let mut book = Book::default();
        let (id, person, on) = ("a1".parse().unwrap(), "p1".parse().unwrap(), "2026-11-02".parse().unwrap());
        book.put(crate::domain::ask::Ask { id, person, on, ..Default::default() }.into());
        let all = of_person(&book, person);
        assert_eq!(all.iter().map(Moment::key).collect::<Vec<_>>(), ["2026-11-02 a1"]);
    }

    #[test]
    fn r70_news_stands_among_what_has_passed_with_whoever_it_reached() {
        use crate::domain::communication::Communication;
        let mut book = Book::default();
        let (ann, bea): (PersonId, PersonId) = ("ann".parse().unwrap(), "bea".parse().unwrap());
        let (id, on) = ("n1".parse().unwrap(), "2026-10-28".parse().ok());
        book.put(Communication { id, on, to: [ann].into(), ..Communication::default() }.into());
        assert_eq!(of_person(&book, ann).iter().map(Moment::key).collect::<Vec<_>>(), ["2026-10-28 n1"]);
        assert_eq!(of_person(&book, bea), []);
        book.put(Communication { id, on, to: [ann].into(), trashed: true, ..Communication::default() }.into());
        assert_eq!(of_person(&book, ann), []);
    }
}
