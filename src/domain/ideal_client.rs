//! Ideal clients: the kinds of person and company I want to be introduced to (R24).

mod draft;

pub use draft::IdealClientDraft;

use super::fields::fields;
use super::id::IdealClientId;
use serde::Serialize;

fields! {
    /// One kind of client I want, in words a source can match against the people they know.
    #[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
    pub struct IdealClient {
        /// Names this profile.
        pub id: IdealClientId,
        /// What I call it: `Head of operations at a family firm`.
        pub name: String,
        /// The job titles they have, one a line.
        pub titles: String,
        /// What kind of company.
        pub company: String,
        /// How large.
        pub size: String,
        /// Where.
        pub place: String,
        /// What has just happened to them when they need me.
        pub trigger: String,
        /// What troubles them.
        pub problem: String,
        /// Two people or companies that are just right, one a line.
        pub examples: String,
        /// Who is not a fit.
        pub not_fit: String,
        /// In the trash.
        pub trashed: bool,
    }
}

impl IdealClient {
    /// What is still missing before a source can think of somebody, in words; nothing when it is complete.
    pub fn missing(&self) -> Vec<&'static str> {
        let parts =
            [(&self.titles, "job titles"), (&self.company, "the kind of company"), (&self.problem, "the problem")];
        let mut missing: Vec<&str> =
            parts.into_iter().filter(|(text, _)| text.trim().is_empty()).map(|(_, what)| what).collect();
        if self.examples.lines().filter(|line| !line.trim().is_empty()).count() < 2 {
            missing.push("two named examples");
        }
        missing
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn r24_an_ideal_client_says_what_is_missing() {
        let empty = IdealClient::default();
        assert_eq!(empty.missing(), ["job titles", "the kind of company", "the problem", "two named examples"]);
        let text = |text: &str| text.to_string();
        let full = IdealClient {
            titles: text("Head of operations"),
            company: text("Family firms"),
            problem: text("Orders arrive late"),
            examples: text("Ana Ruiz, Brightside\n\n  Mo Ali, Kerr & Sons\n"),
            ..empty
        };
        assert!(full.missing().is_empty());
        assert_eq!(IdealClient { examples: text("Ana Ruiz\n \n"), ..full }.missing(), ["two named examples"]);
    }
}
