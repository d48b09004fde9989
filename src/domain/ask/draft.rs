//! An ask as it is prepared: whom exactly, what the source does, in which words, and how I shall know (R30–R38).

use super::{Ask, AskAction, Comfort, ConfirmHow, Target};
use crate::domain::book::Book;
use crate::domain::change::Change;
use crate::domain::draft::{Problems, day, long_text, past_day, short_text};
use crate::domain::fields::fields;
use crate::domain::fold::fold;
use crate::domain::id::{AskId, Mint, PersonId, Session, TouchId};
use crate::domain::overrides::Override;
use crate::domain::touch::{Purpose, Touch, TouchKind};
use chrono::NaiveDate;
use serde::Serialize;

fields! {
    /// What was typed while an ask was prepared.
    #[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
    pub struct AskDraft {
        /// The ideal client; its id, or empty.
        pub profile: String,
        /// The name of the individual.
        pub name: String,
        /// What they do.
        pub title: String,
        /// Where.
        pub organisation: String,
        /// Their profile on a network.
        pub link: String,
        /// The action's word.
        pub action: String,
        /// The forwardable text; `None` while it is the one Kith proposes.
        pub wording: Option<String>,
        /// Whether the source is comfortable; the word, or empty while nobody knows.
        pub comfortable: String,
        /// How I shall know; the word.
        pub confirm_how: String,
        /// The day promised; may be empty.
        pub confirm_by: String,
        /// Why I go on although a loop is open.
        pub loop_note: String,
        /// Why I go on although there is no trust fact.
        pub trust_note: String,
        /// The day of the ask; empty is today.
        pub on: String,
        /// How I asked; the word of the kind of touch, empty for a meeting.
        pub how: String,
    }
}

fields! {
    /// What was typed when a source said "not now": until when, and why; the why may be empty.
    #[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
    pub struct NotNowDraft {
        /// The day from which they may be asked again.
        pub until: String,
        /// Why not now.
        pub why: String,
    }
}

/// What an ask must answer before it is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Gates {
    /// A loop with this source is open: an ask without an answer, or a word owed (R30).
    pub open_loop: bool,
    /// The source has no trust fact (R31).
    pub no_trust: bool,
}

impl AskDraft {
    /// The change that keeps the ask as made, with the touch that made it; `wording` is the text Kith proposes.
    ///
    /// # Errors
    /// The problems, field by field.
    pub fn change(
        &self,
        book: &Book,
        person: PersonId,
        gates: Gates,
        wording: &str,
        today: NaiveDate,
        mint: &mut Mint,
    ) -> Result<(AskId, Change), Problems> {
        let mut wrong = Problems::default();
        if book.live_person(person).is_none() {
            wrong.add("form", "This person is not in your book any more.");
        }
        let on = wrong.take("on", past_day(&self.on, today));
        let confirm_by = wrong.take("confirm_by", day(&self.confirm_by));
        if confirm_by.is_some_and(|by| by < on) {
            wrong.add("confirm_by", "That is before the ask. Choose the day by which they will have done it.");
        }
        let target = self.target(book, &mut wrong);
        let wording = wrong.take("wording", long_text(self.wording.as_deref().unwrap_or(wording)));
        if self.action.is_empty() {
            wrong.add("action", "Choose what they do for you: an action, not a contact.");
        }
        let comfortable = Some(self.comfortable.as_str()).filter(|word| !word.is_empty()).map(Comfort::of_word);
        if comfortable == Some(Comfort::No) {
            wrong.add("comfortable", "Then choose a lighter action together; do not press.");
        }
        let overrides = self.overrides(gates, on, &mut wrong);
        wrong.or(())?;
        let ask = Ask {
            id: AskId(mint.id()),
            person,
            on,
            profile: self.profile.parse::<crate::domain::id::IdealClientId>().ok().map(|id| id.0),
            target,
            action: Some(AskAction::of_word(&self.action)),
            wording,
            comfortable,
            confirm_by,
            confirm_how: Some(self.confirm_how.as_str()).filter(|word| !word.is_empty()).map(ConfirmHow::of_word),
            overrides,
            ..Ask::default()
        };
        let touch = self.touch(book, person, on, mint);
        Ok((ask.id, Change::of(ask).and(touch)))
    }

    /// Takes the action, and how it will be known that it was done: who is copied sees it. Where that was chosen otherwise,
    /// it stays.
    pub fn choose_action(&mut self, word: String) {
        let how = |word: &str| match AskAction::of_word(word) {
            AskAction::Email => ConfirmHow::Copies,
            _ => ConfirmHow::Tells,
        };
        if self.confirm_how == how(&self.action).word() {
            self.confirm_how = how(&word).word().to_string();
        }
        self.action = word;
    }

