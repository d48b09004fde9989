//! Holds the contacts of a file against the book, a piece at a time: who is new, who is here already, and what the file
//! knows better. Nothing is written.

use super::Contact;
use super::drop_in_pieces::{DropInPieces, Pieces};
use super::merge_fields::{About, FieldUpdate, Trust, complete, differs, of_connection, of_person};
use super::verdict::{ArrivalRow, Verdict};
use crate::domain::book::Book;
use crate::domain::id::{Mint, PersonId};
use crate::domain::identity::{Identity, IdentityIndex, IdentityKeys};
use crate::domain::person::ReachKind;
use crate::rules::duplicate::{DuplicateIndex, Stranger};
use std::collections::BTreeMap;

/// The matching of one file: first the book is learned, then the contacts are weighed, each by pieces of any size.
pub struct Matching {
    pub(super) known: IdentityIndex,
    /// Whom of the book it has not looked at yet, the next one last.
    unknown: Vec<Identity>,
    /// Who of the book somebody may be whom nobody knows for sure.
    faces: DuplicateIndex,
    rows: Vec<ArrivalRow>,
    pub(super) ones: Vec<FilePerson>,
    places: BTreeMap<Identity, usize>,
}

/// Somebody the file speaks of.
pub(super) struct FilePerson {
    pub who: Identity,
    pub is_new: bool,
    /// Whether the file says anything the book does not know.
    pub has_news: bool,
    /// What is known of them then.
    pub then: Contact,
    /// The rows of which the person said that it is them.
    pub said: Vec<Said>,
}

/// A row of which the person said whom of the book it is.
pub(super) struct Said {
    pub row: Contact,
    /// What was known of them before it, and after.
    pub before: Contact,
    pub after: Contact,
}

/// What would come of one contact.
struct MatchedContact {
    verdict: Verdict,
    news: Vec<FieldUpdate>,
    differs: Vec<FieldUpdate>,
}

impl Matching {
    /// A matching against this book, of which nothing is known yet.
    pub fn of(book: &Book) -> Matching {
        let waiting = book.pool().cards().iter().map(|card| Identity::Waiting(card.id));
        let mut unknown: Vec<Identity> =
            book.people().map(|person| Identity::Person(person.id)).chain(waiting).collect();
        unknown.reverse();
        Matching {
            known: IdentityIndex::default(),
            unknown,
            faces: DuplicateIndex::begin(book),
            rows: Vec::new(),
            ones: Vec::new(),
            places: BTreeMap::new(),
        }
    }

    /// Learns so many more of those in the book; whether there are others.
    pub fn learn(&mut self, book: &Book, many: usize) -> bool {
        let rest = self.unknown.len().saturating_sub(many);
        self.unknown.drain(rest..).rev().for_each(|who| self.known.learn(book, who));
        let has_faces = self.faces.read(book, many);
        if rest == 0 && has_faces {
            self.known.learn_merged(book);
        }
        rest > 0 || !has_faces
    }

    /// What would come of the contacts weighed so far.
    pub fn rows(&self) -> &[ArrivalRow] {
        &self.rows
    }

    /// Weighs one more contact, once the whole book is learned.
    pub fn weigh(&mut self, book: &Book, contact: &Contact, mint: &mut Mint) {
        let face = IdentityKeys::new(&contact.name, &contact.organisation, &contact.reach);
        let told = match self.known.meet(&face).and_then(|who| self.met(book, who, contact)) {
            Some(told) => told,
            None => self.unmet(book, face, contact, mint),
        };
        let (line, name, detail) = (contact.line, contact.name.clone(), detail(contact));
        let MatchedContact { verdict, news, differs } = told;
        self.rows.push(ArrivalRow { line, name, detail, verdict, news, differs });
    }

