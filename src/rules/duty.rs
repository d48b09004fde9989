//! Duties: what is owed, to whom, and since when, derived from the records of the book.
//!
//! What settles a duty is always a record the person made, a touch or a day on a referral, never a "done" flag; so what
//! is owed can never disagree with the book. Where the practice leaves a choice open, this is the one made here:
//!
//! * A referral raises nothing when it, its source or its prospect is in the trash or gone; nor does a duty to somebody
//!   who wants no messages.
//! * A referral without the day the source agreed owes no thank-you for agreeing, and a confirmation only on a day
//!   that was promised.
//! * The follow-up of an overridden referral counts from the day of the override, even when the introduction followed.
//! * "Tell how it goes" rests while thank-agreed, confirm or thank-and-report about the same referral is unsettled, on
//!   whatever day those fall due, and also while they are put off; not when they were dropped.
//! * A referral whose stage is confidential owes no news; one whose amount alone is, does.
//! * A duty put off falls due on the day it was put off to. A duty dropped is dropped for this occurrence: it comes back
//!   only with another due day.
//! * The back-up is always due today, because a book at risk has no better day.
//! * The chain of a person: the earliest referral that brought them is the primary one, by the day the source agreed
//!   (those without a day last, links of an address book after them), then by id. The chain goes on through people in the trash, who are owed nothing.
//!   It is thanked for a hundred generations down, and of what one person is owed for those above them, the fifty that fell
//!   due first are on the list: each that is settled, put off or dropped makes room for the next. Else a chain of a thousand
//!   would owe half a million thank-yous.
//! * A link found in an address book (B7) raises nothing by itself: no thanks, no news, no keeping in touch. Whoever it
//!   puts below somebody is thanked for the introductions and sales of the days after it was found, not for those before.
//! * A promise without a day raises nothing. Of a plan I owe my own lines, not theirs, and the review, which stands
//!   until its day is moved. An invitation is owed until it is answered or the event's day is over, and again when the event
//!   moves to another day; the follow-up to every guest who came, until a word of mine to them alone on a later day than
//!   the event's.
//! * The new client is asked after a sale, not after another kind of outcome: an ask or a "not now" to them dated on or after the day of the sale settles it.
//! * An ask is ripe, whatever came before, after a sale to this person, their confirmed satisfaction or a thank-you
//!   from them in the last 14 days (today included), or after I thanked them for a sale, unless an ask was made on or
//!   after that day; when a rating of 4 or 5 was never asked; and when the cooling time of the last ask is over: 90
//!   days (settable) after its day, or the day named by a "not now until", which also holds back every other reason.
//!   It waits while any duty above it in the list to the same person is late, due or soon, put off or not.
//! * Keep in touch counts from the last personal word in either direction; with no such word there is nothing to count
//!   from, and "five for this week" brings the person up instead. It is due from its day on and late half a cadence
//!   (rounded down) later; put off, it is late after the day it was put off to. A tier not set is derived: see [`super::tier`].

mod answers;
mod asking;
mod calendar;
mod chain;
mod concerned;
mod file;
mod in_touch;
mod kept;
mod promised;

pub use answers::Answers;
pub use asking::{RipeBecause, ripe_because};
pub use calendar::{Calendar, working_days};
pub use concerned::concerned;
pub use file::{of_referral, words_to_source};
pub use kept::Duties;
pub use promised::{heard_since, help, lines, word_to};

use crate::domain::book::{Book, Ties};
use crate::domain::day::later;
use crate::domain::id::{Id, PersonId, ReferralId};
use crate::domain::id_map::IdSet;
use crate::domain::kind::Kind;
use crate::domain::order::sort_by_key;
use crate::domain::person::{Consent, Person};
use crate::domain::referral::Referral;
use crate::domain::touch::Milestone;
use chrono::NaiveDate;

/// The subject of a duty's words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// One referral, which may be confidential.
    Referral,
    /// The person themselves: a promise, a plan, an event, or how they are.
    Person,
    /// An ask, which is prepared on a page of its own.
    Ask,
    /// The book; no message answers it.
    Book,
}