    /// Whether it could be kept as made.
    ///
    /// # Errors
    /// The problems, field by field.
    pub fn check(
        &self,
        book: &Book,
        person: PersonId,
        gates: Gates,
        wording: &str,
        today: NaiveDate,
    ) -> Result<(), Problems> {
        let nowhere = &mut Mint::new(Session::of_bits(0));
        self.change(book, person, gates, wording, today, nowhere).map(|_| ())
    }

    /// The word in which the ask was made: one of that day and kind which is in the book already, or a new one.
    fn touch(&self, book: &Book, person: PersonId, on: NaiveDate, mint: &mut Mint) -> Touch {
        let kind = if self.how.is_empty() { TouchKind::Meeting } else { TouchKind::of_word(&self.how) };
        let same = |touch: &&Touch| touch.on == on && touch.kind == kind;
        let mut touch = book.touches_with(person).find(same).cloned().unwrap_or_else(|| Touch {
            id: TouchId(mint.id()),
            person,
            on,
            kind: kind.clone(),
            ..Touch::default()
        });
        touch.purposes.insert(Purpose::Ask);
        touch
    }

    /// Whom exactly (R33, R34): a name, or an ideal client; "anyone" is neither.
    fn target(&self, book: &Book, wrong: &mut Problems) -> Option<Target> {
        let profile = self.profile.parse().ok().and_then(|id| book.ideal_client(id)).filter(|profile| !profile.trashed);
        let text = |wrong: &mut Problems, field, text: &str| wrong.take(field, short_text(text));
        let target = Target {
            name: text(wrong, "name", &self.name),
            title: text(wrong, "title", &self.title),
            organisation: text(wrong, "organisation", &self.organisation),
            link: text(wrong, "link", &self.link),
        };
        let named = !target.name.is_empty() || !target.link.is_empty();
        if is_vague(&target.name) || (!named && profile.is_none()) {
            wrong.add("name", "Name a person, or choose one of your ideal clients. “Anyone” brings no one to mind.");
        }
        (target != Target::default()).then_some(target)
    }

    fn overrides(&self, gates: Gates, on: NaiveDate, wrong: &mut Problems) -> Vec<Override> {
        let notes = [
            (gates.open_loop, 1, "loop_note", &self.loop_note, "Say why this cannot wait, or close the loop first."),
            (gates.no_trust, 2, "trust_note", &self.trust_note, "Note why they would vouch for you, or wait."),
        ];
        let mut overrides = Vec::new();
        for (_, step, field, note, without) in notes.into_iter().filter(|(shut, ..)| *shut) {
            let why = wrong.take(field, long_text(note));
            if why.is_empty() && wrong.of(field).is_none() {
                wrong.add(field, without);
            }
            overrides.push(Override { step, on, why });
        }
        overrides
    }
}

