//! What each way out lets out of a book.

use super::town::{PEOPLE, name_marks, person};
use crate::browser::{Browser, START};
use chrono::NaiveDate;
use kith::domain::ask::draft::AskDraft;
use kith::domain::book::Book;
use kith::domain::change::Change;
use kith::domain::id::{Id, PersonId};
use kith::domain::kind::Kind;
use kith::domain::sorted_set::SortedSet;
use kith::domain::touch::Milestone;
use kith::exchange::export::{ExportFormat, List, take};
use kith::exchange::tree::{outline, picture};
use kith::exchange::{backup, calendar};
use kith::message::forward::forward;
use kith::message::letter::{Letter, letter_with};
use kith::message::merge::ChosenParts;
use kith::message::news::{Between, blocks};
use kith::message::outgoing::Outgoing;
use kith::message::page_title::{TitleSubject, page_title};
use kith::message::playbook::{ask_card, listed, told};
use kith::message::script::Tone;
use kith::message::story::{proposed, story_words};
use kith::message::tree::NameStyle;
use kith::message::week_sheet::sheet;
use kith::message::{guest_mix_text, hundred, meeting};
use kith::rules::disclosure::WayOut;
use kith::rules::duty::{Duty, Raised};
use kith::rules::lists::{PeopleFilter, ReferralFilter};
use kith::rules::news::mailing;
use kith::rules::pool::PoolFilter;
use kith::rules::today_rows::{due, rows};
use kith::rules::tree::Forest;

/// A text that leaves the book, and who hears it; nobody in particular is everyone.
pub struct Said {
    pub to: Vec<PersonId>,
    pub text: String,
}

fn today() -> NaiveDate {
    "2026-11-18".parse().unwrap()
}

/// Everything this way lets out of a book.
pub fn output(way: WayOut, book: &Book) -> Vec<Said> {
    let said: Vec<String> = match way {
        WayOut::Message => return messages(book),
        WayOut::Introduction => return introductions(book),
        WayOut::Forward => return forwarded(book),
        WayOut::Backup => vec![whole(book)],
        WayOut::Story => stories(book),
        WayOut::Playbook => [Kind::Story, Kind::Result].iter().flat_map(|kind| playbook(book, kind)).collect(),
        WayOut::News => Between::ALL
            .into_iter()
            .map(|between| format!("{:?}", blocks(&mailing(book, "Letter", &SortedSet::new()), between)))
            .collect(),
        WayOut::Title => {
            partial_book(book).into_iter().map(|about| page_title(book, about, "Today").to_string()).collect()
        }
        WayOut::WeekPaper => vec![format!("{:?}", sheet(book, today()))],
        WayOut::HundredPaper => {
            let lines = (0..PEOPLE).map(|n| hundred::line(book, person(n), today()));
            lines.filter(|line| line.on_paper).map(|line| format!("{line:?}")).collect()
        }
        WayOut::GuestPaper => {
            ["e0", "e1"].map(|id| format!("{:?}", guest_mix_text::paper(book, id.parse().unwrap(), today()))).to_vec()
        }
        WayOut::AskCard => ["1", "3", "5"].map(|lines| format!("{:?}", ask_card(book, lines, "c0"))).to_vec(),
        WayOut::TreePicture => {
            trees(book, |forest, names| picture(book, forest, 0..forest.knots().len(), names, today()).svg.to_string())
        }
        WayOut::TreeOutline => {
            trees(book, |forest, names| outline(book, forest, 0..forest.knots().len(), names, today()).to_string())
        }
        WayOut::PeopleTable => people().iter().map(|list| taken(book, list, ExportFormat::Csv)).collect(),
        WayOut::VCard => people()
            .iter()
            .flat_map(|list| [ExportFormat::VCard3, ExportFormat::VCard4].map(|form| taken(book, list, form)))
            .collect(),
        WayOut::ReferralTable => {
            vec![taken(book, &List::Referrals(ReferralFilter::All, String::new()), ExportFormat::Csv)]
        }
        WayOut::TouchTable => vec![taken(book, &List::Touches, ExportFormat::Csv)],
        WayOut::OwedTable => vec![taken(book, &List::Owed, ExportFormat::Csv)],
        WayOut::Calendar => vec![reminded(book)],
        WayOut::Badge => vec![due(&rows(book, today())).to_string()],
    };
    said.into_iter().map(|text| Said { to: Vec::new(), text }).collect()
}

fn taken(book: &Book, list: &List, form: ExportFormat) -> String {
    let taken = take(book, list, form, today());
    // A mark that is folded is one all the same.
    format!("{}\n{}", taken.name, taken.text.replace("\r\n ", ""))
}

fn people() -> [List; 4] {
    let these = List::These((0..PEOPLE).map(person).collect());
    [List::People(PeopleFilter::default()), these, List::Hundred, List::Pool(PoolFilter::default())]
}

fn reminded(book: &Book) -> String {
    calendar::reminders(book, today(), "2026-11-18T09:30:00Z").0.replace("\r\n ", "")
}

fn trees(book: &Book, draw: impl Fn(&Forest, NameStyle) -> String) -> Vec<String> {
    let forest = Forest::of(book);
    NameStyle::ALL.into_iter().map(|names| draw(&forest, names)).collect()
}

fn stories(book: &Book) -> Vec<String> {
    let everyone: SortedSet<PersonId> = (0..PEOPLE).map(person).collect();
    let all = book
        .referrals()
        .flat_map(|referral| [story_words(book, referral.id), Some(proposed(book, referral.id, &everyone))]);
    all.flatten().collect()
}

