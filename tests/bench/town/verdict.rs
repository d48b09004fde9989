//! What a careful human would say to two cards, from what stands on them and nothing else.
//!
//! The human says "the same" when
//! 1. a way to reach **one person alone** stands on both (mobile, own address, own number at work, page on the network), in
//!    whatever form, and the names do not speak against it: a given name or a family name is common to both, or one of them
//!    cannot be read;
//! 2. **both names** are the same on both (a nickname, an initial in the middle, another order, a slip, a mark, a title or a
//!    script that is read letter by letter do not matter) and so is one more thing: the firm (its name, or its domain in an
//!    e-mail address), the day and month of birth, the street, or a number or address that a household or firm shares;
//! 3. both names are the same word for word and the family name is a **rare** one, with nothing else to go by;
//! 4. the given name is the same and the family name another, missing or unreadable, and **two** more things agree, of which
//!    the birthday is one: a marriage.
//!
//! Anything less (`J. Smith` and `Jane Smith` of one house; two cards of a Wei Wang that have nothing in common) no human
//! could join, though they be one: such pairs are no pairs to find, and no false alarm either.

use super::names::Script;
use std::collections::BTreeSet;

/// How much of the given name stands on a card.
#[derive(Clone, Copy, PartialEq)]
pub enum Given {
    /// None of it, or another name altogether.
    Missing,
    /// A letter.
    Initial,
    /// As in the passport, but for marks.
    Full,
    /// In another spelling.
    Spelt,
    /// What friends say.
    Nick,
    /// With a slip of the finger.
    Slipped,
}

/// A way to reach one person alone, or several.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Way {
    /// The mobile.
    Mobile,
    /// An address of one's own.
    Mail(usize),
    /// The address at a firm.
    Work(usize),
    /// The number at a firm.
    Direct(usize),
    /// The page on the network.
    Profile,
    /// The number of the house.
    House,
    /// The address of the family.
    Family,
    /// The number of a firm.
    Board(usize),
    /// The address of a firm.
    Box(usize),
}

impl Way {
    fn is_own(self) -> bool {
        matches!(self, Way::Mobile | Way::Mail(_) | Way::Work(_) | Way::Direct(_) | Way::Profile)
    }
}

/// What stands on a card, whatever the hand made of it.
#[derive(Clone)]
pub struct Said {
    /// The given name.
    pub given: Given,
    /// The family names: the present one, the one before.
    pub families: (bool, bool),
    /// The family name is spelt as in the passport.
    pub family_exact: bool,
    /// Of the name.
    pub script: Script,
    /// The ways to reach them.
    pub ways: BTreeSet<Way>,
    /// The firm.
    pub firm: Option<usize>,
    /// The day and the month of birth.
    pub birthday: bool,
    /// The street.
    pub street: bool,
}

impl Said {
    /// The firms that are seen: by name, or by the domain of an address.
    fn firms(&self) -> impl Iterator<Item = usize> {
        let domains = self.ways.iter().filter_map(|way| match way {
            Way::Work(firm) | Way::Box(firm) => Some(*firm),
            _ => None,
        });
        self.firm.into_iter().chain(domains)
    }

    /// Whether a careful human would say that the two are one; of one person, whose family name is rare or is not.
    pub fn is_one_with(&self, other: &Said, rare: bool) -> bool {
        let both = |own: bool| self.ways.intersection(&other.ways).any(|way| way.is_own() == own);
        let readable = (self.script != Script::Signs && other.script != Script::Signs) || self.script == other.script;
        let named = |said: &Said| !matches!(said.given, Given::Missing | Given::Initial);
        let given = readable && named(self) && named(other);
        let initial = readable && self.given != Given::Missing && other.given != Given::Missing;
        let family = readable && (self.families.0 && other.families.0 || self.families.1 && other.families.1);
        let bare = |said: &Said| said.given == Given::Missing && said.families == (false, false);
        let unread = !readable && !bare(self) && !bare(other);
        let firm = self.firms().any(|firm| other.firms().any(|that| that == firm));
        let birthday = self.birthday && other.birthday;
        let street = self.street && other.street;
        let more = [firm, birthday, street, both(false)].into_iter().filter(|same| *same).count();
        let exact = |said: &Said| said.given == Given::Full && said.family_exact;
        (both(true) && (given || family || initial || unread))
            || (given && family && (more > 0 || rare && exact(self) && exact(other)))
            || ((given || unread) && birthday && more > 1)
    }
}
