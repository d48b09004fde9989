//! Moments in words: what the timeline says about each thing that happened.

use super::ask_result_text::{answer, in_a_line};
use super::names::{alone, first, name};
use super::reason::short_date;
use crate::domain::book::Book;
use crate::domain::id::{AskId, PersonId};
use crate::domain::touch::{Milestone, StartedBy, Touch, TouchKind};
use crate::rules::timeline::{Happened, Moment, of_person};
use chrono::NaiveDate;

/// One moment in words.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct MomentWords {
    /// The day as it is said.
    pub day: String,
    /// What happened.
    pub what: String,
    /// What was said or written; may be empty.
    pub note: String,
    /// Its icon.
    pub icon: &'static str,
    /// The ask it tells of, which has a page.
    pub ask: Option<AskId>,
}

/// A moment in words, as seen on this day.
pub fn words(book: &Book, moment: &Moment, today: NaiveDate) -> MomentWords {
    let day = short_date(moment.on, today);
    match &moment.what {
        Happened::Touch(id) => match book.touch(*id) {
            None => MomentWords::default(),
            Some(touch) => {
                MomentWords { day, what: touched(book, touch), note: noted(touch), icon: icon(&touch.kind), ask: None }
            }
        },
        Happened::Ask(id) => {
            let Some(ask) = book.ask(*id) else { return MomentWords::default() };
            MomentWords { day, what: in_a_line(book, ask), note: answer(ask, today), icon: "ask", ask: Some(*id) }
        }
        Happened::News(id) => {
            let Some(issue) = book.communication(*id) else { return MomentWords::default() };
            let what = format!("News to {}: {}", issue.list, issue.name);
            MomentWords { day, what, note: issue.text.clone(), icon: "mail", ask: None }
        }
        Happened::Referral(id, milestone) => {
            let Some(referral) = book.referral(*id) else { return MomentWords::default() };
            let (source, prospect) = (alone(book, referral.source), name(book, referral.prospect));
            let note = match milestone {
                Milestone::Agreed => referral.said.clone(),
                Milestone::Won => referral.outcome.value.map(|v| v.to_string()).unwrap_or_default(),
                Milestone::Closed => referral.outcome.why.clone(),
                _ => String::new(),
            };
            let what = match milestone {
                Milestone::Agreed => format!("{source} agreed to introduce you to {prospect}"),
                Milestone::Introduced => format!("{source} introduced you to {prospect}"),
                Milestone::Talked => format!("You and {prospect} talked"),
                Milestone::Won => format!("{} said yes", alone(book, referral.prospect)),
                Milestone::Closed => format!("You closed the file on {prospect}"),
                Milestone::Other(word) => word.to_string(),
            };
            MomentWords { day, what, note, icon: "referral", ask: None }
        }
    }
}

/// What to have in mind while writing to someone (R11): the last word, and what is noted of them, each with its label.
pub fn in_mind(book: &Book, person: PersonId, today: NaiveDate) -> Vec<(&'static str, String)> {
    let Some(known) = book.person(person) else { return Vec::new() };
    let last = of_person(book, person).into_iter().find(|m| matches!(m.what, Happened::Touch(_)));
    let last = last.map(|moment| words(book, &moment, today)).map(|w| format!("{}, {}", w.day, w.what));
    let rows = [
        ("Last word", last.unwrap_or_else(|| "None on record".to_string())),
        ("Given", super::gift::gifts(book, person, today)),
        ("Personal", known.facts.clone()),
        ("Loves", known.loves.clone()),
        ("Looks for", known.looks_for.clone()),
        ("Note", known.note.clone()),
    ];
    rows.into_iter().filter(|(_, text)| !text.is_empty()).collect()
}

/// What was given and what was said.
fn noted(touch: &Touch) -> String {
    let gift = touch.gift.as_ref().map(|gift| gift.what.as_str()).unwrap_or_default();
    match (gift, touch.text.as_str()) {
        (gift, "") => gift.to_string(),
        ("", text) => text.to_string(),
        (gift, text) => format!("{gift}. {text}"),
    }
}

