//! Stamps: when a field was written, in an order all devices agree on (a hybrid logical clock).
//!
//! # No stamp may lock the book
//!
//! A stamp comes from this device's clock, which may jump, or from a file, which may say anything. Whatever it says,
//! [`Clock::tick`] must give a later stamp, and that stamp must be readable at the next opening. A finite range has a
//! last stamp and nothing later, so the ranges are nested, and only acts of this book reach the outer one:
//!
//! | range | counter | who gets there |
//! |---|---|---|
//! | running | up to [`COUNTER_MAX`] | the clock; past it the next millisecond begins |
//! | readable in a file | up to [`FILE_COUNTER_MAX`] | a backup of a book whose clock stands at the last millisecond of 2199 |
//! | readable where the book is kept ([`Stamp::parse`]) | any `u32` | acts that follow the latest stamp a file can hold |
//!
//! From any stamps of a file, `tick` gives more than a thousand million later readable ones ([`ACTS_LEFT`]). Earlier
//! versions wrote a counter over [`COUNTER_MAX`] there and refused to read it; what they wrote is read now.
//!
//! # Stamps ahead of the clock
//!
//! Stamps of a file more than [`AHEAD_MAX`] later than the clock are moved down to the moment of the import before the
//! file is joined: see [`clock_skew`](crate::store::clock_skew), which says how that goes with the laws of the join.

use super::id::Session;
use std::fmt;

/// 2000-01-01T00:00:00Z in milliseconds since 1970: no stamp may be earlier.
pub const EARLIEST: u64 = 946_684_800_000;
/// 2200-01-01T00:00:00Z in milliseconds since 1970: every stamp is earlier.
pub const LATEST: u64 = 7_258_118_400_000;
/// The counter after which the clock goes on to the next millisecond, if there is one before [`LATEST`].
pub const COUNTER_MAX: u32 = u32::MAX / 2;
/// The greatest counter of a stamp in a file.
pub const FILE_COUNTER_MAX: u32 = u32::MAX - ACTS_LEFT;
/// How many acts at least can follow any stamps a file can hold.
pub const ACTS_LEFT: u32 = 1 << 30;
/// How far a stamp of a file may lie ahead of the clock, in milliseconds: a day. Clocks of two devices may differ, and
/// so may what they take for their time zone.
pub const AHEAD_MAX: u64 = 24 * 3_600_000;

/// When a value was written: milliseconds since 1970, a counter for writes of one moment, and the session that wrote.
///
/// Text form: thirteen digits, the counter, the session, such as `1795253400123-0-k3f9a2mq7x`.
/// [`Stamp::NEVER`] is the stamp of values without one (a file written by hand); its text is empty.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Stamp {
    /// Milliseconds since 1970-01-01T00:00:00Z.
    pub millis: u64,
    /// Tells apart the writes of one millisecond.
    pub counter: u32,
    /// Who wrote: the last word between two that wrote in the same moment.
    pub session: Session,
}

/// The text is not a stamp, or one outside the years 2000 to 2200.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadStamp;

impl fmt::Display for BadStamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("A stamp must name a moment between 2000 and 2200.")
    }
}

impl std::error::Error for BadStamp {}

impl Stamp {
    /// Earlier than every real stamp.
    pub const NEVER: Stamp = Stamp { millis: 0, counter: 0, session: Session::NONE };

    /// Reads the text form of a stamp that was kept.
    ///
    /// # Errors
    /// [`BadStamp`] when the form is off, the moment is outside 2000 to 2200, or the counter over `u32::MAX`.
    pub fn parse(text: &str) -> Result<Stamp, BadStamp> {
        let mut parts = text.split('-');
        let (Some(millis), Some(counter), Some(session), None) =
            (parts.next(), parts.next(), parts.next(), parts.next())
        else {
            return Err(BadStamp);
        };
        let digits = |t: &str| !t.is_empty() && t.bytes().all(|b| b.is_ascii_digit());
        if millis.len() != 13 || !digits(millis) || !digits(counter) || counter.len() > 1 && counter.starts_with('0') {
            return Err(BadStamp);
        }
        let stamp = Stamp {
            millis: millis.parse().map_err(|_| BadStamp)?,
            counter: counter.parse().map_err(|_| BadStamp)?,
            session: Session::parse(session).map_err(|_| BadStamp)?,
        };
        if (EARLIEST..LATEST).contains(&stamp.millis) { Ok(stamp) } else { Err(BadStamp) }
    }

