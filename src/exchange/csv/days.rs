//! In which order the days of a table are written: what its cells tell, and what has to be asked.

use super::column::Column;
use crate::domain::setting::First;
use crate::exchange::day::{Order, Tells, in_words_by, tells};

/// Whether a column may hold days.
pub fn holds_days(column: &Column) -> bool {
    matches!(column, Column::Fact(_) | Column::Relation(_) | Column::KnownSince)
}

/// What the cells of one column told.
#[derive(Debug, Clone, Default)]
pub struct DayEvidence {
    day_first: bool,
    month_first: bool,
    /// The first that may be either of two days.
    either: Option<String>,
}

impl DayEvidence {
    /// Takes a cell in.
    pub fn hear(&mut self, cell: &str) {
        match tells(cell) {
            Tells::Nothing => {}
            Tells::Order(Order::DayFirst) => self.day_first = true,
            Tells::Order(Order::MonthFirst) => self.month_first = true,
            Tells::Either => {
                self.either.get_or_insert_with(|| cell.to_string());
            }
        }
    }

    /// The order, where the cells tell one and not the other.
    fn order(&self) -> Option<Order> {
        match (self.day_first, self.month_first) {
            (true, false) => Some(Order::DayFirst),
            (false, true) => Some(Order::MonthFirst),
            _ => None,
        }
    }
}

/// The order of every column as far as the table tells it itself, and what is left to be asked. A column that tells
/// nothing goes by the others, if they agree: one program wrote them.
pub fn orders(heard: &[DayEvidence]) -> (Vec<Option<Order>>, Option<String>) {
    let told: Vec<Order> = heard.iter().filter_map(DayEvidence::order).collect();
    let agreed = told.first().copied().filter(|first| told.iter().all(|order| order == first));
    let orders: Vec<Option<Order>> = heard.iter().map(|heard| heard.order().or(agreed)).collect();
    let open = heard.iter().zip(&orders).filter(|(_, order)| order.is_none());
    let asked = open.filter_map(|(heard, _)| heard.either.clone()).next();
    (orders, asked)
}

/// What is asked about the days of a table: which day one of them is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayColumns {
    /// A day of the table as it is written there.
    pub example: String,
    /// The example in words, read with the day first.
    pub day_first: String,
    /// The example in words, read with the month first.
    pub month_first: String,
    /// How it is read now; `None` while nobody said and nothing tells.
    pub order: Option<Order>,
}

impl DayColumns {
    /// What is asked about this day.
    pub fn of(example: String, order: Option<Order>) -> DayColumns {
        let in_order = |order| in_words_by(&example, Some(order));
        DayColumns { day_first: in_order(Order::DayFirst), month_first: in_order(Order::MonthFirst), order, example }
    }

    /// The question.
    pub fn question(&self) -> String {
        format!("Which day is {}?", self.example)
    }

    /// The answers: words and labels.
    pub fn answers(&self) -> Vec<(String, String)> {
        let answer = |first: First, words: &String| (first.word().to_string(), words.clone());
        vec![answer(First::Day, &self.day_first), answer(First::Month, &self.month_first)]
    }

    /// The answer in force; empty while there is none.
    pub fn answer(&self) -> String {
        let first = self.order.map(|order| if order == Order::MonthFirst { First::Month } else { First::Day });
        first.map(|first| first.word().to_string()).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(columns: &[&[&str]], expected: &[Option<Order>], asked: Option<&str>) {
        let hear = |cells: &&[&str]| {
            let mut heard = DayEvidence::default();
            cells.iter().for_each(|cell| heard.hear(cell));
            heard
        };
        let heard: Vec<DayEvidence> = columns.iter().map(hear).collect();
        assert_eq!(orders(&heard), (expected.to_vec(), asked.map(str::to_string)), "{columns:?}");
    }

    #[test]
    fn r12_one_telling_day_decides_for_its_column_and_for_those_that_tell_nothing() {
        let (day, month) = (Some(Order::DayFirst), Some(Order::MonthFirst));
        check(&[&["03/04/1980", "12/28/1969"]], &[month], None);
        check(&[&["03/04/1980", "28/12/1969"], &["1/2/2003"]], &[day, day], None);
        check(&[&["28/12/1969"], &["12/28/1969"], &["1/2/2003"]], &[day, month, None], Some("1/2/2003"));
    }

    #[test]
    fn r12_what_nothing_tells_is_asked_once_by_its_first_day() {
        check(&[&["Ann", "03/04/1980", "05/06/1980"], &["1/2/2003"]], &[None, None], Some("03/04/1980"));
        check(&[&["1980-04-03", "5/5/1970"]], &[None], None);
        check(&[&["28/12/1969", "12/28/1969", "1/2/2003"]], &[None], Some("1/2/2003"));
    }

    #[test]
    fn a_question_shows_both_days_in_words() {
        let days = DayColumns::of("03/04/1980".into(), None);
        assert_eq!((days.day_first.as_str(), days.month_first.as_str()), ("3 April 1980", "4 March 1980"));
        assert_eq!((days.question().as_str(), days.answer().as_str()), ("Which day is 03/04/1980?", ""));
        let words: Vec<String> = days.answers().into_iter().map(|(word, _)| word).collect();
        let in_force =
            [Order::DayFirst, Order::MonthFirst].map(|order| DayColumns::of("1/2/2003".into(), Some(order)).answer());
        assert_eq!(words, in_force);
    }
}
