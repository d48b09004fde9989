//! Holds the contacts of a file against the book, a piece at a time: who is new, who is here already, and what the file
//! knows better. Nothing is written.

use super::Contact;
use super::arrive::{ArrivalRow, Verdict};
use super::news::{About, News, Trust, complete, differs, of_connection, of_person};
use crate::domain::book::Book;
use crate::domain::id::{Mint, PersonId};
use crate::domain::known::{Face, Known, Who};
use crate::domain::person::ReachKind;
use std::collections::HashMap;

/// The matching of one file: first the book is learned, then the contacts are weighed, each by pieces of any size.
pub struct Matching {
    pub(super) known: Known,
    /// Whom of the book it has not looked at yet, the next one last.
    unknown: Vec<Who>,
    rows: Vec<ArrivalRow>,
    pub(super) ones: Vec<One>,
    places: HashMap<Who, usize>,
}

/// Somebody the file speaks of.
pub(super) struct One {
    pub who: Who,
    pub is_new: bool,
    /// Whether the file says anything the book does not know.
    pub has_news: bool,
    /// What is known of them then.
    pub then: Contact,
}

impl Matching {
    /// A matching against this book, of which nothing is known yet.
    pub fn of(book: &Book) -> Matching {
        let waiting = book.pool().cards().iter().map(|card| Who::Waiting(card.id));
        let mut unknown: Vec<Who> = book.people().map(|person| Who::Person(person.id)).chain(waiting).collect();
        unknown.reverse();
        Matching { known: Known::default(), unknown, rows: Vec::new(), ones: Vec::new(), places: HashMap::new() }
    }

    /// Learns so many more of those in the book; whether there are others.
    pub fn learn(&mut self, book: &Book, many: usize) -> bool {
        let rest = self.unknown.len().saturating_sub(many);
        for who in self.unknown.drain(rest..).rev() {
            let face = match who {
                Who::Person(id) => {
                    book.live_person(id).map(|person| Face::new(&person.name, book.workplace(person), &person.reach))
                }
                Who::Waiting(id) => book.connection(id).map(Face::of),
            };
            if let Some(face) = face {
                self.known.add(face, who, None);
            }
        }
        if rest == 0 {
            // Who was written otherwise once, and became one of them, may come by that name again.
            for entry in book.merged().filter(|entry| book.live_person(book.who(entry.id)).is_some()) {
                let face = Face::new(&entry.name, book.workplace(entry), &entry.reach);
                self.known.add(face, Who::Person(book.who(entry.id)), None);
            }
        }
        rest > 0
    }

    /// What would come of the contacts weighed so far.
    pub fn rows(&self) -> &[ArrivalRow] {
        &self.rows
    }

    /// Weighs one more contact, once the whole book is learned.
    pub fn weigh(&mut self, book: &Book, contact: &Contact, mint: &mut Mint) {
        let face = Face::new(&contact.name, &contact.organisation, &contact.reach);
        let mut other = Vec::new();
        let (verdict, news) = match self.known.meet(&face) {
            None => {
                let namesake = self.known.namesake(&face);
                let who = Who::Person(PersonId(mint.id()));
                self.known.add(face, who, Some(contact.line));
                self.speak(One { who, is_new: true, has_news: true, then: contact.clone() });
                (namesake.map_or(Verdict::New, Verdict::Perhaps), Vec::new())
            }
            Some((who, _)) => match self.places.get(&who).and_then(|at| self.ones.get_mut(*at)) {
                Some(one) => {
                    let trust = if one.is_new { Trust::Add } else { trust(who, contact) };
                    if trust == Trust::Fill {
                        other = differs(&one.then, contact);
                    }
                    let news = kept(who, complete(&mut one.then, contact, trust));
                    let first = one.then.line;
                    one.has_news |= !news.is_empty();
                    if one.is_new || news.is_empty() {
                        (Verdict::Same(first), Vec::new())
                    } else {
                        (met(who, true), news)
                    }
                }
                None => {
                    let Some(mut then) = there(book, who) else { return };
                    then.line = contact.line;
                    if trust(who, contact) == Trust::Fill {
                        other = differs(&then, contact);
                    }
                    let news = kept(who, complete(&mut then, contact, trust(who, contact)));
                    self.speak(One { who, is_new: false, has_news: !news.is_empty(), then });
                    (met(who, !news.is_empty()), news)
                }
            },
        };
        let (line, name, detail) = (contact.line, contact.name.clone(), detail(contact));
        self.rows.push(ArrivalRow { line, name, detail, verdict, news, differs: other });
    }

