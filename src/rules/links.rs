//! Links that wait in an address book: who brought whom, as it stands there in words, proposed and written after a yes (B7).
//!
//! What is written is a referral from the source to the prospect that says no more than the address book does. It has
//! no day but the one it was found on, its outcome is [`End::Found`](crate::domain::referral::End::Found), and it
//! counts as offered, because nobody knows of an ask. So it is an edge of the tree and a referral of its source, in the
//! totals, the credit and the balance since ever; it is neither open nor won nor closed, and it raises no duty: not a
//! thank-you for what was years ago, no news, no keeping in touch. Whoever it puts below somebody is thanked for what
//! comes after the day it was found. Reopened, it is a referral like any other.
//!
//! Nothing is proposed twice: not what the book has, not what says of somebody that they brought themselves. A link that
//! would close a circle, or give somebody a second source, is shown with that doubt, and is not ticked. One that was
//! refused stays refused, and is shown as such.

mod chosen;
mod never;
#[cfg(test)]
mod tests;
mod written;

pub use chosen::ByHand;
pub use written::{Into, WrittenLinks, names_somebody};

use super::chain::brought_by;
use super::identity::{MentionIndex, MentionReason};
use crate::domain::book::Book;
use crate::domain::fold::fold;
use crate::domain::id::{ConnectionId, Id, PersonId};
use crate::domain::order::sort_by_key;
use crate::domain::person::{Mention, Person, Reach};
use std::collections::{HashMap, HashSet};

/// The words for oneself, or for nobody, where a name is asked for.
const NOBODY: [&str; 17] = [
    "", "me", "myself", "self", "i", "ich", "selbst", "moi", "yo", "io", "none", "nobody", "no", "n/a", "na",
    "unknown", "nil",
];

/// A tree of fewer referrals is nearly empty.
const NEARLY_EMPTY: usize = 5;

/// Somebody at an end of a link.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LinkEnd {
    /// In the book.
    Person(PersonId),
    /// In the holding pool.
    Waiting(ConnectionId),
    /// In a file that waits for a yes, on this line.
    Row(usize),
}

/// Somebody who may have brought them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LinkSource {
    /// Who it is.
    pub one: LinkEnd,
    /// Their name.
    pub name: String,
    /// Who they are, in a few words; may be empty.
    pub detail: String,
}

/// How sure it is whom the words mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doubt {
    /// One alone, surely.
    Sure(MentionReason),
    /// One alone, who is only alike.
    Likely(MentionReason),
    /// Several.
    Several,
    /// Nobody of the file or the book.
    Nobody,
}

/// Why a link is not taken without being looked at, however sure the name is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum But {
    /// They came by somebody else already.
    CameBy(String),
    /// The source came by them.
    Circle,
}

/// A choice about a link.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum LinkChoice {
    /// It stays words.
    #[default]
    Words,
    /// The source at this place of the list.
    One(usize),
    /// Somebody of whom only the words are known: they come into the book under that name.
    New,
}

/// A link that is proposed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProposedLink {
    /// Who was brought.
    pub whom: LinkEnd,
    /// Their name.
    pub name: String,
    /// Who brought them, in the words of the address book.
    pub words: String,
    /// Who may be meant.
    pub sources: Vec<LinkSource>,
    /// How sure that is.
    pub doubt: Doubt,
    /// The doubt about it; `None` where there is none.
    pub but: Option<But>,
    /// The choice about it.
    pub choice: LinkChoice,
    /// Whether it is refused for good, where whoever was brought is nobody yet: a row of a file.
    pub never: bool,
}

/// The links that are proposed, and what was chosen of each.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Links {
    /// In the order of the file, or of the names.
    pub list: Vec<ProposedLink>,
}

impl ProposedLink {
    /// A link of which nothing is chosen yet.
    fn new(whom: LinkEnd, name: String, words: &str, sources: Vec<LinkSource>, doubt: Doubt) -> ProposedLink {
        let words = words.to_string();
        ProposedLink { whom, name, words, sources, doubt, but: None, choice: LinkChoice::Words, never: false }
    }
}

