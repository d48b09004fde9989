//! Writing what is owed: the words are ready, the person adds the line only they could write.

mod asked;
mod beside;
mod fields;
mod said_with;

use crate::app::state::{State, use_state};
use crate::app::ui::dialog::{Dialog, DialogHead};
use crate::app::ui::icon::Icon;
use crate::app::ui::signal::{Memo, derived, memo};
use crate::app::views::draft_form::{DraftForm, closing};
use crate::app::views::shell::Toast;
use beside::BeforeYouWrite;
use chrono::NaiveDate;
use fields::Fields;
use kith::domain::ask::draft::AskDraft;
use kith::domain::draft::Problems;
use kith::domain::id::{EventId, Id, IntroductionId, PersonId, ReferralId};
use kith::domain::introduction::moves::IntroductionMessage;
use kith::domain::introduction::{Introduction, NextWord};
use kith::message::channel::Channel;
use kith::message::duty::{self, reason, telling};
use kith::message::forward::forward;
use kith::message::letter::{Letter, letter_with};
use kith::message::meeting;
use kith::message::outgoing::Outgoing;
use kith::route::{self, Page, Route};
use kith::rules::duty::Owed;
use kith::rules::guest_mix;
use kith::rules::introductions::went_out;
use kith::rules::settle::{self, SentMessage, sent};
use kith::rules::source_standing::standing;
use kith::rules::today_rows::{TodayRow, is_the_ask, to_say, to_settle};
use kith::rules::tree::marks::Branch;
use leptos::prelude::*;

/// What the parts of the composer share.
#[derive(Clone, Copy)]
struct Letters {
    form: DraftForm<Outgoing>,
    /// The duties it settles, each with its reason and whether it is ticked.
    duties: RwSignal<Vec<(Owed, bool)>>,
    letter: Memo<Letter>,
    person: PersonId,
    /// The ask being prepared, where these are its words.
    asking: Option<DraftForm<AskDraft>>,
    /// The introduction these are the next words of (R68).
    meeting: Option<IntroductionId>,
    /// The channel has been opened; what is left is to say that it was sent.
    opened: RwSignal<bool>,
}

/// The composer for what is owed to this person: all of it, or by one referral, one script or the ask being prepared.
#[component]
pub fn Compose(person: PersonId, by: Option<Id>) -> impl IntoView {
    let letters = Letters::new(use_state(), person, by);
    view! { <Composer letters=letters /> }
}

/// The composer for one duty to this person, named as [`route::Dialog::Settle`] names it.
#[component]
pub fn Settle(person: PersonId, duty: String, about: Option<Id>, due: NaiveDate) -> impl IntoView {
    let state = use_state();
    let owed = state.peek(|book, today| to_settle(book, person, (&duty, about, due), today));
    let letters = Letters::of_owed(state, person, about, owed);
    view! { <Composer letters=letters /> }
}

/// The composer for the next word of an introduction: to one of the two, or to both (R68).
#[component]
pub fn Introduce(id: IntroductionId) -> impl IntoView {
    let letters = Letters::of_meeting(use_state(), id);
    view! { <Composer letters=letters /> }
}

