//! The choices form: what the person typed about themselves and their week.

use super::Setting;
use crate::domain::book::Book;
use crate::domain::change::Change;
use crate::domain::country::Country;
use crate::domain::draft::{Problems, short_text};
use crate::domain::money::{Currency, Money};
use crate::domain::sorted_set::SortedSet;

/// After how many days a source is told how it goes, unless the person chose otherwise.
const UPDATE_DAYS: u32 = 14;
/// The working week, unless the person chose otherwise.
const WORKING_DAYS: [u8; 5] = [1, 2, 3, 4, 5];
/// The day a week starts on, unless the person chose otherwise.
const MONDAY: u8 = 1;
/// The weekdays, Monday first.
const WEEK: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// What was typed in the choices form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChoicesDraft {
    /// What they call themselves at the end of a message.
    pub my_name: String,
    /// The three letters of a currency; may be empty.
    pub currency: String,
    /// After how many days a source is told how it goes.
    pub update_days: String,
    /// The weekdays worked, Monday 1 to Sunday 7.
    pub working_days: SortedSet<u8>,
    /// The number of the weekday a week starts on (R13).
    pub week_start: String,
    /// The most one person is given in a year; may be empty.
    pub gift_cap: String,
    /// Whether gifts are barred in my trade.
    pub no_gifts: bool,
    /// The two letters of the country one is in; may be empty.
    pub country: String,
}

impl Default for ChoicesDraft {
    fn default() -> ChoicesDraft {
        ChoicesDraft::of_setting(&Setting::default())
    }
}

impl ChoicesDraft {
    /// The form filled with what the book holds.
    pub fn of(book: &Book) -> ChoicesDraft {
        book.setting("choices").map(ChoicesDraft::of_setting).unwrap_or_default()
    }

    fn of_setting(setting: &Setting) -> ChoicesDraft {
        let days = if setting.working_days.is_empty() { &WORKING_DAYS[..] } else { &setting.working_days };
        ChoicesDraft {
            my_name: setting.my_name.clone(),
            currency: setting.currency.map(|c| c.to_string()).unwrap_or_default(),
            update_days: setting.update_days.unwrap_or(UPDATE_DAYS).to_string(),
            working_days: days.iter().copied().collect(),
            week_start: setting.week_start.unwrap_or(MONDAY).to_string(),
            gift_cap: setting.gift_cap.map(|cap| cap.amount()).unwrap_or_default(),
            no_gifts: setting.no_gifts,
            country: setting.country.map(|country| country.letters().to_string()).unwrap_or_default(),
        }
    }

    /// The weekdays by number and name, Monday first.
    pub fn weekdays() -> impl Iterator<Item = (u8, &'static str)> {
        (1..).zip(WEEK)
    }

    /// The weekdays a week can start on: number and name.
    pub fn week_starts() -> Vec<(String, String)> {
        ChoicesDraft::weekdays().map(|(number, name)| (number.to_string(), name.to_string())).collect()
    }

    /// Ticks a weekday or takes the tick away.
    pub fn work_on(&mut self, day: u8, works: bool) {
        if works {
            self.working_days.insert(day);
        } else {
            self.working_days.remove(&day);
        }
    }

    /// The change these choices make. What is as it would be anyway is not written.
    ///
    /// # Errors
    /// What is wrong, under `my_name`, `currency`, `update_days`, `working_days` and `gift_cap`.
    pub fn change(&self, book: &Book) -> Result<Change, Problems> {
        let mut problems = Problems::default();
        let my_name = problems.take("my_name", short_text(&self.my_name));
        let currency = problems.take("currency", currency(&self.currency));
        let update_days = problems.take("update_days", days(&self.update_days));
        if self.working_days.is_empty() {
            problems.add("working_days", "Choose at least one day; what is owed needs a day to be owed on.");
        }
        let gift_cap = problems.take("gift_cap", amount(&self.gift_cap, currency.unwrap_or(Currency::USD)));
        let week: Vec<u8> = self.working_days.iter().copied().collect();
        let old = book.setting("choices").cloned().unwrap_or_else(|| Setting::named("choices"));
        problems.or(Change::of(Setting {
            my_name,
            currency,
            update_days: (update_days != UPDATE_DAYS).then_some(update_days),
            working_days: if week == WORKING_DAYS { Vec::new() } else { week },
            week_start: self.week_start.parse().ok().filter(|day| *day != MONDAY),
            gift_cap,
            no_gifts: self.no_gifts,
            country: Country::parse(&self.country),
            ..old
        }))
    }
}

