//! Days: local calendar days, working days, and how far apart they are in words.

use chrono::{Datelike, Days, NaiveDate, Weekday};

/// The earliest day a form takes: nobody's dealings began before.
pub const FIRST_DAY: NaiveDate = match NaiveDate::from_ymd_opt(1900, 1, 1) {
    Some(day) => day,
    None => NaiveDate::MIN,
};

/// The last day a form takes.
pub const LAST_DAY: NaiveDate = match NaiveDate::from_ymd_opt(2199, 12, 31) {
    Some(day) => day,
    None => NaiveDate::MAX,
};

/// The days of the week on which the person works; Monday to Friday unless set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WorkingDays([bool; 7]);

impl Default for WorkingDays {
    fn default() -> WorkingDays {
        WorkingDays([true, true, true, true, true, false, false])
    }
}

impl WorkingDays {
    /// These weekdays; none at all means Monday to Friday, because somebody who never works is owed nothing on no day.
    pub fn of(days: &[Weekday]) -> WorkingDays {
        if days.is_empty() {
            return WorkingDays::default();
        }
        WorkingDays(std::array::from_fn(|n| days.iter().any(|d| d.num_days_from_monday() as usize == n)))
    }

    /// Whether the person works on this day.
    pub fn includes(&self, day: NaiveDate) -> bool {
        self.0.get(day.weekday().num_days_from_monday() as usize).copied().unwrap_or(true)
    }

    /// The first working day after `day`: of a Friday, Monday.
    pub fn next_after(&self, day: NaiveDate) -> NaiveDate {
        let mut next = later(day, 1);
        for _ in 0..7 {
            if self.includes(next) {
                break;
            }
            next = later(next, 1);
        }
        next
    }

    /// The `count`-th working day after `day`.
    pub fn after(&self, day: NaiveDate, count: u32) -> NaiveDate {
        (0..count).fold(day, |day, _| self.next_after(day))
    }
}

/// The day `count` days after `day`; the last day there is where that does not exist.
pub fn later(day: NaiveDate, count: u64) -> NaiveDate {
    day.checked_add_days(Days::new(count)).unwrap_or(NaiveDate::MAX)
}

/// The day `count` days before `day`; the first day there is where that does not exist.
pub fn earlier(day: NaiveDate, count: u64) -> NaiveDate {
    day.checked_sub_days(Days::new(count)).unwrap_or(NaiveDate::MIN)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn the_next_working_day_of_a_friday_is_monday() {
        let week = WorkingDays::default();
        for (of, next) in [
            ("2026-11-20", "2026-11-23"),
            ("2026-11-21", "2026-11-23"),
            ("2026-11-22", "2026-11-23"),
            ("2026-11-23", "2026-11-24"),
            ("2028-02-28", "2028-02-29"),
            ("2026-12-31", "2027-01-01"),
        ] {
            assert_eq!(week.next_after(day(of)), day(next), "{of}");
        }
    }

    #[test]
    fn three_working_days_after_a_thursday_is_tuesday() {
        assert_eq!(WorkingDays::default().after(day("2026-11-19"), 3), day("2026-11-24"));
    }

    #[test]
    fn other_working_days_can_be_set() {
        let week = WorkingDays::of(&[Weekday::Sun, Weekday::Mon]);
        assert_eq!(week.next_after(day("2026-11-16")), day("2026-11-22"));
        assert_eq!(WorkingDays::of(&[]), WorkingDays::default());
    }

    #[test]
    fn the_end_of_time_is_not_an_error() {
        assert_eq!(later(NaiveDate::MAX, 1), NaiveDate::MAX);
        assert_eq!(WorkingDays::default().next_after(NaiveDate::MAX), NaiveDate::MAX);
    }
}
