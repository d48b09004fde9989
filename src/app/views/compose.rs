//! Writing what is owed: the words are ready, the person adds the line only they could write.

mod beside;
mod fields;
mod said_with;

use crate::app::state::{State, use_state};
use crate::app::ui::dialog::{Dialog, DialogHead};
use crate::app::ui::icon::Icon;
use crate::app::ui::signal::{Told, derived, memo};
use crate::app::views::drafted::{Drafted, closing};
use crate::app::views::shell::Toast;
use beside::BeforeYouWrite;
use fields::Fields;
use kith::domain::draft::Problems;
use kith::domain::id::{PersonId, ReferralId};
use kith::message::channel::Channel;
use kith::message::letter::{Letter, letter_with};
use kith::message::outgoing::Outgoing;
use kith::message::reason::{reason, telling};
use kith::rules::duty::Owed;
use kith::rules::rows::{Row, to_write};
use kith::rules::settle::{self, Sent, sent};
use leptos::prelude::*;

/// What the parts of the composer share.
#[derive(Clone, Copy)]
struct Letters {
    form: Drafted<Outgoing>,
    /// The duties it settles, each with its reason and whether it is ticked.
    duties: RwSignal<Vec<(Owed, bool)>>,
    letter: Told<Letter>,
    person: PersonId,
    /// The channel has been opened; what is left is to say that it was sent.
    opened: RwSignal<bool>,
}

/// The composer for what is owed to this person, or only for what is about one referral.
#[component]
pub fn Compose(person: PersonId, about: Option<ReferralId>) -> impl IntoView {
    let state = use_state();
    let owed = state.peek(|book, today| to_write(book, person, about, today));
    let letters = Letters::new(state, person, about, owed);
    let close = move |()| state.close_dialog();
    let head = letters.head(state);
    let open = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        letters.open(state);
    };
    view! {
        <Dialog labelled_by="composer-title" class="composer" on_close=close>
            <form class="dialog__form" novalidate on:submit=open>
                <DialogHead
                    id="composer-title"
                    title=head.0
                    sub=head.1
                    close=closing()
                    on_close=close
                />
                <div class="dialog__body composer__body">
                    <Fields letters=letters />
                    <BeforeYouWrite person=person />
                </div>
                <Foot letters=letters />
            </form>
        </Dialog>
    }
}

#[component]
fn Foot(letters: Letters) -> impl IntoView {
    let state = use_state();
    let channel = letters.of(Outgoing::channel);
    let icon = move || match channel.get() {
        Channel::Email => "mail",
        Channel::Text => "text",
        Channel::Call => "phone",
        Channel::Copy => "copy",
        Channel::Share => "upload",
    };
    let open = move || match channel.get() {
        Channel::Email => "Open in Mail",
        Channel::Text => "Open in Messages",
        Channel::Call => "Call now",
        Channel::Copy => "Copy the words",
        Channel::Share => "Share the words",
    };
    let class =
        move |first: bool| if first { "button button--primary button--tall" } else { "button button--tall push" };
    view! {
        <footer class="dialog__foot">
            <button class=move || class(!letters.opened.get()) type="submit">
                <Icon name=derived(icon) small=true />
                {move || open()}
            </button>
            <button class=move || class(letters.opened.get()) type="button" on:click=move |_| letters.sent(state)>
                <Icon name="check" small=true />
                "Already sent"
            </button>
            <Toast />
        </footer>
    }
}

impl Letters {
    fn new(state: State, person: PersonId, about: Option<ReferralId>, owed: Vec<Owed>) -> Letters {
        let form = Drafted::open(draft_name(person, about), Outgoing::default());
        let duties = RwSignal::new(settle::proposed(owed));
        let wording = form.of(|typed| (typed.tone(), typed.chosen()));
        let letter = memo(move || {
            let raised: Vec<_> = settle::chosen(duties.get()).into_iter().map(|owed| owed.raised).collect();
            let (tone, chosen) = wording.get();
            state.select_now(|book| {
                let my_name = book.setting("choices").map(|s| s.my_name.clone()).unwrap_or_default();
                letter_with(book, person, &raised, tone, chosen, &my_name)
            })
        });
        Letters { form, duties, letter, person, opened: RwSignal::new(false) }
    }

    /// A part of the message as it stands, told again only when it differs.
    fn of<T: PartialEq + Send + Sync + 'static>(self, part: fn(&Outgoing, &Letter) -> T) -> Told<T> {
        memo(move || {
            let typed = self.form.get();
            self.letter.with(|letter| part(&typed, letter))
        })
    }

    /// The title and the line below it.
    fn head(self, state: State) -> (String, String) {
        let owed = self.duties.get_untracked().into_iter().map(|(owed, _)| owed).collect::<Vec<_>>();
        state.peek(|book, today| match owed.first() {
            Some(first) => {
                let row = Row { person: Some(self.person), owed: owed.clone() };
                (telling(book, &row, today).title, reason(book, first, today))
            }
            None => {
                let name = book.person(self.person).map(|p| p.name.to_string()).unwrap_or_default();
                (format!("Write to {name}"), String::new())
            }
        })
    }

    /// Opens the channel with the words in it, shares or copies them.
    fn open(self, state: State) {
        let (typed, letter) = (self.form.peek(), self.letter.get_untracked());
        match typed.link(&letter) {
            Err(problems) => self.form.refuse(problems),
            Ok(link) => {
                self.form.accept();
                self.opened.set(true);
                match (link, typed.channel(&letter)) {
                    (Some(link), _) => state.open_link(&link),
                    (None, Channel::Share) => state.share(typed.subject(&letter), typed.text(&letter)),
                    (None, _) => state.copy(typed.text(&letter)),
                }
            }
        }
    }

    /// It went out: the touch is logged, and what it settles is settled.
    fn sent(self, state: State) {
        let (typed, letter) = (self.form.peek(), self.letter.get_untracked());
        let owed = settle::chosen(self.duties.get_untracked());
        let name = state.peek(|book, _| book.person(self.person).map(|p| p.name.first().to_string()));
        let said = format!("Noted. That was the word {} was waiting for.", name.unwrap_or_default());
        let person = self.person;
        let done = state.act(said, move |book, mint, today| {
            let gone = || Problems::one("form", "This person is not in your book any more.");
            book.person(person).ok_or_else(gone)?;
            let went = Sent { kind: typed.kind(&letter), on: today, text: typed.text(&letter) };
            Ok(sent(book, person, &owed, &went, mint))
        });
        self.form.finish(done);
    }
}

fn draft_name(person: PersonId, about: Option<ReferralId>) -> String {
    let about = about.map(|id| id.to_string()).unwrap_or_default();
    format!("write-{person}-{about}")
}
