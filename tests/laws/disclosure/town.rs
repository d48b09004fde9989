//! Books in which everything bears a mark: of whom or of which referral it is, and whether it may be told.

use kith::domain::ask::{Ask, Target};
use kith::domain::book::Book;
use kith::domain::event::{Event, Guest};
use kith::domain::id::{PersonId, ReferralId};
use kith::domain::ideal_client::IdealClient;
use kith::domain::introduction::{Introduction, OptIn, Says};
use kith::domain::money::{Currency, Money};
use kith::domain::organisation::Organisation;
use kith::domain::person::{Mention, Name, Person, Reach, ReachKind, Role};
use kith::domain::plan::Plan;
use kith::domain::referral::{Confidential, End, Origin, Outcome, Referral, SecretPart};
use kith::domain::result::ResultStory;
use kith::domain::script::Script;
use kith::domain::story::Story;
use kith::domain::touch::{Milestone, Purpose, StartedBy, Touch, TouchKind};
use proptest::collection::vec;
use proptest::prelude::*;

/// How many people there are; their numbers have one digit, so that no mark is the beginning of another.
pub const PEOPLE: usize = 6;

/// Nothing is confidential.
pub const NOTHING: u8 = 9;

/// A referral of a town.
#[derive(Debug, Clone)]
pub struct Edge {
    pub source: usize,
    pub prospect: usize,
    /// 0 whole, 1 the stage, 2 the amount, 3 both of these, else nothing.
    pub secret: u8,
    /// 0 open, 1 won, 2 closed.
    pub end: u8,
    /// How far it is, 0 to 4.
    pub far: u8,
}

impl Edge {
    pub fn confidential(&self) -> Confidential {
        match self.secret {
            0 => Confidential::Whole,
            1 => Confidential::Parts([SecretPart::Stage].into()),
            2 => Confidential::Parts([SecretPart::Amount].into()),
            3 => Confidential::Parts([SecretPart::Stage, SecretPart::Amount].into()),
            _ => Confidential::No,
        }
    }

    pub fn hides_stage(&self) -> bool {
        matches!(self.secret, 0 | 1 | 3)
    }
}

/// What a book is made of.
#[derive(Debug, Clone)]
pub struct Town {
    pub edges: Vec<Edge>,
    /// Pairs I introduce, with what each says.
    pairs: Vec<(usize, usize, u8, u8)>,
    /// Touches: with whom, about which referral, answering which moment.
    touches: Vec<(usize, Option<usize>, u8)>,
    /// Of whose story somebody wrote words that name this person.
    stories: Vec<(usize, usize)>,
}

/// A town in which people, referrals and everything else meet by chance.
pub fn towns() -> impl Strategy<Value = Town> {
    let edge = (0..PEOPLE, 0..PEOPLE, 0..8_u8, 0..3_u8, 0..5_u8)
        .prop_map(|(source, prospect, secret, end, far)| Edge { source, prospect, secret, end, far });
    let pairs = vec((0..PEOPLE, 0..PEOPLE, 0..3_u8, 0..3_u8), 0..4);
    let touches = vec((0..PEOPLE, proptest::option::of(0..8_usize), 0..4_u8), 0..6);
    (vec(edge, 1..8), pairs, touches, vec((0..8_usize, 0..PEOPLE), 0..3))
        .prop_map(|(edges, pairs, touches, stories)| Town { edges, pairs, touches, stories })
}

/// The name of somebody, part by part.
pub fn name_marks(n: usize) -> Vec<String> {
    vec![format!("Zebulon{n}"), format!("Quill{n}x")]
}

/// Everything else about somebody.
pub fn other_marks(n: usize) -> Vec<String> {
    ["Nimbus", "zeb", "Titled", "Noted", "Factual", "Tagged", "Lovely"].map(|mark| format!("{mark}{n}z")).to_vec()
}

/// What stands in a result of theirs.
pub fn result_mark(n: usize) -> String {
    format!("Result{n}z")
}

/// Everything that is written on a referral.
pub fn edge_marks(n: usize) -> Vec<String> {
    [vec![format!("Sayso{n}z"), format!("Benefit{n}z"), format!("Spoken{n}z")], stage_marks(n)].concat()
}

/// What is written on it that follows from its stage.
pub fn stage_marks(n: usize) -> Vec<String> {
    vec![format!("Ending{n}z"), format!("Spoken{n}z")]
}

