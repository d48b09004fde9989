//! The one line: `Fred Ito 555-0101 CFO Acme via Connie` becomes a name, a number, a title, a company and a source.
//!
//! It is a guess, shown before anything is kept, and no word of the line is ever lost: what fits nowhere is in `rest`.

mod fill;
mod lexicon;
mod source;
mod title;
mod token;

use crate::domain::book::Book;
use crate::domain::id::PersonId;
use crate::domain::person::{Reach, ReachKind};
pub use fill::{fill, fill_target, name_source};
use lexicon::{is_abbreviation, is_company_end, is_field, is_honorific, is_joiner, is_particle, plain};
use title::title_in;
use token::{Token, tokens};

/// What a line says, as far as it is understood. A field of which the line says nothing is empty.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Understood {
    /// Who they are.
    pub name: String,
    /// A phone number, as it was written.
    pub phone: String,
    /// An e-mail address.
    pub email: String,
    /// What they do.
    pub title: String,
    /// Where.
    pub organisation: String,
    /// A web address: a profile or a page.
    pub link: String,
    /// Who referred them.
    pub source: Option<Sourced>,
    /// The words that fit nowhere.
    pub rest: String,
}

/// Who referred, as the line has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sourced {
    /// What the line calls them.
    pub called: String,
    /// Whom the book knows by that name.
    pub who: NameMeaning,
}

/// Whom a name in the line means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NameMeaning {
    /// One person in the book.
    Known(PersonId),
    /// Several people in the book; the person has to choose.
    Several(Vec<PersonId>),
    /// Nobody in the book yet.
    New,
}

impl Understood {
    /// The ways to reach them that the line gives.
    pub fn reach(&self) -> Vec<Reach> {
        let low = self.link.to_ascii_lowercase();
        let profile = low.contains("linkedin.com/") || low.contains("xing.com/");
        let web = if profile { ReachKind::Profile } else { ReachKind::Web };
        [(ReachKind::Phone, &self.phone), (ReachKind::Email, &self.email), (web, &self.link)]
            .into_iter()
            .filter(|(_, value)| !value.is_empty())
            .map(|(kind, value)| Reach { kind, label: String::new(), value: value.clone() })
            .collect()
    }
}

/// How many letters of a line are looked through for names, companies and addresses; what follows is kept as it is.
const LINE_MAX: usize = 2_000;

/// Understands a line. People and companies in the book help: they are recognised.
pub fn understand(line: &str, book: &Book) -> Understood {
    let end = line.char_indices().nth(LINE_MAX).map_or(line.len(), |(at, _)| at);
    let (line, more) = line.split_at_checked(end).unwrap_or((line, ""));
    let tokens = tokens(line);
    let mut reader = CaptureReader::new(&tokens, book);
    let mut words: Vec<&str> = Vec::new();
    let mut lead = Lead::None;
    for (n, token) in tokens.iter().enumerate() {
        let after = tokens.get(n + 1..).unwrap_or_default();
        let next = match token {
            Token::Word(word) => {
                words.push(word);
                continue;
            }
            Token::Via => Some(Lead::Via),
            Token::From => reader.lead_of_from(&words, after),
            Token::At => reader.lead_of_at(after),
            _ => Some(Lead::None),
        };
        if let Some(next) = next {
            reader.run(lead, &std::mem::take(&mut words));
            lead = next;
        } else {
            words.push(if *token == Token::From { "from" } else { "at" });
        }
        reader.address(token);
    }
    reader.run(lead, &words);
    reader.rest.extend((!more.trim().is_empty()).then(|| more.trim().to_string()));
    reader.done()
}

/// What brought in a run of words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Lead {
    /// Nothing: a name, a title, anything.
    None,
    /// "via": a source.
    Via,
    /// "at": a company.
    At,
}

/// Fills the fields, run by run.
struct CaptureReader<'a> {
    book: &'a Book,
    /// Whether names are written with capitals in this line; if they are, a word without one is no part of a name.
    cased: bool,
    /// Whether the line says "via" somewhere, so that "from" can only mean a company.
    has_via: bool,
    understood: Understood,
    rest: Vec<String>,
}

