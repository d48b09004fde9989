//! People: anyone in the book, whatever the role.

pub mod bulk;
pub mod draft;
#[cfg(test)]
mod example;
mod input;
pub mod moves;
pub mod named;
pub mod occasions;

use super::annual_date::AnnualDate;
use super::fields::fields;
use super::id::{Id, PersonId, ReferralId};
use super::merged::Merged;
use super::sorted_set::SortedSet;
use super::words::words;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::fmt;

/// The most characters a name may have.
pub const NAME_MAX: usize = 200;

/// Passes every field of a person to a macro, with what is done with it, so that a field is declared here and nowhere else:
///
/// * `merge`: what becomes of it when two entries are made one, a function of `domain/merged/rule.rs`; `chosen` is a
///   row of [`MergeChoice`](super::merged::absorb::MergeChoice) as well;
/// * `form`: how it stands in the person's form (`domain/person/input.rs`); empty where the form has no input for it, or
///   one that needs the book (`domain/person/draft.rs`);
/// * `file`: its name in files that Kith writes, `Kith: looks for` in a table, `X-KITH-LOOKS-FOR` in a card;
/// * `page`: its label on the person's page.
macro_rules! person_fields {
    ($then:ident) => {
        $then! {
            /// Someone in the book.
            #[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
            pub struct Person {
                /// Names this person.
                pub id: PersonId { merge: keep, form: [], file: [], page: [] },
                /// What they are called.
                pub name: Name { merge: chosen, form: [NameText], file: [], page: [] },
                /// Where they work: an organisation in the book, or its name.
                pub organisation: Option<Mention> { merge: chosen, form: [], file: [], page: ["Works at"] },
                /// What they do there.
                pub title: String { merge: chosen, form: [LineText], file: [], page: [] },
                /// How to reach them, the preferred way first.
                pub reach: Vec<Reach> { merge: ways, form: [], file: [], page: [] },
                /// What they are to me; a set, because a client may be a friend (R2).
                pub roles: SortedSet<Role> { merge: union, form: [AsIs<SortedSet<Role>>], file: ["roles"], page: [] },
                /// How good the relationship is (R1).
                pub rating: Option<Rating> { merge: chosen, form: [RatingText], file: ["rating"], page: [] },
                /// How important they are as a source, where the person set it (R6).
                pub tier: Option<Tier> { merge: chosen, form: [TierWord], file: ["tier"], page: [] },
                /// Since when we know each other (R8).
                pub known_since: Option<NaiveDate> { merge: earliest, form: [DayText], file: ["known since"], page: ["Known since"] },
                /// Through whom we met: a person in the book, or words (R8).
                pub met_through: Option<Mention> { merge: chosen, form: [], file: [], page: ["Met through"] },
                /// Who did not bring them, though an address book has it so: people in the book, or words (B7).
                pub not_through: SortedSet<String> { merge: union, form: [], file: [], page: [] },
                /// The day they confirmed that they are satisfied with my work, a trust fact (R31).
                pub satisfied_on: Option<NaiveDate> { merge: latest, form: [DayText], file: ["satisfied on"], page: ["Satisfied"] },
                /// The day they were born, its year where known.
                pub birthday: Option<AnnualDate> { merge: chosen, form: [AnnualDateText], file: ["birthday"], page: ["Birthday"] },
                /// The day of their wedding or another day they celebrate each year, its year where known.
                pub anniversary: Option<AnnualDate> { merge: chosen, form: [AnnualDateText], file: ["anniversary"], page: ["Anniversary"] },
                /// Family, interests, occasions, dislikes (R11).
                pub facts: String { merge: both, form: [LongText], file: ["facts"], page: ["Personal"] },
                /// What they love about my work (R26).
                pub loves: String { merge: both, form: [LongText], file: ["loves"], page: ["Loves"] },
                /// Whom they look for: their ideal client.
                pub looks_for: String { merge: both, form: [LongText], file: ["looks for"], page: ["Looks for"] },
                /// They do not want to be asked for referrals (R20).
                pub never_ask: bool { merge: either, form: [AsIs<bool>], file: ["never ask"], page: ["Asking"] },
                /// Free words to find people by. Kept one by one, so that two devices never fight over them.
                pub tags: SortedSet<String> { merge: union, form: [TagsText], file: [], page: ["Tags"] },
                /// Anything else.
                pub note: String { merge: both, form: [LongText], file: [], page: ["Note"] },
                /// How I came by this entry (R12).
                pub provenance: String { merge: both, form: [], file: ["came from"], page: ["Came from"] },
                /// The place in the Hundred, 1 for the one I know best (R5).
                pub rank: Option<u32> { merge: lowest, form: [], file: [], page: [] },
                /// Whether I may write to them (R12).
                pub consent: Option<Consent> { merge: strictest, form: [], file: ["consent"], page: [] },
                /// How often I want to be in touch, in days, where the person set it.
                pub cadence_days: Option<u32> { merge: first, form: [], file: ["cadence in days"], page: [] },
                /// What I told them, and when (R22).
                pub told: ToldEntry { merge: latest_told, form: [], file: [], page: [] },
                /// The lists of news they are on, by name (R70).
                pub lists: SortedSet<String> { merge: union, form: [], file: ["lists of news"], page: [] },
                /// The day they asked for no news at all (R70).
                pub no_news_on: Option<NaiveDate> { merge: latest, form: [], file: ["no news since"], page: [] },
                /// The referral that counts as the one that brought them, where the person chose another than the earliest (R58).
                pub brought_by: Option<ReferralId> { merge: first, form: [], file: [], page: [] },
                /// The entry they are one person with, and what it took over; boxed, because few have it.
                pub merged: Option<Box<Merged>> { merge: keep, form: [], file: [], page: [] },
                /// In the trash.
                pub trashed: bool { merge: keep, form: [], file: [], page: [] },
            }
        }
    };
}

