//! The places of the navigation: what each is called, its icon, its page, and what is counted beside it.

use kith::domain::book::Book;
use kith::message::page_title::{TitleSubject, page_title};
use kith::route::{Page, Playbook};
use kith::rules::disclosure::Released;
use kith::rules::hundred::hundred;

/// A page that is always one click away.
pub struct NavigationItem {
    /// What it is called.
    pub name: &'static str,
    /// Its icon.
    pub icon: &'static str,
    /// Its page.
    pub page: Page,
}

/// All of them, in the order of the rail.
pub static PLACES: [NavigationItem; 10] = [
    place("Today", "today", Page::Today),
    place("People", "people", Page::People),
    place("The Hundred", "hundred", Page::Hundred),
    place("Referrals", "referral", Page::Referrals),
    place("Tree", "tree", Page::Tree(None)),
    place("Giving back", "give", Page::Give),
    place("Your words", "words", Page::Words(Playbook::Clients)),
    place("Events and news", "event", Page::Events),
    place("Scoreboard", "score", Page::Scoreboard),
    place("Your data", "data", Page::Data),
];

const fn place(name: &'static str, icon: &'static str, page: Page) -> NavigationItem {
    NavigationItem { name, icon, page }
}

impl NavigationItem {
    /// Whether it begins a group in the rail.
    pub fn begins_group(&self) -> bool {
        matches!(self.page, Page::Referrals | Page::Words(_))
    }

    /// Whether it has a tab of its own on a phone.
    pub fn has_tab(&self) -> bool {
        matches!(self.page, Page::Today | Page::People | Page::Tree(_))
    }

    /// What is counted beside it: `rows` owed, people, open referrals.
    pub fn count(&self, book: &Book, rows: usize) -> Option<usize> {
        let count = match self.page {
            Page::Today => rows,
            Page::People => book.people().count(),
            Page::Hundred => hundred(book).len(),
            Page::Referrals => book.referrals().filter(|r| r.is_open()).count(),
            _ => 0,
        };
        (count > 0).then_some(count)
    }

    /// How the place lies to where the person is, as `aria-current` has it.
    pub fn current(&self, page: &Page) -> Option<&'static str> {
        match page {
            page if *page == self.page => Some("page"),
            page if home(page) == self.page => Some("true"),
            _ => None,
        }
    }
}

/// The places on a phone: those with a tab, or the others.
pub fn places_on_phone(tab: bool) -> impl Iterator<Item = &'static NavigationItem> {
    PLACES.iter().filter(move |place| place.has_tab() == tab)
}

/// The places whose name has this text in it.
pub fn places_called(text: &str) -> impl Iterator<Item = &'static NavigationItem> {
    let text = text.trim().to_lowercase();
    PLACES.iter().filter(move |place| !text.is_empty() && place.name.to_lowercase().contains(&text))
}

/// What the window is called on this page: after the person or the referral, where it is about one.
pub fn title(page: &Page, book: &Book) -> Released {
    let place = PLACES.iter().find(|p| p.page == home(page)).map_or("Nothing here", |p| p.name);
    page_title(book, about(page).unwrap_or(TitleSubject::Itself(place)), place)
}

/// What a page is about; `None` where it is called as its place in the navigation.
fn about(page: &Page) -> Option<TitleSubject> {
    Some(match page {
        Page::Welcome => TitleSubject::Itself("Welcome"),
        Page::Import => TitleSubject::Itself("Bring a file"),
        Page::Export => TitleSubject::Itself("Take it with you"),
        Page::News => TitleSubject::Itself("News"),
        Page::Pool => TitleSubject::Itself("The holding pool"),
        Page::Twice => TitleSubject::Itself("Written twice"),
        Page::Person(id) => TitleSubject::Person(*id),
        Page::Organisation(id) => TitleSubject::Organisation(*id),
        Page::Ask(id) => TitleSubject::Ask(*id),
        Page::AskFor(id) => TitleSubject::AskFor(*id),
        Page::Tree(Some(id)) => TitleSubject::Tree(*id),
        Page::Plan(id) => TitleSubject::Plan(*id),
        Page::Event(id) => TitleSubject::Event(*id),
        Page::Referral(id) => TitleSubject::Referral(*id),
        _ => return None,
    })
}

/// The page of the navigation that a page belongs to.
fn home(page: &Page) -> Page {
    match page {
        Page::Person(_) | Page::Organisation(_) | Page::Pool | Page::Twice => Page::People,
        Page::Referral(_) | Page::Ask(_) | Page::AskFor(_) => Page::Referrals,
        Page::Tree(_) => Page::Tree(None),
        Page::Import | Page::Export => Page::Data,
        Page::Plan(_) => Page::Give,
        Page::Event(_) | Page::News => Page::Events,
        Page::Words(_) => Page::Words(Playbook::Clients),
        page => page.clone(),
    }
}
