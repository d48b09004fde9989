//! Identifiers: a session of the app and a number counted in it, such as `k3f9a2mq7x-12`.

use super::steps::count;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::hash::{Hash, Hasher};

/// The most characters an identifier may have: room for the `<session>-<n>` of our own and for a UUID from elsewhere.
pub const ID_MAX: usize = 36;

/// The 32 digits of a session's name: lower case, without the letters that are misread.
const DIGITS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// Names a record. Ours are `<session>-<n>`; those of other programs may be any 1 to 36 letters, digits, `-`, `_` or `.`.
///
/// It is a small value that is copied, because a book of twenty years holds some two hundred thousand of them.
#[derive(Clone, Copy)]
pub struct Id {
    length: u8,
    bytes: [u8; ID_MAX],
}

/// The text is not an identifier.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadId;

impl fmt::Display for BadId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "An id must have 1 to {ID_MAX} letters, digits, '-', '_' or '.'.")
    }
}

impl std::error::Error for BadId {}

impl Id {
    /// Reads an identifier from text.
    ///
    /// # Errors
    /// [`BadId`] when it is empty, longer than [`ID_MAX`], or has another character than letters, digits, `-`, `_`, `.`.
    pub fn parse(text: &str) -> Result<Id, BadId> {
        let fits = text.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.'));
        let mut bytes = [0; ID_MAX];
        match bytes.get_mut(..text.len()) {
            Some(room) if fits && !text.is_empty() => room.copy_from_slice(text.as_bytes()),
            _ => return Err(BadId),
        }
        Ok(Id { length: text.len() as u8, bytes })
    }

    fn words(&self) -> impl Iterator<Item = u32> {
        self.bytes.as_chunks::<4>().0.iter().map(|word| u32::from_be_bytes(*word))
    }

    /// The identifier as text.
    pub fn as_str(&self) -> &str {
        let bytes = self.bytes.get(..usize::from(self.length)).unwrap_or_default();
        std::str::from_utf8(bytes).unwrap_or_default()
    }
}

impl Default for Id {
    /// The id of a record that has none yet; it is never written.
    fn default() -> Id {
        Id { length: 0, bytes: [0; ID_MAX] }
    }
}

impl PartialEq for Id {
    fn eq(&self, other: &Id) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Id {}

impl PartialOrd for Id {
    fn partial_cmp(&self, other: &Id) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Id {
    fn cmp(&self, other: &Id) -> std::cmp::Ordering {
        count(1);
        // Four letters at a time: a browser compares byte by byte, and a book of twenty years is searched by id all day.
        self.words().cmp(other.words())
    }
}

impl Hash for Id {
    fn hash<H: Hasher>(&self, state: &mut H) {
        count(1);
        // The letters as they stand: after the last one there is nothing but noughts.
        let (eights, rest) = self.bytes.as_chunks::<8>();
        eights.iter().for_each(|eight| state.write_u64(u64::from_ne_bytes(*eight)));
        rest.as_chunks::<4>().0.iter().for_each(|four| state.write_u32(u32::from_ne_bytes(*four)));
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Serialize for Id {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for Id {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Id, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        Id::parse(&text).map_err(serde::de::Error::custom)
    }
}

/// Makes a newtype of [`Id`] for one kind of record, so that a person's is never taken for a referral's.
macro_rules! typed_id {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => { $(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default, serde::Serialize, serde::Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Id);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl std::str::FromStr for $name {
            type Err = BadId;
            fn from_str(text: &str) -> Result<$name, BadId> {
                Id::parse(text).map($name)
            }
        }
    )* };
}

typed_id! {
    /// Names a [`Person`](super::person::Person).
    PersonId,
    /// Names an [`Organisation`](super::organisation::Organisation).
    OrganisationId,
    /// Names an [`Ask`](super::ask::Ask).
    AskId,
    /// Names a [`Referral`](super::referral::Referral).
    ReferralId,
    /// Names a [`Touch`](super::touch::Touch).
    TouchId,
    /// Names a [`Setting`](super::setting::Setting); these are fixed words such as `backup`.
    SettingId,
    /// Names a [`PutOff`](super::put_off::PutOff).
    PutOffId,
    /// Names a [`Give`](super::give::Give).
    GiveId,
    /// Names an [`Introduction`](super::introduction::Introduction).
    IntroductionId,
    /// Names a [`Plan`](super::plan::Plan).
    PlanId,
    /// Names an [`Event`](super::event::Event).
    EventId,
    /// Names an [`IdealClient`](super::ideal_client::IdealClient).
    IdealClientId,
    /// Names a [`ResultStory`](super::result::ResultStory).
    ResultId,
    /// Names a [`Script`](super::script::Script).
    ScriptId,
    /// Names a [`Connection`](super::connection::Connection).
    ConnectionId,
    /// Names a [`Communication`](super::communication::Communication).
    CommunicationId,
    /// Names a [`Story`](super::story::Story).
    StoryId,
    /// Names an [`Apart`](super::merged::Apart).
    ApartId,
}

/// One opening of the app: 50 random bits, written as 10 base-32 digits. Two sessions never share one.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Session([u8; 10]);

impl Session {
    /// No session: the writer of values that came without a stamp.
    pub const NONE: Session = Session([b'0'; 10]);

