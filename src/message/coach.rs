//! What the four causes teach, in sentences with their counts (R29, B13).

use super::reason::count;
use crate::rules::coach::{Cause, ENOUGH};

/// What the causes say: nothing before there are [`ENOUGH`] cases, then a sentence for each cause that has any, the
/// most frequent first (R29, B13).
pub fn lessons(causes: &[(Cause, usize)]) -> Vec<String> {
    let all: usize = causes.iter().map(|(_, n)| n).sum();
    if all < ENOUGH {
        return Vec::new();
    }
    let mut found: Vec<(Cause, usize)> = causes.iter().copied().filter(|(_, n)| *n > 0).collect();
    crate::domain::order::sort_by_key(&mut found, |(_, n)| std::cmp::Reverse(*n));
    found.into_iter().map(|(cause, n)| format!("{n} of {}: {}", count(all, "case"), says(cause))).collect()
}

fn says(cause: Cause) -> &'static str {
    match cause {
        Cause::WrongPeople => "the person had little reason to vouch for you yet. Earn that first.",
        Cause::WrongWay => "nobody was named, nothing was asked to be done, or the words did not suit them.",
        Cause::WrongTime => "it came too soon after the last ask, or with a word still owed to them.",
        Cause::FollowThrough => "the follow-up, the thanks or the news came late.",
        Cause::NoneOfOurs => "nothing on your side explains it.",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn b13_the_coach_speaks_from_five_cases_up_and_with_the_counts() {
        assert!(lessons(&[(Cause::WrongWay, 3), (Cause::NoneOfOurs, 1)]).is_empty());
        let said = lessons(&[(Cause::WrongPeople, 0), (Cause::WrongWay, 1), (Cause::FollowThrough, 4)]);
        assert_eq!(said.len(), 2);
        assert!(said[0].starts_with("4 of 5 cases: the follow-up"), "{}", said[0]);
        assert!(said[1].starts_with("1 of 5 cases: nobody was named"), "{}", said[1]);
    }
}
