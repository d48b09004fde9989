use super::*;
use crate::domain::book::Book;
use crate::domain::change::Change;
use crate::domain::communication::Communication;
use crate::domain::event::{Event, Guest, Rsvp};
use crate::domain::id::{Id, Mint, Session};
use crate::domain::kind::Kind;
use crate::domain::person::{Consent, Mention, Name, Person, Rating, Reach, ReachKind, Role};
use crate::domain::record::Record;
use crate::domain::referral::Referral;
use crate::domain::touch::Touch;
use crate::domain::undo::Undo;

fn id(text: &str) -> PersonId {
    text.parse().unwrap()
}

fn today() -> NaiveDate {
    "2026-11-20".parse().unwrap()
}

fn reach(kind: ReachKind, value: &str) -> Reach {
    Reach { kind, label: String::new(), value: value.into() }
}

/// Jim (p1) and James (p2), who are one; Ann (p3); what passed between them and me.
fn book() -> Book {
    let mut book = Book::default();
    let jim = Person {
        id: id("p1"),
        name: Name::new("Jim Ito").unwrap(),
        reach: vec![reach(ReachKind::Phone, "555-0101")],
        roles: [Role::Client].into(),
        note: "Met at the fair".into(),
        rank: Some(9),
        ..Person::default()
    };
    let james = Person {
        id: id("p2"),
        name: Name::new("James Ito").unwrap(),
        organisation: Some(Mention("Acme".into())),
        title: "CFO".into(),
        reach: vec![reach(ReachKind::Phone, "555 0101"), reach(ReachKind::Email, "j@acme.example")],
        roles: [Role::Friend].into(),
        tags: ["golf".to_string()].into(),
        lists: ["The letter".to_string()].into(),
        no_news_on: "2026-03-04".parse().ok(),
        note: "Plays chess".into(),
        rank: Some(3),
        rating: Rating::try_from(5).ok(),
        consent: Some(Consent::DoNotContact),
        met_through: Some(Mention("p1".into())),
        ..Person::default()
    };
    let ann = Person {
        id: id("p3"),
        name: Name::new("Ann Lee").unwrap(),
        met_through: Some(Mention("p2".into())),
        ..Person::default()
    };
    for person in [jim, james, ann] {
        book.put(person.into());
    }
    let referral = |n: &str, source: &str, prospect: &str| Referral {
        id: n.parse().unwrap(),
        source: id(source),
        prospect: id(prospect),
        ..Referral::default()
    };
    book.put(referral("r1", "p2", "p3").into());
    book.put(referral("r2", "p1", "p2").into());
    book.put(touch("t1", "p2").into());
    let guests = [("p1", None), ("p2", Some(Rsvp::Yes)), ("p3", None)];
    let invited = guests.map(|(who, answer)| Guest { person: id(who), answer, ..Guest::default() }).into();
    book.put(Event { id: "e1".parse().unwrap(), invited, ..Event::default() }.into());
    book
}

fn touch(n: &str, who: &str) -> Touch {
    Touch { id: n.parse().unwrap(), person: id(who), on: today(), ..Touch::default() }
}

fn put(book: &mut Book, change: Change) -> Undo {
    let edits = change.edits(book);
    let undo = Undo::of(&edits, book);
    // As the store does: only the fields that differ, over what was written.
    for edit in edits {
        let mut fields = book.written(&edit.kind, edit.id).map(|record| record.fields()).unwrap_or_default();
        fields.extend(edit.fields);
        fields.retain(|_, value| !value.is_null());
        book.put(Record::read(&edit.kind, edit.id, &Value::Object(fields).to_string()).unwrap());
    }
    undo
}

fn merge(book: &mut Book) -> Undo {
    let change = MergeDraft::of(vec![id("p1"), id("p2")]).change(book, today()).unwrap();
    put(book, change)
}

/// All that the book shows and all that was written, as text.
fn all(book: &Book) -> String {
    let kinds = [("p", Kind::Person), ("r", Kind::Referral), ("t", Kind::Touch), ("e", Kind::Event)];
    let mut text = String::new();
    for (letter, kind) in kinds {
        for n in 1..9 {
            let id = Id::parse(&format!("{letter}{n}")).unwrap();
            text += &format!("{:?}\n{:?}\n", book.record(&kind, id), book.written(&kind, id));
        }
    }
    let names: Vec<_> = book.people().map(|person| person.name.as_str()).collect();
    let ties: Vec<_> =
        ["p1", "p2", "p3"].map(|p| book.referrals_from(id(p)).count() + book.touches_with(id(p)).count()).into();
    format!("{text}{names:?} {ties:?}")
}

