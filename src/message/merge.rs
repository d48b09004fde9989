//! Merge fields filled in from the book: what a script of one's own says to one person, and what is still missing.

use super::duty::promised;
use super::letter::{may_be_named, promise};
use super::playbook::proof_words;
use crate::domain::ask::AskEnd;
use crate::domain::ask::draft::AskDraft;
use crate::domain::book::Book;
use crate::domain::id::{Id, IdealClientId, PersonId, ScriptId};
use crate::domain::script::Script;
use crate::domain::script::merge::{MergeField, Piece, names, pieces};
use crate::domain::touch::Milestone;
use crate::rules::disclosure::Disclosure;
use crate::rules::duty::{Duty, Raised};

/// What the person chose to say it with (R23, R24, R25).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ChosenParts {
    /// A script of their own.
    pub script: Option<ScriptId>,
    /// A result to tell, or the referral whose story is (R71).
    pub result: Option<Id>,
    /// The ideal client it is about.
    pub ideal_client: Option<IdealClientId>,
}

/// A merge field and what it became.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FilledField {
    /// Its name.
    pub name: String,
    /// What stands in its place, or why nothing does.
    pub value: String,
    /// `late` where it is missing, `owed` where it is left out, else empty.
    pub tone: &'static str,
}

/// Everything merge fields are filled in from.
#[derive(Debug, Clone, Copy)]
pub struct Merging<'a> {
    /// What the one it goes to may be told.
    pub disclosure: &'a Disclosure<'a>,
    /// Whom it goes to.
    pub to: PersonId,
    /// What it answers; nothing where nothing is owed.
    pub raised: Option<&'a Raised>,
    /// What was chosen.
    pub chosen: ChosenParts,
    /// The ask being prepared, where these are its words.
    pub asking: Option<&'a AskDraft>,
    /// How the person calls themselves.
    pub my_name: &'a str,
}

