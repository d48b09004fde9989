//! Says whether a book is sound: `cargo run --release --no-default-features --example check < book`.
//!
//! Form, limits, ids, stamps, counts and SHA-256 are checked by reading it; then every record must be readable, and
//! every record it refers to must be there, if only as erased. Exit status 1 if anything is wrong.

use kith::domain::id::Id;
use kith::domain::kind::Kind;
use kith::domain::record::Record;
use kith::exchange::backup;
use kith::store::form;
use kith::store::materialize;
use kith::store::partial_book::PartialBook;
use kith::store::stored_record::StoredRecord;
use std::io::Read;
use std::process::ExitCode;

fn main() -> ExitCode {
    let mut bytes = Vec::new();
    if let Err(why) = std::io::stdin().read_to_end(&mut bytes) {
        eprintln!("{why}");
        return ExitCode::FAILURE;
    }
    let partial_book = match backup::read(&bytes) {
        Ok(incoming) => incoming.partial_book,
        Err(why) => {
            eprintln!("{why}");
            return ExitCode::FAILURE;
        }
    };
    let faults = faults(&partial_book);
    faults.iter().for_each(|fault| eprintln!("{fault}"));
    for (kind, count) in form::counts(&partial_book) {
        println!("{kind} {count}");
    }
    if faults.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn faults(partial_book: &PartialBook) -> Vec<String> {
    let mut faults = Vec::new();
    for (kind, id, stored) in partial_book.iter() {
        let of_kind = Kind::of_word(kind);
        if matches!(stored, StoredRecord::Erased(_)) || !has_type(&of_kind) {
            continue;
        }
        let Some(record) = materialize::record(kind, &of_kind, id, stored) else {
            faults.push(format!("{kind} {id}: what it must have is missing or cannot be read"));
            continue;
        };
        for (field, to, target) in references(&record) {
            if partial_book.get(to, target).is_none() {
                faults.push(format!("{kind} {id}: its {field} is {to} {target}, which is not in the book"));
            }
        }
    }
    faults
}

fn has_type(kind: &Kind) -> bool {
    Record::KINDS.contains(kind)
}

/// The fields that must name a record in the book, with the kind and the id they name.
fn references(record: &Record) -> Vec<(&'static str, &'static str, Id)> {
    match record {
        Record::Ask(ask) => vec![("person", "person", ask.person.0)],
        Record::Referral(referral) => [
            Some(("source", "person", referral.source.0)),
            Some(("prospect", "person", referral.prospect.0)),
            referral.ask.map(|ask| ("ask", "ask", ask.0)),
        ]
        .into_iter()
        .flatten()
        .collect(),
        Record::Touch(touch) => {
            let about = touch.about.map(|referral| ("about", "referral", referral.0));
            std::iter::once(("person", "person", touch.person.0)).chain(about).collect()
        }
        Record::PutOff(put_off) => {
            let person = put_off.person.map(|person| ("person", "person", person.0));
            let referral = put_off.referral.map(|referral| ("referral", "referral", referral.0));
            person.into_iter().chain(referral).collect()
        }
        Record::Give(give) => vec![("to", "person", give.to.0)],
        Record::Introduction(introduction) => {
            let give = introduction.give.map(|give| ("give", "give", give.0));
            let people = [("one", "person", introduction.one.0), ("other", "person", introduction.other.0)];
            people.into_iter().chain(give).collect()
        }
        Record::Plan(plan) => vec![("with", "person", plan.with.0)],
        Record::Event(event) => event.invited.iter().map(|guest| ("invited", "person", guest.person.0)).collect(),
        Record::Result(result) => result.person.iter().map(|person| ("person", "person", person.0)).collect(),
        Record::Communication(issue) => {
            let again = issue.again.map(|first| ("again", "communication", first.0));
            issue.to.iter().map(|person| ("to", "person", person.0)).chain(again).collect()
        }
        Record::Story(story) => {
            let named = story.named.iter().map(|person| ("named", "person", person.0));
            std::iter::once(("id", "referral", story.id.0)).chain(named).collect()
        }
        Record::Apart(apart) => vec![("one", "person", apart.one.0), ("other", "person", apart.other.0)],
        Record::Person(person) => person.merged.iter().map(|mark| ("merged", "person", mark.into.0)).collect(),
        Record::Organisation(_)
        | Record::Setting(_)
        | Record::IdealClient(_)
        | Record::Script(_)
        | Record::Connection(_) => Vec::new(),
    }
}