fn touched(book: &Book, touch: &Touch) -> String {
    let who = first(book, touch.person);
    let kind = if touch.kind.label().is_empty() { "Contact" } else { touch.kind.label() };
    let with = if touch.started_by == StartedBy::Me { "to" } else { "from" };
    let purposes: Vec<String> = touch.purposes.iter().map(|p| p.label().to_lowercase()).collect();
    let what = match touch.kind {
        TouchKind::Call | TouchKind::Email | TouchKind::Text | TouchKind::Note | TouchKind::Gift => {
            format!("{kind} {with} {who}")
        }
        _ => format!("{kind} with {who}"),
    };
    let referral = touch.about.and_then(|id| book.referral(id)).filter(|r| r.prospect != touch.person);
    let about = referral.map(|r| format!(" about {}", name(book, r.prospect))).unwrap_or_default();
    if purposes.is_empty() { format!("{what}{about}") } else { format!("{what}{about}: {}", purposes.join(", ")) }
}

/// The icon of a kind of touch.
pub fn icon(kind: &TouchKind) -> &'static str {
    match kind {
        TouchKind::Call => "phone",
        TouchKind::Email | TouchKind::Communication => "mail",
        TouchKind::Text => "text",
        TouchKind::Note => "note",
        TouchKind::Gift => "gift",
        TouchKind::Event => "event",
        TouchKind::Review | TouchKind::Debrief => "score",
        _ => "meet",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::money::{Currency, Money};
    use crate::domain::person::{Name, Person};
    use crate::domain::referral::{End, Outcome, Referral};
    use crate::rules::timeline::of_referral;

    /// Connie, who referred Fred on the 3rd of November.
    fn book() -> Book {
        let mut book = Book::default();
        for (id, name) in [("p1", "Connie Alvarez"), ("p2", "Fred Ito")] {
            book.put(Person { id: id.parse().unwrap(), name: Name::new(name).unwrap(), ..Person::default() }.into());
        }
        book.put(referral().into());
        book
    }

    fn referral() -> Referral {
        Referral {
            id: "r1".parse().unwrap(),
            source: "p1".parse().unwrap(),
            prospect: "p2".parse().unwrap(),
            said: "Sharp, hates cold calls".into(),
            agreed_on: day("2026-11-03"),
            ..Referral::default()
        }
    }

    fn day(text: &str) -> Option<NaiveDate> {
        text.parse().ok()
    }

    fn touch(person: &str, kind: &str, by: StartedBy) -> Touch {
        let (id, person, on) = ("t1".parse().unwrap(), person.parse().unwrap(), day("2026-11-20").unwrap());
        Touch { id, person, on, kind: TouchKind::of_word(kind), started_by: by, ..Touch::default() }
    }

    fn check(touch: Touch, expected: &str, icon: &str) {
        let mut book = book();
        let moment = Moment { on: touch.on, what: Happened::Touch(touch.id) };
        book.put(touch.into());
        let told = words(&book, &moment, day("2026-11-21").unwrap());
        assert_eq!((told.what.as_str(), told.icon), (expected, icon));
    }

    #[test]
    fn a_word_says_to_whom_how_about_whom_and_what_for() {
        use crate::domain::touch::Purpose;
        let about = Some("r1".parse().unwrap());
        let thanks = Touch { about, purposes: [Purpose::Thank].into(), ..touch("p1", "e-mail", StartedBy::Me) };
        check(thanks, "E-mail to Connie about Fred Ito: thank", "mail");
        check(touch("p1", "call", StartedBy::Them), "Call from Connie", "phone");
        check(touch("p1", "coffee", StartedBy::Them), "Coffee with Connie", "meet");
        check(touch("p1", "gift", StartedBy::Me), "Gift to Connie", "gift");
        check(touch("p1", "review", StartedBy::Me), "Results review with Connie", "score");
        // With the prospect it need not be said whom it is about.
        check(Touch { about, ..touch("p2", "text", StartedBy::Me) }, "Text message to Fred", "text");
        // The words of a newer version, and somebody erased.
        check(touch("p1", "by pigeon", StartedBy::Me), "by pigeon with Connie", "meet");
        check(touch("p9", "call", StartedBy::Me), "Call to somebody erased", "phone");
    }

    #[test]
    fn the_moments_of_a_referral_are_told_with_what_belongs_to_each() {
        let mut book = book();
        let value = Money { minor: 1_250_000, currency: Currency::USD };
        let on = day("2026-11-19");
        let won = Referral {
            introduced_on: day("2026-11-05"),
            talked_on: day("2026-11-12"),
            outcome: Outcome { kind: End::Won, on, value: Some(value), ..Outcome::default() },
            ..referral()
        };
        let lost = Outcome { kind: End::Closed, on, why: "No budget".into(), ..Outcome::default() };
        let told = |book: &Book, referral: &Referral| -> Vec<(String, String)> {
            let mut moments = of_referral(book, referral);
            moments.retain(|moment| matches!(moment.what, Happened::Referral(..)));
            let words = moments.iter().map(|moment| words(book, moment, day("2026-11-21").unwrap()));
            words.map(|words| (words.what, words.note)).collect()
        };
        book.put(won.clone().into());
        let mut all = told(&book, &won);
        all.sort();
        let expected = [
            ("Connie Alvarez agreed to introduce you to Fred Ito", "Sharp, hates cold calls".to_string()),
            ("Connie Alvarez introduced you to Fred Ito", String::new()),
            ("Fred Ito said yes", value.to_string()),
            ("You and Fred Ito talked", String::new()),
        ];
        assert_eq!(all, expected.map(|(what, note)| (what.to_string(), note)));
        let closed = Referral { outcome: lost, ..referral() };
        book.put(closed.clone().into());
        assert!(told(&book, &closed).contains(&("You closed the file on Fred Ito".into(), "No budget".into())));
    }

    #[test]
    fn r70_news_says_its_list_and_what_it_was_called() {
        let mut book = book();
        let id = "n1".parse().unwrap();
        let (name, list, text) = ("Plan limits".to_string(), "Letter".to_string(), "On one page.".to_string());
        book.put(crate::domain::communication::Communication { id, name, list, text, ..Default::default() }.into());
        let on = day("2026-10-28").unwrap();
        let told = words(&book, &Moment { on, what: Happened::News(id) }, day("2026-11-21").unwrap());
        assert_eq!((told.what.as_str(), told.note.as_str()), ("News to Letter: Plan limits", "On one page."));
    }

    #[test]
    fn what_is_not_in_the_book_any_more_says_nothing() {
        let on = day("2026-11-20").unwrap();
        let gone =
            [Happened::Touch("t9".parse().unwrap()), Happened::Referral("r9".parse().unwrap(), Milestone::Agreed)];
        for what in gone {
            assert_eq!(words(&book(), &Moment { on, what }, on), MomentWords::default());
        }
    }

    #[test]
    fn r11_in_mind_is_the_last_word_and_what_is_noted_and_no_empty_row() {
        let mut book = book();
        let connie: PersonId = "p1".parse().unwrap();
        let today = day("2026-11-21").unwrap();
        assert_eq!(in_mind(&book, connie, today), [("Last word", "None on record".to_string())]);
        let known = book.person(connie).cloned().unwrap();
        book.put(Person { facts: "Runs marathons".into(), looks_for: "A hygienist".into(), ..known }.into());
        book.put(touch("p1", "call", StartedBy::Me).into());
        let labels = in_mind(&book, connie, today);
        let expected = [("Personal", "Runs marathons".to_string()), ("Looks for", "A hygienist".to_string())];
        assert!(labels[0].1.ends_with(", Call to Connie"), "{labels:?}");
        assert_eq!(labels[1..], expected);
        assert_eq!(in_mind(&book, "p9".parse().unwrap(), today), []);
    }
}
