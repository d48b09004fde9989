//! The birthday and the anniversary. Books of earlier versions have them as lines among the facts, `Birthday: 15 April
//! 1979`; such a line counts until the field says something, and is taken out once the person's form is saved.

use super::Person;
use crate::domain::annual_date::AnnualDate;

/// How a line of facts begins that says the birthday.
pub const BIRTHDAY: &str = "Birthday";
/// How a line of facts begins that says the anniversary.
pub const ANNIVERSARY: &str = "Anniversary";

/// Returns the first day that a line of these facts says, such as `Birthday: 15 April 1979`.
pub fn day_in_facts(facts: &str, about: &str) -> Option<AnnualDate> {
    facts.lines().find_map(|line| day_of_line(line, about))
}

/// Adds a line with this day to facts that do not say it yet.
pub fn add_to_facts(facts: &mut String, about: &str, day: Option<AnnualDate>) {
    let Some(day) = day.filter(|day| !facts.lines().any(|line| day_of_line(line, about) == Some(*day))) else { return };
    if !facts.is_empty() {
        facts.push('\n');
    }
    facts.push_str(&format!("{about}: {day}"));
}

fn day_of_line(line: &str, about: &str) -> Option<AnnualDate> {
    let (said, day) = line.split_once(':')?;
    day.parse().ok().filter(|_| said.trim().eq_ignore_ascii_case(about))
}

impl Person {
    /// Returns the birthday: the field, else what the facts say.
    pub fn birthday(&self) -> Option<AnnualDate> {
        self.birthday.or_else(|| day_in_facts(&self.facts, BIRTHDAY))
    }

    /// Returns the anniversary: the field, else what the facts say.
    pub fn anniversary(&self) -> Option<AnnualDate> {
        self.anniversary.or_else(|| day_in_facts(&self.facts, ANNIVERSARY))
    }

    /// Returns the person with both days in their fields, and without the lines of facts that say no more than those.
    #[must_use]
    pub fn with_occasions(&self) -> Person {
        let (birthday, anniversary) = (self.birthday(), self.anniversary());
        let says = |line: &str, about: &str, day: Option<AnnualDate>| day.is_some() && day_of_line(line, about) == day;
        let is_said = |line: &&str| says(line, BIRTHDAY, birthday) || says(line, ANNIVERSARY, anniversary);
        let facts = if self.facts.lines().any(|line| is_said(&line)) {
            self.facts.lines().filter(|line| !is_said(line)).collect::<Vec<_>>().join("\n")
        } else {
            self.facts.clone()
        };
        Person { birthday, anniversary, facts, ..self.clone() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_of_facts_counts_until_the_field_says_something() {
        let facts = "Two girls\nbirthday: 1979-04-15\nBirthday: 3/4/1968\nAnniversary: 9 May\nSpouse: Ann";
        let mut person = Person { facts: facts.into(), ..Person::default() };
        assert_eq!(person.birthday().map(AnnualDate::iso).as_deref(), Some("1979-04-15"));
        let shown = person.with_occasions();
        assert_eq!(shown.facts, "Two girls\nBirthday: 3/4/1968\nSpouse: Ann");
        assert_eq!(shown.anniversary.map(|day| day.to_string()).as_deref(), Some("9 May"));
        assert_eq!(shown.with_occasions(), shown);
        person.birthday = "1 June".parse().ok();
        assert!(person.with_occasions().facts.contains("birthday: 1979-04-15"), "what else was written stays");
        assert_eq!(person.birthday(), person.birthday);
    }

    #[test]
    fn a_day_is_added_to_facts_once() {
        let mut facts = "Birthday: 1979-04-15".to_string();
        for text in ["15 April 1979", "15 April", "15 April"] {
            add_to_facts(&mut facts, BIRTHDAY, text.parse().ok());
        }
        assert_eq!(facts, "Birthday: 1979-04-15\nBirthday: 15 April");
    }
}