    /// What comes of somebody who is surely known; `None` where they went meanwhile.
    fn met(&mut self, book: &Book, who: Identity, contact: &Contact) -> Option<MatchedContact> {
        let seen = self.places.get(&who).copied();
        let at = match seen {
            Some(at) => at,
            None => {
                let then = Contact { line: contact.line, ..there(book, who)? };
                self.speak(FilePerson { who, is_new: false, has_news: false, then, said: Vec::new() })
            }
        };
        let one = self.ones.get_mut(at)?;
        let trust = if one.is_new { Trust::Add } else { trust(who, contact) };
        let differs = if trust == Trust::Fill { differs(&one.then, contact) } else { Vec::new() };
        let news = kept(who, complete(&mut one.then, contact, trust));
        one.has_news |= !news.is_empty();
        let says_nothing = one.is_new || seen.is_some() && news.is_empty();
        Some(match says_nothing {
            true => MatchedContact { verdict: Verdict::Same(one.then.line), news: Vec::new(), differs },
            false => MatchedContact { verdict: verdict(who, !news.is_empty()), news, differs },
        })
    }

    /// What comes of somebody whom nobody surely knows: somebody new, unless the person said that it is whoever it
    /// probably is.
    fn unmet(&mut self, book: &Book, face: IdentityKeys, contact: &Contact, mint: &mut Mint) -> MatchedContact {
        let found = self.faces.probably(&stranger(contact));
        let said = found.as_ref().map(|found| found.person).filter(|person| contact.same_as == Some(*person));
        if let Some((person, told)) = said.and_then(|person| Some((person, self.said(book, person, contact)?))) {
            self.known.add(face, Identity::Person(person));
            return told;
        }
        let who = Identity::Person(PersonId(mint.id()));
        self.known.add(face, who);
        self.speak(FilePerson { who, is_new: true, has_news: true, then: contact.clone(), said: Vec::new() });
        let Some(found) = found else {
            return MatchedContact { verdict: Verdict::New, news: Vec::new(), differs: Vec::new() };
        };
        // What would come of it, should the person say so.
        let (news, differs) = there(book, Identity::Person(found.person)).map_or_else(Default::default, |mut then| {
            let differs = differs(&then, contact);
            (complete(&mut then, contact, Trust::Fill), differs)
        });
        MatchedContact { verdict: Verdict::Perhaps(found), news, differs }
    }

    /// What comes of a contact of which the person said whom of the book it is; `None` where they went meanwhile.
    fn said(&mut self, book: &Book, person: PersonId, contact: &Contact) -> Option<MatchedContact> {
        let who = Identity::Person(person);
        let spoken = self.places.get(&who).and_then(|at| self.ones.get(*at));
        let before = spoken.map(|one| one.then.clone()).or_else(|| there(book, who))?;
        let told = self.met(book, who, contact)?;
        let one = self.places.get(&who).and_then(|at| self.ones.get_mut(*at))?;
        // However little is new in it: the name is.
        one.has_news = true;
        one.said.push(Said { row: contact.clone(), before, after: one.then.clone() });
        Some(MatchedContact { verdict: Verdict::Updates(person), ..told })
    }

    /// Notes somebody the file speaks of; their place.
    fn speak(&mut self, one: FilePerson) -> usize {
        let at = self.ones.len();
        self.places.insert(one.who, at);
        self.ones.push(one);
        at
    }

    /// What would come of all contacts; nothing of it is left behind.
    pub fn take_rows(&mut self) -> Vec<ArrivalRow> {
        std::mem::take(&mut self.rows)
    }
}

impl DropInPieces for Matching {
    fn apart(&mut self) -> Pieces {
        let known = std::mem::take(&mut self.known).apart();
        let places = std::mem::take(&mut self.places).into_iter().map(drop);
        Box::new(known.chain(places).chain(self.ones.apart()).chain(self.rows.apart()))
    }
}

fn stranger(contact: &Contact) -> Stranger<'_> {
    let birthday = contact.birthday();
    Stranger { name: contact.name.as_str(), reach: &contact.reach, place: &contact.organisation, birthday }
}

fn there(book: &Book, who: Identity) -> Option<Contact> {
    match who {
        Identity::Person(id) => book.live_person(id).map(|person| of_person(book, person)),
        Identity::Waiting(id) => book.connection(id).map(of_connection),
    }
}

/// The pool holds nothing but what files said; in the book a file is believed where the person said so.
fn trust(who: Identity, contact: &Contact) -> Trust {
    if contact.renews || matches!(who, Identity::Waiting(_)) { Trust::Replace } else { Trust::Fill }
}

