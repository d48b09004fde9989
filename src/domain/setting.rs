//! Settings: the choices of the person who keeps the book, how files are read, and when it was last backed up.

mod draft;
mod goal;
mod table;

pub use draft::ChoicesDraft;
pub use goal::set_goal;
pub use table::{all_said, forget, said_of, say_column, say_days, say_first_row};

use super::country::Country;
use super::fields::fields;
use super::id::{Id, SettingId};
use super::money::{Currency, Money};
use super::words::words;
use chrono::NaiveDate;
use serde::Serialize;

fields! {
    /// One record of settings. `choices` holds what the person chose, `backup` the last verified backup,
    /// `sample` the mark of the sample book, `columns-…` what was said of the tables of one shape.
    #[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
    pub struct Setting {
        /// Which settings these are.
        pub id: SettingId,
        /// What the person calls themselves at the end of a message.
        pub my_name: String,
        /// The currency a new sale is written in.
        pub currency: Option<Currency>,
        /// After how many days without a word a source is told how it goes (R62); 14 unless set.
        pub update_days: Option<u32>,
        /// How many days after an ask no new one is proposed; 90 unless set.
        pub cooling_days: Option<u32>,
        /// After how many days without a word somebody of tier A is due one (R6); 30 unless set.
        pub cadence_a: Option<u32>,
        /// After how many days without a word somebody of tier B is due one; 60 unless set.
        pub cadence_b: Option<u32>,
        /// After how many days without a word somebody of tier C is due one; 120 unless set.
        pub cadence_c: Option<u32>,
        /// The weekdays worked, Monday 1 to Sunday 7; Monday to Friday unless set.
        pub working_days: Vec<u8>,
        /// The weekday a week starts on, Monday 1 to Sunday 7; Monday unless set (R13).
        pub week_start: Option<u8>,
        /// The goals of a week, the oldest first; a week has the one in force at its end (R13).
        pub goals: Vec<Goal>,
        /// The most one person is given in a year (B15); no limit unless set.
        pub gift_cap: Option<Money>,
        /// Whether gifts are barred in my trade (B15).
        pub no_gifts: bool,
        /// `backup`: the day of the last verified backup.
        pub on: Option<NaiveDate>,
        /// `sample`: the session whose records are the sample's.
        pub session: String,
        /// Where I am: how phone numbers without the code of a country are dialled.
        pub country: Option<Country>,
        /// `columns-…`: what columns hold, where the person said so.
        pub columns: Vec<ColumnSaid>,
        /// `columns-…`: what stands first in a day such as 3/4/1980, where the person said so.
        pub days: Option<First>,
        /// `columns-…`: what the first row is, where the person said so.
        pub first_row: Option<FirstRow>,
        /// In the trash.
        pub trashed: bool,
    }
}

fields! {
    /// How many people to contact in a week, from a day on (R13).
    #[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
    pub struct Goal {
        /// From which day on.
        pub from: NaiveDate,
        /// How many people; at least [`GOAL_MIN`].
        pub people: u32,
    }
}

fields! {
    /// What a column of a table holds, as the person said.
    #[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
    pub struct ColumnSaid {
        /// Its head, in the form in which heads are compared.
        pub head: String,
        /// What it holds, in a word.
        pub holds: String,
    }
}

words! {
    /// What stands first in a day written in numbers.
    pub enum First {
        /// The day, as most of the world writes.
        Day = "day", "the day first";
        /// The month, as the United States write.
        Month = "month", "the month first";
    }
}

words! {
    /// What the first row of a table is.
    pub enum FirstRow {
        /// It names the columns.
        Heading = "heading", "Names the columns";
        /// It is a contact like the others.
        Contact = "contact", "Is already a contact";
    }
}

/// The least a week's goal may be: one person a working day (R14).
pub const GOAL_MIN: u32 = 5;
/// The most a week's goal may be.
pub const GOAL_MAX: u32 = 500;

impl Setting {
    /// The settings of this name, all unset.
    pub fn named(name: &str) -> Setting {
        Setting { id: SettingId(Id::parse(name).unwrap_or_default()), ..Setting::default() }
    }
}
