//! The story of the sample book: referrals at every step, and the words that went with them.
//!
//! What is left undone here is what Today shows: something late, something for today, something soon.

use super::teller::SampleTeller;
use super::{gatherings, giving, news, playbook};
use crate::domain::ask::{AskAction, AskEnd, AskOutcome};
use crate::domain::change::Change;
use crate::domain::day::later;
use crate::domain::id::{AskId, Id, ReferralId, Session};
use crate::domain::money::{Currency, Money};
use crate::domain::referral::{Confidential, End, Fruit, Origin, Outcome, Referral, Strength};
use crate::domain::touch::Milestone::{Agreed, Closed, Introduced, Talked, Won};
use crate::domain::touch::Purpose::{Thank, Update};
use crate::domain::touch::{Purpose, StartedBy, TouchKind};
use chrono::NaiveDate;

/// Tells all of it as of `today`.
pub fn tell(today: NaiveDate, session: Session) -> Change {
    let mut teller = SampleTeller::new(today, session);
    let owners = playbook::write(&mut teller);
    first_branch(&mut teller);
    second_branch(&mut teller);
    third_branch(&mut teller);
    just_begun(&mut teller);
    under_way(&mut teller);
    ended(&mut teller);
    asked_and_waiting(&mut teller, owners);
    asked_in_vain(&mut teller);
    gatherings::tell(&mut teller);
    giving::write(&mut teller);
    news::write(&mut teller);
    for &(with, days, kind, by_me, text) in CHATS {
        let started_by = if by_me { StartedBy::Me } else { StartedBy::Them };
        teller.chat(with, days, TouchKind::of_word(kind), started_by, text);
    }
    teller.done()
}

/// How many days ago each thing happened; 0 for what has not.
#[derive(Default)]
struct DaysAgo {
    agreed: u64,
    introduced: u64,
    followed: u64,
    talked: u64,
}

fn referral(teller: &SampleTeller, days: &DaysAgo, ask: Option<AskId>, said: &str, why: &str) -> Referral {
    let on = |days: u64| (days > 0).then(|| teller.ago(days));
    Referral {
        ask,
        origin: if ask.is_some() { Origin::Asked } else { Origin::Offered },
        strength: Strength::try_from(if days.introduced > 0 { 3 } else { 2 }).ok(),
        action: Some(AskAction::Email),
        said: said.into(),
        why: why.into(),
        agreed_on: Some(teller.ago(days.agreed)),
        introduced_on: on(days.introduced),
        followed_up_on: on(days.followed),
        talked_on: on(days.talked),
        ..Referral::default()
    }
}

fn won(on: NaiveDate, value: i64) -> Outcome {
    let value = Some(Money { minor: value * 100, currency: Currency::USD });
    Outcome { kind: End::Won, on: Some(on), value, what: Some(Fruit::Sale), why: String::new() }
}

fn closed(on: NaiveDate, why: &str) -> Outcome {
    Outcome { kind: End::Closed, on: Some(on), why: why.into(), ..Outcome::default() }
}

/// A sale of long ago: thanked for at every step, the chain too.
fn old_sale(
    teller: &mut SampleTeller,
    source: &str,
    prospect: (&str, &str),
    start: u64,
    value: i64,
    chain: &[&str],
) -> ReferralId {
    let (prospect, name) = prospect;
    let ask = teller.agreed(source, start, name);
    let days = DaysAgo { agreed: start, introduced: start - 3, followed: start - 4, talked: start - 9 };
    let end = start - 45;
    let said = "They work hard and wait too long for their money.";
    let told = referral(teller, &days, Some(ask), said, "Forty days from invoice to payment, every month.");
    let sale = won(teller.ago(end), value);
    let about = teller.referral(source, prospect, Referral { outcome: sale, ..told });
    for (ago, said) in [
        (start, (Thank, Some(Agreed), "Thank you for putting your name in. You said you would write by Thursday.")),
        (start - 10, (Thank, Some(Talked), "You were right about them. We talked for an hour.")),
        (end, (Thank, Some(Won), "It is signed, and it began with your e-mail. Thank you.")),
    ] {
        teller.word(source, ago, about, said);
    }
    for ancestor in chain {
        let said = (Thank, Some(Introduced), "Another link in the chain you began. Thank you.");
        teller.word(ancestor, start - 8, about, said);
        teller.word(ancestor, end - 6, about, (Thank, Some(Won), "It became a sale; it goes back to you."));
    }
    about
}