/// Whether a target names nobody: "anyone", "everybody who…", "people", "somebody" (R33).
pub fn is_vague(text: &str) -> bool {
    const NOBODY: [&str; 12] = [
        "anyone",
        "anybody",
        "everyone",
        "everybody",
        "someone",
        "somebody",
        "whoever",
        "whomever",
        "people",
        "all",
        "any",
        "friends",
    ];
    let text = fold(text);
    let first = text.split(|c: char| !c.is_alphanumeric()).find(|word| !word.is_empty());
    first.is_some_and(|first| NOBODY.contains(&first))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::Session;
    use crate::domain::ideal_client::IdealClient;
    use crate::domain::person::Person;
    use crate::domain::record::Record;

    fn book() -> Book {
        let mut book = Book::default();
        book.put(Person { id: "jim".parse().unwrap(), ..Person::default() }.into());
        book.put(
            IdealClient { id: "i1".parse().unwrap(), name: "Family firms".into(), ..IdealClient::default() }.into(),
        );
        book
    }

    fn draft() -> AskDraft {
        let text = |text: &str| text.to_string();
        AskDraft { name: text("Naomi Feld"), action: text("meeting"), on: text("2026-11-20"), ..AskDraft::default() }
    }

    fn made(draft: &AskDraft, gates: Gates) -> Result<Ask, Problems> {
        let mut mint = Mint::new(Session::of_bits(1));
        let today = "2026-11-21".parse().unwrap();
        let change = draft.change(&book(), "jim".parse().unwrap(), gates, "Naomi, meet Ann.", today, &mut mint)?.1;
        let [Record::Ask(ask), Record::Touch(touch)] = change.records.as_slice() else {
            panic!("an ask and its touch")
        };
        assert_eq!((touch.on, touch.purposes.contains(&Purpose::Ask)), (ask.on, true));
        Ok(ask.clone())
    }

    #[test]
    fn r20_an_ask_made_in_a_meeting_that_was_logged_is_no_second_meeting() {
        let mut book = book();
        let (id, person, on) = ("t1".parse().unwrap(), "jim".parse().unwrap(), "2026-11-20".parse().unwrap());
        book.put(Touch { id, person, on, kind: TouchKind::Coffee, ..Touch::default() }.into());
        let touch = |how: &str| {
            let draft = AskDraft { how: how.into(), ..draft() };
            let made = draft.touch(&book, person, on, &mut Mint::new(Session::of_bits(1)));
            (made.id == id, made.purposes.contains(&Purpose::Ask))
        };
        assert_eq!((touch("coffee"), touch("call")), ((true, true), (false, true)));
    }

    fn refused(draft: &AskDraft, gates: Gates, field: &str) {
        let wrong = made(draft, gates).unwrap_err();
        assert_eq!(wrong.0.iter().map(|p| p.field).collect::<Vec<_>>(), [field]);
    }

    #[test]
    fn r34_r35_r36_an_ask_has_a_person_an_action_and_words_to_forward() {
        let ask = made(&draft(), Gates::default()).unwrap();
        assert_eq!(ask.target.as_ref().map(|t| t.name.as_str()), Some("Naomi Feld"));
        assert_eq!((ask.action, ask.wording.as_str()), (Some(AskAction::Meeting), "Naomi, meet Ann."));
        let edited = AskDraft { wording: Some("Mine".into()), ..draft() };
        assert_eq!(made(&edited, Gates::default()).unwrap().wording, "Mine");
        refused(&AskDraft { action: String::new(), ..draft() }, Gates::default(), "action");
    }

    #[test]
    fn r33_anyone_is_refused_and_an_ideal_client_is_enough() {
        for vague in ["anyone", "Anyone who needs my services", "everybody you know", " people like you", "Any one"] {
            refused(&AskDraft { name: vague.into(), ..draft() }, Gates::default(), "name");
        }
        for exact in ["Allan Peoples", "Anya Body", "Someoneda Keiko"] {
            assert!(!is_vague(exact), "{exact}");
        }
        let kind = AskDraft { name: String::new(), profile: "i1".into(), ..draft() };
        assert_eq!(made(&kind, Gates::default()).unwrap().profile.map(|id| id.to_string()), Some("i1".into()));
        refused(&AskDraft { profile: "i2".into(), ..kind }, Gates::default(), "name");
    }

    #[test]
    fn r30_r31_an_open_loop_and_missing_trust_need_a_note() {
        let open = Gates { open_loop: true, no_trust: false };
        refused(&draft(), open, "loop_note");
        let ask = made(&AskDraft { loop_note: "Leaves tomorrow".into(), ..draft() }, open).unwrap();
        assert_eq!((ask.overrides[0].step, ask.overrides[0].why.as_str()), (1, "Leaves tomorrow"));
        refused(&draft(), Gates { open_loop: false, no_trust: true }, "trust_note");
    }

    #[test]
    fn r38_who_is_copied_knows_by_the_copy_unless_it_was_chosen_otherwise() {
        let mut draft = AskDraft { confirm_how: "tells me".into(), ..AskDraft::default() };
        for (action, how) in [("email", "copies me"), ("call", "tells me"), ("meeting", "tells me")] {
            draft.choose_action(action.to_string());
            assert_eq!((draft.action.as_str(), draft.confirm_how.as_str()), (action, how));
        }
        draft.confirm_how = "copies me".into();
        draft.choose_action("forward".into());
        assert_eq!(draft.confirm_how, "copies me");
    }

    #[test]
    fn r37_who_is_not_comfortable_is_not_pressed() {
        refused(&AskDraft { comfortable: "no".into(), ..draft() }, Gates::default(), "comfortable");
        let ask = made(&AskDraft { comfortable: "with changes".into(), ..draft() }, Gates::default()).unwrap();
        assert_eq!(ask.comfortable, Some(Comfort::WithChanges));
    }

    #[test]
    fn r38_the_confirmation_has_a_day_not_before_the_ask() {
        refused(&AskDraft { confirm_by: "2026-11-19".into(), ..draft() }, Gates::default(), "confirm_by");
        let ask = made(
            &AskDraft { confirm_by: "2026-11-25".into(), confirm_how: "copies me".into(), ..draft() },
            Gates::default(),
        );
        let ask = ask.unwrap();
        assert_eq!((ask.confirm_by, ask.confirm_how), ("2026-11-25".parse().ok(), Some(ConfirmHow::Copies)));
    }
}
