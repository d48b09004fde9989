//! News: who is on a list, whom an issue can reach and why not the others, and who heard from me when (R70).
//!
//! * An issue counts as a word to everyone it reached: it stands in their timeline, and they have heard from me. It is no
//!   personal word: it counts for no week and settles nothing.
//! * Left out are those who want no messages, those who asked for no news, whoever has only their address, those in the
//!   trash, those without an address that can be right, and those who came by a confidential referral: an address beside the
//!   others' would say that they are here.

pub mod choosing;

use super::disclosure::{Disclosure, WayOut};
use super::last_contact::last_contact;
use crate::domain::book::Book;
use crate::domain::change::Change;
use crate::domain::communication::Communication;
use crate::domain::communication::draft::CommunicationDraft;
use crate::domain::communication::moves::list_named;
use crate::domain::draft::{Problems, is_email};
use crate::domain::id::{CommunicationId, Mint, PersonId};
use crate::domain::order::sort_by_key;
use crate::domain::person::{Consent, Person, ReachKind};
use crate::domain::sorted_set::SortedSet;
use chrono::NaiveDate;
use std::cmp::Reverse;
use std::collections::HashSet;

/// How many addresses are pasted at once. A mail server must take at least 100 recipients of one message (RFC 5321
/// §4.5.3.1.8), and some room is left for those in To and Cc.
pub const BLOCK: usize = 90;

/// Why somebody on a list is not written to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LeftOut {
    /// They asked for no news.
    NoNews,
    /// They want no messages at all.
    DoNotContact,
    /// Somebody else with their address asked for no news, or wants no messages: it would reach them.
    Shared,
    /// They came by a confidential referral.
    InConfidence,
    /// No e-mail address of theirs is known.
    NoAddress,
    /// The address that is known is not valid.
    BadAddress,
    /// They are in the trash.
    InTrash,
}

/// Whom an issue goes to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Mailing {
    /// Whom it reaches, by name.
    pub to: Vec<PersonId>,
    /// Their addresses, each once.
    pub addresses: Vec<String>,
    /// Who is on the list and left out, with the reason, by name.
    pub left_out: Vec<(PersonId, LeftOut)>,
}

/// Whom an issue to this list goes to, without those who have it already.
pub fn mailing(book: &Book, list: &str, has_it: &SortedSet<PersonId>) -> Mailing {
    let mut mailing = Mailing::default();
    let mut seen: SortedSet<String> = SortedSet::new();
    let closed = closed(book);
    for person in members(book, list).filter(|person| !has_it.contains(&person.id)) {
        match address(book, person, &closed) {
            Ok(address) => {
                mailing.to.push(person.id);
                // The part before the @ might mean another mailbox in another case; none that is in use does.
                if seen.insert(address.to_lowercase()) {
                    mailing.addresses.push(address.to_string());
                }
            }
            Err(why) => mailing.left_out.push((person.id, why)),
        }
    }
    mailing
}

/// Everyone on a list by name, those in the trash last.
fn members<'a>(book: &'a Book, list: &'a str) -> impl Iterator<Item = &'a Person> {
    book.people().chain(book.trashed_people()).filter(move |person| person.lists.contains(list))
}

/// The addresses at which somebody wants no news: they are closed to it, whoever else has them (R70).
pub fn closed(book: &Book) -> HashSet<String> {
    let all = book.people().chain(book.trashed_people());
    let said_no = all.filter(|one| one.no_news_on.is_some() || one.consent == Some(Consent::DoNotContact));
    said_no.flat_map(emails).map(str::to_lowercase).collect()
}

fn emails(person: &Person) -> impl Iterator<Item = &str> {
    let given = person.reach.iter().filter(|reach| reach.kind == ReachKind::Email);
    given.map(|reach| reach.value.trim()).filter(|value| !value.is_empty())
}

/// The address news for this person goes to: the first that can be right and is not among the `closed`.
///
/// # Errors
/// Why there is none.
pub fn address<'a>(book: &Book, person: &'a Person, closed: &HashSet<String>) -> Result<&'a str, LeftOut> {
    match person {
        _ if person.trashed => return Err(LeftOut::InTrash),
        _ if person.consent == Some(Consent::DoNotContact) => return Err(LeftOut::DoNotContact),
        _ if person.no_news_on.is_some() => return Err(LeftOut::NoNews),
        _ if !Disclosure::others(book, WayOut::News).tells_person(person.id) => return Err(LeftOut::InConfidence),
        _ => {}
    }
    if emails(person).next().is_none() {
        return Err(LeftOut::NoAddress);
    }
    let mut sound = emails(person).filter(|value| is_email(value)).peekable();
    sound.peek().ok_or(LeftOut::BadAddress)?;
    sound.find(|value| !closed.contains(&value.to_lowercase())).ok_or(LeftOut::Shared)
}