#[component]
fn Composer(letters: Letters) -> impl IntoView {
    let state = use_state();
    let person = letters.person;
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
    fn new(state: State, person: PersonId, by: Option<Id>) -> Letters {
        let owed = state.peek(|book, today| to_say(book, person, by, today));
        Letters::of_owed(state, person, by, owed)
    }

    /// With these duties, the first and those due by today ticked.
    fn of_owed(state: State, person: PersonId, by: Option<Id>, owed: Vec<Owed>) -> Letters {
        let form = DraftForm::open(draft_name(person, by), state.peek(|book, _| Outgoing::by(book, person, by)));
        let duties = RwSignal::new(settle::proposed(owed));
        let asking = state.peek(|book, _| is_the_ask(book, by)).then(|| asked::opened(state, person));
        let wording = form.of(|typed| (typed.tone(), typed.chosen()));
        let letter = memo(move || {
            let raised: Vec<_> = settle::chosen(duties.get()).into_iter().map(|owed| owed.raised).collect();
            let ((tone, chosen), draft) = (wording.get(), asking.map(DraftForm::get));
            state.select_now(|book| {
                let my_name = book.setting("choices").map(|s| s.my_name.clone()).unwrap_or_default();
                letter_with(book, person, &raised, tone, chosen, draft.as_ref(), &my_name)
            })
        });
        Letters { form, duties, letter, person, asking, meeting: None, opened: RwSignal::new(false) }
    }

    fn of_meeting(state: State, id: IntroductionId) -> Letters {
        let (person, step) = state.peek(|book, _| {
            let found = book.introduction(id);
            let to = found.and_then(|found| Some(found.person(meeting::next_to(found)?)));
            (to.unwrap_or_default(), found.map(Introduction::next))
        });
        let form = DraftForm::open(format!("introduce-{id}-{step:?}"), Outgoing::default());
        let tone = form.of(Outgoing::tone);
        let letter = memo(move || {
            let tone = tone.get();
            state.select_now(|book| {
                let my_name = book.setting("choices").map(|s| s.my_name.clone()).unwrap_or_default();
                meeting::letter(book, id, tone, &my_name)
            })
        });
        let (duties, opened) = (RwSignal::new(Vec::new()), RwSignal::new(false));
        Letters { form, duties, letter, person, asking: None, meeting: Some(id), opened }
    }

    /// A part of the message as it stands, told again only when it differs.
    fn of<T: PartialEq + Send + Sync + 'static>(self, part: fn(&Outgoing, &Letter) -> T) -> Memo<T> {
        memo(move || {
            let typed = self.form.get();
            self.letter.with(|letter| part(&typed, letter))
        })
    }

    /// The title and the line below it.
    fn head(self, state: State) -> (String, String) {
        if let Some(id) = self.meeting {
            return state.peek(|book, today| meeting::head(book, id, today));
        }
        let owed = self.duties.get_untracked().into_iter().map(|(owed, _)| owed).collect::<Vec<_>>();
        state.peek(|book, today| match owed.first() {
            Some(first) => {
                let row = TodayRow { person: Some(self.person), owed: owed.clone() };
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
        let is_sound = self.asking.is_none_or(|ask| asked::is_sound(state, ask, self.person));
        match typed.link(&letter) {
            Err(problems) => self.form.refuse(problems),
            Ok(_) if !is_sound => {}
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
        if let Some(ask) = self.asking {
            return self.asked(state, ask);
        }
        if let Some(id) = self.meeting {
            return self.met(state, id);
        }
        let (typed, letter) = (self.form.peek(), self.letter.get_untracked());
        let owed = settle::chosen(self.duties.get_untracked());
        let person = self.person;
        let said = state.peek(|book, today| duty::sent(book, person, &owed, today));
        let done = state.act(said, move |book, mint, today| {
            let gone = || Problems::one("form", "This person is not in your book any more.");
            book.person(person).ok_or_else(gone)?;
            let went = SentMessage { kind: typed.kind(&letter), on: today, text: typed.text(&letter) };
            Ok(sent(book, person, &owed, &went, mint))
        });
        match (done, next_in_line(state, person)) {
            (Ok(()), Some(next)) => {
                self.form.forget();
                state.go_instead(next);
            }
            (done, _) => self.form.finish(done),
        }
    }
}

impl Letters {
    /// The ask went out with these words: it is made as it was prepared. From the page of its preparation one goes on to its
    /// own, which waits for the answer; from anywhere else one stays where one was (R25, R36).
    fn asked(self, state: State, ask: DraftForm<AskDraft>) {
        let (typed, letter) = (self.form.peek(), self.letter.get_untracked());
        let draft = AskDraft { how: typed.kind(&letter).word().to_string(), on: String::new(), ..ask.peek() };
        let (person, mut made) = (self.person, None);
        let first = state.peek(|book, _| book.person(person).map(|p| p.name.first().to_string())).unwrap_or_default();
        let kept = state.act(format!("Asked. Note what {first} says when it comes."), |book, mint, today| {
            let gates = standing(book, person, today).gates();
            let (id, change) = draft.change(book, person, gates, &forward(book, person, &draft), today, mint)?;
            made = Some(id);
            Ok(change.saying(&typed.text(&letter)))
        });
        match (kept, made) {
            (Err(problems), _) => ask.refuse(problems),
            (Ok(()), Some(id)) if state.peek_route().page == Page::AskFor(person) => {
                self.form.forget();
                ask.forget();
                state.go_instead(Route::of(Page::Ask(id)));
            }
            (kept, _) => {
                ask.forget();
                self.form.finish(kept);
            }
        }
    }
}

impl Letters {
    /// A word about an introduction went out: one of the two was asked, or both are introduced (R68).
    fn met(self, state: State, id: IntroductionId) {
        let (typed, letter) = (self.form.peek(), self.letter.get_untracked());
        let is_last = state.peek(|book, _| book.introduction(id).map(Introduction::next)) == Some(NextWord::Introduce);
        let said = if is_last {
            "Introduced. Two people know each other because of you."
        } else {
            "Asked. Note the answer when it comes."
        };
        let kept = state.act(said, move |book, mint, today| {
            let word = IntroductionMessage { kind: typed.kind(&letter), on: today, text: typed.text(&letter) };
            went_out(book, id, &word, mint)
        });
        self.form.finish(kept);
    }
}

fn draft_name(person: PersonId, by: Option<Id>) -> String {
    let by = by.map(|id| id.to_string()).unwrap_or_default();
    format!("write-{person}-{by}")
}

/// Whom to write to next, where a branch is thanked or guests are invited one after the other (R60, R69).
fn next_in_line(state: State, written: PersonId) -> Option<Route> {
    let route = state.peek_route();
    next_on_branch(state, &route, written).or_else(|| next_guest(state, &route, written))
}

fn next_guest(state: State, route: &Route, written: PersonId) -> Option<Route> {
    let event: EventId = route.asked("invite").parse().ok()?;
    let next = state.peek(|book, today| guest_mix::next_after(book, book.event(event)?, written, today))?;
    Some(route.with(route::Dialog::Write(next, Some(event.0))))
}

fn next_on_branch(state: State, route: &Route, thanked: PersonId) -> Option<Route> {
    let about: ReferralId = route.asked("thank").parse().ok()?;
    let next = state.peek(|book, today| Branch::of(book, about, today)?.next_after(thanked))?;
    Some(route.with(route::Dialog::Write(next, Some(about.0))))
}