fn playbook(book: &Book, kind: &Kind) -> Vec<String> {
    listed(book, kind, false).into_iter().map(|id| format!("{:?}", told(book, kind, id))).collect()
}

/// Asks that name each of the people.
fn drafts() -> impl Iterator<Item = AskDraft> {
    (0..PEOPLE).map(|n| {
        let name = name_marks(n).join(" ");
        let wording = Some(format!("{name}, meet Ann.")).filter(|_| n % 2 == 0);
        AskDraft { name, action: "email".into(), wording, ..AskDraft::default() }
    })
}

/// What pages can be about, for every record there is.
fn partial_book(book: &Book) -> Vec<TitleSubject> {
    let mut all = vec![TitleSubject::Itself("News")];
    for kind in Kind::ALL {
        for id in book.records(kind, false).iter().map(kith::domain::record::Record::id) {
            let id = id.to_string();
            all.extend(match kind {
                Kind::Person => {
                    let person: PersonId = id.parse().unwrap();
                    vec![TitleSubject::Person(person), TitleSubject::AskFor(person), TitleSubject::Tree(person)]
                }
                Kind::Organisation => vec![TitleSubject::Organisation(id.parse().unwrap())],
                Kind::Ask => vec![TitleSubject::Ask(id.parse().unwrap())],
                Kind::Referral => vec![TitleSubject::Referral(id.parse().unwrap())],
                Kind::Plan => vec![TitleSubject::Plan(id.parse().unwrap())],
                Kind::Event => vec![TitleSubject::Event(id.parse().unwrap())],
                _ => Vec::new(),
            });
        }
    }
    all
}

/// The whole book as a file.
fn whole(book: &Book) -> String {
    let mut tab = Browser::new().open();
    let records = Kind::ALL.iter().flat_map(|kind| book.records(kind, false)).collect();
    tab.store.act(&mut tab.book, Change { records }, START).unwrap();
    backup::write(tab.store.partial_book(), "2026-11-18T09:30:00Z", "1.0.0").unwrap()
}

/// A letter as it goes out: its subject, its words, and the link that opens them.
fn sent(to: &[PersonId], letter: &Letter) -> Said {
    let typed = Outgoing { own_line: "How was it?".into(), ..Outgoing::default() };
    let link = typed.link(letter).ok().flatten().unwrap_or_default();
    Said { to: to.to_vec(), text: format!("{}\n{}\n{link}", typed.subject(letter), typed.text(letter)) }
}

/// Every message to everyone: for each duty and referral, by each script, with each result and story, with each ask.
fn messages(book: &Book) -> Vec<Said> {
    let mut all = Vec::new();
    for to in (0..PEOPLE).map(person) {
        let write = |raised: &[Raised], chosen, ask: Option<&AskDraft>| {
            let letter = |tone| letter_with(book, to, raised, tone, chosen, ask, "Ann");
            Tone::ALL.map(|tone| sent(&[to], &letter(tone)))
        };
        for duty in Duty::ALL.iter().copied() {
            let scripts = ["", "s-", "n-"].map(|kind| format!("{kind}{}", duty.name()).parse().ok());
            for (referral, script) in book.referrals().flat_map(|one| scripts.map(|script| (one.id, script))) {
                for milestone in [Milestone::Introduced, Milestone::Won] {
                    let (referral, milestone) = (Some(referral), Some(milestone));
                    let raised = Raised { referral, milestone, ..Raised::to(to, duty, today()) };
                    all.extend(write(&[raised], ChosenParts { script, ..ChosenParts::default() }, None));
                }
            }
        }
        let proofs = ["x", "r"].into_iter().flat_map(|kind| (0..8).map(move |n| format!("{kind}{n}")));
        for result in proofs.filter_map(|id| Id::parse(&id).ok()) {
            let raised = [Raised::to(to, Duty::KeepInTouch, today())];
            all.extend(write(&raised, ChosenParts { result: Some(result), ..ChosenParts::default() }, None));
            let mut typed = Outgoing { message: Some(String::new()), ..Outgoing::default() };
            typed.tell(result.to_string(), book, to);
            all.push(Said { to: vec![to], text: typed.message.unwrap_or_default() });
        }
        for draft in drafts() {
            for script in [None, "s-ask".parse().ok()] {
                let raised = [Raised::to(to, Duty::Ask, today())];
                all.extend(write(&raised, ChosenParts { script, ..ChosenParts::default() }, Some(&draft)));
            }
        }
    }
    all
}

/// The words for each source to pass on. They are the source's own, so the source may stand in them.
fn forwarded(book: &Book) -> Vec<Said> {
    let of = |draft: AskDraft| (0..PEOPLE).map(person).map(move |source| (source, draft.clone()));
    let words = |(source, draft): (PersonId, AskDraft)| Said { to: vec![source], text: forward(book, source, &draft) };
    drafts().flat_map(of).map(words).collect()
}

fn introductions(book: &Book) -> Vec<Said> {
    let mut all = Vec::new();
    for introduction in book.introductions().filter(|one| one.one != one.other) {
        for tone in Tone::ALL {
            let letter = meeting::letter(book, introduction.id, tone, "Ann");
            let to = meeting::next_to(introduction).map(|side| introduction.person(side));
            let copied = Some(introduction.other).filter(|_| !letter.copy.is_empty());
            let to: Vec<PersonId> = to.into_iter().chain(copied).collect();
            let mut said = sent(&to, &letter);
            said.text.push_str(&letter.copy);
            all.push(said);
        }
    }
    all
}