/// The change that keeps an issue as it was typed; where it says that it went out, it reached everyone of its list who can be.
///
/// # Errors
/// The problems, field by field; somebody who came in confidence stands in its words (R63).
pub fn keep(
    book: &Book,
    typed: &CommunicationDraft,
    id: Option<CommunicationId>,
    today: NaiveDate,
    mint: &mut Mint,
) -> Result<Change, Problems> {
    for (field, text) in [("name", &typed.name), ("text", &typed.text)] {
        if let Some(person) =
            Disclosure::others(book, WayOut::News).named_in(text, &[]).first().and_then(|id| book.person(*id))
        {
            let why = format!("{} came to you in confidence. Leave them out of what many will read.", person.name);
            return Err(Problems::one(field, why));
        }
    }
    let list = list_named(book, &typed.list).unwrap_or_default();
    let everyone = mailing(book, &list, &SortedSet::new()).to.into_iter().collect();
    typed.change(book, id, everyone, today, mint)
}

/// An issue went out today to everyone who could have it and did not.
///
/// # Errors
/// When it is gone, or there is nobody left to send it to.
pub fn sent(book: &Book, id: CommunicationId, today: NaiveDate, mint: &mut Mint) -> Result<Change, Problems> {
    let to = still_to_send(book, id).to.into_iter().collect();
    book.issue_sent(id, to, today, mint)
}

/// How many people not in the trash are on a list.
pub fn on_list(book: &Book, list: &str) -> usize {
    book.people().filter(|person| person.lists.contains(list)).count()
}

/// The issues, each with the later times it went out left out: those not sent yet first, then the latest.
pub fn issues(book: &Book) -> Vec<CommunicationId> {
    // What it brings on may be gone from the book; then it stands by itself.
    let is_first = |issue: &&Communication| issue.again.and_then(|first| book.communication(first)).is_none();
    let mut all: Vec<&Communication> = book.communications().filter(is_first).collect();
    sort_by_key(&mut all, |issue| (issue.on.is_some(), Reverse((issue.on, issue.id))));
    all.into_iter().map(|issue| issue.id).collect()
}

/// Every time an issue went out, the first time first.
pub fn sendings(book: &Book, id: CommunicationId) -> Vec<&Communication> {
    let mut all: Vec<&Communication> = book
        .communications()
        .filter(|issue| (issue.id == id || issue.again == Some(id)) && issue.on.is_some())
        .collect();
    sort_by_key(&mut all, |issue| (issue.on, issue.id));
    all
}

/// Who has an issue.
pub fn have_it(book: &Book, id: CommunicationId) -> SortedSet<PersonId> {
    sendings(book, id).into_iter().flat_map(|issue| issue.to.iter().copied()).collect()
}

/// Whom an issue can go to now: those of its list who do not have it.
pub fn still_to_send(book: &Book, id: CommunicationId) -> Mailing {
    let Some(issue) = book.communication(id) else { return Mailing::default() };
    mailing(book, &issue.list, &have_it(book, id))
}

/// The news this person had, the latest first.
pub fn news_to(book: &Book, person: PersonId) -> Vec<&Communication> {
    let mut all: Vec<&Communication> =
        book.communications().filter(|issue| issue.on.is_some() && issue.to.contains(&person)).collect();
    sort_by_key(&mut all, |issue| Reverse((issue.on, issue.id)));
    all
}

/// The day this person last heard from me or I from them, by a personal word or by news.
pub fn last_heard(book: &Book, person: PersonId) -> Option<NaiveDate> {
    let by_news = news_to(book, person).first().and_then(|issue| issue.on);
    last_contact(book, person).max(by_news)
}