/// Margaret, Tomasz, Inês, Daniel: four deep. Margaret has not heard yet that Inês introduced Daniel.
fn first_branch(teller: &mut SampleTeller) {
    old_sale(teller, "margaret", ("tomasz", "Tomasz Wójcik"), 1100, 9_800, &[]);
    old_sale(teller, "tomasz", ("ines", "Inês Carvalho"), 430, 14_200, &["margaret"]);
    let ask = teller.agreed("ines", 16, "Daniel Mbeki");
    let days = DaysAgo { agreed: 16, introduced: 11, followed: 10, talked: 5 };
    let said = "Careful, honest, buried in paper. Likes to see numbers before words.";
    let told = referral(teller, &days, Some(ask), said, "Two lorries bought, and customers who pay after ninety days.");
    let about = teller.referral("ines", "daniel", told);
    let said =
        (Thank, Some(Agreed), "Thank you for offering to write to Daniel. By Friday, you said: that would be perfect.");
    teller.word("ines", 16, about, said);
    teller.word("ines", 11, about, (Thank, Some(Introduced), "Your note to Daniel was kind. Thank you."));
    teller.word(
        "ines",
        4,
        about,
        (Update, Some(Talked), "Daniel and I talked. You were right: he wanted the table first."),
    );
    teller.word(
        "tomasz",
        4,
        about,
        (Thank, Some(Introduced), "Because you brought me Inês, I now know Daniel. Thank you."),
    );
    teller.chat(
        "daniel",
        5,
        TouchKind::Meeting,
        StartedBy::Me,
        "Went through last quarter's invoices. He sends the list on Monday.",
    );
}

/// Jim, Connie, Fred, Lindiwe. Fred has just signed; nobody has been thanked for it.
fn second_branch(teller: &mut SampleTeller) {
    old_sale(teller, "jim", ("connie", "Connie Alvarez"), 760, 22_000, &[]);
    let ask = teller.agreed("connie", 48, "Fred Ito");
    let days = DaysAgo { agreed: 48, introduced: 44, followed: 43, talked: 39 };
    let said = "New in the chair, wants to show something by spring.";
    let told = referral(teller, &days, Some(ask), said, "Took over a ledger with four hundred open items.");
    let sale = won(teller.ago(2), 18_500);
    let about = teller.referral("connie", "fred", Referral { outcome: sale, ..told });
    teller.word(
        "connie",
        48,
        about,
        (Thank, Some(Agreed), "Thank you, Connie. I shall wait for your e-mail with me copied."),
    );
    teller.word("connie", 38, about, (Thank, Some(Talked), "Fred and I talked today. You described him exactly."));
    teller.word(
        "jim",
        37,
        about,
        (Thank, Some(Introduced), "You introduced me to Connie, and she introduced me to Fred Ito. Thank you."),
    );
    teller.word("connie", 20, about, (Update, None, "Fred has our proposal. I hear from him next week."));
    teller.chat("fred", 2, TouchKind::Meeting, StartedBy::Me, "Signed. We begin with the four hundred open items.");
    let days = DaysAgo { agreed: 5, ..DaysAgo::default() };
    let told =
        referral(teller, &days, None, "Runs it alone since her brother left.", "Supermarkets that pay when they like.");
    let about = teller.referral("fred", "lindiwe", told);
    teller.word(
        "fred",
        5,
        about,
        (Thank, Some(Agreed), "That is generous, Fred. Thank you for offering to write to Lindiwe."),
    );
}