/// Declares the duties: the name in files, in addresses and on the command line, what the words are about, and the kinds
/// of record its rule reads besides those that every rule reads.
macro_rules! duties {
    ($(#[$doc:meta])* pub enum Duty { $(
        $(#[$case_doc:meta])* $case:ident = $name:literal, about $about:ident, reads [$($kind:ident),*];
    )* }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Duty { $($(#[$case_doc])* $case,)* }

        impl Duty {
            /// Every duty, in the order of the list.
            pub const ALL: &'static [Duty] = &[$(Duty::$case),*];

            /// The name in files, addresses and on the command line.
            pub fn name(self) -> &'static str {
                match self { $(Duty::$case => $name,)* }
            }

            /// The duty of a name.
            pub fn of_name(name: &str) -> Option<Duty> {
                Duty::ALL.iter().copied().find(|duty| duty.name() == name)
            }

            /// Returns what its words are about.
            pub fn subject(self) -> Subject {
                match self { $(Duty::$case => Subject::$about,)* }
            }

            /// Returns the kinds of record its rule reads besides people, settings and what was put off, which every rule
            /// reads. A change of any other kind of record leaves the duty as it was.
            pub fn reads(self) -> &'static [Kind] {
                match self { $(Duty::$case => { const READS: &[Kind] = &[$(Kind::$kind),*]; READS })* }
            }
        }
    };
}

duties! {
    /// A thing that can be owed, in the order of the list.
    pub enum Duty {
        /// Thank the source for agreeing (R40).
        ThankAgreed = "thank-agreed", about Referral, reads [Referral, Touch];
        /// Thank the source for the sale (R44).
        ThankWon = "thank-won", about Referral, reads [Referral, Touch];
        /// Thank everyone further down the chain, for the introduction and for the sale (R60, B1).
        ThankChain = "thank-chain", about Referral, reads [Referral, Touch];
        /// Follow up with the prospect (R42).
        FollowUp = "follow-up", about Referral, reads [Referral];
        /// Get the confirmation from the source (R38).
        Confirm = "confirm", about Referral, reads [Referral, Ask];
        /// Thank the source and report, after the first talk (R43).
        ThankReport = "thank-report", about Referral, reads [Referral, Touch];
        /// Tell the source how it goes (R62).
        Update = "update", about Referral, reads [Referral, Touch, Ask];
        /// One last word to the source, after the file was closed (R64).
        LastWord = "last-word", about Referral, reads [Referral, Touch];
        /// Help that was promised (R27).
        Help = "help", about Person, reads [Give];
        /// A line of a mutual plan, or its review (R67).
        Plan = "plan", about Person, reads [Plan];
        /// An invitation, or the word after an event (R69).
        Event = "event", about Person, reads [Event, Touch];
        /// Ask the new client, on the sale (R51).
        AskNewClient = "ask-new-client", about Ask, reads [Referral, Ask];
        /// An ask that is ripe (R19, R45). It waits for every duty above it, so it reads what those read as well.
        Ask = "ask", about Ask, reads [Referral, Touch, Ask, Give, Plan, Event];
        /// Keep in touch, by cadence (R6).
        KeepInTouch = "keep-in-touch", about Person, reads [Referral, Touch];
        /// Back up the book (B5). It goes by the count of changes, and is looked at after each.
        BackUp = "back-up", about Book, reads [];
    }
}

impl Duty {
    /// Returns whether this is a thank-you.
    pub fn is_thanks(self) -> bool {
        matches!(self, Duty::ThankAgreed | Duty::ThankWon | Duty::ThankChain | Duty::ThankReport)
    }
}

/// How a due day lies to today.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum When {
    /// Due before today.
    Late,
    /// Due today.
    Today,
    /// Due in the next seven days.
    Soon,
    /// Never due, but ripe: a good moment to ask.
    Ripe,
}

impl When {
    /// The name in files and on the screen's `data-due`.
    pub fn name(self) -> &'static str {
        match self {
            When::Late => "late",
            When::Today => "today",
            When::Soon => "soon",
            When::Ripe => "ripe",
        }
    }

    /// How `due` lies to `today`; `None` when it is more than seven days off.
    pub fn of(due: NaiveDate, today: NaiveDate) -> Option<When> {
        match due {
            due if due < today => Some(When::Late),
            due if due == today => Some(When::Today),
            due if due <= later(today, 7) => Some(When::Soon),
            _ => None,
        }
    }
}

