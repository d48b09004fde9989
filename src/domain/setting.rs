//! Settings: the choices of the person who keeps the book, and when it was last backed up.

mod draft;

pub use draft::ChoicesDraft;

use super::fields::fields;
use super::id::{Id, SettingId};
use super::money::Currency;
use chrono::NaiveDate;
use serde::Serialize;

fields! {
    /// One record of settings. `choices` holds what the person chose, `backup` the last verified backup,
    /// `sample` the mark of the sample book.
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
        /// The weekdays worked, Monday 1 to Sunday 7; Monday to Friday unless set.
        pub working_days: Vec<u8>,
        /// `backup`: the day of the last verified backup.
        pub on: Option<NaiveDate>,
        /// `sample`: the session whose records are the sample's.
        pub session: String,
        /// In the trash.
        pub trashed: bool,
    }
}

impl Setting {
    /// The settings of this name, all unset.
    pub fn named(name: &str) -> Setting {
        Setting { id: SettingId(Id::parse(name).unwrap_or_default()), ..Setting::default() }
    }
}
