//! The trash in words: what lies in it, a part for each kind of record, and what each is called.

use super::ask_result_text::in_a_line;
use super::giving::what;
use super::names::name;
use super::playbook::told;
use crate::domain::book::Book;
use crate::domain::draft::mentioned;
use crate::domain::event::Event;
use crate::domain::fold::fold;
use crate::domain::give::Give;
use crate::domain::id::Id;
use crate::domain::kind::Kind;
use crate::domain::order::sort_by_key;
use crate::domain::record::Record;

/// The kinds that are put back on the screen of the trash, in its order. A further kind is a line here, and one in
/// [`called`].
static KINDS: [(Kind, &str); 12] = [
    (Kind::Person, "People"),
    (Kind::Referral, "Referrals"),
    (Kind::Ask, "Asks"),
    (Kind::Give, "Promised, given and wanted"),
    (Kind::Introduction, "Introductions"),
    (Kind::Plan, "Plans together"),
    (Kind::Event, "Events"),
    (Kind::IdealClient, "Ideal clients"),
    (Kind::Result, "Results"),
    (Kind::Script, "Scripts"),
    (Kind::Story, "Stories"),
    (Kind::Communication, "News"),
];

/// One record in the trash.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Thrown {
    /// What it is.
    pub kind: Kind,
    /// Which.
    pub id: Id,
    /// What it is called.
    pub name: String,
}

/// The kinds of which something lies in the trash, each with its title.
pub fn kinds(book: &Book) -> Vec<(Kind, &'static str)> {
    KINDS.iter().filter(|(kind, _)| !book.records(kind, true).is_empty()).cloned().collect()
}

/// What of one kind lies in the trash, by name (R23, R24, R25, R66, R67, R68).
pub fn thrown(book: &Book, kind: &Kind) -> Vec<Thrown> {
    let all = book.records(kind, true).into_iter();
    let mut thrown: Vec<Thrown> =
        all.map(|record| Thrown { kind: kind.clone(), id: record.id(), name: called(book, &record) }).collect();
    sort_by_key(&mut thrown, |thrown| (fold(&thrown.name), thrown.id));
    thrown
}

/// What a record is called where it stands by itself.
pub(super) fn called(book: &Book, record: &Record) -> String {
    match record {
        Record::Person(person) => person.name.to_string(),
        Record::Referral(referral) => {
            format!("{}, from {}", name(book, referral.prospect), name(book, referral.source))
        }
        Record::Ask(ask) => in_a_line(book, ask),
        Record::Give(give) => given(book, give),
        Record::Introduction(pair) => format!("{} and {}", name(book, pair.one), name(book, pair.other)),
        Record::Communication(issue) => issue.name.clone(),
        Record::Plan(plan) => format!("Your plan with {}", name(book, plan.with)),
        Record::Event(event) => occasion(event),
        words => told(book, &words.kind(), words.id()).title,
    }
}

fn given(book: &Book, give: &Give) -> String {
    let sent = give.prospect.as_ref().map(|who| mentioned(book, who)).filter(|who| !who.is_empty());
    match sent {
        Some(sent) => format!("{sent}, sent to {}", name(book, give.to)),
        None => format!("{}, for {}", what(give), name(book, give.to)),
    }
}

fn occasion(event: &Event) -> String {
    let day = event.on.map(|on| on.format(", %-d %B %Y").to_string()).unwrap_or_default();
    format!("{}{day}", event.name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    fn book(trashed: bool) -> Book {
        let mut book = Book::default();
        let mut put = |kind: &Kind, id: &str, fields: Value| {
            let id = Id::parse(id).unwrap();
            book.put(Record::read(kind, id, &fields.to_string()).unwrap());
        };
        put(&Kind::Person, "sue", json!({"name": "Sue Tran"}));
        put(&Kind::Person, "raj", json!({"name": "Raj Mehta"}));
        put(&Kind::Person, "zoe", json!({"name": "Zoë", "trashed": trashed}));
        put(&Kind::Person, "emil", json!({"name": "émile", "trashed": trashed}));
        put(&Kind::Referral, "r1", json!({"source": "sue", "prospect": "raj", "trashed": trashed}));
        put(
            &Kind::Ask,
            "a1",
            json!({"person": "sue", "on": "2026-11-02", "target": {"name": "Naomi"}, "trashed": trashed}),
        );
        put(
            &Kind::Give,
            "g1",
            json!({"to": "sue", "text": "On cash flow", "promised_by": "2026-11-20", "trashed": trashed}),
        );
        put(&Kind::Give, "g2", json!({"to": "sue", "what": "referral", "prospect": "Pat Doe", "trashed": trashed}));
        put(&Kind::Give, "g3", json!({"to": "gone", "what": "gift", "done_on": "2026-11-20", "trashed": trashed}));
        put(&Kind::Introduction, "n1", json!({"one": "sue", "other": "raj", "trashed": trashed}));
        put(&Kind::Plan, "l1", json!({"with": "raj", "trashed": trashed}));
        put(&Kind::Event, "e1", json!({"name": "Supper", "on": "2026-12-03", "trashed": trashed}));
        put(&Kind::IdealClient, "c1", json!({"name": "Owners of family firms", "trashed": trashed}));
        put(&Kind::Result, "x1", json!({"who": "A maker of boats", "trashed": trashed}));
        put(&Kind::Script, "s1", json!({"name": "My thanks", "trashed": trashed}));
        put(&Kind::Story, "r1", json!({"trashed": trashed}));
        put(&Kind::Communication, "n1", json!({"name": "On one page", "trashed": trashed}));
        book
    }

    #[test]
    fn r66_r67_r68_every_kind_that_is_thrown_away_stands_in_the_trash_by_its_name() {
        let book = book(true);
        let names = |kind| thrown(&book, kind).into_iter().map(|thrown| thrown.name).collect::<Vec<_>>().join(" | ");
        let told: Vec<String> = kinds(&book).iter().map(|(kind, title)| format!("{title}: {}", names(kind))).collect();
        let expected = [
            "People: émile | Zoë",
            "Referrals: Raj Mehta, from Sue Tran",
            "Asks: You asked Sue for Naomi",
            "Promised, given and wanted: A gift, for somebody erased | On cash flow, for Sue Tran | Pat Doe, sent to Sue Tran",
            "Introductions: Sue Tran and Raj Mehta",
            "Plans together: Your plan with Raj Mehta",
            "Events: Supper, 3 December 2026",
            "Ideal clients: Owners of family firms",
            "Results: A maker of boats",
            "Scripts: My thanks",
            "Stories: Raj Mehta, through Sue Tran",
            "News: On one page",
        ];
        assert_eq!(told, expected);
    }

    #[test]
    fn r66_r67_r68_what_is_put_back_leaves_the_trash() {
        assert_eq!(kinds(&book(false)), []);
        let mut book = book(true);
        let all: Vec<Thrown> = kinds(&book).iter().flat_map(|(kind, _)| thrown(&book, kind)).collect();
        assert_eq!(all.len(), 15);
        for thrown in all {
            let change = book.trash(&thrown.kind, thrown.id, false).unwrap();
            change.records.into_iter().for_each(|record| book.put(record));
        }
        assert_eq!(kinds(&book), []);
        assert_eq!((book.gives().count(), book.plans().count(), book.introductions().count()), (3, 1, 1));
    }
}
