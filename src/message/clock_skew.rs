//! What is said of a file that has times from ahead of this device’s clock, before it is merged.

use super::reason::date;
use chrono::NaiveDate;

/// What is so, and what becomes of it: `latest` is the day of the latest time in the file.
pub fn said(latest: NaiveDate, today: NaiveDate) -> (String, &'static str) {
    (
        format!("This file has times ahead of this device’s clock, up to {}.", date(latest, today)),
        "They count as written when the file is first merged, in the same order. What you change after that stays. \
         If the date on this device is wrong, leave the file, correct the date and choose it again.",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_latest_day_is_told_with_its_year_and_what_to_do_if_this_clock_is_the_wrong_one() {
        let day = |text: &str| text.parse().unwrap();
        let (what, then) = said(day("2199-12-31"), day("2026-11-30"));
        assert_eq!(what, "This file has times ahead of this device’s clock, up to 31 December 2199.");
        assert!(then.contains("What you change after that stays.") && then.ends_with("choose it again."));
        assert!(said(day("2026-12-05"), day("2026-11-30")).0.ends_with("up to 5 December."));
    }
}
