//! The ask in words: whom I would like to meet, what they would do and by when, and the words they can pass on (R24,
//! R33–R36). They are the words that come with Kith; a script of one's own takes their place (R25).

use super::forward::forward;
use super::reason::{date, long_date};
use super::script::{Tone, promise};
use crate::domain::ask::AskAction;
use crate::domain::ask::draft::AskDraft;
use crate::domain::book::Book;
use crate::domain::id::{IdealClientId, PersonId};
use crate::rules::disclosure::Disclosure;
use chrono::NaiveDate;

/// The ask as it is prepared, to this source; an empty draft asks who comes to mind (R24, R25).
pub fn request(disclosure: &Disclosure, source: PersonId, draft: &AskDraft, tone: Tone) -> String {
    let (book, draft) = (disclosure.book(), &as_told(disclosure, draft));
    let paragraphs = match tone {
        Tone::Warm => [why(book, source), whom(book, draft), what(draft), words(book, source, draft), HELP.to_string()],
        Tone::Brief => [String::new(), whom(book, draft), what(draft), String::new(), HELP.to_string()],
    };
    let said: Vec<String> = paragraphs.into_iter().filter(|paragraph| !paragraph.is_empty()).collect();
    said.join("\n\n")
}

/// The ask without whom it names, and without words typed for them, where these may not be told (R63).
fn as_told(disclosure: &Disclosure, draft: &AskDraft) -> AskDraft {
    let mut told = draft.clone();
    if !disclosure.may_say(&draft.name) {
        told = AskDraft { name: String::new(), title: String::new(), organisation: String::new(), ..told };
    }
    told.wording = told.wording.filter(|words| disclosure.may_say(words));
    told
}

/// Helping comes first, and so it is asked in every ask (R27).
const HELP: &str = "And what can I do for you at the moment?";

fn why(book: &Book, source: PersonId) -> String {
    let loves = book.person(source).and_then(|person| person.loves.lines().next()).unwrap_or_default();
    let begins = match bare(loves) {
        "" => String::new(),
        loves => format!("You told me what you value in my work: {loves}. "),
    };
    format!("{begins}Most of my clients come through people who know me, and I would like to find more of them.")
}

fn whom(book: &Book, draft: &AskDraft) -> String {
    let kind = draft.profile.parse::<IdealClientId>().ok().and_then(|id| book.ideal_client(id));
    let kind = kind.map(|kind| bare(&kind.name)).unwrap_or_default();
    let work: Vec<&str> =
        [bare(&draft.title), bare(&draft.organisation)].into_iter().filter(|t| !t.is_empty()).collect();
    match (bare(&draft.name), kind) {
        ("", "") => "Who comes to mind whom I should meet?".to_string(),
        ("", kind) => format!("These are the people I can do most for: {kind}. Who comes to mind?"),
        (name, _) if work.is_empty() => format!("There is somebody I would like to meet, and you know them: {name}."),
        (name, _) => {
            format!("There is somebody I would like to meet, and you know them: {name} ({}).", work.join(", "))
        }
    }
}

fn what(draft: &AskDraft) -> String {
    if draft.action.is_empty() {
        return "Two lines from you would open the door. And if it does not suit you, say so.".to_string();
    }
    let by = match draft.confirm_by.parse::<NaiveDate>() {
        Ok(by) => format!(", by {}", long_date(by)),
        Err(_) => String::new(),
    };
    let deed = promise(&AskAction::of_word(&draft.action));
    format!("Would you {deed}{by}? If it does not suit you, say so, and we leave it.")
}

/// The words to pass on, where there is something to be passed on.
fn words(book: &Book, source: PersonId, draft: &AskDraft) -> String {
    let passes_on = !draft.action.is_empty() && AskAction::of_word(&draft.action) != AskAction::NameOnly;
    let words = draft.wording.clone().unwrap_or_else(|| forward(book, source, draft));
    match words.trim() {
        words if passes_on && !words.is_empty() => format!("Here are words you may pass on, or change:\n\n“{words}”"),
        _ => String::new(),
    }
}

/// The ask in a line: for whom, what they do, and by when; what is missing is said.
pub fn in_a_line(book: &Book, draft: &AskDraft, today: NaiveDate) -> String {
    let kind = draft.profile.parse::<IdealClientId>().ok().and_then(|id| book.ideal_client(id));
    let whom = match (bare(&draft.name), kind.map(|kind| bare(&kind.name)).unwrap_or_default()) {
        ("", "") => "Say for whom",
        ("", whom) | (whom, _) => whom,
    };
    let action = match draft.action.as_str() {
        "" => "say what they do".to_string(),
        word => AskAction::of_word(word).label().to_lowercase(),
    };
    let by = draft.confirm_by.parse().map(|by| format!(" · by {}", date(by, today))).unwrap_or_default();
    format!("{whom} · {action}{by}")
}