/// Ken, Maya, Anders: Maya agreed this very day.
fn third_branch(teller: &mut SampleTeller) {
    let sale = old_sale(teller, "ken", ("maya", "Maya Patel"), 290, 31_000, &[]);
    news::story(teller, sale);
    let ask = teller.agreed("maya", 0, "Anders Holm");
    let days = DaysAgo { agreed: 0, ..DaysAgo::default() };
    let why = "Boats are paid in thirds, and the last third is always late.";
    let told = referral(teller, &days, Some(ask), "We share a supplier. Very direct, very fair.", why);
    teller.referral("maya", "anders", told);
}

/// Agreed or introduced these days.
fn just_begun(teller: &mut SampleTeller) {
    let ask = teller.agreed("raj", 2, "Ahmed Farouk");
    let by = later(teller.ago(0), 2);
    teller.amend(|ask| ask.confirm_by = Some(by));
    let days = DaysAgo { agreed: 2, ..DaysAgo::default() };
    let why = "Hospitals pay slowly and never say why.";
    let told = referral(teller, &days, Some(ask), "Trained his team last year; he reads everything.", why);
    let about = teller.referral("raj", "ahmed", told);
    teller.word("raj", 2, about, (Thank, Some(Agreed), "Thank you, Raj. You said you would call Ahmed this week."));

    let days = DaysAgo { agreed: 6, introduced: 1, ..DaysAgo::default() };
    let why = "Clients who change the sofa and then the invoice.";
    let told = referral(teller, &days, None, "We share an office kitchen. She asked how we do it.", why);
    let about = teller.referral("hana", "leila", told);
    teller.word("hana", 6, about, (Thank, Some(Agreed), "How kind of you to think of Leila. Thank you."));
    teller.word("hana", 1, about, (Thank, Some(Introduced), "Your introduction has just come. Thank you, Hana."));
}

/// Followed up or talked, and open.
fn under_way(teller: &mut SampleTeller) {
    let days = DaysAgo { agreed: 20, introduced: 13, followed: 12, ..DaysAgo::default() };
    let told =
        referral(teller, &days, None, "Her cousin packs for us.", "Pays her weavers weekly and is paid quarterly.");
    let about = teller.referral("wei", "hanh", told);
    teller.word("wei", 20, about, (Thank, Some(Agreed), "Thank you for thinking of Hạnh."));
    teller.word("wei", 11, about, (Update, Some(Introduced), "I have written to Hạnh and wait for her answer."));
    teller.chat("hanh", 12, TouchKind::Email, StartedBy::Me, "Wei Zhang suggested that I write to you.");

    let days = DaysAgo { agreed: 45, introduced: 38, followed: 37, talked: 31 };
    let told = referral(
        teller,
        &days,
        None,
        "We book their travel. They hate surprises.",
        "Nine clinics, nine ways to send a bill.",
    );
    let about = teller.referral("fatima", "rosa", told);
    teller.word("fatima", 45, about, (Thank, Some(Agreed), "Thank you, Fatima. I would be glad of two lines to Rosa."));
    teller.word("fatima", 30, about, (Thank, Some(Talked), "Rosa and I talked. Thank you for the good word."));
    teller.word("fatima", 16, about, (Update, None, "Rosa has asked her nine clinics for figures."));
    teller.chat("rosa", 9, TouchKind::Call, StartedBy::Them, "Six of nine clinics have answered. She calls again.");
    held_in_confidence(teller);

    let days = DaysAgo { agreed: 8, followed: 8, talked: 6, ..DaysAgo::default() };
    let told = referral(teller, &days, None, "", "George told her to ask for us by name.");
    let about = teller.referral("george", "bea", Referral { origin: Origin::Itself, ..told });
    teller.word("george", 8, about, (Thank, Some(Agreed), "Beatriz called and used your name. Thank you, George."));
    teller.word("george", 5, about, (Thank, Some(Talked), "Beatriz and I had a good first talk."));
    teller.chat("bea", 6, TouchKind::Coffee, StartedBy::Me, "Kiln broke in June; cash has been tight since.");
}

