//! Wishes: whom people look for and what help they want, held against everyone in the book, with the reason (R66, B11).
//!
//! Everyone is taken apart into words once, and each word leads to those who bear it; so a hundred wishes cost little more
//! than one. A word that very many bear says nothing, and neither does a bare rank such as "owner".

use super::client_fit::words;
use crate::domain::book::Book;
use crate::domain::give::Give;
use crate::domain::id::{GiveId, PersonId};
use crate::domain::id_map::IdMap;
use crate::domain::order::sort_by_key;
use crate::domain::person::{Consent, Person};
use chrono::NaiveDate;
use std::cmp::Reverse;
use std::collections::HashMap;

/// A wish of somebody: whom they look for, or the help they asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wish {
    /// Who wants it.
    pub who: PersonId,
    /// The wish, in the words on record.
    pub text: String,
    /// The help on record, where it is help that was asked for.
    pub give: Option<GiveId>,
    /// Since when.
    pub since: Option<NaiveDate>,
}

/// Why somebody may be right for a wish; the strongest reason first.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum MatchReason {
    /// They bear this tag.
    Tag(String),
    /// Their title says it.
    Title,
    /// The place where they work says it.
    Place,
    /// My note on them speaks of this.
    Note(String),
}

/// Somebody who may be right for a wish.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Match {
    /// Who.
    pub who: PersonId,
    /// Why.
    pub because: MatchReason,
}

/// Words of wishes that say nothing of what is wished for.
const NOISE: &str = "need needs needed want wants wanted look looks looking seek seeking somebody someone anybody anyone \
    good great better best new people person their they his her our my your can could would like help find found get \
    know knows one two three four five some several more other who which that this from into about by as is are be has \
    have had it its not but very well soon year month week";

/// Ranks, which say something only together with another word.
const RANKS: &str = "owner manager director head chief executive officer president partner founder senior junior \
    assistant lead leader team managing vice general member";

/// A word as it is held against another: without the endings that make one word of `trains`, `trainer` and `training`.
fn stem(word: &str) -> String {
    const ENDINGS: [&str; 16] = [
        "ings", "ing", "ances", "ance", "ants", "ant", "ments", "ment", "ers", "er", "ors", "or", "ed", "es", "s", "e",
    ];
    let bare = ENDINGS.iter().find_map(|ending| word.strip_suffix(ending).filter(|bare| bare.chars().count() >= 4));
    let bare = bare.unwrap_or(word);
    bare.strip_suffix('e').filter(|bare| bare.chars().count() >= 4).unwrap_or(bare).to_string()
}

fn is_among(list: &str, word: &str) -> bool {
    list.split_whitespace().any(|other| other == word)
}

/// The words of a wish that say something, each once: what it is held by, and as it stood.
fn sought(book: &Book, text: &str) -> Vec<(String, String)> {
    let mut sought: Vec<(String, String)> = Vec::new();
    let mut add = |word: String| {
        let stem = stem(&word);
        let counts = word.chars().count() > 1 && !is_among(NOISE, &word) && !word.bytes().all(|b| b.is_ascii_digit());
        if counts && !sought.iter().any(|(known, _)| *known == stem) {
            sought.push((stem, word));
        }
    };
    let said = words(text);
    said.iter().cloned().for_each(&mut add);
    // Where they wish for an ideal client of mine by its name, its titles say it too.
    for client in book.ideal_clients() {
        let name = words(&client.name);
        if !name.is_empty() && name.iter().all(|word| said.contains(word)) {
            words(&client.titles).into_iter().for_each(&mut add);
        }
    }
    sought
}

/// Where a word stands with somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum MatchedIn {
    Tag,
    Title,
    Work,
    Note,
}

/// Everyone in the book, taken apart into words.
#[derive(Debug, Default)]
pub struct Words {
    /// Each word of each person, with the place where it stands.
    marks: Vec<(PersonId, MatchedIn)>,
    by_word: HashMap<String, Vec<usize>>,
    /// A word that more bear than this says nothing.
    most: usize,
}

/// How many may bear a word, however small the book.
const FEW: usize = 40;

/// What was found with one person: how many words, whether one of them is more than a rank, and where the best one stands.
#[derive(Debug, Clone)]
struct WordHits {
    words: usize,
    says: bool,
    noted: usize,
    place: MatchedIn,
    word: String,
}

impl Words {
    /// Those of everyone who may be written to.
    pub fn of(book: &Book) -> Words {
        let mut all = Words::default();
        let mut people = 0;
        for person in book.people().filter(|p| may_meet(p)) {
            people += 1;
            let tags: Vec<&str> = person.tags.iter().map(String::as_str).collect();
            let texts = [
                (MatchedIn::Tag, tags.join(" ")),
                (MatchedIn::Title, person.title.clone()),
                (MatchedIn::Work, book.workplace(person).to_string()),
                (MatchedIn::Note, person.note.clone()),
            ];
            for (place, text) in texts {
                all.add(person.id, place, &text);
            }
        }
        all.most = FEW.max(people / 8);
        all
    }

