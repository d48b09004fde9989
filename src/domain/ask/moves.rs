//! What a person can do with an ask that was made: note the answer, take it back, put it in the trash (R30, R35–R38).

use super::{Ask, AskEnd, AskOutcome};
use crate::domain::book::Book;
use crate::domain::change::Change;
use crate::domain::day::later;
use crate::domain::draft::{Problems, day, long_text};
use crate::domain::id::{AskId, Mint, PersonId};
use chrono::NaiveDate;

/// Why an ask cannot be found: it was erased meanwhile.
const GONE: &str = "This ask is not in your book any more.";
/// How many days on nobody is asked again, where no day was named.
const NOT_NOW_DAYS: u64 = 90;

impl Book {
    /// The source agreed on this day. The referrals it leads to are captured one by one (R47).
    ///
    /// # Errors
    /// That the ask is gone.
    pub fn ask_agreed(&self, id: AskId, today: NaiveDate) -> Result<Change, Problems> {
        self.answered(id, AskOutcome { kind: AskEnd::Agreed, on: Some(today), why: String::new() })
    }

    /// Not now: ask again on that day, or in ninety days where none is named.
    ///
    /// # Errors
    /// The problem with the day, or that the ask is gone.
    pub fn ask_not_now(&self, id: AskId, until: &str, why: &str, today: NaiveDate) -> Result<Change, Problems> {
        let outcome = not_now(until, why, today)?;
        self.answered(id, outcome)
    }

    /// The source declined, for this reason.
    ///
    /// # Errors
    /// That the reason is missing, or the ask is gone.
    pub fn ask_declined(&self, id: AskId, why: &str, today: NaiveDate) -> Result<Change, Problems> {
        let why = long_text(why).map_err(|why| Problems::one("why", why))?;
        if why.is_empty() {
            return Err(Problems::one("why", "Write what they said: it shows later what to do another way."));
        }
        self.answered(id, AskOutcome { kind: AskEnd::Declined, on: Some(today), why })
    }

    /// It was not the answer after all.
    ///
    /// # Errors
    /// That the ask is gone.
    pub fn ask_reopened(&self, id: AskId) -> Result<Change, Problems> {
        self.answered(id, AskOutcome::default())
    }

    /// Puts the ask in the trash, or takes it out.
    ///
    /// # Errors
    /// That the ask is gone.
    pub fn trash_ask(&self, id: AskId, trashed: bool) -> Result<Change, Problems> {
        let ask = self.ask(id).ok_or_else(|| Problems::one("form", GONE))?;
        Ok(Change::of(Ask { trashed, ..ask.clone() }))
    }

    /// The person was not asked, and will not be before that day: an answer without an ask (R20, R51).
    ///
    /// # Errors
    /// The problem with the day.
    pub fn not_asked_now(
        &self,
        person: PersonId,
        until: &str,
        why: &str,
        today: NaiveDate,
        mint: &mut Mint,
    ) -> Result<Change, Problems> {
        let outcome = not_now(until, why, today)?;
        Ok(Change::of(Ask { id: AskId(mint.id()), person, on: today, outcome, ..Ask::default() }))
    }

    fn answered(&self, id: AskId, outcome: AskOutcome) -> Result<Change, Problems> {
        let ask = self.ask(id).ok_or_else(|| Problems::one("form", GONE))?;
        Ok(Change::of(Ask { outcome, ..ask.clone() }))
    }
}

fn not_now(until: &str, why: &str, today: NaiveDate) -> Result<AskOutcome, Problems> {
    let mut wrong = Problems::default();
    let until = wrong.take("until", day(until)).unwrap_or_else(|| later(today, NOT_NOW_DAYS));
    let why = wrong.take("why", long_text(why));
    if until <= today && wrong.of("until").is_none() {
        wrong.add("until", "Choose a day after today.");
    }
    wrong.or(AskOutcome { kind: AskEnd::NotNow, on: Some(until), why })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::Session;

    fn book() -> Book {
        let mut book = Book::default();
        book.put(Ask { id: id(), person: "jim".parse().unwrap(), ..Ask::default() }.into());
        book
    }

    fn id() -> AskId {
        "a1".parse().unwrap()
    }

    fn today() -> NaiveDate {
        "2026-11-21".parse().unwrap()
    }

    fn outcome(book: &mut Book, change: Change) -> (AskEnd, Option<String>, String) {
        change.records.into_iter().for_each(|record| book.put(record));
        let outcome = &book.ask(id()).unwrap().outcome;
        (outcome.kind.clone(), outcome.on.map(|day| day.to_string()), outcome.why.clone())
    }

    #[test]
    fn r30_an_ask_is_agreed_put_off_declined_or_open_again() {
        let mut book = book();
        let day = |text: &str| Some(text.to_string());
        let change = book.ask_agreed(id(), today()).unwrap();
        assert_eq!(outcome(&mut book, change), (AskEnd::Agreed, day("2026-11-21"), String::new()));
        let change = book.ask_not_now(id(), "2027-01-10", "Busy season", today()).unwrap();
        assert_eq!(outcome(&mut book, change), (AskEnd::NotNow, day("2027-01-10"), "Busy season".into()));
        let change = book.ask_not_now(id(), "", "", today()).unwrap();
        assert_eq!(outcome(&mut book, change), (AskEnd::NotNow, day("2027-02-19"), String::new()));
        let change = book.ask_declined(id(), "Knows nobody there", today()).unwrap();
        assert_eq!(outcome(&mut book, change).0, AskEnd::Declined);
        let change = book.ask_reopened(id()).unwrap();
        assert_eq!(outcome(&mut book, change), (AskEnd::Open, None, String::new()));
    }

    #[test]
    fn an_answer_says_what_is_missing() {
        let book = book();
        assert!(book.ask_declined(id(), " ", today()).unwrap_err().of("why").is_some());
        assert!(book.ask_not_now(id(), "2026-11-21", "", today()).unwrap_err().of("until").is_some());
        assert!(book.ask_agreed("a2".parse().unwrap(), today()).unwrap_err().of("form").is_some());
        assert!(book.trash_ask(id(), true).is_ok_and(|change| change.records[0].is_trashed()));
    }

    #[test]
    fn r20_a_not_now_can_be_noted_without_an_ask() {
        let mut mint = Mint::new(Session::of_bits(1));
        let change = book().not_asked_now("jim".parse().unwrap(), "", "Not the moment", today(), &mut mint).unwrap();
        let mut book = book();
        change.records.into_iter().for_each(|record| book.put(record));
        let kinds: Vec<AskEnd> = book.asks_to("jim".parse().unwrap()).map(|ask| ask.outcome.kind.clone()).collect();
        assert_eq!(kinds, [AskEnd::Open, AskEnd::NotNow]);
    }
}