/// How a day of a referral that hides its stage can be written: such days lie in a February, and no others do.
pub fn secret_days() -> Vec<String> {
    ["February", "2025-02", "202502", "Feb"].map(str::to_string).to_vec()
}

/// How the value of a referral that hides its amount can be written.
pub fn secret_value() -> Vec<String> {
    ["98765", "98,765"].map(str::to_string).to_vec()
}

pub fn person(n: usize) -> PersonId {
    format!("p{n}").parse().unwrap()
}

pub fn referral(n: usize) -> ReferralId {
    format!("r{n}").parse().unwrap()
}

impl Town {
    /// The town whose every referral is this confidential.
    pub fn of(secret: u8) -> Town {
        let edge = |(source, prospect, end)| Edge { source, prospect, secret, end, far: 4 };
        let edges = [(0, 1, 1), (1, 2, 0), (2, 3, 2), (0, 4, 0)].map(edge).to_vec();
        Town {
            edges,
            pairs: vec![(1, 2, 2, 2), (3, 4, 2, 0)],
            touches: vec![(0, Some(0), 1), (2, None, 0)],
            stories: vec![],
        }
    }

    /// Whether nobody may be told who this is.
    pub fn is_hidden(&self, n: usize) -> bool {
        self.edges.iter().any(|edge| edge.prospect == n && edge.secret == 0)
    }

    /// Whether nobody may be told what this person is to me.
    pub fn holds_standing(&self, n: usize) -> bool {
        self.edges.iter().any(|edge| edge.prospect == n && edge.hides_stage())
    }

    /// The book of this town.
    pub fn book(&self) -> Book {
        let mut book = Book::default();
        (0..PEOPLE).for_each(|n| self.somebody(&mut book, n));
        self.edges.iter().enumerate().for_each(|(n, edge)| book.put(self.referral(n, edge).into()));
        for (n, (one, other, says, replies)) in self.pairs.iter().enumerate() {
            let (id, [one_says, other_says]) = (format!("i{n}").parse().unwrap(), [opt_in(*says), opt_in(*replies)]);
            let (one, other) = (person(*one), person(*other));
            book.put(Introduction { id, one, other, one_says, other_says, ..Introduction::default() }.into());
        }
        for (n, touch) in self.touches.iter().enumerate() {
            book.put(self.touch(n, touch).into());
        }
        for (of, who) in self.stories.iter().filter(|(of, _)| *of < self.edges.len()) {
            let text = format!("All is well with {}.", name_marks(*who).join(" "));
            let (id, named) = (format!("r{of}").parse().unwrap(), (0..PEOPLE).map(person).collect());
            book.put(Story { id, text, named, ..Story::default() }.into());
        }
        everything_else(&mut book);
        book
    }

    /// Somebody who bears a mark in every field, on every list, first in the Hundred or last, with a result, a plan, an ask
    /// that names them, and a place of work.
    fn somebody(&self, book: &mut Book, n: usize) {
        let [place, mail, title, note, facts, tag, loves] = other_marks(n).try_into().unwrap();
        let value = format!("{mail}@example.com");
        let is_client = self.edges.iter().any(|edge| edge.prospect == n && edge.end == 1);
        let through = (n + 1) % PEOPLE;
        let met_through = match n % 2 {
            0 => Mention::of(person(through).0),
            _ => Mention(name_marks(through).join(" ")),
        };
        book.put(Organisation { id: format!("o{n}").parse().unwrap(), name: place.clone(), trashed: false }.into());
        let known = Person {
            id: person(n),
            name: Name::new(&name_marks(n).join(" ")).unwrap(),
            organisation: Some(Mention(place)),
            reach: vec![Reach { kind: ReachKind::Email, label: String::new(), value }],
            roles: if is_client { [Role::Client].into() } else { [Role::Peer].into() },
            satisfied_on: if self.holds_standing(n) { "2025-02-10" } else { "2026-07-10" }.parse().ok(),
            rank: Some(n as u32 + 1),
            lists: ["Letter".to_string()].into(),
            tags: [tag].into(),
            met_through: Some(met_through),
            title,
            note,
            facts,
            loves,
            ..Person::default()
        };
        book.put(known.into());
        let told = || result_mark(n);
        let (id, who, before, after) = (format!("x{n}").parse().unwrap(), told(), told(), told());
        let result = ResultStory {
            id,
            person: Some(person(n)),
            who,
            before,
            after,
            may_name: n.is_multiple_of(2),
            ..Default::default()
        };
        book.put(result.into());
        let (id, name) = (format!("a{n}").parse().unwrap(), name_marks(through).join(" "));
        let on = "2026-08-03".parse().unwrap();
        book.put(
            Ask { id, person: person(n), on, target: Some(Target { name, ..Target::default() }), ..Ask::default() }
                .into(),
        );
        book.put(Plan { id: format!("l{n}").parse().unwrap(), with: person(n), ..Plan::default() }.into());
    }