    fn speak(&mut self, one: One) {
        self.places.insert(one.who, self.ones.len());
        self.ones.push(one);
    }

    /// What would come of all contacts.
    pub fn into_rows(self) -> Vec<ArrivalRow> {
        self.rows
    }
}

fn there(book: &Book, who: Who) -> Option<Contact> {
    match who {
        Who::Person(id) => book.live_person(id).map(|person| of_person(book, person)),
        Who::Waiting(id) => book.connection(id).map(of_connection),
    }
}

/// The pool holds nothing but what files said; in the book a file is believed where the person said so.
fn trust(who: Who, contact: &Contact) -> Trust {
    if contact.renews || matches!(who, Who::Waiting(_)) { Trust::Replace } else { Trust::Fill }
}

/// What of the news is kept: the pool has no room for what only a file of Kith's says.
fn kept(who: Who, mut news: Vec<News>) -> Vec<News> {
    news.retain(|one| matches!(who, Who::Person(_)) || !matches!(one.about, About::Own(_)));
    news
}

fn met(who: Who, has_news: bool) -> Verdict {
    match (who, has_news) {
        (Who::Person(id), false) => Verdict::Already(id),
        (Who::Person(id), true) => Verdict::Updates(id),
        (Who::Waiting(id), false) => Verdict::Waiting(id),
        (Who::Waiting(id), true) => Verdict::News(id),
    }
}

