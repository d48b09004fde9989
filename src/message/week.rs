//! The week in words: how many were contacted, how that lies to an even pace, and the streak (R13–R16).

use super::reason::{count, date};
use crate::domain::book::Book;
use crate::domain::day::earlier;
use crate::domain::person::Role;
use crate::rules::week::{Streak, Weeks, faces};
use chrono::NaiveDate;

/// How many slots are drawn; those beyond are counted.
const SLOTS: usize = 5;

/// This week as Today shows it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ThisWeek {
    /// How many of how many: `2 of 5`.
    pub score: String,
    /// The weekday.
    pub day: String,
    /// The five slots, those that are filled first.
    pub slots: Vec<Slot>,
    /// How many were contacted beyond the slots: `+1`; empty when nobody.
    pub more: String,
    /// How it lies to an even pace, in a sentence.
    pub pace: String,
    /// The streak with its bridged weeks, and the best; empty before there is one.
    pub streak: String,
    /// The goal, as the form that changes it starts.
    pub goal: String,
}

/// A slot of the week.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Slot {
    /// Whom it was filled by; empty while it is not.
    pub name: String,
    /// Whether they buy from me.
    pub client: bool,
    /// The weekday in three letters.
    pub day: String,
    /// All of it as it is heard: `Fred Ito, Monday`.
    pub said: String,
}

/// This week in words.
pub fn this_week(book: &Book, today: NaiveDate) -> ThisWeek {
    let weeks = Weeks::of(book);
    let week = weeks.week(today);
    let filled = faces(book, today);
    let empty = || Slot { name: String::new(), client: false, day: String::new(), said: "Empty".to_string() };
    let mut slots: Vec<Slot> = filled.iter().take(SLOTS).map(|(person, on)| slot(book, *person, *on)).collect();
    slots.resize_with(SLOTS, empty);
    let more = filled.len().saturating_sub(SLOTS);
    ThisWeek {
        score: format!("{} of {}", week.people, week.goal),
        day: today.format("%A").to_string(),
        slots,
        more: if more > 0 { format!("+{more}") } else { String::new() },
        pace: pace(&weeks, today),
        streak: streak(&weeks.streak(today), weeks.best(today), today),
        goal: week.goal.to_string(),
    }
}

fn slot(book: &Book, person: crate::domain::id::PersonId, on: NaiveDate) -> Slot {
    let person = book.person(person);
    let name = person.map_or_else(|| "Somebody".to_string(), |person| person.name.to_string());
    let client = person.is_some_and(|person| person.is(&Role::Client));
    Slot { client, day: on.format("%a").to_string(), said: format!("{name}, {}", on.format("%A")), name }
}

/// How the week lies to an even pace over its working days.
fn pace(weeks: &Weeks, today: NaiveDate) -> String {
    let week = weeks.week(today);
    let left = week.goal.saturating_sub(week.people);
    let by = match weeks.last_day(today) {
        last if last == today => "today".to_string(),
        last => last.format("by %A").to_string(),
    };
    let behind = weeks.pace(today).saturating_sub(week.people);
    let before = weeks.week(earlier(week.start, 1));
    if week.people == 0 && today == week.start && before.people > 0 {
        return format!("Last week ended at {} of {}. {left} to go {by}.", before.people, before.goal);
    }
    match (left, week.people - week.goal.min(week.people), behind) {
        (0, 0, _) => "The goal of this week is reached.".to_string(),
        (0, over, _) => format!("The goal of this week is reached, and {over} more."),
        (_, _, 0) => format!("On pace: {left} more {by}."),
        (_, _, behind) => format!("{behind} behind an even pace: {left} more {by}."),
    }
}