/// Nia must not be told how it goes with Noah.
fn held_in_confidence(teller: &mut SampleTeller) {
    let days = DaysAgo { agreed: 34, introduced: 29, followed: 28, talked: 22 };
    let told =
        referral(teller, &days, None, "He would rather nobody knew.", "A partner is leaving and must be paid out.");
    let about = teller.referral("nia", "noah", Referral { confidential: Confidential::Whole, ..told });
    teller.word("nia", 34, about, (Thank, Some(Agreed), "Thank you for your trust, Nia."));
    teller.word("nia", 21, about, (Thank, Some(Talked), "Thank you again. You will understand that I say no more."));
    teller.chat("noah", 8, TouchKind::Call, StartedBy::Me, "Papers are with his solicitor until the end of the month.");
}

/// Won long ago, or closed; the last word to Sue is still owed.
fn ended(teller: &mut SampleTeller) {
    old_sale(teller, "amara", ("mehmet", "Mehmet Yıldız"), 1800, 7_400, &[]);
    let outcome = AskOutcome { kind: AskEnd::Declined, on: Some(teller.ago(1700)), why: "Keeps to himself.".into() };
    teller.ask("mehmet", 1700, "A tile merchant", outcome);

    let days = DaysAgo { agreed: 60, introduced: 55, followed: 54, talked: 47 };
    let told = referral(teller, &days, None, "Growing fast, maybe too fast.", "Ten new lorries and one bookkeeper.");
    let shut = closed(teller.ago(4), "They took someone on to do it in the house.");
    let about = teller.referral("sue", "ivan", Referral { outcome: shut, ..told });
    teller.word("sue", 60, about, (Thank, Some(Agreed), "Thank you for the idea and for the call to Ivan."));
    teller.word("sue", 46, about, (Thank, Some(Talked), "Ivan and I talked; he is as quick as you said."));
    teller.word("sue", 25, about, (Update, None, "Ivan compares us with doing it himself."));

    let days = DaysAgo { agreed: 190, introduced: 186, followed: 185, talked: 180 };
    let told = referral(teller, &days, None, "We do her books.", "Buys daily, is paid monthly.");
    let shut = closed(teller.ago(150), "Happy as it is. Said so kindly.");
    let about = teller.referral("grace", "tess", Referral { outcome: shut, ..told });
    teller.word("grace", 190, about, (Thank, Some(Agreed), "Thank you, Grace."));
    teller.word("grace", 179, about, (Thank, Some(Talked), "Tess and I talked. Thank you for opening the door."));
    teller.word(
        "grace",
        149,
        about,
        (Thank, Some(Closed), "Tess is content as it is. Thank you all the same: it was a good talk."),
    );

    let days = DaysAgo { agreed: 260, introduced: 250, followed: 249, talked: 240 };
    let told = referral(teller, &days, None, "He is looking for speakers.", "A room of two hundred owners.");
    let talk = Outcome { what: Some(Fruit::Speaking), value: None, ..won(teller.ago(200), 0) };
    let about = teller.referral("ruth", "yuki", Referral { outcome: talk, ..told });
    for (ago, moment) in [(260, Agreed), (239, Talked), (200, Won)] {
        teller.word("ruth", ago, about, (Thank, Some(moment), "Thank you, Ruth. It led to the spring talk."));
    }
    let later_on = AskOutcome { kind: AskEnd::NotNow, on: Some(teller.ago(20)), why: String::new() };
    teller.ask("yuki", 199, "Another host", later_on);
    note_of_thanks(teller, about);
}

/// A word that thanks for nothing due: the book is not only a list of debts.
fn note_of_thanks(teller: &mut SampleTeller, about: ReferralId) {
    let said: (Purpose, Option<_>, &str) = (Thank, None, "The programme has come, with your name in it too.");
    teller.word("ruth", 33, about, said);
}

