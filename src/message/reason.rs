//! Reasons: what a row of Today says about a duty, in a sentence, and what its button is called.

mod personal;

use super::called::name;
use crate::domain::book::Book;
use crate::domain::referral::{Origin, Referral};
use crate::rules::duty::{Duty, Owed, Raised, When, words_to_source};
use crate::rules::rows::{Row, unthanked};
use chrono::{Datelike, NaiveDate};

/// How a row is told on the screen.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Telling {
    /// What to do, with the name: `Thank Connie Alvarez`.
    pub title: String,
    /// The kind of duty in a word or two.
    pub kind: &'static str,
    /// The icon of the kind.
    pub icon: &'static str,
    /// Why, a sentence for each duty, the strongest first.
    pub why: Vec<String>,
    /// How its day lies to today: `2 days late`, `Today`, `in 3 days`.
    pub when: String,
    /// What the main button is called.
    pub button: &'static str,
}

/// How a row is told on this day.
pub fn telling(book: &Book, row: &Row, today: NaiveDate) -> Telling {
    let Some(first) = row.first() else { return Telling::default() };
    let name = row.person.and_then(|id| book.person(id)).map(|p| p.name.to_string()).unwrap_or_default();
    let mut why: Vec<String> = Vec::new();
    for sentence in row.owed.iter().map(|owed| reason(book, owed, today)) {
        if !why.contains(&sentence) {
            why.push(sentence);
        }
    }
    let duty = first.raised.duty;
    let when = when(first, today);
    if personal::is_invitation(book, &first.raised, today) {
        let title = format!("Invite {name}");
        return Telling { title, kind: "Invitation", icon: "event", why, when, button: "Write to them" };
    }
    let (kind, icon, button) = face(duty);
    Telling { title: title(duty, &name), kind, icon, why, when, button }
}

/// What to do, with the name: `Thank Connie Alvarez`.
pub fn title(duty: Duty, name: &str) -> String {
    match duty {
        Duty::ThankAgreed | Duty::ThankWon | Duty::ThankReport | Duty::ThankChain => format!("Thank {name}"),
        Duty::FollowUp => format!("Follow up with {name}"),
        Duty::Confirm => format!("Ask {name} gently"),
        Duty::Update => format!("Tell {name} how it goes"),
        Duty::LastWord => format!("A last word to {name}"),
        Duty::Help => format!("Help {name}"),
        Duty::Plan => format!("Your plan with {name}"),
        Duty::Event | Duty::KeepInTouch => format!("A word to {name}"),
        Duty::AskNewClient | Duty::Ask => format!("Ask {name}"),
        Duty::BackUp => "Back up your book".to_string(),
    }
}

/// What is the same for every row of a duty: its kind in a word or two, its icon, and what its button is called.
fn face(duty: Duty) -> (&'static str, &'static str, &'static str) {
    match duty {
        Duty::ThankAgreed | Duty::ThankWon => ("Thank-you", "thanks", "Write thanks"),
        Duty::ThankChain => ("Thank-you down the chain", "thanks", "Write thanks"),
        Duty::FollowUp => ("Follow-up", "follow", "Write to them"),
        Duty::Confirm => ("Confirmation", "confirm", "Ask gently"),
        Duty::ThankReport => ("Thank-you and news", "thanks", "Write thanks"),
        Duty::Update => ("News", "update", "Send news"),
        Duty::LastWord => ("Last word", "update", "Write a last word"),
        Duty::Help => ("Help promised", "help", "Send it"),
        Duty::Plan => ("Plan", "plan", "Write to them"),
        Duty::Event => ("Event", "event", "Write to them"),
        Duty::AskNewClient => ("New client", "ask", "Prepare the ask"),
        Duty::Ask => ("Ask", "ask", "Prepare the ask"),
        Duty::KeepInTouch => ("Keep in touch", "meet", "Write a word"),
        Duty::BackUp => ("Backup", "data", "Back up now"),
    }
}

/// The kind of a duty in a word or two.
pub fn kind(duty: Duty) -> &'static str {
    face(duty).0
}

/// What the button is called that does it.
pub fn button(duty: Duty) -> &'static str {
    face(duty).2
}

/// Why a duty is owed, as a sentence.
pub fn reason(book: &Book, owed: &Owed, today: NaiveDate) -> String {
    match owed.raised.duty {
        Duty::BackUp => back_up(book, today),
        Duty::Help | Duty::Plan | Duty::Event | Duty::Ask | Duty::KeepInTouch => personal::reason(book, owed, today),
        _ => about_referral(book, &owed.raised, today),
    }
}

