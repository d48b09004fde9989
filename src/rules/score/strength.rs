//! The outcome of introductions of each strength: how many led to a talk and to a sale, and how soon (B12).

use crate::domain::book::Book;
use crate::domain::referral::{End, Referral, Strength};

/// The outcome of introductions of one strength.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Rung {
    /// How many there were.
    pub introduced: usize,
    /// How many of them led to a first talk.
    pub talked: usize,
    /// How many of them were won.
    pub won: usize,
    /// How many days from the introduction to the talk, on average; `None` where no two days are known.
    pub days: Option<i64>,
}

/// How strong the introduction of this referral is or would be: as noted, else by what the source does.
pub fn strength(referral: &Referral) -> Option<Strength> {
    referral.strength.or_else(|| referral.action.as_ref().and_then(Strength::of))
}

/// Returns the strength of an introduction that was made.
fn made(referral: &Referral) -> Option<Strength> {
    let made = referral.introduced_on.or(referral.followed_up_on).or(referral.talked_on).or(referral.won_on());
    made.and(strength(referral))
}

/// The six strengths, the weakest first, with what came of them in all the years.
pub fn rungs(book: &Book) -> [Rung; 6] {
    let mut rungs = [Rung::default(); 6];
    let mut days = [(0_i64, 0_i64); 6];
    for (referral, strength) in book.referrals().filter_map(|referral| Some((referral, made(referral)?))) {
        let at = usize::from(u8::from(strength));
        let (Some(rung), Some((sum, n))) = (rungs.get_mut(at), days.get_mut(at)) else { continue };
        rung.introduced += 1;
        rung.talked += usize::from(referral.talked_on.is_some() || referral.won_on().is_some());
        rung.won += usize::from(referral.outcome.kind == End::Won);
        if let (Some(from), Some(to)) = (referral.introduced_on, referral.talked_on) {
            (*sum, *n) = (*sum + (to - from).num_days().max(0), *n + 1);
        }
    }
    for (rung, (sum, n)) in rungs.iter_mut().zip(days) {
        rung.days = (sum + n / 2).checked_div(n);
    }
    rungs
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ask::AskAction;
    use chrono::NaiveDate;

    fn day(n: u32) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(2026, 11, n)
    }

    #[test]
    fn b12_each_strength_says_how_many_became_a_talk_and_how_soon() {
        let mut book = Book::default();
        let mut put = |n: usize, referral: Referral| {
            book.put(Referral { id: format!("r{n}").parse().unwrap(), ..referral }.into());
        };
        let email = || Referral { action: Some(AskAction::Email), introduced_on: day(1), ..Referral::default() };
        put(1, Referral { talked_on: day(5), ..email() });
        put(2, Referral { talked_on: day(10), ..email() });
        put(3, email());
        put(4, Referral { strength: Strength::try_from(5).ok(), ..email() });
        put(5, Referral { introduced_on: None, ..email() });
        put(6, Referral { action: None, ..email() });
        let rungs = rungs(&book);
        assert_eq!(rungs[2], Rung { introduced: 3, talked: 2, won: 0, days: Some(7) }, "6.5 days are 7");
        assert_eq!(rungs[5], Rung { introduced: 1, ..Rung::default() }, "what is noted goes before what was promised");
        assert_eq!(
            rungs.iter().map(|rung| rung.introduced).sum::<usize>(),
            4,
            "not made, or not known how: not counted"
        );
    }

    #[test]
    fn b12_every_action_has_its_strength_and_a_stronger_one_no_less() {
        let all: Vec<Option<Strength>> = AskAction::BY_STRENGTH.iter().map(Strength::of).collect();
        assert!(all.iter().all(Option::is_some));
        assert!(all.windows(2).all(|pair| pair[0] >= pair[1]));
    }
}
