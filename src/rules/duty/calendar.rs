//! The person's own calendar: the days they work, and how long they wait before a word is owed.

use crate::domain::book::Book;
use crate::domain::day::WorkingDays;
use crate::domain::person::Tier;
use crate::domain::setting::Setting;
use chrono::Weekday;

/// The settings about time; all of them have a resting value.
pub struct Calendar {
    /// The days they work.
    pub working: WorkingDays,
    /// After how many days without a word a source is told how it goes (R62); 14 unless set.
    pub update_days: u64,
    /// How many days after an ask no new one is proposed; 90 unless set.
    pub cooling_days: u64,
    /// After how many days without a word a person of tier A, B and C is due one; 30, 60 and 120 unless set.
    cadence: [u64; 3],
}

impl Calendar {
    /// Of this book.
    pub fn of(book: &Book) -> Calendar {
        let choices = book.setting("choices");
        let days = |chosen: fn(&Setting) -> Option<u32>, resting: u32| {
            u64::from(choices.and_then(chosen).unwrap_or(resting).max(1))
        };
        Calendar {
            working: choices.map(working_days).unwrap_or_default(),
            update_days: days(|c| c.update_days, 14),
            cooling_days: days(|c| c.cooling_days, 90),
            cadence: [days(|c| c.cadence_a, 30), days(|c| c.cadence_b, 60), days(|c| c.cadence_c, 120)],
        }
    }

    /// How many days may pass without a word to somebody of this tier.
    pub fn cadence(&self, tier: &Tier) -> u64 {
        let [a, b, c] = self.cadence;
        match tier {
            Tier::A => a,
            Tier::B => b,
            _ => c,
        }
    }
}

/// The working days these settings name.
pub fn working_days(choices: &Setting) -> WorkingDays {
    let day = |n: &u8| Weekday::try_from(n.checked_sub(1)?).ok();
    WorkingDays::of(&choices.working_days.iter().filter_map(day).collect::<Vec<_>>())
}
