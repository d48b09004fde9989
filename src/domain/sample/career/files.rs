//! The referrals of a generated book, each with the words that settle what it owes, and all other words.

mod course;

use super::crowd::Crowd;
use super::diary::Diary;
use super::{GeneratedRecord, Size, talk, words};
use crate::domain::ask::{Ask, AskAction, AskEnd, AskOutcome, Target};
use crate::domain::id::{AskId, PersonId, ReferralId, TouchId};
use crate::domain::money::{Currency, Money};
use crate::domain::person::Role;
use crate::domain::put_off::PutOff;
use crate::domain::referral::{Confidential, End, Origin, Outcome, Referral, Strength};
use crate::domain::sample::chance::Chance;
use crate::domain::touch::{Gift, Milestone, Purpose, StartedBy, Touch, TouchKind};
use chrono::NaiveDate;
use course::{Course, CourseMessage};

/// One referral before it is written.
struct GeneratedReferral {
    source: usize,
    prospect: usize,
    course: Course,
}

/// Every referral, ask and touch of the book.
pub fn tell(size: &Size, crowd: &mut Crowd, chance: &mut Chance, diary: &mut Diary) -> Vec<GeneratedRecord> {
    let mut files = pair(size, crowd, chance, diary);
    // The newest first: where there are too few touches for all, the oldest referrals keep only how they ended.
    // Their first thank-you they keep, because the day of the agreement says who brought whom first.
    let most = size.touches * 9 / 10;
    let first_word = usize::from(files.len() <= most);
    let mut spent: usize = files.iter().map(|file| file.course.words.len().min(first_word)).sum();
    for file in files.iter_mut().rev() {
        let words = file.course.words.len().saturating_sub(first_word);
        if spent + words > most {
            file.course.forget(first_word);
        } else {
            spent += words;
        }
    }
    let mut written = Vec::with_capacity(size.referrals * 2 + size.touches);
    for file in files {
        write(file, crowd, chance, diary, &mut written);
    }
    if !crowd.people.is_empty() {
        chats(size.touches.saturating_sub(spent), crowd, chance, diary, &mut written);
    }
    written
}

/// Finds a source for everyone who was referred, then second referrals until there are as many as wanted.
fn pair(size: &Size, crowd: &mut Crowd, chance: &mut Chance, diary: &Diary) -> Vec<GeneratedReferral> {
    let mut files = Vec::with_capacity(size.referrals);
    let mut by_depth: [Vec<usize>; 3] = Default::default();
    for prospect in 0..crowd.people.len() {
        let Some(member) = crowd.people.get(prospect) else { continue };
        let (day, recent, referred) = (member.day, member.recent, member.referred);
        let mut depth = 0;
        if referred {
            let source = source(&by_depth, prospect, chance);
            let ancestors = crowd.people.get(source).map(|m| m.chain.clone()).unwrap_or_default();
            files.push(GeneratedReferral {
                source,
                prospect,
                course: Course::of(day, recent, source, &ancestors, chance, diary),
            });
            depth = (ancestors.len() + 1).min(2);
            if let Some(member) = crowd.people.get_mut(prospect) {
                member.chain = [vec![source], ancestors].concat();
            }
        }
        if let Some(list) = by_depth.get_mut(depth) {
            list.push(prospect);
        }
    }
    // Only who was brought already is brought again, and later: so the chains stay as they are. Where nobody like that is
    // found, in a book of a few people, anybody is.
    let brought: Vec<usize> = files.iter().map(|file| file.prospect).collect();
    let people = crowd.people.len() as u64;
    let mut tries = 0;
    while files.len() < size.referrals && people > 1 {
        tries += 1;
        let choosy = tries < size.referrals * 8 && !brought.is_empty();
        let prospect = if choosy { chance.of(&brought) } else { chance.below(people) as usize };
        let source = (prospect + 1 + chance.below(people - 1) as usize) % crowd.people.len();
        let day = both_here(crowd, source, prospect, chance, diary);
        let anyhow = (!choosy).then(|| diary.ago(chance.between(super::crowd::RECENT + 1, super::diary::SPAN - 1)));
        let Some(day) = day.or(anyhow) else { continue };
        let ancestors = crowd.people.get(source).map(|m| m.chain.clone()).unwrap_or_default();
        let ancestors: Vec<usize> = ancestors.into_iter().filter(|one| *one != prospect).collect();
        files.push(GeneratedReferral {
            source,
            prospect,
            course: Course::of(day, false, source, &ancestors, chance, diary),
        });
    }
    files
}

