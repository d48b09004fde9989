//! What a file knows that the book does not: what is empty is filled, ways to reach somebody are added, and nothing that
//! was written here is wiped.

use super::kith_fields::fill;
use super::{Contact, TEXT_MAX};
use crate::domain::book::Book;
use crate::domain::connection::Connection;
use crate::domain::fold::{digits, fold};
use crate::domain::identity::profile;
use crate::domain::person::{Person, Reach, ReachKind};

/// The end of a number that tells it apart, because the codes in front of it are written or left out.
const NUMBER_END: usize = 7;

/// One thing a file knows of somebody who is here already.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldUpdate {
    /// What it is about.
    pub about: About,
    /// What stands here; empty where nothing does.
    pub old: String,
    /// What would stand here.
    pub new: String,
}

/// What news is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum About {
    /// What they do.
    Title,
    /// Where they work.
    Organisation,
    /// A way to reach them.
    Reach(ReachKind),
    /// Birthday, family and the like.
    Facts,
    /// Anything else.
    Note,
    /// A label.
    Tags,
    /// Who referred them.
    ReferredBy,
    /// Since when they are known.
    KnownSince,
    /// What only a file of Kith's says, by the name of the field.
    Own(&'static str),
}

/// How far a file is believed where something else stands here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trust {
    /// What stands here was written by hand and stays.
    Fill,
    /// What stands here came from a file too: where they work and what they do are as the newer one says.
    Replace,
    /// Both are rows of one file, so that nothing of either may be lost.
    Add,
}

/// Somebody in the book, as a file would tell of them.
pub fn of_person(book: &Book, person: &Person) -> Contact {
    let met = person.met_through.as_ref().map(|met| met.0.clone());
    Contact {
        line: 0,
        name: person.name.clone(),
        organisation: book.workplace(person).to_string(),
        title: person.title.clone(),
        reach: person.reach.clone(),
        note: person.note.clone(),
        facts: person.facts.clone(),
        tags: person.tags.clone(),
        referred_by: met.unwrap_or_default(),
        known_since: person.known_since,
        renews: false,
        same_as: None,
        own: Some(Box::new(person.clone())),
    }
}

/// Somebody in the holding pool, as a file would tell of them.
pub fn of_connection(one: &Connection) -> Contact {
    Contact {
        line: 0,
        name: one.name.clone(),
        organisation: one.organisation.clone(),
        title: one.title.clone(),
        reach: one.reach.clone(),
        note: one.note.clone(),
        facts: one.facts.clone(),
        tags: one.tags.clone(),
        referred_by: one.met_through.clone(),
        known_since: one.connected_on,
        renews: false,
        same_as: None,
        own: None,
    }
}

/// Completes what is `known` of somebody with what a row says; what was news in it.
pub fn complete(known: &mut Contact, row: &Contact, trust: Trust) -> Vec<FieldUpdate> {
    let mut news = Vec::new();
    let replaces = trust == Trust::Replace;
    text(&mut news, About::Title, &mut known.title, &row.title, replaces);
    text(&mut news, About::Organisation, &mut known.organisation, &row.organisation, replaces);
    for reach in &row.reach {
        if !known.reach.iter().any(|there| is_same(there, reach)) {
            known.reach.push(reach.clone());
            news.push(FieldUpdate {
                about: About::Reach(reach.kind.clone()),
                old: String::new(),
                new: reach.value.clone(),
            });
        }
    }
    if trust == Trust::Add {
        add(&mut known.facts, &row.facts);
        add(&mut known.note, &row.note);
        known.tags.extend(row.tags.iter().cloned());
    }
    text(&mut news, About::Facts, &mut known.facts, &row.facts, false);
    text(&mut news, About::Note, &mut known.note, &row.note, false);
    if known.tags.is_empty() && !row.tags.is_empty() {
        known.tags.clone_from(&row.tags);
        let tags: Vec<&str> = row.tags.iter().map(String::as_str).collect();
        news.push(FieldUpdate { about: About::Tags, old: String::new(), new: tags.join(", ") });
    }
    text(&mut news, About::ReferredBy, &mut known.referred_by, &row.referred_by, false);
    if let (None, Some(day)) = (known.known_since, row.known_since) {
        known.known_since = Some(day);
        news.push(FieldUpdate { about: About::KnownSince, old: String::new(), new: day.to_string() });
    }
    match (&mut known.own, &row.own) {
        (Some(there), Some(said)) => {
            let told = |(name, new)| FieldUpdate { about: About::Own(name), old: String::new(), new };
            news.extend(fill(there, said).into_iter().map(told));
        }
        (there, said) if there.is_none() => there.clone_from(said),
        _ => {}
    }
    news
}