fn amount(text: &str, currency: Currency) -> Result<Option<Money>, &'static str> {
    match text.trim() {
        "" => Ok(None),
        text => {
            Money::typed(text, currency).map(Some).map_err(|_| "Write it in figures, such as 100, or leave it empty.")
        }
    }
}

fn currency(text: &str) -> Result<Option<Currency>, &'static str> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    Currency::parse(text).map(Some).ok_or("A currency has three letters, such as USD or EUR.")
}

fn days(text: &str) -> Result<u32, &'static str> {
    match text.trim().parse() {
        Ok(days @ 1..=365) => Ok(days),
        _ => Err("Write a number of days, from 1 to 365."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::record::Record;

    fn check(draft: &ChoicesDraft, expected: &str) {
        let change = draft.change(&Book::default()).unwrap();
        let fields: Vec<String> = change.records.iter().map(|r| serde_json::to_string(&r.fields()).unwrap()).collect();
        assert_eq!(fields, [expected]);
    }

    #[test]
    fn choices_left_as_they_are_write_nothing_of_themselves() {
        check(&ChoicesDraft::default(), "{}");
    }

    #[test]
    fn choices_are_written_and_read_again() {
        let draft = ChoicesDraft {
            my_name: " Maren ".into(),
            currency: "eur".into(),
            update_days: "10".into(),
            working_days: [1, 2, 6].into(),
            week_start: "7".into(),
            country: "GB".into(),
            ..ChoicesDraft::default()
        };
        check(
            &draft,
            r#"{"country":"GB","currency":"EUR","my_name":"Maren","update_days":10,"week_start":7,"working_days":[1,2,6]}"#,
        );
        let mut book = Book::default();
        for record in draft.change(&book).unwrap().records {
            book.put(record);
        }
        let again = ChoicesDraft::of(&book);
        assert_eq!((again.my_name.as_str(), again.currency.as_str()), ("Maren", "EUR"));
        assert_eq!(again.country, "GB");
        assert_eq!((again.update_days.as_str(), again.working_days.len()), ("10", 3));
        assert_eq!(again.week_start, "7", "R13: the week starts on the day that was chosen");
        assert!(matches!(draft.change(&book).unwrap().records.as_slice(), [Record::Setting(_)]));
    }

    #[test]
    fn what_is_wrong_is_told_at_its_field() {
        let draft = ChoicesDraft {
            currency: "dollars".into(),
            update_days: "soon".into(),
            working_days: SortedSet::new(),
            ..ChoicesDraft::default()
        };
        let problems = draft.change(&Book::default()).unwrap_err();
        for field in ["currency", "update_days", "working_days"] {
            assert!(problems.of(field).is_some_and(|why| why.ends_with('.')), "{field}");
        }
    }

    #[test]
    fn b15_a_yearly_cap_and_a_trade_without_gifts_are_chosen() {
        let (gift_cap, currency) = ("1,250.50".into(), "EUR".into());
        let draft = ChoicesDraft { gift_cap, currency, no_gifts: true, ..ChoicesDraft::default() };
        check(&draft, r#"{"currency":"EUR","gift_cap":{"currency":"EUR","minor":125050},"no_gifts":true}"#);
        let mut book = Book::default();
        draft.change(&book).unwrap().records.into_iter().for_each(|r| book.put(r));
        let again = ChoicesDraft::of(&book);
        assert_eq!(again.change(&book).unwrap(), draft.change(&book).unwrap());
        let wrong = ChoicesDraft { gift_cap: "a lot".into(), ..draft }.change(&book).unwrap_err();
        assert!(wrong.of("gift_cap").is_some());
    }
}