    /// Whether it lies more than [`AHEAD_MAX`] after `now`, in milliseconds since 1970, or within that of [`LATEST`].
    pub fn is_ahead_of(self, now: u64) -> bool {
        self.millis > now.saturating_add(AHEAD_MAX).min(LATEST - AHEAD_MAX)
    }
}

impl fmt::Display for Stamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if *self == Stamp::NEVER {
            return Ok(());
        }
        write!(f, "{:013}-{}-{}", self.millis, self.counter, self.session)
    }
}

impl fmt::Debug for Stamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// The clock of one session: gives stamps that are later than everything this session has seen.
#[derive(Debug, Clone)]
pub struct Clock {
    session: Session,
    millis: u64,
    counter: u32,
}

impl Clock {
    /// A clock that has seen nothing.
    pub fn new(session: Session) -> Clock {
        Clock { session, millis: EARLIEST, counter: 0 }
    }

    /// Takes note of a stamp from elsewhere, so that the next tick beats it.
    pub fn see(&mut self, stamp: Stamp) {
        if (stamp.millis, stamp.counter) > (self.millis, self.counter) {
            self.millis = stamp.millis;
            self.counter = stamp.counter;
        }
    }

    /// The next stamp: now, or just after the latest seen where the clock of the machine is behind it.
    /// `now` is in milliseconds since 1970; a wrong one never goes back and never fails.
    pub fn tick(&mut self, now: u64) -> Stamp {
        let now = now.min(LATEST - 1);
        if now > self.millis {
            self.millis = now;
            self.counter = 0;
        } else if self.counter < COUNTER_MAX || self.millis >= LATEST - 1 {
            // In the last millisecond the counter goes on; `ACTS_LEFT` says why it does not end.
            self.counter = self.counter.saturating_add(1);
        } else {
            self.millis += 1;
            self.counter = 0;
        }
        Stamp { millis: self.millis, counter: self.counter, session: self.session }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use proptest::sample::select;

    /// The last millisecond there is.
    const LAST: u64 = LATEST - 1;

    #[test]
    fn a_stamp_reads_back_from_its_text() {
        for text in [
            "1795253400123-7-k3f9a2mq7x",
            "1795253400123-4294967295-k3f9a2mq7x",
            "7258118399999-2147483647-zzzzzzzzzz",
            "7258118399999-2147483648-k3f9a2mq7x",
        ] {
            assert_eq!(Stamp::parse(text).unwrap().to_string(), text);
        }
        assert_eq!(Stamp::NEVER.to_string(), "");
    }

    #[test]
    fn a_stamp_outside_2000_to_2200_or_misspelt_is_refused() {
        for bad in [
            "",
            "1795253400123",
            "1795253400123-7",
            "1795253400123-07-k3f9a2mq7x",
            "946684799999-0-k3f9a2mq7x",
            "0946684799999-0-k3f9a2mq7x",
            "7258118400000-0-k3f9a2mq7x",
            "1795253400123-+7-k3f9a2mq7x",
            "1795253400123-4294967296-k3f9a2mq7x",
            "1795253400123-7-K3F9A2MQ7X",
            "1795253400123-7-k3f9a2mq7x-1",
        ] {
            assert_eq!(Stamp::parse(bad), Err(BadStamp), "{bad}");
        }
    }

    #[test]
    fn a_file_may_hold_what_a_clock_at_the_end_of_time_wrote_and_leaves_room_after_it() {
        // A million acts of a book that an old version pushed to the end, and its backup can still be read.
        const { assert!(COUNTER_MAX + 1_000_000 < FILE_COUNTER_MAX) };
        assert_eq!(u32::MAX - FILE_COUNTER_MAX, ACTS_LEFT);
    }

    #[test]
    fn a_stamp_is_ahead_when_it_is_more_than_a_day_after_the_clock_or_in_the_last_day_of_all() {
        let at = |millis| Stamp { millis, counter: 0, session: Session::of_bits(7) };
        let now = 1_795_253_400_000;
        for (stamp, now, is_ahead) in [
            (now + AHEAD_MAX, now, false),
            (now + AHEAD_MAX + 1, now, true),
            (EARLIEST, 0, true),
            (EARLIEST, EARLIEST, false),
            (LAST, now, true),
            (LAST, LAST, true),
            (LAST, u64::MAX, true),
            (LATEST - AHEAD_MAX, u64::MAX, false),
        ] {
            assert_eq!(at(stamp).is_ahead_of(now), is_ahead, "{stamp} {now}");
        }
    }

    /// Any stamp a file can hold, often at an edge.
    fn in_a_file() -> impl Strategy<Value = Stamp> {
        let millis = prop_oneof![3 => EARLIEST..LATEST, 1 => select(vec![EARLIEST, LAST - 1, LAST])];
        let edges = vec![0, COUNTER_MAX - 1, COUNTER_MAX, COUNTER_MAX + 1, FILE_COUNTER_MAX];
        let counter = prop_oneof![2 => 0..=FILE_COUNTER_MAX, 1 => select(edges)];
        (millis, counter, any::<u64>()).prop_map(|(millis, counter, bits)| Stamp {
            millis,
            counter,
            session: Session::of_bits(bits),
        })
    }

    /// What the machine's clock may say, often at an edge.
    fn any_now() -> impl Strategy<Value = u64> {
        prop_oneof![
            3 => EARLIEST..LATEST,
            1 => any::<u64>(),
            1 => select(vec![0, EARLIEST - 1, LAST, LATEST, u64::MAX]),
        ]
    }

    /// How many acts can follow a stamp at the least, should the machine's clock stand still.
    fn acts_after(stamp: Stamp) -> u64 {
        if stamp.millis < LAST { u64::from(COUNTER_MAX) } else { u64::from(u32::MAX - stamp.counter) }
    }

    proptest! {
        #[test]
        fn the_clock_goes_only_forward(clocks in proptest::collection::vec(any_now(), 1..60)) {
            let mut clock = Clock::new(Session::of_bits(7));
            let mut last = Stamp::NEVER;
            for now in clocks {
                let next = clock.tick(now);
                prop_assert!(next > last);
                prop_assert!((EARLIEST..LATEST).contains(&next.millis));
                last = next;
            }
        }

        #[test]
        fn after_any_stamps_of_a_file_a_million_later_ones_can_be_written_and_read(
            seen in proptest::collection::vec(in_a_file(), 1..9), before in any_now(), nows in proptest::collection::vec(any_now(), 1..9),
        ) {
            let mut clock = Clock::new(Session::of_bits(7));
            clock.tick(before);
            let mut last = clock.tick(before);
            for stamp in seen {
                clock.see(stamp);
                last = last.max(stamp);
            }
            for now in nows {
                let next = clock.tick(now);
                prop_assert!((next.millis, next.counter) > (last.millis, last.counter), "{:?} after {:?}", next, last);
                prop_assert_eq!(Stamp::parse(&next.to_string()), Ok(next));
                prop_assert!(acts_after(next) > 1_000_000, "{:?}", next);
                last = next;
            }
        }
    }

    #[test]
    fn where_the_clock_stands_still_every_tick_of_a_long_run_is_later_and_readable() {
        let at = |millis, counter| Stamp { millis, counter, session: Session::of_bits(8) };
        for seen in
            [at(LAST, COUNTER_MAX), at(LAST, FILE_COUNTER_MAX), at(LAST - 1, COUNTER_MAX), at(LAST - 1, u32::MAX)]
        {
            let mut clock = Clock::new(Session::of_bits(7));
            clock.see(seen);
            let mut last = seen;
            for _ in 0..10_000 {
                let next = clock.tick(0);
                assert!((next.millis, next.counter) > (last.millis, last.counter));
                assert_eq!(Stamp::parse(&next.to_string()), Ok(next));
                last = next;
            }
        }
    }
}
