//! Disclosure control: what of the book may be told, by which way out and to whom (R63, B8).
//!
//! Whatever leaves the book takes its names, days and amounts from a [`Disclosure`], and a `Disclosure` is only made for a
//! [`WayOut`]. A test walks every way out there is; a new one does not compile until the walk has its output.
//!
//! * Of a wholly confidential referral nothing is told to anyone but its prospect, and the prospect is *hidden*: nobody else
//!   is told their name, whatever the occasion, with one exception: somebody they introduced is told who introduced them.
//! * Of a referral whose stage is confidential nothing is told that says how far it is: no day, no value, no outcome, and of
//!   its prospect no role, no satisfaction and no result, because these follow from it.
//! * Of a referral whose amount is confidential the value is not told.

use super::names_in_text::NamesInText;
use crate::domain::book::Book;
use crate::domain::id::PersonId;
use crate::domain::id_map::IdMap;
use crate::domain::person::Person;
use crate::domain::referral::{Confidential, Referral};
use crate::domain::result::ResultStory;
use crate::domain::sorted_set::SortedSet;
use std::borrow::Cow;
use std::cell::{OnceCell, RefCell};
use std::fmt;
use std::ops::Deref;

/// Stands in place of a name that may not be told.
pub const CONFIDENTIAL: &str = "Confidential";

