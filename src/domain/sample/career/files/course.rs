//! The course of one referral: its days in their order, how it ended, and the words each of them called for.

use crate::domain::referral::End;
use crate::domain::sample::career::diary::Diary;
use crate::domain::sample::chance::Chance;
use crate::domain::touch::{Milestone, Purpose};
use chrono::NaiveDate;

/// A word to somebody: a place in the crowd.
#[derive(Debug, Clone)]
pub struct CourseMessage {
    /// To whom.
    pub to: usize,
    /// When.
    pub on: NaiveDate,
    /// What for.
    pub purpose: Purpose,
    /// The moment it answers.
    pub milestone: Option<Milestone>,
    /// Whether they began.
    pub by_them: bool,
}

/// How a referral went.
#[derive(Debug, Clone)]
pub struct Course {
    /// The day the source agreed.
    pub agreed: NaiveDate,
    /// The day of the introduction.
    pub introduced: Option<NaiveDate>,
    /// The day of the follow-up.
    pub followed: Option<NaiveDate>,
    /// The day of the first talk.
    pub talked: Option<NaiveDate>,
    /// The day it ended.
    pub ended: Option<NaiveDate>,
    /// How it ended, or that it is open.
    pub end: End,
    /// Whether I asked for it.
    pub asked: bool,
    /// Every word that was said.
    pub words: Vec<CourseMessage>,
    /// Where the first thank-you was put off: the day it fell due.
    pub put_off: Option<NaiveDate>,
    /// Whether only its end is remembered, and at most the day of the agreement.
    pub forgotten: bool,
}

/// How far a referral is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Stage {
    Agreed,
    Introduced,
    Followed,
    Talked,
    Won,
    Closed,
}

impl Course {
    /// The course of a referral agreed on this day. An old one has ended and owes nothing; of the recent ones every third
    /// lacks its last word.
    pub fn of(
        agreed: NaiveDate,
        recent: bool,
        source: usize,
        chain: &[usize],
        chance: &mut Chance,
        diary: &Diary,
    ) -> Course {
        let age = (diary.today() - agreed).num_days().unsigned_abs();
        let stage = if recent {
            stage(age, chance)
        } else {
            chance.of(&[Some(Stage::Won), Some(Stage::Closed)]).unwrap_or(Stage::Closed)
        };
        let mut course = Course::days(agreed, stage, chance, diary);
        course.words = course.said(stage, source, chain, chance, diary);
        if recent && chance.percent(33) {
            let undone = course.words.iter().rposition(|word| word.to == source);
            if let Some(undone) = undone.filter(|_| stage != Stage::Agreed || age < 5) {
                let word = course.words.remove(undone);
                let put_off = word.milestone == Some(Milestone::Agreed) && chance.percent(30);
                course.put_off = put_off.then_some(agreed);
            }
        }
        course
    }

    /// Keeps only how it ended and so many of its first words: no day but that of the agreement, nothing owed.
    pub fn forget(&mut self, words: usize) {
        self.forgotten = true;
        self.words.truncate(words);
        self.put_off = None;
        if self.end == End::Open {
            self.end = End::Closed;
        }
    }

    fn days(agreed: NaiveDate, stage: Stage, chance: &mut Chance, diary: &Diary) -> Course {
        let introduced = diary.after(agreed, chance.between(1, 6));
        let followed = diary.after(introduced, chance.between(1, 3));
        let talked = diary.after(followed, chance.between(1, 9));
        let ended = diary.after(talked, chance.between(8, 60));
        let reached = |at: Stage, day: NaiveDate| (stage >= at).then_some(day);
        Course {
            agreed,
            introduced: reached(Stage::Introduced, introduced),
            followed: reached(Stage::Followed, followed),
            talked: reached(Stage::Talked, talked),
            ended: reached(Stage::Won, ended),
            end: match stage {
                Stage::Won => End::Won,
                Stage::Closed => End::Closed,
                _ => End::Open,
            },
            asked: chance.percent(35),
            words: Vec::new(),
            put_off: None,
            forgotten: false,
        }
    }

    /// Every word called for: thanks for agreeing, news after each step and every twelve days while it is open, thanks
    /// for the sale or a last word, and thanks down the chain.
    fn said(
        &self,
        stage: Stage,
        source: usize,
        chain: &[usize],
        chance: &mut Chance,
        diary: &Diary,
    ) -> Vec<CourseMessage> {
        use Milestone::{Agreed, Closed, Introduced, Talked, Won};
        let word = |to, on, purpose, milestone| CourseMessage { to, on, purpose, milestone, by_them: false };
        let mut words = vec![word(source, self.agreed, Purpose::Thank, Some(Agreed))];
        if let Some(day) = self.introduced {
            let thanked = diary.after(day, chance.between(1, 5));
            words.extend(chain.iter().map(|to| word(*to, thanked, Purpose::Thank, Some(Introduced))));
        }
        if let Some(day) = self.followed.filter(|_| self.talked.is_none()) {
            words.push(word(source, day, Purpose::Update, None));
        }
        if let Some(day) = self.talked {
            words.push(word(source, diary.after(day, chance.between(0, 1)), Purpose::Thank, Some(Talked)));
        }
        match (stage, self.ended) {
            (Stage::Won, Some(day)) => {
                words.push(word(source, diary.after(day, chance.between(0, 1)), Purpose::Thank, Some(Won)));
                let thanked = diary.after(day, chance.between(1, 6));
                words.extend(chain.iter().map(|to| word(*to, thanked, Purpose::Thank, Some(Won))));
            }
            (_, Some(day)) => words.push(word(source, diary.after(day, 1), Purpose::Update, Some(Closed))),
            (_, None) => self.keep_posted(source, &mut words, chance, diary),
        }
        words
    }

    fn keep_posted(&self, source: usize, words: &mut Vec<CourseMessage>, chance: &mut Chance, diary: &Diary) {
        let steps = [self.introduced, self.followed, self.talked];
        let mut last = steps.into_iter().flatten().max().unwrap_or(self.agreed);
        if self.introduced.is_none() {
            return;
        }
        loop {
            let next = diary.after(last, chance.between(9, 13));
            if next <= last || next >= diary.today() {
                return;
            }
            words.push(CourseMessage {
                to: source,
                on: next,
                purpose: Purpose::Update,
                milestone: None,
                by_them: false,
            });
            last = next;
        }
    }
}

/// How far a referral of so many days is.
fn stage(age: u64, chance: &mut Chance) -> Stage {
    match (age, chance.below(100)) {
        (0..=7, 0..60) => Stage::Agreed,
        (0..=7, 60..90) => Stage::Introduced,
        (0..=7, _) => Stage::Followed,
        (8..=30, 0..6) => Stage::Introduced,
        (8..=30, 6..30) => Stage::Followed,
        (8..=30, 30..80) => Stage::Talked,
        (8..=30, 80..86) => Stage::Won,
        (8..=30, _) => Stage::Closed,
        (_, 0..35) => Stage::Talked,
        (_, 35..70) => Stage::Won,
        _ => Stage::Closed,
    }
}
