//! A book of people some of whom are written twice, made without knowing how those are looked for.
//!
//! A town is made first (households, firms, namesakes), then the cards that six kinds of source have of its people, and only
//! then the pairs: [`verdict`] says which a careful human would join, from what stands on both cards. It shares nothing with
//! `kith::rules`. The rates are no counts of any one book (nobody may look into those), but what address books, their import
//! formats and the complaints about them are known for:
//!
//! | what | how often | why |
//! |---|---|---|
//! | a person written again | 8–15 %, by the seed; of these every sixth a third time | telephone, network and mail program are brought one after another |
//! | from another source | 8 in 10 | the same telephone is brought twice too |
//! | of old times | 1 in 4 second cards | other firm, other address, the name before the marriage |
//! | nickname | 35 % in the telephone, 10 % on the network | friends are saved as they are called |
//! | slip of the finger | 1 % copied, 4–7 % typed | one in twenty typed names has one |
//! | marks left out | 15–70 % | keyboards have none |
//! | own script | 40 % in the telephone, 12 % on the network, of those who have one | |
//! | given name alone, or a letter for it | 3–7 % | |
//! | note or title in the name | 2–9 % | `(CPA) David`, `[SEM INTERESSE] Miguel`, `- Renata` are in public files |
//! | number without the country | half | |
//! | number of the firm as the only one | a third of the numbers at work | |
//! | address of the family | a third of the households, then half of what they give | |
//! | birthday | 8–45 % where a source has any, three in ten without the year | |
//! | **no pair, however alike** | | |
//! | couples, parents, children, twins of one house | a third of the people | |
//! | father and son of one name | 12 households of 1,000 | told apart by "Jr." or the full birthday, on every card |
//! | two of one name in one firm | 3 of 1,000 | told apart by their own addresses there |
//! | two of one common name in one city | 5 of 1,000, and as chance has it | nothing in common but the name |

#[path = "town/called.rs"]
mod called;
#[path = "town/card.rs"]
mod card;
#[path = "town/chance.rs"]
mod chance;
#[path = "town/ink.rs"]
mod ink;
#[path = "town/names.rs"]
mod names;
#[path = "town/people.rs"]
mod people;
#[path = "town/places.rs"]
mod places;
#[path = "town/verdict.rs"]
mod verdict;

use card::{Card, Source};
use chance::Chance;
use kith::domain::id::{Id, PersonId};
use kith::domain::person::Person;
use people::{Apart, Town};

/// A book of which it is known who is written twice in it.
pub struct Crowd {
    /// Everybody in it, in no order.
    pub people: Vec<Person>,
    /// The pairs that a careful human would find, the smaller place first; places in the list of people.
    pub pairs: Vec<(usize, usize)>,
    /// Pairs that are one person, though no human could tell from the two cards: neither to be found nor wrong.
    pub untold: Vec<(usize, usize)>,
}

/// The country of most of them, as the book's owner would set it.
pub const COUNTRY: &str = "US";

/// A book of so many people.
pub fn crowd(people: usize, seed: u64) -> Crowd {
    let mut chance = Chance::new(seed);
    let town = Town::new(people, &mut chance);
    let again = 80 + chance.below(71);
    let mut cards = Vec::new();
    for human in 0..town.humans.len() {
        let mut source = Source::any(&mut chance);
        cards.push(Card::of(&town, human, source, false, &mut chance));
        let twice = town.humans[human].apart != Some(Apart::Work) && chance.permille(again);
        let more = if twice { 1 + usize::from(chance.permille(167)) } else { 0 };
        for _ in 0..more {
            let mut next = Source::any(&mut chance);
            while next == source && chance.percent(80) {
                next = Source::any(&mut chance);
            }
            source = next;
            let old = chance.percent(25);
            cards.push(Card::of(&town, human, source, old, &mut chance));
        }
        if cards.len() >= people {
            break;
        }
    }
    cards.truncate(people);
    chance.shuffle(&mut cards);
    labelled(&town, cards)
}

fn labelled(town: &Town, cards: Vec<Card>) -> Crowd {
    let mut of = vec![Vec::new(); town.humans.len()];
    cards.iter().enumerate().for_each(|(at, card)| of[card.human].push(at));
    let (mut pairs, mut untold) = (Vec::new(), Vec::new());
    for (human, all) in of.iter().enumerate() {
        let who = &town.humans[human];
        let rare = who.family.rare || who.second.as_ref().is_some_and(|second| second.rare && who.family.rare);
        for (nth, one) in all.iter().enumerate() {
            for other in all.iter().skip(nth + 1) {
                let told = cards[*one].said.is_one_with(&cards[*other].said, rare);
                if told { &mut pairs } else { &mut untold }.push((*one, *other));
            }
        }
    }
    let id = |at: usize| PersonId(Id::parse(&format!("p{at}")).unwrap_or_default());
    let people = cards.into_iter().enumerate().map(|(at, card)| Person { id: id(at), ..card.person }).collect();
    Crowd { people, pairs, untold }
}