/// The streak with the weeks it bridges, and the best there ever was.
fn streak(streak: &Streak, best: u32, today: NaiveDate) -> String {
    let weeks = |n: u32| count(n as usize, "week");
    let run = match (streak.weeks, best) {
        (0, 0) => return String::new(),
        (0, best) => format!("Your best run on goal is {}.", weeks(best)),
        (1, 1) => "One week on goal.".to_string(),
        (1, best) => format!("One week on goal; your best run is {best}."),
        (now, best) if now >= best => format!("{} in a row on goal, your best run so far.", weeks(now)),
        (now, best) => format!("{} in a row on goal; your best run is {best}.", weeks(now)),
    };
    let missed: Vec<String> = streak.bridged.iter().take(2).map(|start| date(*start, today)).collect();
    let more = streak.bridged.len().saturating_sub(missed.len());
    match (missed.as_slice(), more) {
        ([], _) => run,
        ([one], _) => format!("{run} The week of {one} was missed and is bridged."),
        (some, 0) => format!("{run} The weeks of {} were missed and are bridged.", some.join(" and ")),
        (some, more) => {
            format!("{run} The weeks of {} and {more} before were missed and are bridged.", some.join(", "))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::{Mint, Session, TouchId};
    use crate::domain::person::{Name, Person};
    use crate::domain::touch::{Touch, TouchKind};

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn week(words: &[(&str, &str)], today: &str) -> ThisWeek {
        let mut mint = Mint::new(Session::of_bits(1));
        let mut book = Book::default();
        for (name, on) in words {
            let person: crate::domain::id::PersonId = name.to_lowercase().parse().unwrap();
            let name = Name::new(name).unwrap();
            book.put(Person { id: person, name, roles: [Role::Client].into(), ..Person::default() }.into());
            let id = TouchId(mint.id());
            book.put(Touch { id, person, on: day(on), kind: TouchKind::Call, ..Touch::default() }.into());
        }
        this_week(&book, day(today))
    }

    fn names(n: usize, on: &'static str) -> Vec<(&'static str, &'static str)> {
        ["Ann", "Bo", "Cy", "Di", "Eve", "Fay", "Gil"].into_iter().take(n).map(|name| (name, on)).collect()
    }

    #[test]
    fn r15_the_slots_are_filled_by_those_contacted_and_a_sixth_is_counted() {
        let two = week(&[("Ann", "2026-11-16"), ("Bo", "2026-11-18")], "2026-11-18");
        assert_eq!((two.score.as_str(), two.day.as_str(), two.more.as_str()), ("2 of 5", "Wednesday", ""));
        let said: Vec<&str> = two.slots.iter().map(|slot| slot.said.as_str()).collect();
        assert_eq!(said, ["Ann, Monday", "Bo, Wednesday", "Empty", "Empty", "Empty"]);
        assert!(two.slots[0].client && two.slots[0].day == "Mon");
        let six = week(&names(6, "2026-11-17"), "2026-11-18");
        assert_eq!((six.score.as_str(), six.slots.len(), six.more.as_str()), ("6 of 5", 5, "+1"));
    }

    #[test]
    fn r15_the_pace_is_told_in_words() {
        let pace = |n: usize, today: &str| week(&names(n, "2026-11-16"), today).pace;
        assert_eq!(pace(3, "2026-11-18"), "On pace: 2 more by Friday.");
        assert_eq!(pace(1, "2026-11-18"), "2 behind an even pace: 4 more by Friday.");
        assert_eq!(pace(4, "2026-11-20"), "1 behind an even pace: 1 more today.");
        assert_eq!(pace(4, "2026-11-21"), "1 behind an even pace: 1 more by Sunday.");
        assert_eq!(pace(5, "2026-11-18"), "The goal of this week is reached.");
        assert_eq!(pace(7, "2026-11-18"), "The goal of this week is reached, and 2 more.");
        assert_eq!(pace(6, "2026-11-23"), "Last week ended at 6 of 5. 5 to go by Friday.");
    }

    #[test]
    fn r16_the_streak_is_told_with_the_weeks_it_bridges() {
        let told = |weeks: &[&'static str]| {
            let words: Vec<_> = weeks.iter().flat_map(|on| names(5, on)).collect();
            week(&words, "2026-11-18").streak
        };
        assert_eq!(told(&[]), "");
        assert_eq!(told(&["2026-11-09"]), "One week on goal.");
        assert_eq!(told(&["2026-11-02", "2026-11-09"]), "2 weeks in a row on goal, your best run so far.");
        assert_eq!(told(&["2026-10-05", "2026-10-12"]), "Your best run on goal is 2 weeks.");
        assert_eq!(
            told(&["2026-10-26", "2026-11-09"]),
            "2 weeks in a row on goal, your best run so far. The week of 2 November was missed and is bridged."
        );
        assert_eq!(told(&["2026-08-03", "2026-08-10", "2026-11-09"]), "One week on goal; your best run is 2.");
    }
}
