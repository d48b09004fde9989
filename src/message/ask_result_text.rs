//! An ask that was made, in words: what was asked, what came of it, and the next thing (B2, R30, R35–R38).

use super::ask_prep_text::whom;
use super::names::{first, name};
use super::reason::{ago, date};
use super::web_link::shown;
use crate::domain::ask::{Ask, AskEnd};
use crate::domain::book::Book;
use crate::domain::id::{AskId, IdealClientId, PersonId};
use crate::rules::source_standing::came_of;
use chrono::NaiveDate;

/// The page of an ask in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// Who was asked.
    pub person: PersonId,
    /// What they are called.
    pub name: String,
    /// What to call them in a sentence.
    pub first: String,
    /// When, and for whom, as a sentence.
    pub lead: String,
    /// How it stands.
    pub end: AskEnd,
    /// How it stands, in a word or two.
    pub stage: String,
    /// The next thing, as a title.
    pub title: String,
    /// Why, or how.
    pub why: String,
    /// What was asked, part by part.
    pub facts: Vec<(&'static str, String)>,
    /// The words to pass on; may be empty.
    pub wording: String,
    /// It is in the trash.
    pub trashed: bool,
}

/// This ask in words, as seen on this day; `None` when it or the person is gone.
pub fn asked(book: &Book, id: AskId, today: NaiveDate) -> Option<Asked> {
    let ask = book.ask(id)?;
    let person = book.person(ask.person)?;
    let first = person.name.first().to_string();
    let (title, why) = next(book, ask, &first, today);
    Some(Asked {
        person: person.id,
        name: person.name.to_string(),
        lead: lead(book, ask, &first, today),
        end: ask.outcome.kind.clone(),
        stage: stage(ask, today),
        title,
        why,
        facts: facts(book, ask, today),
        wording: ask.wording.clone(),
        trashed: ask.trashed,
        first,
    })
}

/// An ask in one line, as the timeline has it.
pub fn in_a_line(book: &Book, ask: &Ask) -> String {
    let first = first(book, ask.person);
    if !ask.was_made() {
        return format!("You left asking {first} for another day");
    }
    format!("You asked {first} for {}", whom(book, ask))
}

/// What came of an ask, as the timeline has it; empty while nothing has.
pub fn answer(ask: &Ask, today: NaiveDate) -> String {
    let said = match ask.outcome.kind {
        AskEnd::Open => return String::new(),
        _ => stage(ask, today),
    };
    if ask.outcome.why.is_empty() { format!("{said}.") } else { format!("{said}: {}", ask.outcome.why) }
}

fn lead(book: &Book, ask: &Ask, first: &str, today: NaiveDate) -> String {
    let day = ago(ask.on, today);
    if !ask.was_made() {
        return format!("You decided {day} to ask {first} on another day.");
    }
    format!("You asked {day} for {}.", whom(book, ask))
}

fn stage(ask: &Ask, today: NaiveDate) -> String {
    let day = |how: fn(NaiveDate, NaiveDate) -> String| ask.outcome.on.map(|on| how(on, today)).unwrap_or_default();
    match ask.outcome.kind {
        AskEnd::Open => "Open".to_string(),
        AskEnd::NotNow => format!("Not now, until {}", day(date)),
        _ => format!("{} {}", ask.outcome.kind.label(), day(ago)),
    }
}

fn next(book: &Book, ask: &Ask, first: &str, today: NaiveDate) -> (String, String) {
    match (&ask.outcome.kind, ask.confirm_by) {
        (AskEnd::Open, Some(by)) => (
            format!("Hear what {first} says"),
            format!("You hope to know by {}. Note the answer here.", date(by, today)),
        ),
        (AskEnd::Open, None) => {
            (format!("Hear what {first} says"), "Note the answer here, whatever it is.".to_string())
        }
        (AskEnd::Agreed, _) => agreed(book, ask, first),
        (AskEnd::NotNow, _) => (
            "Nothing until then".to_string(),
            format!("Asking {first} comes up again {}.", ask.outcome.on.map(|on| later(on, today)).unwrap_or_default()),
        ),
        (AskEnd::Declined, _) => {
            (format!("Leave it, and stay good to {first}"), "A no to an ask is no answer to you.".to_string())
        }
        (AskEnd::Other(_), _) => ("Nothing to do".to_string(), String::new()),
    }
}

/// Returns the next thing once they agreed: to write down whom they mentioned, or whom else.
fn agreed(book: &Book, ask: &Ask, first: &str) -> (String, String) {
    let came: Vec<String> = came_of(book, ask.id)
        .into_iter()
        .filter_map(|id| book.referral(id))
        .map(|referral| name(book, referral.prospect))
        .collect();
    let thanks = format!("Thank {first} the same day for each one.");
    match came.as_slice() {
        [] => (format!("Write down whom {first} mentioned"), format!("One ask may bring several names. {thanks}")),
        [one] => (format!("Did {first} mention anybody else?"), format!("You wrote down {one}. {thanks}")),
        more => {
            (format!("Did {first} mention anybody else?"), format!("You wrote down {} names. {thanks}", more.len()))
        }
    }
}

fn later(day: NaiveDate, today: NaiveDate) -> String {
    if day <= today { "now".to_string() } else { format!("on {}", date(day, today)) }
}

