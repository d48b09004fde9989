//! Stamps: when a field was written, in an order all devices agree on (a hybrid logical clock).

use super::id::Session;
use std::fmt;

/// 2000-01-01T00:00:00Z in milliseconds since 1970: no stamp in a file may be earlier.
pub const EARLIEST: u64 = 946_684_800_000;
/// 2200-01-01T00:00:00Z in milliseconds since 1970: no stamp in a file may be later.
pub const LATEST: u64 = 7_258_118_400_000;
/// The greatest counter a file may bring, so that our own ticks after it still fit.
pub const COUNTER_MAX: u32 = u32::MAX / 2;

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

    /// Reads the text form.
    ///
    /// # Errors
    /// [`BadStamp`] when the form is off, the moment is outside 2000 to 2200, or the counter over [`COUNTER_MAX`].
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
        let real = (EARLIEST..LATEST).contains(&stamp.millis) && stamp.counter <= COUNTER_MAX;
        if real { Ok(stamp) } else { Err(BadStamp) }
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

    #[test]
    fn a_stamp_reads_back_from_its_text() {
        let text = "1795253400123-7-k3f9a2mq7x";
        assert_eq!(Stamp::parse(text).unwrap().to_string(), text);
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
            "1795253400123-4294967295-k3f9a2mq7x",
            "1795253400123-7-K3F9A2MQ7X",
            "1795253400123-7-k3f9a2mq7x-1",
        ] {
            assert_eq!(Stamp::parse(bad), Err(BadStamp), "{bad}");
        }
    }

    proptest! {
        #[test]
        fn the_clock_goes_only_forward(clocks in proptest::collection::vec(any::<u64>(), 1..60)) {
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
        fn a_new_edit_beats_everything_seen(
            seen in (EARLIEST..LATEST, 0..=COUNTER_MAX, any::<u64>()), now in any::<u64>(), before in any::<u64>(),
        ) {
            let seen = Stamp { millis: seen.0, counter: seen.1, session: Session::of_bits(seen.2) };
            let mut clock = Clock::new(Session::of_bits(7));
            clock.tick(before);
            clock.see(seen);
            prop_assert!(clock.tick(now) > seen);
        }
    }
}