    /// The session of these random bits; only the lowest 50 count.
    pub fn of_bits(bits: u64) -> Session {
        let digit = |n: usize| {
            let index = (bits >> (45 - 5 * n)) & 31;
            DIGITS.get(index as usize).copied().unwrap_or(b'0')
        };
        Session(std::array::from_fn(digit))
    }

    /// Reads a session's name.
    ///
    /// # Errors
    /// [`BadId`] unless it is ten lower-case letters or digits.
    pub fn parse(text: &str) -> Result<Session, BadId> {
        let bytes: [u8; 10] = text.as_bytes().try_into().map_err(|_| BadId)?;
        let fits = bytes.iter().all(|b| b.is_ascii_digit() || b.is_ascii_lowercase());
        if fits { Ok(Session(bytes)) } else { Err(BadId) }
    }

    /// The session's name, ten characters.
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }
}

impl fmt::Display for Session {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for Session {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Gives the identifiers of one session, each once: `<session>-1`, `<session>-2` and so on.
#[derive(Debug, Clone)]
pub struct Mint {
    session: Session,
    given: u64,
}

impl Mint {
    /// A mint of a session that has given none yet.
    pub fn new(session: Session) -> Mint {
        Mint { session, given: 0 }
    }

    /// The next identifier of this session.
    pub fn id(&mut self) -> Id {
        self.given += 1;
        let text = format!("{}-{}", self.session, self.given);
        Id::parse(&text).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_one_to_thirty_six_plain_characters() {
        for good in ["k3f9a2mq7x-12", "p1", "0b5cde2e-8f5a-4a8e-9d5e-2f1c3b4a5d6e", "a.b_c"] {
            assert_eq!(Id::parse(good).map(|id| id.to_string()), Ok(good.to_string()));
        }
        for bad in ["", "a b", "é", "a/b", &"x".repeat(37)] {
            assert_eq!(Id::parse(bad), Err(BadId), "{bad}");
        }
    }

    #[test]
    fn ids_sort_as_their_text_does() {
        let mut ids: Vec<Id> = ["b", "a-2", "a", "a-10"].iter().map(|t| Id::parse(t).unwrap()).collect();
        ids.sort();
        assert_eq!(ids.iter().map(Id::as_str).collect::<Vec<_>>(), ["a", "a-10", "a-2", "b"]);
    }

    #[test]
    fn a_session_is_ten_base_32_digits_of_fifty_bits() {
        assert_eq!(Session::of_bits(0).as_str(), "0000000000");
        assert_eq!(Session::of_bits(u64::MAX).as_str(), "zzzzzzzzzz");
        assert_eq!(Session::of_bits(33).as_str(), "0000000011");
        assert_eq!(Session::parse("k3f9a2mq7x").map(|s| s.to_string()), Ok("k3f9a2mq7x".into()));
        assert_eq!(Session::parse("K3F9A2MQ7X"), Err(BadId));
    }

    #[test]
    fn a_mint_counts() {
        let mut mint = Mint::new(Session::of_bits(1));
        assert_eq!(mint.id().as_str(), "0000000001-1");
        assert_eq!(mint.id().as_str(), "0000000001-2");
    }
}