fn detail(contact: &Contact) -> String {
    let address = contact.reach.iter().find(|r| matches!(r.kind, ReachKind::Email | ReachKind::Phone));
    let address = address.map(|r| r.value.as_str()).unwrap_or_default();
    let parts = [contact.title.as_str(), &contact.organisation, address];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::super::{Arrival, Destination, Reading, Ticked, arrive};
    use super::*;
    use crate::domain::id::{Id, Session};
    use crate::domain::kind::Kind;
    use crate::domain::record::Record;
    use crate::exchange::contacts::Reader;
    use serde_json::json;

    fn arrived(book: &Book, file: &str) -> Arrival {
        arrived_as(book, file, &Ticked::default())
    }

    fn arrived_as(book: &Book, file: &str, ticked: &Ticked) -> Arrival {
        let mut reader = Reader::open(file.as_bytes()).unwrap();
        while reader.step(10).unwrap() {}
        let mut reading: Reading = reader.finish().unwrap();
        reading.contacts = reading.contacts.iter().filter_map(|contact| ticked.of(contact)).collect();
        let (today, mut mint) = ("2026-11-22".parse().unwrap(), Mint::new(Session::of_bits(7)));
        arrive(book, &reading, Destination::Book, "a.csv", today, &mut mint)
    }

    #[test]
    fn a_family_of_one_address_comes_whole_and_the_same_file_again_changes_nothing() {
        let file = "Name,E-mail,Company\nTom Lee,lee@x.example,\nAnn Lee,lee@x.example,\nBo,lee@x.example,Acme\n";
        let mut book = Book::default();
        let first = arrived(&book, file);
        assert!(first.rows.iter().all(|row| row.verdict == Verdict::New), "{:?}", first.rows);
        first.change.records.into_iter().for_each(|record| book.put(record));
        let names: Vec<&str> = book.people().map(|person| person.name.as_str()).collect();
        assert_eq!(names, ["Ann Lee", "Bo", "Tom Lee"]);
        let other = arrived(&book, "Name,E-mail\nCy Lee,lee@x.example\n");
        assert!(matches!(other.rows[0].verdict, Verdict::Perhaps(_)), "{:?}", other.rows);
        let again = arrived(&book, file);
        assert_eq!((again.counts().new, again.change.records.len()), (0, 0), "{:?}", again.rows);
    }

    #[test]
    fn another_job_in_a_newer_file_is_shown_and_counts_only_where_it_is_ticked() {
        let mut book = Book::default();
        let first = arrived(&book, "Name,E-mail,Title,Company\nFred Ito,fred@x.example,CFO,Bolt\n");
        first.change.records.into_iter().for_each(|record| book.put(record));
        let newer = "Name,E-mail,Title,Company\nFred Ito,fred@x.example,COO,Acme\n";
        let arrival = arrived(&book, newer);
        let (row, none) = (&arrival.rows[0], Ticked::default());
        let told: Vec<String> = row.differs.iter().map(super::super::said::differs).collect();
        assert_eq!(told, ["Title here: CFO; in the file: COO", "Company here: Bolt; in the file: Acme"]);
        assert_eq!((arrival.change.records.len(), none.bring(row, Destination::Book)), (0, false));
        assert_eq!(arrived(&book, "Name,E-mail,Title,Company\nFred Ito,fred@x.example,cfo,\n").rows[0].differs, []);

        let mut ticked = Ticked::default();
        Ticked::turn(&mut ticked.jobs, 2);
        assert!(ticked.bring(row, Destination::Pool), "they are in the book, wherever the new ones go");
        let renewed = arrived_as(&book, newer, &ticked);
        renewed.change.records.into_iter().for_each(|record| book.put(record));
        let fred = book.people().next().unwrap();
        assert_eq!((fred.title.as_str(), book.workplace(fred)), ("COO", "Acme"));
        assert_eq!(arrived_as(&book, newer, &ticked).change.records.len(), 0, "the same again changes nothing");
        Ticked::turn(&mut ticked.without, 2);
        assert!(!ticked.bring(row, Destination::Book));
        let two = format!("{newer}Bo Ek,bo@x.example,CEO,Bolt\n");
        let came = |ticked: &Ticked| arrived_as(&Book::default(), &two, ticked).counts().new;
        assert_eq!((came(&none), came(&ticked)), (2, 1), "whoever is left out does not come");
    }

    #[test]
    fn what_only_the_book_keeps_is_news_of_somebody_in_it_and_of_nobody_in_the_pool() {
        let file = "Name,E-mail 1 - Value,Kith: rating,Kith: looks for\nFred Ito,fred@x.example,4,\nFred Ito,fred@x.example,,CFOs\n";
        let mut book = Book::default();
        let fred = json!({"name": "Fred Ito", "reach": [{"kind": "email", "value": "fred@x.example"}]});
        let [pool, person] = [Kind::Connection, Kind::Person]
            .map(|kind| Record::read(&kind, Id::parse("c1").unwrap(), &fred.to_string()).unwrap());
        book.put(pool);
        let waits = arrived(&book, file);
        assert!(waits.rows.iter().all(|row| row.news.is_empty()), "{:?}", waits.rows);
        let mut book = Book::default();
        book.put(person);
        let told = |arrival: Arrival| -> Vec<Vec<String>> {
            arrival.rows.iter().map(|row| row.news.iter().map(super::super::said::news).collect()).collect()
        };
        assert_eq!(told(arrived(&book, file)), [["Rating: 4"], ["Looks for: CFOs"]]);
    }

    #[test]
    fn somebody_who_was_merged_into_one_in_the_trash_comes_as_somebody_new() {
        let mut book = Book::default();
        let mut put = |id: &str, fields: serde_json::Value| {
            book.put(Record::read(&Kind::Person, Id::parse(id).unwrap(), &fields.to_string()).unwrap());
        };
        put("p1", json!({"name": "Ann Lee", "trashed": true}));
        let reach = json!([{"kind": "email", "value": "annie@acme.example"}]);
        put("p2", json!({"name": "Annie Lee", "reach": reach, "merged": {"into": "p1"}}));
        let arrival = arrived(&book, "Name,E-mail\nAnnie Lee,annie@acme.example\nBo Ek,bo@acme.example\n");
        assert_eq!(arrival.rows.iter().map(|row| &row.verdict).collect::<Vec<_>>(), [&Verdict::New, &Verdict::New]);
    }
}