/// An unsettled duty, whenever it falls due.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Raised {
    /// The duty that is owed.
    pub duty: Duty,
    /// The day it falls due by the rules; of a ripe ask and of a back-up, which have none, the day that was asked about.
    pub due: NaiveDate,
    /// To whom the word goes: the prospect for a follow-up and a new client's ask, the ancestor for the chain, the one
    /// promised, planned with or invited, else the source; nobody for a back-up.
    pub person: Option<PersonId>,
    /// The referral it is about.
    pub referral: Option<ReferralId>,
    /// The moment of that referral it answers.
    pub milestone: Option<Milestone>,
    /// The give, the plan or the event it comes from.
    pub record: Option<Id>,
    /// How many days after the due day it becomes late, where that is later than the day after.
    pub patience: u64,
}

impl Raised {
    /// A duty to this person on this day, about nothing yet.
    pub fn to(person: PersonId, duty: Duty, due: NaiveDate) -> Raised {
        Raised { duty, due, person: Some(person), referral: None, milestone: None, record: None, patience: 0 }
    }

    /// Returns the referral it is about, or the record it comes from.
    pub fn about(&self) -> Option<Id> {
        self.referral.map(|id| id.0).or(self.record)
    }
}

/// A duty that stands on today's list.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Owed {
    /// The duty with its day by the rules.
    pub raised: Raised,
    /// The day it is due: by the rules, or the day it was put off to.
    pub due: NaiveDate,
    /// How that day lies to today.
    pub when: When,
}

impl Owed {
    /// Returns whom a ripe ask would go to; `None` for every other duty.
    pub fn ripe_ask(&self) -> Option<PersonId> {
        self.raised.person.filter(|_| self.raised.duty == Duty::Ask)
    }
}

/// Returns the duties of this day: overdue before due before soon before ripe, inside that by duty, then by age.
/// What was put off to a later day or dropped is left out.
pub fn owed(book: &Book, today: NaiveDate) -> Vec<Owed> {
    let rules = Rules::of(book, today);
    rules.standing(all_raised(&rules))
}

fn all_raised(rules: &Rules) -> Vec<Raised> {
    let book = rules.book;
    let mut raised = rules.raised_by_records();
    let busy = rules.busy(&raised);
    for (person, ties) in book.everyone() {
        raised.extend(rules.keep_in_touch(person, ties).filter(|raised| rules.may_stand(raised)));
        if !busy.contains(&person.id) {
            raised.extend(rules.ripe(person, ties));
        }
    }
    raised
}

/// Returns the duties to this person on this day, or for `None` the back-up: as [`owed`], without a walk over the whole
/// book.
pub fn owed_to(book: &Book, person: Option<PersonId>, today: NaiveDate) -> Vec<Owed> {
    let rules = Rules::of(book, today);
    rules.standing(to(&rules, person))
}

/// Every unsettled duty to these people on this day, whenever it falls due, in no promised order; for `None` the back-up.
pub fn raised_to(book: &Book, people: impl IntoIterator<Item = Option<PersonId>>, today: NaiveDate) -> Vec<Raised> {
    let rules = Rules::of(book, today);
    people.into_iter().flat_map(|person| to(&rules, person)).collect()
}

/// Every unsettled thank-you for this referral, to its source and to everyone further down the chain (R60, B1).
pub fn thanks_of(book: &Book, referral: &Referral, today: NaiveDate) -> Vec<Raised> {
    let rules = Rules::of(book, today);
    let mut raised = Vec::new();
    file::raised_by(&rules, referral, &mut raised);
    raised.retain(|raised| matches!(raised.duty, Duty::ThankAgreed | Duty::ThankWon | Duty::ThankReport));
    chain::raised_by(&rules, referral, &mut raised);
    raised.retain(|raised| rules.may_be_owed(raised));
    raised
}

fn to(rules: &Rules, person: Option<PersonId>) -> Vec<Raised> {
    let book = rules.book;
    let Some(id) = person else { return back_up(book, rules.today).into_iter().collect() };
    let ties = book.ties(id);
    let Some(person) = ties.live() else { return Vec::new() };
    let brought = book.referrals_to(id).filter(|referral| referral.source != id);
    let about = book.referrals_from(id).chain(brought);
    let mut raised: Vec<Raised> = Vec::new();
    about.for_each(|referral| file::raised_by(rules, referral, &mut raised));
    raised.extend(chain::owed_to(rules, id));
    raised.extend(promised::to(rules, id));
    raised.retain(|raised| raised.person == Some(id) && rules.may_be_owed(raised));
    raised.extend(rules.keep_in_touch(person, ties));
    if rules.busy(&raised).is_empty() {
        raised.extend(rules.ripe(person, ties));
    }
    raised
}