pub(crate) use person_fields;

person_fields!(fields);

/// A name as a person writes it: trimmed, one line, 1 to [`NAME_MAX`] characters in any script. Empty only in a record
/// that came without one.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default, Hash, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub struct Name(String);

/// A name that was kept: on one line, and without what would turn the rest of a sentence around, whoever wrote it.
impl From<String> for Name {
    fn from(text: String) -> Name {
        Name(if text.contains(is_unruly) { one_line(&text) } else { text })
    }
}

impl From<Name> for String {
    fn from(name: Name) -> String {
        name.0
    }
}

/// The text is not a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BadName {
    /// Nothing but blanks.
    Empty,
    /// More than [`NAME_MAX`] characters.
    TooLong,
}

impl fmt::Display for BadName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            BadName::Empty => f.write_str("Write a name."),
            BadName::TooLong => write!(f, "A name has at most {NAME_MAX} characters. Put the rest in the note."),
        }
    }
}

impl std::error::Error for BadName {}

impl Name {
    /// The name in a text: control characters become blanks, runs of blanks one.
    ///
    /// # Errors
    /// [`BadName`] when nothing is left, or more than [`NAME_MAX`] characters are.
    pub fn new(text: &str) -> Result<Name, BadName> {
        let clean = one_line(text);
        match clean.chars().count() {
            0 => Err(BadName::Empty),
            n if n > NAME_MAX => Err(BadName::TooLong),
            _ => Ok(Name(clean)),
        }
    }

    /// The name; empty only in a record that came without one.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The first letters: of two words or more those of the first and the last.
    pub fn initials(&self) -> String {
        let mut words = self.0.split_whitespace().filter_map(|word| word.chars().next());
        words.next().into_iter().chain(words.next_back()).flat_map(char::to_uppercase).collect()
    }

    /// What to call them in a message: the first word, or all of a name that has no blanks.
    pub fn first(&self) -> &str {
        self.0.split_whitespace().next().unwrap_or_default()
    }
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.0.is_empty() { "Someone without a name" } else { &self.0 })
    }
}

/// Text on one line: control and invisible direction characters become blanks, runs of blanks one, ends trimmed.
pub fn one_line(text: &str) -> String {
    let blank: String = text.chars().map(|c| if is_unruly(c) { ' ' } else { c }).collect();
    blank.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether a character breaks a line, or turns the text after it around.
fn is_unruly(c: char) -> bool {
    c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// Text of several lines: control characters other than the line break go, ends trimmed, line breaks are `\n`.
pub fn lines(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let kept: String = text.chars().filter(|c| *c == '\n' || *c == '\t' || !c.is_control()).collect();
    kept.trim().to_string()
}

/// Someone or something named by a record's id, or by plain words where the book has no such record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Mention(pub String);

impl Mention {
    /// Of a record in the book.
    pub fn of(id: Id) -> Mention {
        Mention(id.to_string())
    }

    /// The id it may be; the caller looks whether such a record exists.
    pub fn id(&self) -> Option<Id> {
        Id::parse(&self.0).ok()
    }
}

fields! {
    /// One way to reach someone.
    #[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
    pub struct Reach {
        /// What kind of way it is.
        pub kind: ReachKind,
        /// Such as "work" or "home"; may be empty.
        pub label: String,
        /// The address or number as it was given.
        pub value: String,
    }
}

words! {
    /// The ways to reach someone.
    pub enum ReachKind {
        /// An e-mail address.
        Email = "email", "E-mail";
        /// A phone number.
        Phone = "phone", "Phone";
        /// A web page.
        Web = "web", "Web page";
        /// A postal address.
        Address = "address", "Address";
        /// A profile on a network.
        Profile = "profile", "Profile";
    }
}

impl Default for ReachKind {
    fn default() -> ReachKind {
        ReachKind::Other("".into())
    }
}

words! {
    /// What someone is to me.
    pub enum Role {
        /// Buys from me.
        Client = "client", "Client";
        /// Bought from me once.
        PastClient = "past client", "Past client";
        /// May buy from me.
        Prospect = "prospect", "Prospect";
        /// Does what I do.
        Peer = "peer", "Peer";
        /// Sells to me.
        Vendor = "vendor", "Vendor";
        /// Works or worked with me.
        Colleague = "colleague", "Colleague";
        /// A friend.
        Friend = "friend", "Friend";
        /// Family.
        Family = "family", "Family";
        /// Habitually puts people together (R7).
        Connector = "connector", "Connector";
    }
}

words! {
    /// How important someone is as a source.
    pub enum Tier {
        /// The best.
        A = "A", "A";
        /// Good.
        B = "B", "B";
        /// The others.
        C = "C", "C";
    }
}

words! {
    /// Whether I may write to someone.
    pub enum Consent {
        /// They said yes.
        Given = "given", "They agreed to hear from me";
        /// Not asked yet.
        NotAsked = "not asked", "Not asked yet";
        /// They want no messages.
        DoNotContact = "do not contact", "Do not contact";
    }
}

/// How good a relationship is, 1 to 5; 5 is excellent (R1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct Rating(u8);

impl TryFrom<u8> for Rating {
    type Error = &'static str;
    fn try_from(value: u8) -> Result<Rating, &'static str> {
        if (1..=5).contains(&value) { Ok(Rating(value)) } else { Err("A rating goes from 1 to 5.") }
    }
}

impl From<Rating> for u8 {
    fn from(rating: Rating) -> u8 {
        rating.0
    }
}

impl Rating {
    /// Every rating, the best first.
    pub fn all() -> [Rating; 5] {
        std::array::from_fn(|n| Rating(5 - n as u8))
    }

    /// The rating in a word.
    pub fn label(self) -> &'static str {
        match self.0 {
            1 => "Hardly known",
            2 => "Distant",
            3 => "Fair",
            4 => "Good",
            _ => "Excellent",
        }
    }
}