/// Asks without a referral: one open, one for later, one declined.
fn asked_and_waiting(teller: &mut SampleTeller, owners: Id) {
    teller.ask("elodie", 9, "The head of a wine merchants' guild", AskOutcome::default());
    let by = later(teller.ago(0), 4);
    teller.amend(|ask| (ask.confirm_by, ask.profile) = (Some(by), Some(owners)));
    let after_season = AskOutcome { kind: AskEnd::NotNow, on: Some(later(teller.ago(0), 60)), why: String::new() };
    teller.ask("marco", 21, "A maker of saddles", after_season);
    let no =
        AskOutcome { kind: AskEnd::Declined, on: Some(teller.ago(75)), why: "Does not mix friends and firms.".into() };
    teller.ask("liam", 75, "The new owners", no);
}

/// Asks that came to nothing, each for a reason of its own: what the coach learns from.
fn asked_in_vain(teller: &mut SampleTeller) {
    for (source, days, target, why) in [
        ("wei", 90, "", "Could not think of anybody."),
        ("kofi", 150, "The new owner’s neighbours", "Would rather not, after the sale."),
    ] {
        let on = Some(teller.ago(days));
        let declined = AskOutcome { kind: AskEnd::Declined, on, why: why.into() };
        teller.ask(source, days, target, declined);
    }
}

/// Words exchanged besides: with whom, how many days ago, how, whether I began, and what was said.
const CHATS: &[(&str, u64, &str, bool, &str)] = &[
    ("margaret", 24, "call", true, "Wished the choir luck. She asks after the spring breakfast."),
    ("margaret", 88, "lunch", true, "Results review: no overdraft since March."),
    ("jim", 13, "coffee", false, "He paid. Talked about the new branch across the bridge."),
    ("tomasz", 51, "review", true, "Friday list works. Two old debts left, both small."),
    ("connie", 34, "call", false, "Asked what to wear in Lisbon in the rain."),
    ("ken", 19, "one-to-one", true, "What can I do for him? A wholesaler who keeps stock in spreadsheets."),
    ("ken", 70, "e-mail", true, "Sent the article on handing over a ledger."),
    ("sue", 12, "coffee", true, "She looks for an office with a meeting room on Thursdays."),
    ("hana", 40, "meeting", true, "Quarterly review. Drawings and invoices leave together now."),
    ("raj", 27, "lunch", true, "His new course begins in the new year."),
    ("amara", 62, "call", true, "A founder with two partners and no agreement: sent her the name."),
    ("grace", 44, "e-mail", true, "Asked for the calendar of deadlines."),
    ("wei", 58, "meeting", true, "Walked through the plant. New machine, new lender."),
    ("sofia", 76, "e-mail", true, "Booked the room for the breakfast."),
    ("aino", 131, "coffee", true, "She draws the invitation for us."),
    ("elodie", 9, "call", true, "Harvest is in. She thinks of someone in the guild."),
    ("george", 29, "pop-by", true, "Took him the first oranges. Told me who has sold which warehouse."),
    ("nia", 48, "event", true, "Chamber breakfast: forty people, five cards."),
    ("ruth", 33, "call", false, "Her daughter has a place at the conservatory."),
    ("ben", 95, "text", true, "Happy birthday, and the old photograph."),
    ("maya", 15, "review", true, "Payment after 29 days, from 61. She is delighted."),
    ("chidi", 20, "lunch", true, "Sunday lunch. He may buy the workshop."),
    ("mehmet", 100, "call", true, "New showroom. No questions for now."),
    ("liam", 75, "lunch", true, "Enjoys his freedom. Sails more than is good for him."),
    ("olena", 60, "e-mail", true, "Paper prices for the spring cards."),
    ("marco", 21, "call", true, "Season until October; asked me to wait."),
    ("kofi", 150, "e-mail", true, "Asked how the new owner gets on."),
    ("tane", 90, "meeting", true, "Reviewed the year. Wants the same again."),
    ("yuki", 64, "e-mail", true, "The programme of the spring talk."),
    ("tess", 84, "e-mail", true, "Sent her the calendar, as promised."),
    ("ivan", 4, "call", false, "They have hired somebody. He was kind about it."),
    ("dana", 6, "event", false, "Sat beside me at the breakfast; keeps the books of a family firm."),
    ("fatima", 52, "coffee", true, "She flies to Fez in spring and wants the books done before."),
];