/// The context of the rules: the book on a day, the person's own calendar, and the duties put off or dropped.
struct Rules<'a> {
    book: &'a Book,
    thanks: chain::Thanks<'a>,
    today: NaiveDate,
    calendar: Calendar,
    answers: Answers<'a>,
}

impl<'a> Rules<'a> {
    fn of(book: &'a Book, today: NaiveDate) -> Rules<'a> {
        Rules { book, thanks: chain::Thanks::of(book), today, calendar: Calendar::of(book), answers: Answers::of(book) }
    }

    fn raised_by_records(&self) -> Vec<Raised> {
        let mut all = Vec::new();
        for (person, ties) in self.book.everyone() {
            ties.referrals_from().for_each(|referral| file::raised_by(self, referral, &mut all));
            all.extend(chain::owed_to(self, person.id));
        }
        all.extend(promised::all(self));
        all.retain(|raised| self.may_be_owed(raised));
        all.extend(back_up(self.book, self.today));
        all
    }

    /// Whether it can stand on the list of this day. Nearly everyone is owed a word at some time, and nearly all of those are
    /// neither soon nor answered.
    fn may_stand(&self, raised: &Raised) -> bool {
        When::of(raised.due, self.today).is_some() || self.answers.has_any_to(raised.person)
    }

    /// Nobody is owed a word who is gone, in the trash, or wants none.
    fn may_be_owed(&self, raised: &Raised) -> bool {
        let person = raised.person.and_then(|id| self.book.live_person(id));
        person.is_some_and(may_be_written_to)
    }

    fn keep_in_touch(&self, person: &Person, ties: &Ties) -> Option<Raised> {
        in_touch::keep(self, person, ties).filter(|_| may_be_written_to(person))
    }

    fn ripe(&self, person: &Person, ties: &Ties) -> Option<Raised> {
        let because = asking::ripe(person, ties, &self.calendar, self.today);
        because.map(|_| Raised::to(person.id, Duty::Ask, self.today)).filter(|_| may_be_written_to(person))
    }

    /// To whom something above an ask is owed: the loop is closed before another is opened.
    fn busy(&self, raised: &[Raised]) -> IdSet<PersonId> {
        let soon = later(self.today, 7);
        let above = raised.iter().filter(|raised| raised.duty < Duty::Ask && raised.due <= soon);
        above.filter(|raised| !self.answers.is_dropped(raised)).filter_map(|raised| raised.person).collect()
    }

    /// Which of these duties stand on the list of this day, in its order.
    fn standing(&self, raised: Vec<Raised>) -> Vec<Owed> {
        let mut list: Vec<Owed> = raised.into_iter().filter_map(|raised| self.stands(raised)).collect();
        sort_by_key(&mut list, order);
        list
    }

    fn stands(&self, raised: Raised) -> Option<Owed> {
        if self.answers.is_dropped(&raised) {
            return None;
        }
        let put_off_to = self.answers.put_off_to(&raised);
        if put_off_to.is_some_and(|day| day > self.today) {
            return None;
        }
        let due = put_off_to.unwrap_or(raised.due);
        let patience = if put_off_to.is_some() { 0 } else { raised.patience };
        let when = match When::of(due, self.today)? {
            _ if raised.duty == Duty::Ask => When::Ripe,
            When::Late if later(due, patience) > self.today => When::Today,
            when => when,
        };
        Some(Owed { raised, due, when })
    }
}

fn may_be_written_to(person: &Person) -> bool {
    person.consent != Some(Consent::DoNotContact)
}

type DutyOrder = (When, Duty, NaiveDate, (Option<ReferralId>, Option<PersonId>, Option<Id>, Option<Milestone>));

fn order(owed: &Owed) -> DutyOrder {
    let Raised { duty, referral, person, record, ref milestone, .. } = owed.raised;
    (owed.when, duty, owed.due, (referral, person, record, milestone.clone()))
}

/// The back-up, where the book is at risk without one (B5).
pub fn back_up(book: &Book, today: NaiveDate) -> Option<Raised> {
    let at_risk = match book.setting("backup").and_then(|s| s.on) {
        None => book.changes_since_backup >= 20,
        Some(on) => today >= later(on, 7) && book.changes_since_backup >= 50,
    };
    let nobody = Raised::to(PersonId::default(), Duty::BackUp, today);
    at_risk.then_some(Raised { person: None, ..nobody })
}

#[cfg(test)]
mod tests;
