//! The nine steps in words: what the page of a referral says about each, and about the single next thing.

use super::names::{alone, first};
use super::profile::work;
use super::reason::{ago, count, date};
use crate::domain::book::Book;
use crate::domain::id::{PersonId, ReferralId};
use crate::domain::referral::{End, Origin, Outcome, Referral};
use crate::rules::lists::stage;
use crate::rules::steps::{NextStep, StepState, Steps, TITLES, steps};
use chrono::NaiveDate;

/// The page of a referral in words.
#[derive(Debug, Clone, PartialEq)]
pub struct Nine {
    /// The next thing.
    pub next: NextStep,
    /// What the next thing is, as a title.
    pub title: String,
    /// Why, or how.
    pub why: String,
    /// The nine steps.
    pub steps: Vec<StepWords>,
}

/// One step in words.
#[derive(Debug, Clone, PartialEq)]
pub struct StepWords {
    /// 1 to 9.
    pub number: usize,
    /// How far it is.
    pub state: StepState,
    /// Its name.
    pub title: &'static str,
    /// What the record says about it.
    pub sum: String,
    /// The day it was done, as it is said.
    pub day: String,
}

/// Whom a referral is about, for the head of its page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// The prospect.
    pub prospect: PersonId,
    /// What the prospect is called.
    pub name: String,
    /// What the prospect does and where, as a sentence with a blank behind it; may be empty.
    pub work: String,
    /// The source.
    pub source: PersonId,
    /// What the source is called.
    pub source_name: String,
    /// How far it is, in a word.
    pub stage: &'static str,
}

/// Who bought, for what is offered after a sale (R51).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewClient {
    /// The new client.
    pub person: PersonId,
    /// What to call them in a sentence.
    pub first: String,
    /// Whether asks are not switched off for them.
    pub may_be_asked: bool,
}

/// The new client of a referral that is won; `None` while it is not, and when they are gone (R51).
pub fn new_client(book: &Book, id: ReferralId) -> Option<NewClient> {
    let referral = book.referral(id).filter(|referral| referral.won_on().is_some() && !referral.trashed)?;
    let person = book.live_person(referral.prospect)?;
    let first = person.name.first().to_string();
    Some(NewClient { person: person.id, first, may_be_asked: !person.never_ask })
}

/// Whom this referral is about; `None` when it, its source or its prospect is gone.
pub fn heading(book: &Book, id: ReferralId, today: NaiveDate) -> Option<Heading> {
    let referral = book.referral(id)?;
    let work = book.person(referral.prospect).map(|prospect| work(book, prospect)).unwrap_or_default();
    Some(Heading {
        prospect: referral.prospect,
        name: alone(book, referral.prospect),
        work: if work.is_empty() { work } else { format!("{work}. ") },
        source: referral.source,
        source_name: alone(book, referral.source),
        stage: stage(book, id, today),
    })
}

/// The nine steps of this referral in words; `None` when there is no such referral.
pub fn nine(book: &Book, id: ReferralId, today: NaiveDate) -> Option<Nine> {
    let referral = book.referral(id)?;
    let found = steps(book, id, today)?;
    let cast = StepPeople::of(book, referral, today);
    let (title, why) = cast.next(found.next);
    let words = |n: usize, state: StepState| {
        let (sum, day) = cast.step(n + 1, state, &found);
        let title = TITLES.get(n).copied().unwrap_or_default();
        let day = day.map(|day| date(day, today)).unwrap_or_default();
        StepWords { number: n + 1, state, title, sum, day }
    };
    let steps = found.states.iter().enumerate().map(|(n, state)| words(n, *state)).collect();
    Some(Nine { next: found.next, title, why, steps })
}

/// Who is in it, by the names the sentences use.
struct StepPeople<'a> {
    book: &'a Book,
    referral: &'a Referral,
    today: NaiveDate,
    source: String,
    prospect: String,
}