fn about_referral(book: &Book, raised: &Raised, today: NaiveDate) -> String {
    let Some(referral) = raised.referral.and_then(|id| book.referral(id)) else { return String::new() };
    let prospect = name(book, referral.prospect);
    let on = |day: Option<NaiveDate>| day.map(|day| ago(day, today)).unwrap_or_default();
    match raised.duty {
        Duty::ThankAgreed => agreed(referral, &prospect, &on(referral.agreed_on)),
        Duty::ThankWon => format!("{prospect} said yes {}, and it began here.", on(referral.won_on())),
        Duty::ThankChain => personal::chain(book, referral, raised, today),
        Duty::FollowUp => follow_up(book, referral, &on(referral.introduced_on)),
        Duty::Confirm => {
            format!("The introduction to {prospect} was agreed {}. No word of it yet.", on(referral.agreed_on))
        }
        Duty::ThankReport => {
            format!("You talked with {prospect} {}, thanks to this introduction.", on(referral.talked_on))
        }
        Duty::Update => format!("The last word about {prospect} was {}.", on(last_word(book, referral))),
        Duty::LastWord => format!("You closed the file on {prospect} {}.", on(referral.closed_on())),
        Duty::AskNewClient => {
            format!("They said yes {}. Whom else would they like to see helped?", on(referral.won_on()))
        }
        _ => String::new(),
    }
}

fn agreed(referral: &Referral, prospect: &str, when: &str) -> String {
    match referral.origin {
        Origin::Offered => {
            format!("The introduction to {prospect} was offered {when}. Say thanks before anything comes of it.")
        }
        Origin::Itself => format!("{prospect} came to you {when} with this name on their lips."),
        _ => format!("The introduction to {prospect} was agreed {when}. Say thanks before it is made."),
    }
}

fn follow_up(book: &Book, referral: &Referral, when: &str) -> String {
    let source = name(book, referral.source);
    match (referral.introduced_on, referral.said.is_empty()) {
        (None, _) => format!("You decided to go ahead before {source} confirmed."),
        (Some(_), true) => format!("{source} introduced you {when}."),
        (Some(_), false) => format!("{source} introduced you {when}: “{}”", referral.said),
    }
}

fn back_up(book: &Book, today: NaiveDate) -> String {
    let changes = count(book.changes_since_backup, "change");
    match book.setting("backup").and_then(|s| s.on) {
        None => format!("Only this browser has your book: {changes}, never backed up."),
        Some(on) => format!("{changes} since the last backup, {}.", ago(on, today)),
    }
}

fn last_word(book: &Book, referral: &Referral) -> Option<NaiveDate> {
    words_to_source(book, referral).map(|word| word.on).max().or(referral.agreed_on)
}

/// How a due day lies to today.
pub fn when(owed: &Owed, today: NaiveDate) -> String {
    let days = (owed.due - today).num_days();
    match owed.when {
        When::Late => format!("{} late", count(days.unsigned_abs() as usize, "day")),
        When::Today if days < 0 => format!("since {}", count(days.unsigned_abs() as usize, "day")),
        When::Today => "Today".to_string(),
        When::Ripe => "Ripe".to_string(),
        When::Soon if days == 1 => "Tomorrow".to_string(),
        When::Soon => format!("in {}", count(days.unsigned_abs() as usize, "day")),
    }
}

/// A day in the past as it is said: days up to a fortnight, then the date, with the year if it is another.
pub fn ago(day: NaiveDate, today: NaiveDate) -> String {
    match (today - day).num_days() {
        0 => "today".to_string(),
        1 => "yesterday".to_string(),
        n @ 2..=14 => format!("{n} days ago"),
        _ => format!("on {}", date(day, today)),
    }
}

/// A date: `2 November`, with the year if it is not this one.
pub fn date(day: NaiveDate, today: NaiveDate) -> String {
    if day.year() == today.year() { day.format("%-d %B").to_string() } else { day.format("%-d %B %Y").to_string() }
}

/// A date in a narrow column: `2 Nov`, with the year if it is not this one.
pub fn short_date(day: NaiveDate, today: NaiveDate) -> String {
    if day.year() == today.year() { day.format("%-d %b").to_string() } else { day.format("%-d %b %Y").to_string() }
}