fn bare(text: &str) -> &str {
    text.trim().trim_end_matches('.')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ideal_client::IdealClient;
    use crate::domain::person::{Name, Person};

    fn book(loves: &str) -> Book {
        let mut book = Book::default();
        let (id, name, loves) = ("p1".parse().unwrap(), Name::new("Jim Novak").unwrap(), loves.to_string());
        book.put(Person { id, name, loves, ..Person::default() }.into());
        let name = "Owners of family firms.".to_string();
        book.put(IdealClient { id: "c1".parse().unwrap(), name, ..IdealClient::default() }.into());
        book
    }

    fn draft() -> AskDraft {
        let text = |text: &str| text.to_string();
        AskDraft {
            name: text("Naomi Feld"),
            title: text("Owner"),
            organisation: text("Feld & Sons"),
            action: text(AskAction::Email.word()),
            confirm_by: text("2026-11-27"),
            wording: Some(text("Naomi, meet Ann.")),
            ..AskDraft::default()
        }
    }

    fn asked(book: &Book, draft: &AskDraft, tone: Tone) -> String {
        let to = "p1".parse().unwrap();
        request(&Disclosure::to(book, to), to, draft, tone)
    }

    fn written(loves: &str, draft: &AskDraft, tone: Tone) -> String {
        asked(&book(loves), draft, tone)
    }

    #[test]
    fn r24_r33_the_ask_names_the_person_the_action_the_day_and_the_words() {
        let said = written("That it is on time.\nMore", &draft(), Tone::Warm);
        for part in [
            "You told me what you value in my work: That it is on time.",
            "you know them: Naomi Feld (Owner, Feld & Sons).",
            "Would you write to them with me in copy, by Friday 27 November?",
            "“Naomi, meet Ann.”",
            "what can I do for you",
        ] {
            assert!(said.contains(part), "{part}: {said}");
        }
    }

    #[test]
    fn r24_the_ask_speaks_of_an_ideal_client_or_asks_who_comes_to_mind() {
        let kind = AskDraft { profile: "c1".into(), ..AskDraft::default() };
        let said = written("", &kind, Tone::Warm);
        assert!(said.contains("These are the people I can do most for: Owners of family firms. Who comes"), "{said}");
        assert!(!said.contains("You told me") && !said.contains('“'), "{said}");
        let mut empty = book("");
        empty.put(IdealClient { id: "c2".parse().unwrap(), ..IdealClient::default() }.into());
        let nameless = AskDraft { profile: "c2".into(), ..AskDraft::default() };
        assert!(asked(&empty, &nameless, Tone::Brief).starts_with("Who comes to mind"));
        let gone = AskDraft { profile: "c9".into(), ..AskDraft::default() };
        assert!(written("", &gone, Tone::Brief).starts_with("Who comes to mind"));
        let number = AskDraft { action: AskAction::NameOnly.word().into(), confirm_by: "soon".into(), ..draft() };
        let said = written("", &number, Tone::Warm);
        assert!(said.contains("Would you let them know that I will call?") && !said.contains("Naomi, meet"), "{said}");
    }

    #[test]
    fn r25_the_brief_ask_is_shorter_and_no_ask_shouts_or_leaves_a_brace() {
        for draft in [draft(), AskDraft::default()] {
            let [warm, brief] = Tone::ALL.map(|tone| written("x", &draft, tone));
            assert!(brief.len() < warm.len());
            for said in [warm, brief] {
                assert!(!said.contains(['!', '{', '}']) && !said.contains("  "), "{said}");
            }
        }
    }

    #[test]
    fn r33_r35_the_ask_in_a_line_says_what_is_missing() {
        let mut book = Book::default();
        let (id, name) = ("c1".parse().unwrap(), "owners of bakeries.".into());
        book.put(IdealClient { id, name, ..IdealClient::default() }.into());
        let line = |draft: &AskDraft| in_a_line(&book, draft, "2026-11-20".parse().unwrap());
        let text = |text: &str| text.to_string();
        let draft = AskDraft {
            profile: text("c1"),
            action: text("email"),
            confirm_by: text("2026-11-27"),
            ..AskDraft::default()
        };
        assert_eq!(line(&draft), "owners of bakeries · e-mails them and copies me · by 27 November");
        assert!(line(&AskDraft { name: text("Naomi Feld"), ..draft }).starts_with("Naomi Feld · "));
        assert_eq!(line(&AskDraft::default()), "Say for whom · say what they do");
    }
}
