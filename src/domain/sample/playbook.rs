//! The words of the sample's owner, who gets small firms paid on time: whom they look for, what came of their work, and
//! how they say it (R22–R25).

use super::teller::SampleTeller;
use crate::domain::id::{Id, IdealClientId, ResultId, ScriptId};
use crate::domain::ideal_client::IdealClient;
use crate::domain::result::ResultStory;
use crate::domain::script::Script;

/// Writes the playbook down; the kind of client most asks are about.
pub fn write(teller: &mut SampleTeller) -> Id {
    let owners = teller.id();
    teller.record(owners_of_family_firms(owners).into());
    let id = IdealClientId(teller.id());
    teller.record(new_heads_of_finance(id).into());
    let id = IdealClientId(teller.id());
    teller.record(practices(id).into());
    for &(key, who, before, after, number) in RESULTS {
        let id = ResultId(teller.id());
        let may_name = who.is_empty();
        let text = |text: &str| text.to_string();
        let (person, who) = (Some(teller.person(key)).filter(|_| may_name), text(who));
        let (before, after, number) = (text(before), text(after), text(number));
        teller.record(ResultStory { id, person, who, before, after, number, may_name, trashed: false }.into());
    }
    for &(name, moment, subject, text) in SCRIPTS {
        let id = ScriptId(teller.id());
        let (name, moment) = (name.into(), moment.into());
        let (subject, text) = (subject.into(), text.into());
        teller.record(Script { id, name, moment, subject, text, trashed: false }.into());
    }
    owners
}

fn owners_of_family_firms(id: Id) -> IdealClient {
    IdealClient {
        id: IdealClientId(id),
        name: "Owners of family firms that wait for their money".into(),
        titles: "Owner\nManaging director".into(),
        company: "Makers and wholesalers who send invoices to other firms".into(),
        size: "Ten to sixty people".into(),
        place: "An hour around the harbour".into(),
        trigger: "The bank has asked about the overdraft, or a daughter or son has taken over the books".into(),
        problem: "The work is done in March and paid for in June".into(),
        examples: "Inês Carvalho, Carvalho & Filhos\nMargaret Osei, Osei Catering".into(),
        not_fit: "Shops that are paid at the till".into(),
        trashed: false,
    }
}

fn new_heads_of_finance(id: IdealClientId) -> IdealClient {
    IdealClient {
        id,
        name: "Finance directors new in the chair".into(),
        titles: "Finance director\nChief financial officer\nHead of accounts".into(),
        company: "Firms that have grown by buying others".into(),
        size: "Sixty to three hundred people".into(),
        trigger: "Less than half a year in the post".into(),
        problem: "Hundreds of open items, and nobody left who can explain them".into(),
        examples: "Fred Ito, Ito Precision\nRosa Jiménez, Jiménez Clinics".into(),
        not_fit: "Groups whose books are kept abroad".into(),
        ..IdealClient::default()
    }
}

/// One that is not finished: the screen says what is missing.
fn practices(id: IdealClientId) -> IdealClient {
    IdealClient {
        id,
        name: "Practices with several partners".into(),
        titles: "Practice director\nPartner".into(),
        company: "Dentists, architects, lawyers".into(),
        examples: "Connie Alvarez, Alvarez Dental Group".into(),
        ..IdealClient::default()
    }
}

/// Whom it was for, what they are called where they are not named, before, after, and the number.
const RESULTS: &[(&str, &str, &str, &str, &str)] = &[
    ("maya", "", "customers paid after 61 days", "they pay after 29", "32 days sooner"),
    ("tomasz", "", "a drawer full of unpaid bills", "two old debts, both small", ""),
    ("", "a caterer with a staff of thirty", "overdrawn at every month’s end", "not once in half a year", ""),
    ("", "an architects’ office", "invoices left three weeks after the drawings", "they leave the same day", "20 days"),
];

/// The name, the moment, the subject and the words.
const SCRIPTS: &[(&str, &str, &str, &str)] = &[
    (
        "Thanks for lending a name",
        "thank-agreed",
        "Thank you",
        "You put your name beside mine, and I know what that is worth. I will treat {prospect} as you would.{promise}",
    ),
    (
        "Over the results",
        "ask",
        "Whom else do you know?",
        "When we looked at the figures you said what you like about our work: {loves}. I would like to do the same for more people like you, and they never find me by themselves: {ideal_client}. Is there somebody among your suppliers or your neighbours who comes to mind? Two lines from you, with me in copy, would do it.\n\nAnd tell me what I can do for you.",
    ),
    (
        "News in two lines",
        "update",
        "A short word",
        "A short word about {prospect}: it moves, and you need do nothing. I will tell you myself how it ends.",
    ),
];