impl<'a> CaptureReader<'a> {
    fn new(tokens: &[Token], book: &'a Book) -> CaptureReader<'a> {
        let first = tokens.iter().find_map(|t| if let Token::Word(word) = t { Some(word) } else { None });
        let cased = first.is_some_and(|word| !begins_low(word));
        let has_via = tokens.contains(&Token::Via);
        CaptureReader { book, cased, has_via, understood: Understood::default(), rest: Vec::new() }
    }

    fn done(mut self) -> Understood {
        if self.understood.name.is_empty() {
            self.understood.name = name_in_address(&self.understood.email);
        }
        self.understood.rest = self.rest.join(" ");
        self.understood
    }

    /// Keeps an address or a number in its field, a second one in the rest.
    fn address(&mut self, token: &Token) {
        let (field, text) = match token {
            Token::Phone(text) => (&mut self.understood.phone, text),
            Token::Email(text) => (&mut self.understood.email, text),
            Token::Link(text) => (&mut self.understood.link, text),
            _ => return,
        };
        if field.is_empty() { *field = text.clone() } else { self.rest.push(text.clone()) }
    }

    fn run(&mut self, lead: Lead, words: &[&str]) {
        match lead {
            _ if words.is_empty() => {}
            Lead::None if self.understood.name.is_empty() => self.name_first(words),
            Lead::None => self.more(words),
            Lead::Via => self.source(words),
            Lead::At => self.more_of_place(words),
        }
    }

    /// Whether "from" brings in a source or a company; neither where it is only a small word.
    fn lead_of_from(&self, before: &[&str], after: &[Token]) -> Option<Lead> {
        let words = leading_words(after);
        let is_place = self.has_via
            || self.is_known_place(&words)
            || words.last().is_some_and(|word| is_company_end(&plain(word)))
            || title_in(before, 1).is_some_and(|(_, end)| end == before.len());
        if !self.is_proper(words.first()?) {
            return None;
        }
        let named = source::matches(self.book, &words).is_some();
        Some(if named || !is_place { Lead::Via } else { Lead::At })
    }

    fn lead_of_at(&self, after: &[Token]) -> Option<Lead> {
        let words = leading_words(after);
        self.is_proper(words.first()?).then_some(Lead::At)
    }

    /// Whether a word can be part of a name in this line.
    fn is_proper(&self, word: &str) -> bool {
        word.contains(char::is_alphabetic) && !(self.cased && begins_low(word))
    }

    fn is_known_place(&self, words: &[&str]) -> bool {
        self.book.organisation_named(&words.join(" ")).is_some()
    }

    /// The first words without a lead: the name, then whatever follows it.
    fn name_first(&mut self, words: &[&str]) {
        let honorifics = words.iter().take_while(|word| is_honorific(&plain(word))).count();
        let (address, words) = words.split_at(honorifics.min(words.len().saturating_sub(1)));
        self.rest.extend(address.iter().map(|word| word.to_string()));
        let from = usize::from(!words.first().is_some_and(|word| is_abbreviation(&plain(word))));
        let title = title_in(words, from);
        let named = words.get(..title.map_or(words.len(), |(start, _)| start)).unwrap_or_default();
        let cut = self.name_ends(named);
        self.understood.name = named.get(..cut).unwrap_or_default().join(" ");
        self.place(named.get(cut..).unwrap_or_default());
        if let Some((start, end)) = title {
            self.title(words, start, end);
        }
    }

    /// How many of these words are the name.
    fn name_ends(&self, words: &[&str]) -> usize {
        let tail = |at: &usize| self.is_known_place(words.get(*at..).unwrap_or_default());
        if let Some(at) = (1..words.len()).find(tail) {
            return at;
        }
        if words.len() > 2 && words.last().is_some_and(|word| is_company_end(&plain(word))) {
            return if words.len() == 3 { 1 } else { 2 };
        }
        if !self.cased {
            let words = words.split(|word| !self.is_proper(word)).next().unwrap_or_default();
            let particles = words.iter().filter(|word| is_particle(&plain(word))).count();
            return if words.len() <= 3 + particles { words.len() } else { 2 + particles };
        }
        let mut end = words.iter().take_while(|word| self.is_proper(word) || is_particle(&plain(word))).count();
        while end > 1 && words.get(end - 1).is_some_and(|word| begins_low(word)) {
            end -= 1;
        }
        end.min(6)
    }

    /// Words after the name: a title, a company, or neither.
    fn more(&mut self, words: &[&str]) {
        let about_title = words.iter().all(|word| is_field(&plain(word)) || is_joiner(&plain(word)));
        match title_in(words, 0) {
            Some((start, end)) if self.understood.title.is_empty() => {
                self.place(words.get(..start).unwrap_or_default());
                self.title(words, start, end);
            }
            None if about_title && !self.understood.title.is_empty() && self.understood.organisation.is_empty() => {
                self.understood.title += &format!(", {}", words.join(" "));
            }
            _ => self.place(words),
        }
    }

    /// The words after "at": a company, then perhaps a title.
    fn more_of_place(&mut self, words: &[&str]) {
        match title_in(words, 1) {
            Some((start, end)) if self.understood.title.is_empty() => {
                self.place(words.get(..start).unwrap_or_default());
                self.title(words, start, end);
            }
            _ => self.place(words),
        }
    }

    fn title(&mut self, words: &[&str], start: usize, end: usize) {
        let title = words.get(start..end).unwrap_or_default().join(" ");
        let known = std::mem::take(&mut self.understood.title);
        self.understood.title = if known.is_empty() { title } else { format!("{known}, {title}") };
        let after = words.get(end..).unwrap_or_default();
        if self.understood.name.is_empty() { self.name_first_or_place(after) } else { self.place(after) }
    }

    /// After a title that opens the line: a name of two words or more, or a company.
    fn name_first_or_place(&mut self, words: &[&str]) {
        if words.len() == 2 && !self.is_known_place(words) { self.name_first(words) } else { self.place(words) }
    }

    /// The company, up to the first word that cannot be part of its name; the others to the rest.
    fn place(&mut self, words: &[&str]) {
        let leads = words
            .iter()
            .take_while(|word| matches!(word.to_ascii_lowercase().as_str(), "of" | "for" | "at" | "from"))
            .count();
        let words = if leads < words.len() { words.get(leads..).unwrap_or_default() } else { words };
        let fits = |word: &&&str| self.is_proper(word) || is_joiner(&plain(word)) || is_short_number(word);
        let mut end = if words.first().is_some_and(|word| self.is_proper(word)) || self.is_known_place(words) {
            words.iter().take_while(fits).count()
        } else {
            0
        };
        while end > 1 && end < words.len() && words.get(end - 1).is_some_and(|word| is_joiner(&plain(word))) {
            end -= 1;
        }
        if self.understood.organisation.is_empty() && end > 0 {
            let (place, left) = words.split_at(end);
            self.understood.organisation = place.join(" ");
            self.rest.extend(left.iter().map(|word| word.to_string()));
        } else {
            self.rest.extend(words.iter().map(|word| word.to_string()));
        }
    }

    /// The words after "via": the source, then whatever follows.
    fn source(&mut self, words: &[&str]) {
        if self.understood.source.is_some() {
            self.rest.extend(words.iter().map(|word| word.to_string()));
            return;
        }
        let until = title_in(words, 1).map_or(words.len(), |(start, _)| start);
        let candidates = words.get(..until).unwrap_or_default();
        let (first, others) = candidates.split_at(candidates.len().min(1));
        let alone = self.understood.name.is_empty() || self.is_known_place(others);
        let (used, who) = source::matches(self.book, candidates)
            .or_else(|| if alone { source::matches(self.book, first) } else { None })
            .unwrap_or_else(|| (self.new_source(candidates), NameMeaning::New));
        let called = words.get(..used).unwrap_or_default().join(" ");
        self.understood.source = Some(Sourced { called, who });
        self.run(Lead::None, words.get(used..).unwrap_or_default());
    }

    /// How many words name a source whom the book does not know.
    fn new_source(&self, words: &[&str]) -> usize {
        match (self.understood.name.is_empty(), words.len()) {
            (true, 2..=3) => 1,
            (true, 4..) => 2,
            _ => self.name_ends(words).clamp(1, 4),
        }
    }
}

fn leading_words(tokens: &[Token]) -> Vec<&str> {
    tokens.iter().map_while(|t| if let Token::Word(word) = t { Some(word.as_str()) } else { None }).collect()
}

/// A number that can be part of a name: Studio 54.
fn is_short_number(word: &str) -> bool {
    word.len() <= 4 && word.bytes().all(|b| b.is_ascii_digit())
}

fn begins_low(word: &str) -> bool {
    word.chars().find(|c| c.is_alphanumeric()).is_some_and(char::is_lowercase)
}

/// `fred.ito@acme.example` is most likely Fred Ito.
fn name_in_address(email: &str) -> String {
    let local = email.split('@').next().unwrap_or_default();
    let parts: Vec<&str> = local.split(['.', '_']).collect();
    let named = parts.len() == 2 && parts.iter().all(|p| p.len() > 1 && p.chars().all(char::is_alphabetic));
    if !named {
        return String::new();
    }
    let capital = |part: &&str| {
        let mut letters = part.chars();
        letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect::<String>()
    };
    parts.iter().map(capital).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests;