/// A date with its weekday, as the head of Today has it: `Wednesday 18 November`.
pub fn long_date(day: NaiveDate) -> String {
    super::letter::spoken(day)
}

/// A number as it is read aloud: `10,000`.
pub fn number(n: usize) -> String {
    let digits = n.to_string();
    let mut said = String::with_capacity(digits.len() + 3);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            said.push(',');
        }
        said.push(digit);
    }
    said
}

/// A count with its word: `1 day`, `2 days`; people are irregular.
pub fn count(n: usize, word: &str) -> String {
    match (n, word) {
        (1, _) => format!("1 {word}"),
        (n, "person") => format!("{} people", number(n)),
        (n, word) => format!("{} {word}s", number(n)),
    }
}

/// What the head of Today says about its rows: how many wait, and who is not thanked yet, with the age of that (R61).
pub fn lead(rows: &[Row], today: NaiveDate) -> String {
    let people = |when: When| rows.iter().filter(|row| row.person.is_some() && row.when() == when).count();
    let (late, due) = (people(When::Late), people(When::Today));
    let waiting = match (late + due, late) {
        (0, _) => return "You owe nobody a word. A rare morning.".to_string(),
        (all, 0) => format!("You owe {} a word.", count(all, "person")),
        (1, 1) => "You owe one person a word, and it is late.".to_string(),
        (all, 1) => format!("You owe {} a word. One of them has been waiting too long.", count(all, "person")),
        (all, late) => format!("You owe {} a word. {late} of them have been waiting too long.", count(all, "person")),
    };
    match unthanked(rows, today) {
        (0, _) => waiting,
        (1, 0) => format!("{waiting} One is to be thanked today."),
        (n, 0) => format!("{waiting} {n} are to be thanked today."),
        (1, days) => format!("{waiting} One has gone unthanked for {}.", count(days, "day")),
        (n, days) => format!("{waiting} {n} have gone unthanked, one of them for {}.", count(days, "day")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn days_are_said_up_to_a_fortnight_then_the_date() {
        let today = day("2026-11-21");
        for (of, said) in [
            ("2026-11-21", "today"),
            ("2026-11-20", "yesterday"),
            ("2026-11-07", "14 days ago"),
            ("2026-11-06", "on 6 November"),
            ("2025-11-06", "on 6 November 2025"),
            ("2026-11-22", "on 22 November"),
        ] {
            assert_eq!(ago(day(of), today), said);
        }
    }

    #[test]
    fn one_is_not_plural() {
        assert_eq!(
            (count(1, "day"), count(2, "day"), count(0, "person")),
            ("1 day".into(), "2 days".into(), "0 people".into())
        );
        assert_eq!(count(10_000, "person"), "10,000 people");
        assert_eq!([0, 999, 1_000, 1_234_567].map(number), ["0", "999", "1,000", "1,234,567"]);
    }

    #[test]
    fn nothing_owed_is_said_as_such() {
        assert_eq!(lead(&[], day("2026-11-20")), "You owe nobody a word. A rare morning.");
    }

    #[test]
    fn r61_the_head_of_today_says_how_many_are_unthanked_and_for_how_long() {
        let row = |person: &str, duty: Duty, due: &str| {
            let (person, due, today) = (person.parse().unwrap(), day(due), day("2026-11-20"));
            let when = if due < today { When::Late } else { When::Today };
            Row { person: Some(person), owed: vec![Owed { raised: Raised::to(person, duty, due), due, when }] }
        };
        let said = |rows: &[Row]| lead(rows, day("2026-11-20"));
        let [late, later] = ["2026-11-08", "2026-11-19"].map(|due| row("p1", Duty::ThankAgreed, due));
        let today = row("p2", Duty::ThankWon, "2026-11-20");
        let update = row("p3", Duty::Update, "2026-11-02");
        assert_eq!(said(std::slice::from_ref(&today)), "You owe 1 person a word. One is to be thanked today.");
        assert_eq!(said(&[update]), "You owe one person a word, and it is late.");
        let one = "You owe one person a word, and it is late. One has gone unthanked for 1 day.";
        assert_eq!(said(&[later]), one);
        let two = "You owe 2 people a word. One of them has been waiting too long. 2 have gone unthanked, one of them for 12 days.";
        assert_eq!(said(&[late, today]), two);
    }
}