/// A day on which both were in the book and on which an introduction is past; `None` when one of them came too lately.
fn both_here(crowd: &Crowd, source: usize, prospect: usize, chance: &mut Chance, diary: &Diary) -> Option<NaiveDate> {
    let here = [source, prospect].into_iter().filter_map(|who| crowd.people.get(who)).map(|member| member.day).max()?;
    let age = (diary.today() - here).num_days().unsigned_abs();
    (age > super::crowd::RECENT + 1).then(|| diary.ago(chance.between(super::crowd::RECENT + 1, age - 1)))
}

/// Most come from people nobody referred, some from those they brought, a few from further up; half from the few who
/// have been there longest.
fn source(by_depth: &[Vec<usize>; 3], before: usize, chance: &mut Chance) -> usize {
    let depth = match chance.below(100) {
        0..70 => 0,
        70..92 => 1,
        _ => 2,
    };
    let [bases, ..] = by_depth;
    let list = by_depth.get(depth).filter(|list| !list.is_empty()).unwrap_or(bases);
    let among = if chance.percent(50) { list.len().div_ceil(8) } else { list.len() };
    list.get(chance.below(among as u64) as usize).copied().unwrap_or(before.saturating_sub(1))
}

fn id_of(crowd: &Crowd, who: usize) -> PersonId {
    crowd.people.get(who).map(|member| member.person.id).unwrap_or_default()
}

fn write(
    file: GeneratedReferral,
    crowd: &mut Crowd,
    chance: &mut Chance,
    diary: &mut Diary,
    written: &mut Vec<GeneratedRecord>,
) {
    let GeneratedReferral { source, prospect, course } = file;
    let first = course.agreed;
    let ask = course.asked.then(|| ask(id_of(crowd, source), &course, crowd, prospect, chance, diary, written));
    let (id, at) = diary.next(first);
    let id = ReferralId(id);
    let people = (id_of(crowd, source), id_of(crowd, prospect));
    written.push(GeneratedRecord::of(referral(id, people, ask, &course, chance), at));
    for word in &course.words {
        touch(word, Some(id), crowd, chance, diary, written);
    }
    if let Some(due) = course.put_off {
        put_off(id_of(crowd, source), id, due, diary, written);
    }
    for who in [source, prospect] {
        if let Some(member) = crowd.people.get_mut(who) {
            member.in_file = true;
        }
    }
    if course.end == End::Won
        && let Some(member) = crowd.people.get_mut(prospect)
    {
        member.person.roles.remove(&Role::Prospect);
        member.person.roles.insert(Role::Client);
        close_with_an_ask(id_of(crowd, prospect), &course, chance, diary, written);
    }
}

fn referral(
    id: ReferralId,
    (source, prospect): (PersonId, PersonId),
    ask: Option<AskId>,
    course: &Course,
    chance: &mut Chance,
) -> Referral {
    let days = |day: Option<NaiveDate>| day.filter(|_| !course.forgotten);
    let agreed_on = Some(course.agreed).filter(|_| !course.words.is_empty() || !course.forgotten);
    Referral {
        id,
        source,
        prospect,
        ask,
        origin: match (course.asked, chance.percent(12)) {
            (true, _) => Origin::Asked,
            (false, true) => Origin::Itself,
            (false, false) => Origin::Offered,
        },
        strength: Strength::try_from(chance.between(0, 5) as u8).ok(),
        action: chance.percent(60).then(|| if chance.percent(70) { AskAction::Email } else { AskAction::Call }),
        said: talk::maybe(chance, 45, words::SAID),
        why: talk::maybe(chance, 35, words::WHY),
        confidential: if chance.percent(3) { Confidential::Whole } else { Confidential::No },
        agreed_on,
        introduced_on: days(course.introduced),
        followed_up_on: days(course.followed),
        talked_on: days(course.talked),
        outcome: outcome(course, chance),
        ..Referral::default()
    }
}

fn outcome(course: &Course, chance: &mut Chance) -> Outcome {
    let on = course.ended.filter(|_| !course.forgotten);
    match course.end {
        End::Won => {
            let value = Money { minor: 25_000 * chance.between(4, 160) as i64, currency: Currency::USD };
            Outcome { kind: End::Won, on, value: chance.percent(85).then_some(value), ..Outcome::default() }
        }
        End::Closed => Outcome { kind: End::Closed, on, why: chance.of(words::CLOSED).into(), ..Outcome::default() },
        _ => Outcome::default(),
    }
}