impl Merging<'_> {
    /// The script that was chosen, if it is for what is answered; where nothing is owed, for any moment that needs no referral.
    pub fn script(&self) -> Option<&Script> {
        let script = self.disclosure.book().script(self.chosen.script?).filter(|script| !script.trashed)?;
        fits(script, self.raised).then_some(script)
    }

    /// What a merge field becomes; `None` where the book does not say.
    pub fn value(&self, field: MergeField) -> Option<String> {
        let book = self.disclosure.book();
        let person = || book.person(self.to);
        let text = match field {
            MergeField::First => person()?.name.first().to_string(),
            MergeField::Name => person()?.name.to_string(),
            MergeField::Loves => person()?.loves.lines().next()?.trim_end_matches('.').to_string(),
            MergeField::MyName => self.my_name.to_string(),
            MergeField::Result => proof_words(self.disclosure, self.chosen.result?)?.trim_end_matches('.').to_string(),
            MergeField::IdealClient => self.ideal_client()?,
            MergeField::Target => {
                let open = || Some(self.open_ask()?.target.as_ref()?.name.clone());
                let target = self.asking.map(|draft| draft.name.clone()).or_else(open)?;
                Some(target).filter(|target| self.disclosure.may_say(target))?
            }
            _ => return self.of_duty(field),
        };
        Some(text).filter(|text| !text.trim().is_empty())
    }

    /// What a merge field becomes that is about the duty.
    fn of_duty(&self, field: MergeField) -> Option<String> {
        let (book, raised) = (self.disclosure.book(), self.raised?);
        if field == MergeField::Promised {
            return Some(promised(book, raised)).filter(|text| !text.is_empty());
        }
        let referral = book.referral(raised.referral?)?;
        let name = |id: PersonId| self.disclosure.told_name(id).map(str::to_string);
        // Down the chain nobody is told whom others introduced.
        let down_the_chain = raised.duty == Duty::ThankChain;
        match field {
            MergeField::Next if down_the_chain => name(may_be_named(self.disclosure, referral, raised)?),
            MergeField::Fruit if down_the_chain && raised.milestone == Some(Milestone::Won) => {
                Some("it has led to a sale".into())
            }
            MergeField::Fruit if down_the_chain => Some("it has led me to somebody new".into()),
            _ if down_the_chain => None,
            MergeField::Prospect if !self.disclosure.tells_prospect(referral) => None,
            MergeField::Prospect => name(referral.prospect),
            MergeField::Source => name(referral.source),
            MergeField::Promise => Some(promise(book, referral)),
            _ => None,
        }
    }

    /// The ideal client chosen; else the one the open ask is about; else the only one there is.
    fn ideal_client(&self) -> Option<String> {
        let prepared = || self.asking.and_then(|draft| draft.profile.parse().ok());
        let asked = || self.open_ask().and_then(|ask| ask.profile).map(IdealClientId);
        let mut all = self.disclosure.book().ideal_clients();
        let only = all.next().filter(|_| all.next().is_none()).map(|client| client.id);
        let client =
            self.disclosure.book().ideal_client(self.chosen.ideal_client.or_else(prepared).or_else(asked).or(only)?)?;
        Some(client.name.trim_end_matches('.').to_string())
    }

    fn open_ask(&self) -> Option<&crate::domain::ask::Ask> {
        self.disclosure
            .book()
            .asks_to(self.to)
            .filter(|ask| ask.outcome.kind == AskEnd::Open)
            .max_by_key(|ask| (ask.on, ask.id))
    }

    /// Whether the one it goes to must not learn what it would say: then neutral words stand in its place (R63).
    pub fn is_secret(&self) -> bool {
        let Some(raised) = self.raised else { return false };
        let Some(referral) = raised.referral.and_then(|id| self.disclosure.book().referral(id)) else { return false };
        let unnamed = raised.duty == Duty::ThankChain && may_be_named(self.disclosure, referral, raised).is_none();
        !self.disclosure.tells_stage(referral) || unnamed
    }

    /// The text with its merge fields filled in; those that are missing stay as they are.
    pub fn fill(&self, text: &str) -> String {
        let mut filled = String::with_capacity(text.len());
        for piece in pieces(text) {
            match piece {
                Piece::Words(words) => filled.push_str(words),
                Piece::Unclosed(rest) => filled.push_str(&format!("{{{rest}")),
                Piece::Named(name) => match MergeField::of_name(name).and_then(|field| self.value(field)) {
                    Some(value) => filled.push_str(&value),
                    None => filled.push_str(&format!("{{{name}}}")),
                },
            }
        }
        filled
    }

    /// What became of the merge fields of a text, each once (R25).
    pub fn merged(&self, text: &str) -> Vec<FilledField> {
        let told = |name: &str| {
            let value = MergeField::of_name(name).and_then(|field| self.value(field));
            let (value, tone) = match value {
                _ if self.is_secret() => ("left out: confidential".to_string(), "owed"),
                None => ("nothing in your book yet".to_string(), "late"),
                Some(value) if value.is_empty() => ("nothing to say".to_string(), ""),
                Some(value) => (value, ""),
            };
            FilledField { name: name.to_string(), value: value.trim().to_string(), tone }
        };
        names(text).into_iter().map(told).collect()
    }
}

/// Whether a script is for this moment.
fn fits(script: &Script, raised: Option<&Raised>) -> bool {
    match raised {
        Some(raised) => script.moment == raised.duty.name(),
        None => [Duty::Ask, Duty::KeepInTouch].iter().any(|duty| script.moment == duty.name()),
    }
}

/// The scripts of one's own for one of these moments, by name, as (id, name) (R25).
pub fn scripts_for(book: &Book, duties: &[Raised]) -> Vec<(String, String)> {
    let fit = |script: &&Script| match duties {
        [] => fits(script, None),
        duties => duties.iter().any(|raised| fits(script, Some(raised))),
    };
    let mut all: Vec<(String, String)> =
        book.scripts().filter(fit).map(|script| (script.id.to_string(), script.name.clone())).collect();
    crate::domain::order::sort_by_key(&mut all, |(_, name)| crate::domain::fold::fold(name));
    all
}

/// What keeps a text from going out: a merge field that is not filled in, in a sentence (R25).
///
/// # Errors
/// The sentence.
pub fn all_filled(text: &str) -> Result<(), String> {
    match names(text).first() {
        None => Ok(()),
        Some(name) => Err(format!("{{{name}}} is not filled in. Write what belongs there, or take it out.")),
    }
}

#[cfg(test)]
mod tests;