fn facts(book: &Book, ask: &Ask, today: NaiveDate) -> Vec<(&'static str, String)> {
    let target = ask.target.clone().unwrap_or_default();
    let profile = ask.profile.and_then(|id| book.ideal_client(IdealClientId(id)));
    let overrides: Vec<&str> = ask.overrides.iter().map(|note| note.why.as_str()).collect();
    let all = [
        ("Whom", target.name.clone()),
        ("Title", target.title.clone()),
        ("Organisation", target.organisation.clone()),
        ("Profile", shown(&target.link)),
        ("Kind of client", profile.map(|kind| kind.name.clone()).unwrap_or_default()),
        ("The action", ask.action.as_ref().map(|action| action.label().to_string()).unwrap_or_default()),
        ("Comfortable", ask.comfortable.as_ref().map(|comfort| comfort.label().to_string()).unwrap_or_default()),
        ("You will know", ask.confirm_how.as_ref().map(|how| how.label().to_string()).unwrap_or_default()),
        ("By", ask.confirm_by.map(|by| date(by, today)).unwrap_or_default()),
        ("Asked anyway", overrides.join(" ")),
        ("Because", ask.outcome.why.clone()),
    ];
    all.into_iter().filter(|(_, said)| !said.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ask::{AskAction, AskOutcome, ConfirmHow, Target};
    use crate::domain::person::{Name, Person};
    use crate::domain::referral::Referral;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn ask() -> Ask {
        let target = Target { name: "Naomi Feld".into(), title: "Owner".into(), ..Target::default() };
        Ask {
            id: "a1".parse().unwrap(),
            person: "jim".parse().unwrap(),
            on: day("2026-11-18"),
            target: Some(target),
            action: Some(AskAction::Call),
            confirm_by: Some(day("2026-11-23")),
            confirm_how: Some(ConfirmHow::Tells),
            ..Ask::default()
        }
    }

    fn told(ask: Ask) -> Asked {
        let mut book = Book::default();
        let (id, name) = (ask.person, Name::new("Jim Abernathy").unwrap());
        book.put(Person { id, name, ..Person::default() }.into());
        let id = ask.id;
        book.put(ask.into());
        asked(&book, id, day("2026-11-20")).unwrap()
    }

    fn ended(kind: AskEnd, on: &str, why: &str) -> Ask {
        Ask { outcome: AskOutcome { kind, on: Some(day(on)), why: why.into() }, ..ask() }
    }

    #[test]
    fn b2_an_open_ask_says_what_was_asked_and_waits_for_the_answer() {
        let told = told(ask());
        assert_eq!(told.lead, "You asked 2 days ago for Naomi Feld.");
        assert_eq!((told.stage.as_str(), told.title.as_str()), ("Open", "Hear what Jim says"));
        assert_eq!(told.why, "You hope to know by 23 November. Note the answer here.");
        let terms: Vec<&str> = told.facts.iter().map(|(term, _)| *term).collect();
        assert_eq!(terms, ["Whom", "Title", "The action", "You will know", "By"]);
        assert_eq!(asked(&Book::default(), "a1".parse().unwrap(), day("2026-11-20")), None);
    }

    #[test]
    fn b2_each_answer_says_the_single_next_thing() {
        let agreed = told(ended(AskEnd::Agreed, "2026-11-19", ""));
        assert_eq!(
            (agreed.stage.as_str(), agreed.title.as_str()),
            ("Agreed yesterday", "Write down whom Jim mentioned")
        );
        let later = told(ended(AskEnd::NotNow, "2027-01-10", "Busy season"));
        assert_eq!(later.stage, "Not now, until 10 January 2027");
        assert_eq!(later.why, "Asking Jim comes up again on 10 January 2027.");
        let no = told(ended(AskEnd::Declined, "2026-11-19", "Knows nobody there"));
        assert_eq!(no.facts.last(), Some(&("Because", "Knows nobody there".to_string())));
    }

    #[test]
    fn b2_once_a_name_is_written_down_the_next_thing_is_whom_else() {
        let mut book = Book::default();
        for (id, called) in [("jim", "Jim Abernathy"), ("nao", "Naomi Feld")] {
            let (id, name) = (id.parse().unwrap(), Name::new(called).unwrap());
            book.put(Person { id, name, ..Person::default() }.into());
        }
        let agreed = ended(AskEnd::Agreed, "2026-11-19", "");
        let (source, ask) = (agreed.person, Some(agreed.id));
        book.put(agreed.into());
        let (id, prospect) = ("r1".parse().unwrap(), "nao".parse().unwrap());
        book.put(Referral { id, source, prospect, ask, ..Referral::default() }.into());
        let told = asked(&book, ask.unwrap(), day("2026-11-20")).unwrap();
        assert_eq!(told.title, "Did Jim mention anybody else?");
        assert_eq!(told.why, "You wrote down Naomi Feld. Thank Jim the same day for each one.");
    }

    #[test]
    fn r20_a_note_that_now_is_not_the_time_is_no_ask() {
        let put_off = Ask { target: None, action: None, ..ended(AskEnd::NotNow, "2027-01-10", "") };
        assert!(!put_off.was_made() && ask().was_made());
        assert_eq!(told(put_off.clone()).lead, "You decided 2 days ago to ask Jim on another day.");
        assert_eq!(answer(&put_off, day("2026-11-20")), "Not now, until 10 January 2027.");
        assert_eq!(answer(&ask(), day("2026-11-20")), "");
    }
}