#[test]
fn b9_merging_keeps_every_touch_referral_rank_tag_and_both_values() {
    let mut book = book();
    merge(&mut book);
    let jim = book.person(id("p2")).unwrap().clone();
    assert_eq!(jim.id, id("p1"), "the old entry is found as the one that was kept");
    assert_eq!((jim.name.as_str(), jim.title.as_str(), book.workplace(&jim)), ("Jim Ito", "CFO", "Acme"));
    assert_eq!(jim.reach.len(), 2, "the same number is not written twice");
    assert_eq!((jim.rank, jim.rating.map(u8::from), jim.tags.len(), jim.roles.len()), (Some(3), Some(5), 1, 2));
    assert_eq!(jim.note, "Met at the fair\n\nPlays chess");
    assert_eq!(jim.consent, Some(Consent::DoNotContact), "R12: a no is a no");
    assert_eq!(
        (jim.lists.len(), jim.no_news_on),
        (1, "2026-03-04".parse().ok()),
        "R70: who wanted no more news wants none"
    );
    assert_eq!(book.people().count(), 2);
    assert_eq!(book.counts().people, 2);
    assert_eq!(book.touches_with(id("p1")).count(), 1);
    assert_eq!(book.referrals_from(id("p1")).count(), 2);
    assert_eq!(book.person(id("p3")).unwrap().met_through, Some(Mention("p1".into())));
    let event = book.event("e1".parse().unwrap()).unwrap();
    assert_eq!(event.invited.len(), 2);
    assert_eq!(event.invited[0].answer, Some(Rsvp::Yes));
    let issue = Communication { to: [id("p1"), id("p2"), id("p3")].into(), ..Communication::default() };
    book.put(issue.into());
    assert_eq!(book.communications().next().map(|issue| issue.to.len()), Some(2), "one person has the issue once");
}

#[test]
fn b9_parting_gives_back_what_was_moved_and_keeps_what_was_written_since() {
    let mut book = book();
    let before = all(&book);
    merge(&mut book);
    let change = book.part(id("p2")).unwrap();
    put(&mut book, change);
    assert_eq!(all(&book), before, "merging and parting is nothing at all");

    merge(&mut book);
    put(&mut book, Change::of(touch("t2", "p1")));
    let mut jim = book.person(id("p1")).unwrap().clone();
    jim.tags.insert("chess".into());
    jim.title = "CEO".into();
    jim.reach.push(reach(ReachKind::Phone, "555-0199"));
    put(&mut book, Change::of(jim));
    let change = book.part(id("p2")).unwrap();
    put(&mut book, change);
    let jim = book.person(id("p1")).unwrap();
    assert_eq!((jim.title.as_str(), jim.tags.iter().map(String::as_str).collect::<Vec<_>>()), ("CEO", vec!["chess"]));
    assert_eq!(jim.reach.iter().map(|r| r.value.as_str()).collect::<Vec<_>>(), ["555-0101", "555-0199"]);
    assert_eq!(book.touches_with(id("p1")).count(), 1);
    assert_eq!(book.touches_with(id("p2")).count(), 1);
    assert!(book.part(id("p2")).is_err() && book.part(id("p9")).is_err());
}

#[test]
fn b9_undo_takes_a_merge_back_and_an_edit_of_what_is_followed_moves_nothing() {
    let mut book = book();
    let before = all(&book);
    let undo = merge(&mut book);
    let edited = Touch { text: "Lunch".into(), ..book.touch("t1".parse().unwrap()).unwrap().clone() };
    let edits = Change::of(edited).edits(&book);
    assert_eq!(edits[0].fields.keys().collect::<Vec<_>>(), ["text"], "whom it was with is not written anew");
    let change = undo.change(&book);
    put(&mut book, change);
    assert_eq!(all(&book), before);
}