    fn referral(&self, n: usize, edge: &Edge) -> Referral {
        let month = if edge.hides_stage() { "2025-02" } else { "2026-04" };
        let day = |far: u8, on: u8| {
            Some(on).filter(|_| edge.far >= far).and_then(|on| format!("{month}-{on:02}").parse().ok())
        };
        let minor = if edge.confidential() == Confidential::No { 1_234_500 } else { 9_876_500 };
        let [said, why, _] = [0, 1, 2].map(|at| edge_marks(n)[at].clone());
        let outcome = Outcome {
            kind: [End::Open, End::Won, End::Closed][usize::from(edge.end)].clone(),
            on: if edge.end > 0 { day(0, 12) } else { None },
            value: Some(Money { minor, currency: Currency::USD }).filter(|_| edge.end == 1),
            why: stage_marks(n)[0].clone(),
            ..Outcome::default()
        };
        Referral {
            id: referral(n),
            source: person(edge.source),
            prospect: person(edge.prospect),
            origin: if n.is_multiple_of(3) { Origin::Offered } else { Origin::Asked },
            said,
            why,
            confidential: edge.confidential(),
            agreed_on: day(0, 3),
            introduced_on: day(1, 5),
            followed_up_on: day(2, 6),
            talked_on: day(3, 10),
            outcome,
            ..Referral::default()
        }
    }

    fn touch(&self, n: usize, (with, about, moment): &(usize, Option<usize>, u8)) -> Touch {
        let about = about.filter(|about| *about < self.edges.len());
        let moments = [Milestone::Agreed, Milestone::Introduced, Milestone::Talked, Milestone::Won];
        Touch {
            id: format!("t{n}").parse().unwrap(),
            person: person(*with),
            on: format!("2026-05-{:02}", n + 1).parse().unwrap(),
            kind: TouchKind::Call,
            started_by: StartedBy::Me,
            purposes: [Purpose::Thank].into(),
            about: about.map(referral),
            milestone: about.map(|_| moments[usize::from(*moment)].clone()),
            text: about.map(|about| format!("Spoken{about}z")).unwrap_or_default(),
            ..Touch::default()
        }
    }
}

fn opt_in(says: u8) -> OptIn {
    let says = [Says::NotAsked, Says::Asked, Says::Yes][usize::from(says)].clone();
    OptIn { says, ..OptIn::default() }
}

/// An event to come with everyone on its list, and one that was; an ideal client whose problem names somebody; a script for
/// each duty with every merge field, and one that names somebody.
fn everything_else(book: &mut Book) {
    for (id, on) in [("e0", "2026-09-03"), ("e1", "2026-12-03")] {
        let guest = |n| Guest { person: person(n), came: true, ..Guest::default() };
        let (name, invited) = ("Drinks".to_string(), (0..PEOPLE).map(guest).collect());
        book.put(Event { id: id.parse().unwrap(), name, on: on.parse().ok(), invited, ..Event::default() }.into());
    }
    let named = format!("Named{}.", name_marks(2).join(" "));
    let (id, name) = ("e2".parse().unwrap(), name_marks(1).join(" "));
    book.put(Event { id, name, ..Event::default() }.into());
    let (id, problem) = ("c0".parse().unwrap(), named.replace("Named", "Like "));
    book.put(IdealClient { id, name: "Owners".into(), problem, ..IdealClient::default() }.into());
    let fields = "{first} {name} {prospect} {source} {next} {fruit} {promise} {target} {result} {ideal_client}";
    for duty in kith::rules::duty::Duty::ALL {
        let (id, moment) = (format!("s-{}", duty.name()).parse().unwrap(), duty.name().to_string());
        book.put(Script { id, moment: moment.clone(), text: fields.into(), ..Script::default() }.into());
        let (id, text) = (format!("n-{}", duty.name()).parse().unwrap(), format!("Ask {}.", name_marks(3).join(" ")));
        book.put(Script { id, moment, text, ..Script::default() }.into());
    }
}
