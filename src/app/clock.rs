//! The browser's clock: the only place that knows what time it is.

use chrono::{DateTime, Local, NaiveDate, SecondsFormat, Timelike, Utc};

/// Milliseconds since 1970-01-01T00:00:00Z.
pub fn now_millis() -> u64 {
    u64::try_from(Utc::now().timestamp_millis()).unwrap_or_default()
}

/// Milliseconds since the page was opened, finer than one: for how long work has taken.
pub fn ticks() -> f64 {
    leptos::prelude::window().performance().map_or_else(js_sys::Date::now, |performance| performance.now())
}

/// The moment as it stands in a backup: `2026-11-21T09:30:00Z`.
pub fn now_text() -> String {
    Utc::now().to_rfc3339_opts(SecondsFormat::Secs, true)
}

/// The local calendar day.
pub fn today() -> NaiveDate {
    Local::now().date_naive()
}

/// The local calendar day of a moment in milliseconds since 1970.
pub fn day_of(millis: u64) -> NaiveDate {
    let moment = i64::try_from(millis).ok().and_then(DateTime::from_timestamp_millis).unwrap_or_default();
    moment.with_timezone(&Local).date_naive()
}

/// Milliseconds until the local day turns, and a little more so that it has.
pub fn until_midnight() -> u64 {
    let now: DateTime<Local> = Local::now();
    let gone = u64::from(now.num_seconds_from_midnight());
    (86_400_u64.saturating_sub(gone)) * 1_000 + 500
}