impl<'a> StepPeople<'a> {
    fn of(book: &'a Book, referral: &'a Referral, today: NaiveDate) -> StepPeople<'a> {
        let first = |id| first(book, id);
        StepPeople { book, referral, today, source: first(referral.source), prospect: first(referral.prospect) }
    }

    fn ago(&self, day: Option<NaiveDate>) -> String {
        day.map(|day| ago(day, self.today)).unwrap_or_default()
    }

    fn next(&self, next: NextStep) -> (String, String) {
        let (source, prospect) = (&self.source, &self.prospect);
        match next {
            NextStep::ThankAgreed => (
                format!("Thank {source}"),
                format!("{source} lends you a good name. Say thanks before anything comes of it."),
            ),
            NextStep::Confirm(day) => (format!("Find out whether {source} has introduced you"), self.waiting(day)),
            NextStep::FollowUp => (format!("Follow up with {prospect}"), self.opening()),
            NextStep::Talk => (
                format!("Talk with {prospect}"),
                format!(
                    "You followed up {}. Say so here once the two of you have talked.",
                    self.ago(self.referral.followed_up_on)
                ),
            ),
            NextStep::ThankReport => (
                format!("Thank {source} and report"),
                format!(
                    "You talked with {prospect} {}. {source} should hear it from you.",
                    self.ago(self.referral.talked_on)
                ),
            ),
            NextStep::Update(_) => (
                format!("Tell {source} how it goes"),
                format!("{source} opened this door and has not heard of it for a while."),
            ),
            NextStep::Decide => (
                "Win it, or close the file".to_string(),
                format!(
                    "{source} has been thanked and told. When {prospect} decides, say so here: {source} is thanked once more."
                ),
            ),
            NextStep::ThankWon => (format!("Thank {source} for the sale"), format!("It began with {source}.")),
            NextStep::LastWord => (
                format!("One last word to {source}"),
                "The file is closed. Nobody should have to guess how it ended.".to_string(),
            ),
            NextStep::Nothing if self.referral.is_found() => ("Nothing is owed".to_string(), self.found()),
            NextStep::Nothing => ("All is said".to_string(), self.ended()),
        }
    }

    fn waiting(&self, day: Option<NaiveDate>) -> String {
        let by = match day {
            Some(day) if day < self.today => format!(
                "It was to be done by {}. No word of it yet; a light nudge is a kindness.",
                date(day, self.today)
            ),
            Some(day) => format!("A word is due by {}.", date(day, self.today)),
            None => "No day was agreed.".to_string(),
        };
        format!("{by} Until then {} would hear your name cold.", self.prospect)
    }

    fn opening(&self) -> String {
        let said = &self.referral.said;
        match said.is_empty() {
            true => format!("Begin with {}'s name: you have the inside track.", self.source),
            false => format!("Begin with {}'s name, who said: “{said}”", self.source),
        }
    }

    fn ended(&self) -> String {
        match self.referral.outcome.kind {
            End::Won => format!("Won {}, and {} has been thanked.", self.ago(self.referral.won_on()), self.source),
            _ => format!("The file was closed {}. {}", self.ago(self.referral.closed_on()), self.referral.outcome.why),
        }
    }

    /// What is known of a link found in an address book (B7).
    fn found(&self) -> String {
        let Outcome { on, why, .. } = &self.referral.outcome;
        let says = if why.is_empty() { String::new() } else { format!(" {why}") };
        let when = on.map(|day| format!(" {}", ago(day, self.today))).unwrap_or_default();
        format!("Found in your address book{when}.{says} Reopen it if something is going on with {}.", self.prospect)
    }

    fn step(&self, number: usize, state: StepState, found: &Steps) -> (String, Option<NaiveDate>) {
        let r = self.referral;
        let (source, prospect) = (&self.source, &self.prospect);
        match number {
            3.. if r.is_found() => ("Not known: it was before this book.".to_string(), None),
            1 => (self.open_asks(found.open_asks), None),
            2 => (self.trust(found), None),
            3 => (self.who(state), r.agreed_on.filter(|_| state == StepState::Done)),
            4 => (self.action(state), None),
            5 => (self.confirmation(state), r.introduced_on),
            6 => (format!("{source}, for agreeing"), None),
            7 if state == StepState::Locked => (
                format!("This opens when {source} confirms. If you write first, {prospect} hears your name cold."),
                None,
            ),
            7 => (self.followed(), r.followed_up_on),
            8 => (format!("{source}, with a line of news, after you and {prospect} have talked"), r.talked_on),
            _ => (self.end(), r.outcome.on),
        }
    }

    fn open_asks(&self, open: usize) -> String {
        match open {
            0 => format!("{} has no other ask of yours open.", self.source),
            n => format!("{} has {} of yours open besides.", self.source, count(n, "ask")),
        }
    }

    fn trust(&self, found: &Steps) -> String {
        let facts: Vec<&str> = found.trust.iter().map(|fact| fact.label()).collect();
        match facts.is_empty() {
            true => format!("Nothing on record says why {} would vouch for you.", self.source),
            false => format!("{} {}.", self.source, facts.join(", ")),
        }
    }

    fn who(&self, state: StepState) -> String {
        match self.referral.origin {
            Origin::Offered => "Offered, so nobody had to be asked for.".to_string(),
            Origin::Itself => format!("{} came by themselves.", self.prospect),
            _ if state == StepState::Done => format!("{}, by name", self.prospect),
            _ => "Not written down.".to_string(),
        }
    }

    fn action(&self, state: StepState) -> String {
        let ask = self.referral.ask.and_then(|id| self.book.ask(id));
        let action = self.referral.action.as_ref().or(ask.and_then(|a| a.action.as_ref()));
        match (action, &self.referral.origin) {
            (Some(action), _) => action.label().to_string(),
            (None, Origin::Offered) => "Offered, so no words were prepared.".to_string(),
            (None, Origin::Itself) => "No introduction was needed.".to_string(),
            (None, _) if state == StepState::Done => String::new(),
            (None, _) => format!("What {} will do, and in which words, is not written down.", self.source),
        }
    }

    fn confirmation(&self, state: StepState) -> String {
        match (state, &self.referral.origin) {
            (StepState::Done, _) => format!("{} introduced you.", self.source),
            (_, Origin::Offered) => {
                format!("Offered, so no day was promised. Say here when {} has introduced you.", self.source)
            }
            (_, Origin::Itself) => "No introduction was needed.".to_string(),
            (StepState::Skipped, _) => "You went on without it.".to_string(),
            _ => format!("{} tells you, or copies you.", self.source),
        }
    }

    fn followed(&self) -> String {
        match self.referral.follow_up_override() {
            Some(went) => format!("Ahead of the introduction, because: {}", went.why),
            None => format!("Begin with {}'s name.", self.source),
        }
    }

    fn end(&self) -> String {
        let outcome = &self.referral.outcome;
        let what = outcome.what.as_ref().map(|what| what.label().to_string());
        let value = outcome.value.map(|value| value.to_string());
        match outcome.kind {
            End::Won => what.into_iter().chain(value).collect::<Vec<_>>().join(", "),
            End::Closed => format!("File closed: {}", outcome.why),
            _ => format!("{}, if it becomes a sale; one last word if not", self.source),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::person::{Name, Person};

    fn tell(referral: Referral) -> Nine {
        let mut book = Book::default();
        for (id, name) in [("p1", "Connie Alvarez"), ("p2", "Fred Ito")] {
            book.put(Person { id: id.parse().unwrap(), name: Name::new(name).unwrap(), ..Person::default() }.into());
        }
        let (source, prospect) = ("p1".parse().unwrap(), "p2".parse().unwrap());
        let id = "r1".parse().unwrap();
        book.put(Referral { id, source, prospect, agreed_on: "2026-11-16".parse().ok(), ..referral }.into());
        nine(&book, id, "2026-11-21".parse().unwrap()).unwrap()
    }

    #[test]
    fn the_next_thing_is_said_by_name() {
        assert_eq!(tell(Referral::default()).title, "Thank Connie");
        let closed = Referral {
            outcome: serde_json::from_str(r#"{"kind":"closed","on":"2026-11-20","why":"No budget"}"#).unwrap(),
            ..Referral::default()
        };
        assert_eq!(tell(closed).title, "One last word to Connie");
    }

    #[test]
    fn r51_a_won_referral_offers_the_new_client_unless_asks_are_switched_off() {
        let client = |won: bool, never_ask: bool| {
            let mut book = Book::default();
            let (id, name) = ("p2".parse().unwrap(), Name::new("Fred Ito").unwrap());
            book.put(Person { id, name, never_ask, ..Person::default() }.into());
            let outcome = if won { r#"{"kind":"won","on":"2026-11-20"}"# } else { r#"{"kind":"open"}"# };
            let outcome = serde_json::from_str(outcome).unwrap();
            let referral = "r1".parse().unwrap();
            book.put(Referral { id: referral, prospect: id, outcome, ..Referral::default() }.into());
            new_client(&book, referral).map(|client| (client.first, client.may_be_asked))
        };
        assert_eq!(client(false, false), None);
        assert_eq!(client(true, false), Some(("Fred".to_string(), true)));
        assert_eq!(client(true, true), Some(("Fred".to_string(), false)));
    }

    #[test]
    fn a_locked_step_says_why_and_each_step_says_something() {
        let told = tell(Referral::default());
        assert!(told.steps[6].sum.starts_with("This opens when Connie confirms."));
        assert!(told.steps.iter().all(|step| !step.sum.is_empty() && !step.title.is_empty()), "{:?}", told.steps);
        assert_eq!(told.steps[2].day, "16 November");
    }
}