    fn add(&mut self, person: PersonId, place: MatchedIn, text: &str) {
        if text.is_empty() {
            return;
        }
        for word in words(text) {
            let list = self.by_word.entry(stem(&word)).or_default();
            // The best place comes first, and one is enough.
            let known = list.last().and_then(|at| self.marks.get(*at)).is_some_and(|(last, _)| *last == person);
            if !known {
                list.push(self.marks.len());
                self.marks.push((person, place));
            }
        }
    }

    /// Those who may be right for a wish, the best first (R66, B11). Never the one who wishes.
    pub fn right_for(&self, book: &Book, wish: &Wish) -> Vec<Match> {
        let mut hits: IdMap<PersonId, WordHits> = IdMap::default();
        for (stem, word) in sought(book, &wish.text) {
            let Some(list) = self.by_word.get(&stem).filter(|list| list.len() <= self.most) else { continue };
            let is_rank = is_among(RANKS, &word);
            for (person, place) in list.iter().filter_map(|at| self.marks.get(*at)) {
                let new = || WordHits { words: 0, says: false, noted: 0, place: *place, word: word.clone() };
                let hit = hits.entry(*person).or_insert_with(new);
                hit.words += 1;
                hit.says |= !is_rank;
                hit.noted += usize::from(*place == MatchedIn::Note);
                // A rank is no reason where there is a better one.
                if !is_rank && (*place < hit.place || is_among(RANKS, &hit.word)) {
                    (hit.place, hit.word) = (*place, word.clone());
                }
            }
        }
        let fits = |hit: &WordHits| hit.says && (hit.words > hit.noted || hit.noted > 1);
        let people = hits.into_iter().filter(|(id, hit)| *id != wish.who && fits(hit));
        let mut found: Vec<(WordHits, &Person)> =
            people.filter_map(|(id, hit)| Some((hit, book.live_person(id)?))).collect();
        sort_by_key(&mut found, |(hit, person)| {
            (Reverse(hit.words), hit.place, Reverse(person.rating), person.name.clone(), person.id)
        });
        found.into_iter().map(|(hit, person)| Match { who: person.id, because: because(person, hit) }).collect()
    }
}

fn because(person: &Person, hit: WordHits) -> MatchReason {
    match hit.place {
        MatchedIn::Tag => {
            let says = |tag: &&String| words(tag).iter().any(|word| stem(word) == stem(&hit.word));
            MatchReason::Tag(person.tags.iter().find(says).cloned().unwrap_or(hit.word))
        }
        MatchedIn::Title => MatchReason::Title,
        MatchedIn::Work => MatchReason::Place,
        MatchedIn::Note => MatchReason::Note(hit.word),
    }
}

/// Whether somebody may be brought together with anyone: they have a name, and want to be written to.
pub fn may_meet(person: &Person) -> bool {
    !person.name.as_str().is_empty() && person.consent != Some(Consent::DoNotContact)
}