/// Writes an enum with the list of its variants, so that the list cannot lack one.
macro_rules! ways_out {
    ($(#[doc = $doc:literal] $name:ident,)+) => {
        /// A way by which something of the book reaches somebody else.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum WayOut {
            $(#[doc = $doc] $name,)+
        }

        impl WayOut {
            /// Every way out.
            pub const ALL: &'static [WayOut] = &[$(WayOut::$name,)+];
        }
    };
}

ways_out! {
    /// The whole book as a file for oneself. It alone keeps what is confidential.
    Backup,
    /// A message to one person: its subject and its words, opened in a channel, copied or shared.
    Message,
    /// The messages of a double opt-in introduction.
    Introduction,
    /// The words a source passes on to the person they introduce me to.
    Forward,
    /// A success story.
    Story,
    /// The page of stories and results.
    Playbook,
    /// The addresses an issue of news is sent to.
    News,
    /// The title of a page, which is that of its PDF, its printed head and its bookmark.
    Title,
    /// The printed sheet of a week.
    WeekPaper,
    /// The printed Hundred.
    HundredPaper,
    /// The printed guest list of an event.
    GuestPaper,
    /// The printed ask card.
    AskCard,
    /// The tree as a picture, on paper or in a file.
    TreePicture,
    /// The tree as indented text, on paper or in a file.
    TreeOutline,
    /// People as a table.
    PeopleTable,
    /// People as vCards.
    VCard,
    /// Referrals as a table.
    ReferralTable,
    /// Touches as a table.
    TouchTable,
    /// The table of duties.
    OwedTable,
    /// The duties as entries of a calendar.
    Calendar,
    /// The number on the icon of the installed app.
    Badge,
}

/// Text that may leave the book. Only the library makes one, from a [`Disclosure`]; what hands a file to the browser or
/// names a window takes nothing else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Released(String);

impl fmt::Display for Released {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Deref for Released {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

/// Who is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Audience {
    /// The person whose book it is, on their own screen.
    Owner,
    /// This person, by a message.
    Addressee(PersonId),
    /// Anyone.
    Others,
}

/// A referral holds its stage back: how it goes may not be told.
const STAGE: usize = 1;
/// A referral is wholly confidential.
const WHOLE: usize = 2;

/// Decides what an audience may be told of a book.
#[derive(Debug, Clone)]
pub struct Disclosure<'a> {
    book: &'a Book,
    audience: Audience,
    /// The prospects of wholly confidential referrals, looked up when a text is first read for their names.
    hidden: OnceCell<Vec<PersonId>>,
    /// How much is held back of those who were asked about: somebody may be the prospect of thousands.
    secrecy: RefCell<IdMap<PersonId, usize>>,
}

impl<'a> Disclosure<'a> {
    /// Returns the disclosure to the owner, on their own screen: everything.
    pub fn owner(book: &'a Book) -> Disclosure<'a> {
        Disclosure::made(book, Audience::Owner)
    }

    fn made(book: &'a Book, audience: Audience) -> Disclosure<'a> {
        Disclosure { book, audience, hidden: OnceCell::new(), secrecy: RefCell::default() }
    }

    /// Returns the disclosure to anyone by this way out.
    pub fn others(book: &'a Book, way: WayOut) -> Disclosure<'a> {
        let audience = if way == WayOut::Backup { Audience::Owner } else { Audience::Others };
        Disclosure::made(book, audience)
    }

    /// Returns the disclosure to this person, in a message.
    pub fn to(book: &'a Book, person: PersonId) -> Disclosure<'a> {
        Disclosure::made(book, Audience::Addressee(person))
    }

    /// Releases a text that was made from what this tells.
    pub(crate) fn release(&self, text: String) -> Released {
        Released(text)
    }

    /// Returns the book, for what is nobody's secret.
    pub fn book(&self) -> &'a Book {
        self.book
    }

    /// Whether this is for the owner's own eyes.
    pub fn is_for_owner(&self) -> bool {
        self.audience == Audience::Owner
    }

    fn is_to(&self, person: PersonId) -> bool {
        self.audience == Audience::Owner || self.audience == Audience::Addressee(person)
    }

    /// Whether it may be told that this person is in the book.
    pub fn tells_person(&self, person: PersonId) -> bool {
        self.is_to(person) || self.secrecy(person) < WHOLE || self.was_introduced_by(person)
    }

    /// Returns how much the referrals to somebody hold back at most: nothing, their [`STAGE`], or the [`WHOLE`] of one.
    fn secrecy(&self, person: PersonId) -> usize {
        let of = |referral: &Referral| match &referral.confidential {
            one if one.is_whole() => WHOLE,
            one if one.hides_stage() => STAGE,
            _ => 0,
        };
        let mut known = self.secrecy.borrow_mut();
        *known.entry(person).or_insert_with(|| self.book.referrals_to(person).map(of).max().unwrap_or_default())
    }

    /// Whether the addressee was introduced by this person, and so knows them.
    fn was_introduced_by(&self, source: PersonId) -> bool {
        match self.audience {
            Audience::Addressee(to) => self.book.referrals_to(to).any(|referral| referral.source == source),
            Audience::Owner | Audience::Others => false,
        }
    }

    /// Whether it may be told who is the prospect of this referral.
    pub fn tells_prospect(&self, referral: &Referral) -> bool {
        self.is_to(referral.prospect) || (!referral.confidential.is_whole() && self.tells_person(referral.prospect))
    }

    /// Whether it may be told how far this referral is: its stage, its days, what came of it.
    pub fn tells_stage(&self, referral: &Referral) -> bool {
        self.is_to(referral.prospect) || (self.tells_prospect(referral) && !referral.confidential.hides_stage())
    }

    /// Whether it may be told what this referral is worth. What was sold for how much says how far it is.
    pub fn tells_value(&self, referral: &Referral) -> bool {
        self.is_to(referral.prospect) || (self.tells_stage(referral) && referral.confidential == Confidential::No)
    }

    /// Whether it may be told what this person is to me: their roles, that they are satisfied, what I did for them. It may
    /// not where a referral to them holds its stage back, because it follows from the stage.
    pub fn tells_standing(&self, person: PersonId) -> bool {
        self.is_to(person) || self.secrecy(person) == 0
    }

    /// Whether this result may be told.
    pub fn tells_result(&self, result: &ResultStory) -> bool {
        result.person.is_none_or(|person| self.tells_standing(person))
    }

    /// Returns the name of this person: [`CONFIDENTIAL`] where it may not be told, `None` for somebody erased.
    pub fn name(&self, person: PersonId) -> Option<&'a str> {
        let known = self.book.person(person)?;
        Some(if self.tells_person(person) { known.name.as_str() } else { CONFIDENTIAL })
    }

    /// Returns the name of this person where there is one that may be told.
    pub fn told_name(&self, person: PersonId) -> Option<&'a str> {
        self.book.person(person).filter(|_| self.tells_person(person)).map(|known| known.name.as_str())
    }

    /// Returns this person as they may be told: without roles and satisfaction where these are confidential. `None` for
    /// somebody erased, or of whom nothing may be told.
    pub fn person(&self, person: PersonId) -> Option<Cow<'a, Person>> {
        let known = self.book.person(person).filter(|_| self.tells_person(person))?;
        Some(match self.tells_standing(person) {
            true => Cow::Borrowed(known),
            false => Cow::Owned(Person { roles: SortedSet::new(), satisfied_on: None, ..known.clone() }),
        })
    }

    /// Returns those whose name may not be told and who are named in this text, by themselves or by where they work. Words
    /// of `allowed` give nobody away.
    pub fn named_in(&self, text: &str, allowed: &[String]) -> Vec<PersonId> {
        let hidden = self.hidden();
        if hidden.is_empty() {
            return Vec::new();
        }
        let text = NamesInText::of(text);
        let known = hidden.iter().filter(|id| !self.tells_person(**id)).filter_map(|id| self.book.person(*id));
        known.filter(|person| text.tells_of(self.book, person, allowed)).map(|person| person.id).collect()
    }

    /// Whether there is nobody in the book who may not be named.
    pub fn tells_everyone(&self) -> bool {
        self.hidden().is_empty()
    }

    fn hidden(&self) -> &[PersonId] {
        self.hidden.get_or_init(|| {
            let secret = self.book.referrals().filter(|referral| referral.confidential.is_whole());
            let all: SortedSet<PersonId> = secret.map(|referral| referral.prospect).collect();
            all.iter().copied().collect()
        })
    }

    /// Whether this text names nobody who may not be named.
    pub fn may_say(&self, text: &str) -> bool {
        self.named_in(text, &[]).is_empty()
    }
}