/// Somebody who may be meant, with what tells them from others.
pub struct LinkCandidate<'a> {
    /// Who it is.
    pub one: LinkEnd,
    /// Their name.
    pub name: &'a str,
    /// Where they work.
    pub place: &'a str,
    /// How to reach them.
    pub reach: &'a [Reach],
    /// Facts about them, among them their nicknames.
    pub facts: &'a str,
}

/// Looks for links among those of a book and of what comes to it. The book must be one and the same each time.
#[derive(Default)]
pub struct Finder {
    faces: MentionIndex,
    sources: Vec<LinkSource>,
    places: HashMap<LinkEnd, usize>,
    seen: HashSet<(LinkEnd, String)>,
    /// Who would stand below whom by what is ticked.
    below: HashMap<LinkEnd, LinkEnd>,
    links: Links,
}

impl Finder {
    /// Among everyone of the book.
    pub fn of(book: &Book) -> Finder {
        let mut finder = Finder::default();
        book.people().for_each(|person| finder.know(book, person));
        finder
    }

    /// Somebody of the book who may be meant.
    pub fn know(&mut self, book: &Book, person: &Person) {
        let (one, place) = (LinkEnd::Person(person.id), book.workplace(person));
        self.add(&LinkCandidate { one, name: person.name.as_str(), place, reach: &person.reach, facts: &person.facts });
    }

    /// Somebody else who may be meant.
    pub fn add(&mut self, known: &LinkCandidate) {
        let at = self.faces.add(known.name, known.place, known.reach, known.facts);
        let detail = [known.place, known.reach.first().map_or("", |reach| reach.value.as_str())];
        let detail = detail.into_iter().find(|text| !text.is_empty()).unwrap_or_default().to_string();
        self.places.entry(known.one).or_insert(at);
        self.sources.push(LinkSource { one: known.one, name: known.name.to_string(), detail });
    }

    /// These words stand as who brought this one, who was added.
    pub fn propose(&mut self, book: &Book, whom: LinkEnd, words: &str) {
        let Some((at, name)) = self.at(whom) else { return };
        let folded = fold(words);
        if is_me(book, &folded) || !self.seen.insert((whom, folded.clone())) {
            return;
        }
        let (found, because) = self.faces.meant(words, Some(at));
        let sure = because.is_some_and(MentionReason::is_sure);
        let themselves = self.faces.is_name_of(words, at) && found.is_empty();
        if themselves || (!sure && NOBODY.contains(&folded.trim_matches(|c: char| !c.is_alphanumeric()))) {
            return;
        }
        let sources: Vec<LinkSource> = found.iter().filter_map(|at| self.sources.get(*at)).cloned().collect();
        if sources.iter().any(|source| is_linked(book, source.one, whom)) {
            return;
        }
        let doubt = match (sources.as_slice(), because) {
            ([_], Some(because)) if sure => Doubt::Sure(because),
            ([_], Some(because)) => Doubt::Likely(because),
            ([], _) | (_, None) => Doubt::Nobody,
            _ => Doubt::Several,
        };
        self.push(book, ProposedLink::new(whom, name, words.trim(), sources, doubt));
    }

    /// Through whom we met this one of the book: a person of it, or words.
    pub fn propose_through(&mut self, book: &Book, whom: PersonId, mention: &str) {
        match Id::parse(mention).ok().and_then(|id| book.live_person(PersonId(id))) {
            Some(source) => self.propose_person(book, whom, source, source.name.as_str()),
            None => self.propose(book, LinkEnd::Person(whom), mention),
        }
    }

    /// This one of the book is said to have brought them, without a doubt about who it is.
    fn propose_person(&mut self, book: &Book, whom: PersonId, source: &Person, words: &str) {
        let (one, whom) = (LinkEnd::Person(source.id), LinkEnd::Person(whom));
        let (Some((_, name)), Some((at, _))) = (self.at(whom), self.at(one)) else { return };
        if whom != one && !is_linked(book, one, whom) {
            let sources = self.sources.get(at).cloned().into_iter().collect();
            self.push(book, ProposedLink::new(whom, name, words, sources, Doubt::Sure(MentionReason::Name)));
        }
    }