/// Where a row says another job than what is `known` of somebody.
pub fn differs(known: &Contact, row: &Contact) -> Vec<FieldUpdate> {
    let jobs =
        [(About::Title, &known.title, &row.title), (About::Organisation, &known.organisation, &row.organisation)];
    let other = |(_, here, there): &(About, &String, &String)| {
        !here.is_empty() && !there.is_empty() && fold(here) != fold(there)
    };
    let told = |(about, old, new): (About, &String, &String)| FieldUpdate { about, old: old.clone(), new: new.clone() };
    jobs.into_iter().filter(other).map(told).collect()
}

fn text(news: &mut Vec<FieldUpdate>, about: About, there: &mut String, new: &str, replaces: bool) {
    let is_wanted = there.is_empty() || replaces && there != new;
    if is_wanted && !new.is_empty() {
        news.push(FieldUpdate { about, old: std::mem::replace(there, new.to_string()), new: new.to_string() });
    }
}

/// Adds the lines that do not stand there yet, as far as there is room.
fn add(there: &mut String, more: &str) {
    for line in more.lines() {
        let fits = there.chars().count() + line.chars().count() < TEXT_MAX;
        if fits && !there.lines().any(|other| other == line) {
            if !there.is_empty() {
                there.push('\n');
            }
            there.push_str(line);
        }
    }
}

/// Whether two ways to reach somebody are one, however they are written.
fn is_same(one: &Reach, other: &Reach) -> bool {
    if one.kind != other.kind {
        return false;
    }
    let end = |text: &str| {
        let digits = digits(text);
        digits.get(digits.len().saturating_sub(NUMBER_END)..).unwrap_or_default().to_string()
    };
    match one.kind {
        ReachKind::Phone if digits(&one.value).len() >= NUMBER_END => end(&one.value) == end(&other.value),
        ReachKind::Profile | ReachKind::Web => profile(&one.value) == profile(&other.value),
        _ => fold(&one.value) == fold(&other.value),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::contact_reader::read;

    fn contact(row: &str) -> Contact {
        let text = format!("Name,Title,Company,Email,Phone,Notes,Tags\n{row}\n");
        read(text.as_bytes()).unwrap().contacts.remove(0)
    }

    /// What is news in a row, and what is known then, as `old→new; …`.
    fn check(there: &str, row: &str, trust: Trust, expected: &str) {
        let mut known = contact(there);
        let news = complete(&mut known, &contact(row), trust);
        let told: Vec<String> = news.iter().map(|one| format!("{}→{}", one.old, one.new)).collect();
        assert_eq!(told.join("; "), expected, "{row}");
        assert_eq!(complete(&mut known, &contact(row), trust), [], "told once, it is news no more");
    }

    #[test]
    fn what_is_empty_is_filled_and_what_was_written_here_stays() {
        check(
            "Jim,,,,,,",
            "Jim,COO,Acme,j@x.example,555-0101,met,golf",
            Trust::Fill,
            "→COO; →Acme; →j@x.example; →555-0101; →met; →golf",
        );
        check("Jim,CFO,Bolt,,,mine,vip", "Jim,COO,Acme,,,theirs,golf", Trust::Fill, "");
        check("Jim,CFO,Bolt,j@x.example,,,", "Jim,,,,,,", Trust::Fill, "");
    }

    #[test]
    fn what_came_from_a_file_is_as_the_newer_one_says() {
        check("Jim,CFO,Bolt,,,mine,", "Jim,COO,Acme,,,theirs,", Trust::Replace, "CFO→COO; Bolt→Acme");
        check("Jim,CFO,Bolt,,,,", "Jim,,,,,,", Trust::Replace, "");
    }

    #[test]
    fn a_way_to_reach_somebody_is_one_however_it_is_written() {
        check("Jim,,,J@X.example,+1 202 555 0101,,", "Jim,,,j@x.example,(202) 555-0101,,", Trust::Fill, "");
        check("Jim,,,j@x.example,555-0101,,", "Jim,,,j@y.example,555-0102,,", Trust::Fill, "→j@y.example; →555-0102");
    }

    #[test]
    fn of_two_rows_of_one_file_nothing_is_lost() {
        let mut known = contact("Jim,CFO,,,,first,golf");
        complete(&mut known, &contact("Jim,,,,,second,vip"), Trust::Add);
        assert_eq!((known.note.as_str(), known.tags.len()), ("first\nsecond", 2));
    }
}