/// How many days lie between two issues on average, and the day the next would be due: from two issues on.
pub fn pace(book: &Book) -> Option<(u64, NaiveDate)> {
    let mut days: Vec<NaiveDate> =
        issues(book).into_iter().filter_map(|id| book.communication(id)).filter_map(|issue| issue.on).collect();
    sort_by_key(&mut days, |day| *day);
    days.dedup();
    let (first, last) = (days.first()?, days.last()?);
    let gaps = u64::try_from(days.len()).ok()?.checked_sub(1)?;
    let every = u64::try_from((*last - *first).num_days()).ok()?.checked_div(gaps)?;
    Some((every, crate::domain::day::later(*last, every)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::person::{Name, Reach};
    use crate::domain::referral::{Confidential, Referral};

    fn person(id: &str, email: &str) -> Person {
        let value = email.to_string();
        let reach = vec![Reach { kind: ReachKind::Email, label: String::new(), value }];
        let (id, name) = (id.parse().unwrap(), Name::new(id).unwrap());
        Person { id, name, reach, lists: ["Letter".to_string()].into(), ..Person::default() }
    }

    fn told(mailing: &Mailing) -> (String, String, String) {
        let join = |people: Vec<String>| people.join(" ");
        let left_out = mailing.left_out.iter().map(|(id, why)| format!("{id}:{why:?}")).collect();
        (join(mailing.to.iter().map(PersonId::to_string).collect()), mailing.addresses.join(" "), join(left_out))
    }

    fn of(people: impl IntoIterator<Item = Person>) -> Book {
        let mut book = Book::default();
        people.into_iter().for_each(|person| book.put(person.into()));
        book
    }

    #[test]
    fn r70_everyone_on_the_list_is_written_to_once_and_who_is_left_out_is_told_why() {
        let [ann, bea, cy] =
            [person("ann", "ann@x.example"), person("bea", "BEA@x.example"), person("cy", "bea@X.example")];
        let none = Person { reach: Vec::new(), ..person("dan", "") };
        let bad = person("eve", "call her, please");
        let shy = Person { consent: Some(Consent::DoNotContact), ..person("fay", "fay@x.example") };
        let enough = Person { no_news_on: "2026-10-01".parse().ok(), ..person("gus", "gus@x.example") };
        let gone = Person { trashed: true, ..person("hal", "hal@x.example") };
        let other = Person { lists: SortedSet::new(), ..person("ida", "ida@x.example") };
        let book = of([ann, bea, cy, none, bad, shy, enough, gone, other]);
        let (to, addresses, left_out) = told(&mailing(&book, "Letter", &SortedSet::new()));
        assert_eq!((to.as_str(), addresses.as_str()), ("ann bea cy", "ann@x.example BEA@x.example"));
        assert_eq!(left_out, "dan:NoAddress eve:BadAddress fay:DoNotContact gus:NoNews hal:InTrash");
        let (to, addresses, _) = told(&mailing(&book, "Letter", &["ann".parse().unwrap()].into()));
        assert_eq!((to.as_str(), addresses.as_str()), ("bea cy", "BEA@x.example"));
        assert_eq!((on_list(&book, "Letter"), on_list(&book, "letter")), (7, 0));
    }

    #[test]
    fn r70_the_first_address_that_can_be_right_is_taken() {
        let mut two = person("ann", "not an address");
        two.reach.push(Reach { kind: ReachKind::Email, label: String::new(), value: " ann@x.example ".into() });
        assert_eq!(mailing(&of([two]), "Letter", &SortedSet::new()).addresses, ["ann@x.example"]);
    }

    #[test]
    fn r70_an_address_at_which_somebody_wants_no_news_is_used_for_nobody() {
        let enough = |id| Person { no_news_on: "2026-10-01".parse().ok(), ..person(id, "Lee@x.example") };
        let mut own = person("cy", "lee@x.example");
        own.reach.push(Reach { kind: ReachKind::Email, label: String::new(), value: "cy@x.example".into() });
        let book = of([enough("ann"), person("bea", "lee@X.example"), own.clone()]);
        let (to, addresses, left_out) = told(&mailing(&book, "Letter", &SortedSet::new()));
        assert_eq!((to.as_str(), addresses.as_str()), ("cy", "cy@x.example"));
        assert_eq!(left_out, "ann:NoNews bea:Shared");
        let book = of([Person { trashed: true, ..enough("ann") }, person("bea", "lee@x.example")]);
        assert_eq!(
            mailing(&book, "Letter", &SortedSet::new()).addresses,
            [""; 0],
            "nor where they are in the trash by now"
        );
        let silent = Person { consent: Some(Consent::DoNotContact), ..person("ann", "lee@x.example") };
        let book = of([silent, person("bea", "lee@x.example")]);
        assert_eq!(
            mailing(&book, "Letter", &SortedSet::new()).addresses,
            [""; 0],
            "nor theirs who want no word at all"
        );
        assert_eq!(mailing(&of([own]), "Letter", &SortedSet::new()).addresses, ["lee@x.example"]);
    }

    #[test]
    fn r70_r63_who_came_in_confidence_stands_in_no_block_of_addresses() {
        let mut book = of([person("ann", "ann@x.example"), person("zeb", "zeb@x.example")]);
        let (source, prospect) = ("ann".parse().unwrap(), "zeb".parse().unwrap());
        let confidential = Confidential::Whole;
        book.put(Referral { id: "r1".parse().unwrap(), source, prospect, confidential, ..Default::default() }.into());
        let (to, _, left_out) = told(&mailing(&book, "Letter", &SortedSet::new()));
        assert_eq!((to.as_str(), left_out.as_str()), ("ann", "zeb:InConfidence"));
    }

    fn issue(id: &str, on: &str, to: &[&str], again: Option<&str>) -> Communication {
        let to = to.iter().map(|id| id.parse().unwrap()).collect();
        let again = again.and_then(|id| id.parse().ok());
        let (id, list) = (id.parse().unwrap(), "Letter".to_string());
        Communication { id, list, on: on.parse().ok(), to, again, ..Communication::default() }
    }

    #[test]
    fn r70_an_issue_is_had_by_all_it_reached_at_whatever_time() {
        let mut book = of(["ann", "bea", "cy"].map(|id| person(id, &format!("{id}@x.example"))));
        book.put(issue("n1", "2026-10-01", &["ann"], None).into());
        book.put(issue("n2", "2026-11-01", &["bea"], Some("n1")).into());
        book.put(issue("n3", "", &[], None).into());
        let n1 = "n1".parse().unwrap();
        assert_eq!(have_it(&book, n1).len(), 2);
        assert_eq!(told(&still_to_send(&book, n1)).0, "cy");
        let all: Vec<String> = issues(&book).iter().map(CommunicationId::to_string).collect();
        assert_eq!(
            all.join(" "),
            "n3 n1",
            "what is not sent yet comes first, and a later sending is no issue of its own"
        );
        let first = book.communication(n1).unwrap().clone();
        book.put(Communication { trashed: true, ..first }.into());
        assert_eq!(
            (issues(&book).len(), news_to(&book, "bea".parse().unwrap()).len()),
            (1, 0),
            "it goes with the first"
        );
    }

    #[test]
    fn r70_news_is_heard_and_is_no_personal_word() {
        use crate::domain::touch::Touch;
        let mut book = of([person("ann", "ann@x.example")]);
        let ann = "ann".parse().unwrap();
        let on = "2026-10-05".parse().unwrap();
        book.put(Touch { id: "t1".parse().unwrap(), person: ann, on, ..Touch::default() }.into());
        book.put(issue("n1", "2026-11-17", &["ann"], None).into());
        assert_eq!(last_heard(&book, ann), "2026-11-17".parse().ok());
        assert_eq!(last_contact(&book, ann), Some(on));
        let today = "2026-11-18".parse().unwrap();
        let week = crate::rules::week::Weeks::of(&book).week(today);
        assert_eq!(week.people, 0, "news counts for no week");
        assert_eq!(news_to(&book, ann).len(), 1);
    }

    #[test]
    fn r70_r63_an_issue_that_names_who_came_in_confidence_is_refused_at_its_words() {
        use crate::domain::id::Session;
        let mut book = of([person("ann", "ann@x.example"), person("quillfeather", "zeb@x.example")]);
        let (source, prospect) = ("ann".parse().unwrap(), "quillfeather".parse().unwrap());
        let confidential = Confidential::Whole;
        book.put(Referral { id: "r1".parse().unwrap(), source, prospect, confidential, ..Default::default() }.into());
        let kept = |name: &str, text: &str| {
            let typed = CommunicationDraft {
                name: name.into(),
                list: "letter".into(),
                text: text.into(),
                ..Default::default()
            };
            keep(&book, &typed, None, "2026-11-21".parse().unwrap(), &mut Mint::new(Session::of_bits(1)))
        };
        assert!(kept("Limits", "On one page").is_ok());
        assert!(kept("Limits", "Quillfeather is glad").unwrap_err().of("text").is_some());
        assert!(kept("Quillfeather’s way", "").unwrap_err().of("name").is_some());
    }

    #[test]
    fn r70_what_was_sent_reached_everyone_who_could_have_it() {
        use crate::domain::id::Session;
        let mut book = of(["ann", "bea"].map(|id| person(id, &format!("{id}@x.example"))));
        book.put(issue("n1", "2026-10-01", &["ann"], None).into());
        let mut mint = Mint::new(Session::of_bits(1));
        let n1 = "n1".parse().unwrap();
        let change = sent(&book, n1, "2026-11-21".parse().unwrap(), &mut mint).unwrap();
        change.records.into_iter().for_each(|record| book.put(record));
        assert_eq!((have_it(&book, n1).len(), sendings(&book, n1).len()), (2, 2));
        assert!(sent(&book, n1, "2026-11-21".parse().unwrap(), &mut mint).is_err(), "everyone has it");
    }

    #[test]
    fn r70_the_pace_is_told_from_two_issues_on() {
        let mut book = Book::default();
        book.put(issue("n1", "2026-09-09", &[], None).into());
        assert_eq!(pace(&book), None);
        book.put(issue("n2", "2026-10-28", &[], None).into());
        book.put(issue("n3", "", &[], None).into());
        assert_eq!(pace(&book), Some((49, "2026-12-16".parse().unwrap())));
    }
}