fn ask(
    person: PersonId,
    course: &Course,
    crowd: &Crowd,
    prospect: usize,
    chance: &mut Chance,
    diary: &mut Diary,
    written: &mut Vec<GeneratedRecord>,
) -> AskId {
    let (id, at) = diary.next(course.agreed);
    let name = crowd.people.get(prospect).map(|m| m.person.name.to_string()).unwrap_or_default();
    let ask = Ask {
        id: AskId(id),
        person,
        on: course.agreed,
        target: Some(Target { name, ..Target::default() }),
        action: Some(AskAction::Email),
        confirm_by: chance.percent(50).then(|| diary.after(course.agreed, 4)),
        outcome: AskOutcome { kind: AskEnd::Agreed, on: Some(course.agreed), why: String::new() },
        ..Ask::default()
    };
    written.push(GeneratedRecord::of(ask, at));
    AskId(id)
}

/// A sale calls for an ask; here it was always made, and mostly answered with "not now".
fn close_with_an_ask(
    person: PersonId,
    course: &Course,
    chance: &mut Chance,
    diary: &mut Diary,
    written: &mut Vec<GeneratedRecord>,
) {
    let on = course.ended.unwrap_or(course.agreed);
    let (id, at) = diary.next(on);
    let kind = if chance.percent(70) { AskEnd::NotNow } else { AskEnd::Declined };
    let until = diary.after(on, 60);
    let outcome = AskOutcome { kind, on: Some(until), why: String::new() };
    written.push(GeneratedRecord::of(Ask { id: AskId(id), person, on, outcome, ..Ask::default() }, at));
}

/// The thank-you for agreeing, put off for three days.
fn put_off(
    person: PersonId,
    referral: ReferralId,
    due: NaiveDate,
    diary: &mut Diary,
    written: &mut Vec<GeneratedRecord>,
) {
    let (id, at) = diary.next(diary.today());
    let put_off = PutOff {
        id: crate::domain::id::PutOffId(id),
        duty: "thank-agreed".into(),
        person: Some(person),
        referral: Some(referral),
        milestone: Some(Milestone::Agreed),
        due: Some(due),
        until: Some(crate::domain::day::later(diary.today(), 3)),
        ..PutOff::default()
    };
    written.push(GeneratedRecord::of(put_off, at));
}

fn touch(
    word: &CourseMessage,
    about: Option<ReferralId>,
    crowd: &mut Crowd,
    chance: &mut Chance,
    diary: &mut Diary,
    written: &mut Vec<GeneratedRecord>,
) {
    let (id, at) = diary.next(word.on);
    let text = match word.purpose {
        Purpose::Thank => talk::thanks(chance),
        Purpose::Update => talk::news(chance),
        _ => talk::note(chance),
    };
    let kinds = match word.purpose {
        Purpose::Thank => &["e-mail", "e-mail", "note", "call", "text"][..],
        Purpose::Update => &["e-mail", "text", "call"],
        _ => &["call", "call", "coffee", "e-mail", "lunch", "meeting", "text", "one-to-one", "review", "pop-by"],
    };
    let gift = word.purpose == Purpose::Thank && word.milestone == Some(Milestone::Won) && chance.percent(15);
    let gift = gift.then(|| Gift { what: chance.of(&["A book", "Tea", "Flowers", "Wine"]).into(), cost: None });
    let touch = Touch {
        id: TouchId(id),
        person: id_of(crowd, word.to),
        on: word.on,
        kind: TouchKind::of_word(chance.of(kinds)),
        started_by: if word.by_them { StartedBy::Them } else { StartedBy::Me },
        purposes: [word.purpose.clone()].into(),
        about,
        milestone: word.milestone.clone(),
        text,
        gift,
        trashed: about.is_none() && chance.below(400) == 0,
    };
    crowd.spoke(word.to, word.on);
    written.push(GeneratedRecord::of(touch, at));
}

/// All words that are about no referral: first one for each of the Hundred these weeks, then whenever, mostly with those
/// of the Hundred.
fn chats(count: usize, crowd: &mut Crowd, chance: &mut Chance, diary: &mut Diary, written: &mut Vec<GeneratedRecord>) {
    let ranked: Vec<usize> =
        (0..crowd.people.len()).filter(|n| crowd.people.get(*n).is_some_and(|m| m.person.rank.is_some())).collect();
    for number in 0..count {
        let (to, on) = match ranked.get(number) {
            Some(to) if number * 3 < count => (*to, diary.ago(chance.between(1, 22))),
            _ => {
                let hundred = chance.percent(45) && !ranked.is_empty();
                let all = chance.below(crowd.people.len() as u64) as usize;
                let to = if hundred { chance.of(&ranked) } else { all };
                let day = crowd.people.get(to).map_or(diary.today(), |member| member.day);
                let days = (diary.today() - day).num_days().unsigned_abs();
                (to, diary.after(day, chance.between(0, days)))
            }
        };
        let word = CourseMessage { to, on, purpose: Purpose::CatchUp, milestone: None, by_them: chance.percent(25) };
        touch(&word, None, crowd, chance, diary, written);
    }
}