/// All wishes on record: help that was asked for first, the oldest first; then whom people look for, by name. Empty ones
/// are none.
pub fn wishes(book: &Book) -> Vec<Wish> {
    let mut asked: Vec<&Give> = book.gives().filter(|give| give.is_wanted()).collect();
    sort_by_key(&mut asked, |give| (give.asked_on, give.id));
    let asked = asked.into_iter().map(|give| Wish {
        who: give.to,
        text: give.text.clone(),
        give: Some(give.id),
        since: give.asked_on,
    });
    let looks = book.people().filter(|person| !person.looks_for.trim().is_empty());
    let looks = looks.map(|p| Wish { who: p.id, text: p.looks_for.clone(), give: None, since: None });
    asked.chain(looks).filter(|wish| book.live_person(wish.who).is_some_and(may_meet)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ideal_client::IdealClient;
    use crate::domain::person::{Mention, Name, Rating};

    fn person(id: &str, name: &str, title: &str, place: &str) -> Person {
        let organisation = Some(place).filter(|p| !p.is_empty()).map(|p| Mention(p.into()));
        let (id, name) = (id.parse().unwrap(), Name::new(name).unwrap());
        Person { id, name, title: title.into(), organisation, ..Person::default() }
    }

    fn book() -> Book {
        let mut book = Book::default();
        let tagged = |who: Person, tag: &str| Person { tags: [tag.to_string()].into_iter().collect(), ..who };
        for one in [
            person("sue", "Sue Tran", "Adviser", "Northwind"),
            person("raj", "Raj Mehta", "Sales Training", "Mehta & Sons"),
            tagged(person("lena", "Lena Fischer", "Partner", "Fischer"), "cargo insurance"),
            person("bo", "Bo Ek", "Owner", "Harbour Bakery"),
            person("mo", "Mo Ali", "Owner", "Ali Motors"),
            Person { note: "Keeps the books of nine clubs".into(), ..person("kay", "Kay Roe", "", "") },
        ] {
            book.put(one.into());
        }
        book
    }

    fn right(book: &Book, who: &str, text: &str) -> Vec<String> {
        let wish = Wish { who: who.parse().unwrap(), text: text.into(), give: None, since: None };
        let told = |m: Match| format!("{} {:?}", m.who, m.because);
        Words::of(book).right_for(book, &wish).into_iter().map(told).collect()
    }

    #[test]
    fn b11_sue_needs_a_trainer_and_raj_trains() {
        let book = book();
        assert_eq!(right(&book, "sue", "Needs a trainer for four new people"), ["raj Title"]);
        assert_eq!(right(&book, "sue", "Warehouse INSURANCE"), ["lena Tag(\"cargo insurance\")"]);
        assert_eq!(right(&book, "sue", "bakeries"), ["bo Place"]);
        assert_eq!(right(&book, "raj", "a trainer"), [""; 0], "never the one who wishes");
    }

    #[test]
    fn b11_a_rank_alone_a_single_noted_word_and_an_empty_wish_lead_to_nobody() {
        let book = book();
        assert_eq!(right(&book, "sue", "Owners"), [""; 0]);
        assert_eq!(right(&book, "sue", "owners of a bakery"), ["bo Place"], "together with a trade it counts");
        assert_eq!(right(&book, "sue", "clubs"), [""; 0]);
        assert_eq!(right(&book, "sue", "someone to keep the books of clubs"), ["kay Note(\"keep\")"]);
        for empty in ["", "  ", "…", "who can help", "42"] {
            assert_eq!(right(&book, "sue", empty), [""; 0], "{empty}");
        }
    }

    #[test]
    fn b11_an_ideal_client_that_is_named_is_found_by_its_titles() {
        let mut book = book();
        assert_eq!(right(&book, "raj", "family advice"), [""; 0]);
        let (id, name) = ("i1".parse().unwrap(), "Family advice".into());
        book.put(IdealClient { id, name, titles: "Advisers".into(), ..IdealClient::default() }.into());
        assert_eq!(right(&book, "raj", "family advice"), ["sue Title"]);
    }

    #[test]
    fn b11_the_best_known_of_equals_comes_first_and_who_wants_no_word_does_not_come() {
        let mut book = book();
        let rating = Rating::try_from(5).ok();
        book.put(Person { rating, ..person("zed", "Zed Zu", "Trainer", "") }.into());
        assert_eq!(right(&book, "sue", "a trainer"), ["zed Title", "raj Title"]);
        let consent = Some(Consent::DoNotContact);
        book.put(Person { consent, ..person("zed", "Zed Zu", "Trainer", "") }.into());
        book.put(Person { trashed: true, ..person("raj", "Raj Mehta", "Trainer", "") }.into());
        assert_eq!(right(&book, "sue", "a trainer"), [""; 0]);
    }

    #[test]
    fn b11_wishes_are_what_was_asked_for_then_whom_people_look_for() {
        let mut book = book();
        let give = |id: &str, on: &str| Give {
            id: id.parse().unwrap(),
            to: "raj".parse().unwrap(),
            text: "A hall".into(),
            asked_on: on.parse().ok(),
            ..Give::default()
        };
        book.put(give("g1", "2026-11-02").into());
        book.put(give("g2", "2026-10-02").into());
        book.put(Give { text: " ".into(), ..give("g3", "2026-10-02") }.into());
        book.put(Give { to: "gone".parse().unwrap(), ..give("g4", "2026-10-02") }.into());
        book.put(Person { looks_for: "Dentists".into(), ..person("sue", "Sue", "", "") }.into());
        let told: Vec<String> = wishes(&book).into_iter().map(|w| format!("{} {}", w.who, w.text)).collect();
        assert_eq!(told, ["raj A hall", "raj A hall", "sue Dentists"]);
        assert_eq!(wishes(&book)[0].give, "g2".parse().ok(), "the oldest first");
    }

    #[test]
    fn b11_five_thousand_people_and_a_hundred_wishes_are_worked_out_in_one_go() {
        let mut book = Book::default();
        let trades = ["baker", "dentist", "printer", "lawyer", "roofer", "florist", "brewer", "joiner"];
        for n in 0..5_000_usize {
            let trade = format!("{} {}", trades[n % trades.len()], n % 613);
            let wish = if n % 50 == 0 { trades[(n / 50) % trades.len()].to_string() } else { String::new() };
            let one = person(&format!("p{n}"), &format!("Ann {n}"), &trade, &format!("Place {}", n % 997));
            book.put(Person { looks_for: wish, ..one }.into());
        }
        let all = Words::of(&book);
        let found: Vec<usize> = wishes(&book).iter().map(|wish| all.right_for(&book, wish).len()).collect();
        assert_eq!(found.len(), 100);
        assert!(found.iter().all(|n| (600..=625).contains(n)), "{found:?}");
    }
}