    /// Returns the links found: first those that need a look, then the sure ones, then those of whom nobody is known.
    pub fn found(mut self) -> Links {
        sort_by_key(&mut self.links.list, |link| match link.doubt {
            Doubt::Sure(_) if link.but.is_none() => 1,
            Doubt::Nobody => 2,
            _ => 0,
        });
        self.links
    }

    fn push(&mut self, book: &Book, mut link: ProposedLink) {
        link.but = self.but(book, &link);
        let sure = (link.doubt, &link.but, link.sources.first(), link.is_refused(book));
        if let (Doubt::Sure(_), None, Some(source), false) = sure {
            self.below.insert(link.whom, source.one);
            link.choice = LinkChoice::One(0);
        }
        self.links.list.push(link);
    }

    fn at(&self, one: LinkEnd) -> Option<(usize, String)> {
        let at = self.places.get(&one).copied()?;
        Some((at, self.sources.get(at)?.name.clone()))
    }

    fn but(&self, book: &Book, link: &ProposedLink) -> Option<But> {
        if let Some(below) = self.below_of(book, link.whom) {
            let name = self.at(below).map(|(_, name)| name).unwrap_or_default();
            return Some(But::CameBy(name));
        }
        let circle = |source: &LinkSource| {
            let mut seen = HashSet::from([source.one]);
            let down = std::iter::successors(Some(source.one), |one| {
                self.below_of(book, *one).filter(|one| seen.insert(*one))
            });
            down.into_iter().any(|one| one == link.whom)
        };
        link.sources.first().filter(|source| circle(source)).map(|_| But::Circle)
    }

    fn below_of(&self, book: &Book, one: LinkEnd) -> Option<LinkEnd> {
        let ticked = self.below.get(&one).copied();
        ticked.or_else(|| match one {
            LinkEnd::Person(id) => brought_by(book, id).map(|referral| LinkEnd::Person(referral.source)),
            _ => None,
        })
    }
}

/// Whether it is the name of whoever keeps the book.
fn is_me(book: &Book, folded: &str) -> bool {
    book.setting("choices").is_some_and(|choices| fold(&choices.my_name) == folded)
}

fn is_linked(book: &Book, source: LinkEnd, whom: LinkEnd) -> bool {
    match (source, whom) {
        (LinkEnd::Person(source), LinkEnd::Person(whom)) => book.referrals_to(whom).any(|r| r.source == source),
        _ => false,
    }
}

/// The links that wait in the book: of whom it says through whom we met, where no referral says so yet.
pub fn waiting(book: &Book) -> Links {
    let mut waits = book.people().filter_map(|person| Some((person, unlinked(book, person)?))).peekable();
    if waits.peek().is_none() {
        return Links::default();
    }
    let mut finder = Finder::of(book);
    for (person, mention) in waits {
        finder.propose_through(book, person.id, &mention.0);
    }
    let mut links = finder.found();
    links.list.retain(|link| link.doubt != Doubt::Nobody);
    links
}

/// The summary of the links of the book where its tree is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Waits {
    /// How many wait, where that is worth a word: while the tree is nearly empty, or smaller than what waits.
    pub open: usize,
    /// How many were refused.
    pub refused: usize,
}

/// How many links wait, and how many were refused.
pub fn worth_a_look(book: &Book) -> Waits {
    let (links, stand) = (waiting(book), book.referrals().count());
    let open = links.open(book).len();
    let refused = links.list.len() - open;
    Waits { open: if stand < NEARLY_EMPTY || stand < open { open } else { 0 }, refused }
}

fn unlinked<'a>(book: &Book, person: &'a Person) -> Option<&'a Mention> {
    let brought = book.referrals_to(person.id).next().is_some();
    person.met_through.as_ref().filter(|_| !brought)
}