#[test]
fn b9_what_arrives_later_for_the_old_entry_stands_with_the_kept_one() {
    let mut book = book();
    merge(&mut book);
    book.put(touch("t3", "p2").into());
    assert_eq!(book.touches_with(id("p1")).count(), 2);
    let mut other = Book::default();
    // The same records in another order: the marks first.
    let mut records: Vec<Record> = Vec::new();
    for (kind, ids) in
        [(Kind::Touch, &["t1", "t3"][..]), (Kind::Person, &["p2", "p1", "p3"]), (Kind::Referral, &["r1", "r2"])]
    {
        records.extend(ids.iter().filter_map(|id| book.written(&kind, Id::parse(id).unwrap())));
    }
    for turn in 0..records.len() {
        other = Book::default();
        records.rotate_left(turn);
        records.iter().cloned().for_each(|record| other.put(record));
        assert_eq!(other.touches_with(id("p2")).count(), 2, "whatever the order");
        assert_eq!(other.people().count(), 2);
    }
    other.remove(&Kind::Person, id("p1").0);
    assert_eq!(other.people().count(), 2, "a mark that leads to nobody hides nobody");
    assert_eq!(other.touches_with(id("p2")).count(), 2);
}

#[test]
fn b9_marks_that_lead_round_in_a_circle_keep_one_and_both_are_parted() {
    let mut book = book();
    let before = all(&book);
    let one = MergeDraft::of(vec![id("p1"), id("p2")]).change(&book, today()).unwrap();
    let other = MergeDraft::of(vec![id("p2"), id("p1")]).change(&book, today()).unwrap();
    // Two devices: each field as the later one wrote it.
    put(&mut book, one.clone());
    let [Record::Person(marked), ..] = other.records.as_slice() else { panic!("no mark") };
    let mut kept = book.entry(id("p1")).unwrap().clone();
    kept.merged.clone_from(&marked.merged);
    put(&mut book, Change::of(kept));
    assert_eq!(book.who(id("p2")), id("p1"));
    assert_eq!(book.people().count(), 2);
    let change = book.part(id("p2")).unwrap();
    put(&mut book, change);
    assert_eq!(book.people().count(), 3);
    assert_eq!(all(&book).lines().last(), before.lines().last());
}

#[test]
fn b9_two_merged_one_after_the_other_are_parted_in_any_order() {
    let start = book();
    let before = all(&start);
    for order in [["p2", "p3"], ["p3", "p2"]] {
        let mut book = book();
        merge(&mut book);
        let change = MergeDraft::of(vec![id("p1"), id("p3")]).change(&book, today()).unwrap();
        put(&mut book, change);
        assert_eq!(book.people().count(), 1);
        assert_eq!(book.entries_found_as(id("p1")).count(), 2, "who erases somebody erases all their entries");
        for who in order {
            let change = book.part(id(who)).unwrap();
            put(&mut book, change);
        }
        assert_eq!(all(&book), before, "{order:?}");
    }
}

#[test]
fn b9_of_several_entries_each_value_is_chosen_and_who_is_somebody_else_is_left_out() {
    let mut book = book();
    let mut draft = MergeDraft::of(vec![id("p1"), id("p2"), id("p3")]);
    draft.take(id("p3"), false);
    assert_eq!(
        draft.differs(&book),
        [(MergeChoice::Name, ["Jim Ito", "James Ito", "Ann Lee"].map(String::from).to_vec())]
    );
    assert_eq!(draft.stands(&book, MergeChoice::Title), id("p2"), "who has none takes what the other has");
    draft.choose(MergeChoice::Name, id("p2"));
    assert_eq!(draft.stands(&book, MergeChoice::Name), id("p2"));
    let change = draft.change(&book, today()).unwrap();
    put(&mut book, change);
    assert_eq!(book.person(id("p1")).unwrap().name.as_str(), "James Ito");
    assert!(book.live_person(id("p3")).is_some_and(|ann| ann.merged.is_none()));
    draft.take(id("p2"), false);
    assert!(draft.change(&book, today()).is_err(), "one alone is nothing to merge");
    draft.take(id("p2"), true);
    assert!(draft.change(&book, today()).is_err(), "who became another is not merged again");
}

#[test]
fn b9_people_who_were_said_not_to_be_one_stay_two() {
    let mut book = book();
    let mut mint = Mint::new(Session::of_bits(7));
    let change = book.say_apart(&[id("p1"), id("p3"), id("p2")], &mut mint);
    assert_eq!(change.records.len(), 3);
    let undo = put(&mut book, change);
    assert!(book.is_apart(id("p3"), id("p1")) && book.is_apart(id("p1"), id("p2")));
    assert_eq!(book.say_apart(&[id("p1"), id("p3")], &mut mint), Change::default());
    let back = undo.change(&book);
    put(&mut book, back);
    assert!(!book.is_apart(id("p3"), id("p1")));
}