/// What of the news is kept: the pool has no room for what only a file of Kith's says.
fn kept(who: Identity, mut news: Vec<FieldUpdate>) -> Vec<FieldUpdate> {
    news.retain(|one| matches!(who, Identity::Person(_)) || !matches!(one.about, About::Own(_)));
    news
}

fn verdict(who: Identity, has_news: bool) -> Verdict {
    match (who, has_news) {
        (Identity::Person(id), false) => Verdict::Already(id),
        (Identity::Person(id), true) => Verdict::Updates(id),
        (Identity::Waiting(id), false) => Verdict::Waiting(id),
        (Identity::Waiting(id), true) => Verdict::News(id),
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
    use super::super::{About, Arrival, Destination, Reading, Ticked, arrive};
    use super::*;
    use crate::domain::id::{Id, Session};
    use crate::domain::kind::Kind;
    use crate::domain::record::Record;
    use crate::domain::undo::Undo;
    use crate::exchange::contact_reader::ContactReader;
    use serde_json::json;

    fn arrived(book: &Book, file: &str) -> Arrival {
        arrived_as(book, file, &Ticked::default())
    }

    fn arrived_as(book: &Book, file: &str, ticked: &Ticked) -> Arrival {
        let mut reader = ContactReader::open(file.as_bytes()).unwrap();
        while reader.step(10).unwrap() {}
        let mut reading: Reading = reader.finish().unwrap();
        reading.contacts = reading.contacts.iter().filter_map(|contact| ticked.of(contact)).collect();
        // Each file in a session of its own, as nobody has its ids yet.
        let session = Session::of_bits(7 + (book.people().count() + book.trashed_people().count()) as u64);
        let (today, mut mint) = ("2026-11-22".parse().unwrap(), Mint::new(session));
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
        let other = arrived(&book, "Name,E-mail\nCy Lee,lee@x.example\nAnnie,lee@x.example\n");
        assert_eq!(other.rows[0].verdict, Verdict::New, "another first name is another of the family");
        assert!(matches!(other.rows[1].verdict, Verdict::Already(_)), "{:?}", other.rows);
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
        let told: Vec<String> = row.differs.iter().map(super::super::wording::differs).collect();
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

    fn put(book: &mut Book, arrival: Arrival) {
        arrival.change.records.into_iter().for_each(|record| book.put(record));
    }

    /// Ticks every row that is probably somebody of the book.
    fn all_same(arrival: &Arrival) -> Ticked {
        let mut ticked = Ticked::default();
        for row in &arrival.rows {
            if let Verdict::Perhaps(found) = &row.verdict {
                ticked.turn_same(row.line, found.person);
            }
        }
        ticked
    }

    #[test]
    fn r12_who_is_said_to_be_one_of_the_book_completes_them_and_is_found_again() {
        let head = "Name,Title,Company,Phone,E-mail\n";
        for (here, row) in [
            ("Robert Hale,CFO,Acme,202 555 0103,", "Bob Hale,COO,Acme,(202) 555-0103,bob@hale.example"),
            ("James Hale,CFO,Acme,,", "Jim Hale,,Acme,,"),
            ("Maria Kern,CFO,,,maria@gmail.com", "Maria Gomez,,Acme,202 555 0104,maria@gmail.com"),
            ("Robert Hale,CFO,,202 555 0103,", "Bob,,,202 555 0103,"),
            ("Elias Lindqvist,CFO,Acme,,e@x.example", "Elisa Lindqvist,,Acme,,e@x.example"),
        ] {
            let mut book = Book::default();
            let (first, file) = (arrived(&book, &format!("{head}{here}\n")), format!("{head}{row}\n"));
            put(&mut book, first);
            let before = book.people().next().cloned().unwrap();
            let looked = arrived(&book, &file);
            assert!(matches!(&looked.rows[0].verdict, Verdict::Perhaps(found) if found.person == before.id), "{row}");
            assert_eq!(looked.counts().new, 1, "{row}: unticked it is somebody new");
            let same = arrived_as(&book, &file, &all_same(&looked));
            assert_eq!((same.counts().new, same.counts().updated), (0, 1), "{row}");
            put(&mut book, same);
            let after = book.people().next().cloned().unwrap();
            assert_eq!((book.people().count(), &after.name, after.title.as_str()), (1, &before.name, "CFO"), "{row}");
            assert!(after.reach.starts_with(&before.reach), "{row}: nothing is wiped");
            let is_way = |news: &&FieldUpdate| matches!(news.about, About::Reach(_));
            let ways = looked.rows[0].news.iter().filter(is_way).count();
            assert_eq!(after.reach.len(), before.reach.len() + ways, "{row}: what was told before is what came");
            let again = arrived(&book, &file);
            assert_eq!(again.rows[0].verdict, Verdict::Already(before.id), "{row}");
            assert_eq!(again.change.records, [], "{row}: the same file again changes nothing");

            let entry = book.merged().next().unwrap().id;
            book.part(entry).unwrap().records.into_iter().for_each(|record| book.put(record));
            assert_eq!(
                (book.people().count(), book.live_person(before.id)),
                (2, Some(&before)),
                "{row}: a slip is mended"
            );
        }
    }

    #[test]
    fn r12_what_was_said_of_a_row_is_taken_back_with_the_import() {
        let mut book = Book::default();
        let first = arrived(&book, "Name,Phone\nRobert Hale,202 555 0103\n");
        put(&mut book, first);
        let (before, file) =
            (book.people().next().cloned(), "Name,Phone,E-mail\nBob Hale,202 555 0103,bob@x.example\n");
        let looked = arrived(&book, file);
        let same = arrived_as(&book, file, &all_same(&looked));
        let undo = Undo::of(&same.change.edits(&book), &book);
        put(&mut book, same);
        undo.change(&book).records.into_iter().for_each(|record| book.put(record));
        assert_eq!((book.people().count(), book.people().next().cloned()), (1, before));
        assert_eq!(book.merged().count(), 0, "nor is it told that they are written in another way");
        assert_eq!(arrived(&book, file).rows, looked.rows);
    }

    #[test]
    fn r12_several_rows_are_one_of_the_book_and_each_can_be_parted() {
        let mut book = Book::default();
        let first = arrived(&book, "Name,Company,Phone\nRobert Hale,Acme,202 555 0103\n");
        put(&mut book, first);
        let file = "Name,Company,Phone,E-mail\nBob Hale,Acme,202 555 0103,bob@x.example\n\
            Rob Hale,Acme,202 555 0103,rob@y.example\nBob Hale,,,bob@x.example\n";
        let looked = arrived(&book, file);
        let same = arrived_as(&book, file, &all_same(&looked));
        assert_eq!((same.counts().updated, same.counts().same), (2, 1), "{:?}", same.rows);
        put(&mut book, same);
        let bob = book.merged().find(|entry| entry.name.as_str() == "Bob Hale").unwrap().id;
        book.part(bob).unwrap().records.into_iter().for_each(|record| book.put(record));
        let robert = book.people().find(|person| person.name.as_str() == "Robert Hale").unwrap();
        let reach: Vec<&str> = robert.reach.iter().map(|reach| reach.value.as_str()).collect();
        assert_eq!((reach, book.people().count()), (vec!["202 555 0103", "rob@y.example"], 2));
    }

    #[test]
    fn what_was_said_counts_only_where_it_is_still_probable() {
        let mut book = Book::default();
        let first = arrived(&book, "Name,Phone\nRobert Hale,202 555 0103\n");
        put(&mut book, first);
        let mut ticked = Ticked::default();
        ticked.turn_same(2, book.people().next().unwrap().id);
        let other = arrived_as(&book, "Name\nZoe Bell\n", &ticked);
        assert_eq!(other.rows[0].verdict, Verdict::New, "the columns were read in another way since");
        ticked.turn_same(2, book.people().next().unwrap().id);
        assert_eq!(ticked, Ticked::default(), "a second time it is unticked");
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
            arrival.rows.iter().map(|row| row.news.iter().map(super::super::wording::news).collect()).collect()
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
