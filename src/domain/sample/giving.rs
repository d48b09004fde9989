//! What the sample's owner gives back: promises kept and open, help that is wanted, two introductions, and a plan (R65–R68).

use super::teller::SampleTeller;
use crate::domain::day::later;
use crate::domain::give::{Give, GiveKind};
use crate::domain::id::{GiveId, IntroductionId, PlanId};
use crate::domain::introduction::{Introduction, OptIn, Says};
use crate::domain::person::Mention;
use crate::domain::plan::{Plan, PlanItem};

/// Writes it down. Nothing of it falls due this week: Today tells of referrals.
pub fn write(teller: &mut SampleTeller) {
    given(teller);
    wanted(teller);
    introductions(teller);
    plan(teller);
}

/// Done long ago, done lately, and promised for later.
fn given(teller: &mut SampleTeller) {
    let text = "The article on handing over a ledger";
    let done_on = Some(teller.ago(70));
    give(teller, "ken", Give { what: GiveKind::Article, text: text.into(), done_on, ..Give::default() });
    let done_on = Some(teller.ago(29));
    give(teller, "george", Give { what: GiveKind::Gift, text: "The first oranges".into(), done_on, ..Give::default() });
    let (done, followed, talked) = (teller.ago(62), teller.ago(58), teller.ago(50));
    let founder = Give {
        what: GiveKind::Referral,
        text: "A founder with two partners and no agreement".into(),
        prospect: Some(Mention("Lucía Ferrer".into())),
        done_on: Some(done),
        followed_up_on: Some(followed),
        talked_on: Some(talked),
        ..Give::default()
    };
    give(teller, "amara", founder);
    let promised_by = Some(later(teller.ago(0), 12));
    give(
        teller,
        "hana",
        Give { text: "The name of a lender for their new office".into(), promised_by, ..Give::default() },
    );
}

/// One for which somebody in the book may be right, and one that waits.
fn wanted(teller: &mut SampleTeller) {
    for (who, days, text) in [
        ("sue", 12, "A trainer for her four new advisers"),
        ("margaret", 24, "A cold store to share with another kitchen"),
    ] {
        let asked_on = Some(teller.ago(days));
        give(teller, who, Give { text: text.into(), asked_on, ..Give::default() });
    }
}

fn give(teller: &mut SampleTeller, to: &str, give: Give) {
    let (id, to) = (GiveId(teller.id()), teller.person(to));
    teller.record(Give { id, to, ..give }.into());
}

/// One that was made, and one for which the second is still to be asked.
fn introductions(teller: &mut SampleTeller) {
    let yes = |teller: &SampleTeller, days| OptIn { says: Says::Yes, on: Some(teller.ago(days)) };
    let made = Introduction {
        one: teller.person("wei"),
        other: teller.person("george"),
        why: "Wei needs a dry corner for packaging; George knows who has sold which warehouse.".into(),
        one_says: yes(teller, 44),
        other_says: yes(teller, 41),
        made_on: Some(teller.ago(40)),
        outcome: "Half of a warehouse on the quay, from the new year.".into(),
        ..Introduction::default()
    };
    let begun = Introduction {
        one: teller.person("nia"),
        other: teller.person("sofia"),
        why: "The chamber wants a livelier breakfast, and that is what Sofía does.".into(),
        one_says: yes(teller, 6),
        ..Introduction::default()
    };
    for introduction in [made, begun] {
        let id = IntroductionId(teller.id());
        teller.record(Introduction { id, ..introduction }.into());
    }
}

/// The plan with Connie, half of it done.
fn plan(teller: &mut SampleTeller) {
    let today = teller.ago(0);
    let line = |what: &str, on, done| PlanItem { what: what.into(), on: Some(on), done };
    let plan = Plan {
        id: PlanId(teller.id()),
        with: teller.person("connie"),
        mine: vec![
            line("Her card in our letter to clients", teller.ago(10), true),
            line("Two seats at the spring breakfast", later(today, 20), false),
        ],
        theirs: vec![
            line("Two sentences for our page", teller.ago(3), true),
            line("A word to the two practices across the river", later(today, 30), false),
        ],
        next_meeting: Some(later(today, 14)),
        review_on: Some(later(today, 60)),
        trashed: false,
    };
    teller.record(plan.into());
}
