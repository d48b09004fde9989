//! Questions that bring names back, for as long as the Hundred has room (R4).

/// The questions, from the oldest acquaintances to the newest.
pub const PROMPTS: [&str; 16] = [
    "Who taught you something you still use?",
    "Who sat beside you at school?",
    "Who gave you your first job?",
    "Who was in the team you miss?",
    "Which boss would hire you again?",
    "Whom did you train?",
    "Which supplier would you recommend?",
    "Who does your taxes?",
    "Who gave the toast at your wedding?",
    "Whose children play with yours?",
    "Which neighbour has your spare key?",
    "With whom do you play, sing or run?",
    "Who knows everybody in your town?",
    "Whom do your clients trust with their money?",
    "Who left your firm and did well?",
    "Who rang you when things were bad?",
];

/// The questions shown at once: a few, beginning with this one, and round again.
pub fn prompts(from: usize, few: usize) -> Vec<&'static str> {
    PROMPTS.iter().cycle().skip(from % PROMPTS.len()).take(few).copied().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn r4_every_prompt_is_one_question_and_none_is_asked_twice() {
        for (n, prompt) in PROMPTS.iter().enumerate() {
            assert!(prompt.ends_with('?') && prompt.len() < 50, "{prompt}");
            assert!(!PROMPTS[..n].contains(prompt), "{prompt}");
        }
        assert_eq!(prompts(15, 2), [PROMPTS[15], PROMPTS[0]]);
        assert_eq!(prompts(1, 6).len(), 6);
    }
}