fields! {
    /// What I told someone, and when (R22).
    #[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
    pub struct ToldEntry {
        /// That I build my business by referral.
        pub referral: Option<NaiveDate>,
        /// What results I deliver.
        pub results: Option<NaiveDate>,
        /// Whom I look for.
        pub ideal_client: Option<NaiveDate>,
    }
}

impl Person {
    /// The first value of this kind of reach.
    pub fn first_reach(&self, kind: &ReachKind) -> Option<&str> {
        self.reach.iter().find(|r| r.kind == *kind && !r.value.is_empty()).map(|r| r.value.as_str())
    }

    /// Through whom we met, unless it is they: written twice, and made one since (R8).
    pub fn met_through(&self) -> Option<&Mention> {
        self.met_through.as_ref().filter(|mention| mention.id() != Some(self.id.0))
    }

    /// Whether they carry the role.
    pub fn is(&self, role: &Role) -> bool {
        self.roles.contains(role)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_from_a_file_turns_nothing_around_and_one_from_the_right_stays_as_it_is() {
        for (kept, name) in [
            ("Ann \u{202e}evil", "Ann evil"),
            ("\u{2067}Ann\u{2069}\n", "Ann"),
            ("\u{202e}", ""),
            ("مريم\u{200f}", "مريم\u{200f}"),
            (" Ann  Lee ", " Ann  Lee "),
        ] {
            let json = serde_json::Value::from(kept);
            assert_eq!(serde_json::from_value::<Name>(json).unwrap().as_str(), name, "{kept:?}");
        }
    }

    #[test]
    fn a_name_is_one_trimmed_line_in_any_script() {
        for (typed, name) in [
            ("  Fred \t Ito ", "Fred Ito"),
            ("Ngô Thị Hạnh", "Ngô Thị Hạnh"),
            ("田中 太郎", "田中 太郎"),
            ("مريم", "مريم"),
            ("Cher\u{0}\u{202e}", "Cher"),
            ("O'Brien-Smith, Jr.", "O'Brien-Smith, Jr."),
        ] {
            assert_eq!(Name::new(typed).unwrap().as_str(), name);
        }
        assert_eq!(Name::new(" \u{7}\n"), Err(BadName::Empty));
        assert_eq!(Name::new(&"é".repeat(201)), Err(BadName::TooLong));
        assert!(Name::new(&"é".repeat(200)).is_ok());
    }

    #[test]
    fn the_first_name_is_the_first_word() {
        assert_eq!(Name::new("Connie Alvarez").unwrap().first(), "Connie");
        assert_eq!(Name::new("Cher").unwrap().first(), "Cher");
        assert_eq!(Name::default().to_string(), "Someone without a name");
    }

    #[test]
    fn r2_roles_are_a_set_and_a_client_may_be_a_friend() {
        let person: Person =
            serde_json::from_str(r#"{"id":"p1","name":"Jim","roles":["friend","client","friend"]}"#).unwrap();
        assert!(person.is(&Role::Client) && person.is(&Role::Friend));
        assert_eq!(person.roles.len(), 2);
    }

    #[test]
    fn r1_a_rating_goes_from_one_to_five() {
        assert!(Rating::try_from(0).is_err() && Rating::try_from(6).is_err());
        assert_eq!(Rating::try_from(5).unwrap().label(), "Excellent");
    }

    #[test]
    fn text_keeps_its_lines_and_loses_control_characters() {
        assert_eq!(lines(" a\r\nb\u{0}\rc \n"), "a\nb\nc");
    }
}
