//! One card: what a source knows of somebody, and how it writes it.

use super::called::called;
use super::chance::Chance;
use super::ink;
use super::names::Script;
use super::people::{Apart, Human, Phone, Town};
use super::verdict::{Given, Said, Way};
use kith::domain::person::{Mention, Name, Person, Reach, ReachKind};

/// Where a card comes from. Each knows other things, and has habits of its own.
#[derive(Clone, Copy, PartialEq)]
pub enum Source {
    /// The telephone: what friends say, notes in the name, a mobile.
    Phone,
    /// The network: the name in full, the firm, the page; an address from one in twelve.
    Network,
    /// A card that was typed in, or another program for customers: the name in full, work and its numbers.
    Desk,
    /// The mail program: a name and an address.
    Mail,
    /// The list for greetings at the end of the year: names, the house, its number, birthdays.
    Greetings,
    /// One line written after a meeting: a name, a number, the firm.
    Hand,
}

/// A card, of whom it is, and what it says of them.
pub struct Card {
    /// Which of the people.
    pub human: usize,
    /// The card.
    pub person: Person,
    /// What it says.
    pub said: Said,
}

/// How often a source does what, in a hundred.
pub struct Habits {
    /// Writes what friends say.
    pub nick: usize,
    /// Makes a slip in the name.
    pub slip: usize,
    /// Writes a letter for the given name.
    pub initial: usize,
    /// Writes the given name and no more.
    pub only_given: usize,
    /// Leaves out the marks of letters.
    pub marks_left_out: usize,
    /// Writes the name in its own script, if it has one.
    pub native: usize,
    /// Writes "Ito, Fred".
    pub comma: usize,
    /// Puts a note into the name.
    pub remark: usize,
    /// Writes a title, or letters behind the name.
    pub title: usize,
}

impl Source {
    /// How often a card comes from each, by what people bring: mostly the telephone and the network.
    pub fn any(chance: &mut Chance) -> Source {
        match chance.below(100) {
            0..30 => Source::Phone,
            30..55 => Source::Network,
            55..73 => Source::Desk,
            73..85 => Source::Mail,
            85..92 => Source::Greetings,
            _ => Source::Hand,
        }
    }

    /// Its habits.
    #[rustfmt::skip]
    pub fn habits(self) -> Habits {
        match self {
            Source::Phone => Habits { nick: 35, slip: 4, initial: 0, only_given: 7, marks_left_out: 45, native: 40, comma: 0, remark: 7, title: 2 },
            Source::Network => Habits { nick: 10, slip: 1, initial: 0, only_given: 0, marks_left_out: 15, native: 12, comma: 0, remark: 0, title: 7 },
            Source::Desk => Habits { nick: 8, slip: 5, initial: 4, only_given: 0, marks_left_out: 40, native: 3, comma: 6, remark: 1, title: 4 },
            Source::Mail => Habits { nick: 15, slip: 1, initial: 5, only_given: 3, marks_left_out: 50, native: 10, comma: 18, remark: 0, title: 1 },
            Source::Greetings => Habits { nick: 20, slip: 4, initial: 3, only_given: 0, marks_left_out: 30, native: 5, comma: 8, remark: 0, title: 6 },
            Source::Hand => Habits { nick: 30, slip: 7, initial: 0, only_given: 4, marks_left_out: 70, native: 0, comma: 0, remark: 2, title: 0 },
        }
    }
}

impl Card {
    /// What the source says of them; a card of old times has the job and the name of then.
    pub fn of(town: &Town, human: usize, source: Source, old: bool, chance: &mut Chance) -> Card {
        let who = &town.humans[human];
        let said = Said {
            given: Given::Full,
            families: (true, false),
            family_exact: true,
            script: Script::Latin,
            ways: [].into(),
            firm: None,
            birthday: false,
            street: false,
        };
        let mut card = Card { human, person: Person::default(), said };
        let source = if who.apart == Some(Apart::Work) { Source::Desk } else { source };
        let name = called(who, source, old, &mut card.said, chance);
        card.work(town, who, source, old, chance);
        card.private(who, source, old, chance);
        card.birthday(who, source, chance);
        // A mail program that knows no name shows the address.
        let address = card.person.first_reach(&ReachKind::Email).map(str::to_string);
        let nameless = source == Source::Mail && who.apart.is_none() && who.mark.is_none() && chance.percent(3);
        let address = address.filter(|_| nameless);
        if address.is_some() {
            (card.said.given, card.said.families) = (Given::Missing, (false, false));
        }
        card.person.name = Name::new(&address.unwrap_or(name)).unwrap_or_default();
        card
    }

    fn add(&mut self, way: Way, kind: ReachKind, label: &str, value: String) {
        if self.said.ways.insert(way) {
            self.person.reach.push(Reach { kind, label: label.into(), value });
        }
    }

    fn phone(&mut self, way: Way, label: &str, phone: &Phone, chance: &mut Chance) {
        let written = phone.written(chance);
        self.add(way, ReachKind::Phone, label, written);
    }

    fn mail(&mut self, way: Way, label: &str, mail: &str, chance: &mut Chance) {
        let written = ink::mail(mail, chance);
        self.add(way, ReachKind::Email, label, written);
    }

    fn work(&mut self, town: &Town, who: &Human, source: Source, old: bool, chance: &mut Chance) {
        let Some(job) = (if old { who.jobs.last() } else { who.jobs.first() }) else { return };
        let firm = &town.firms[job.firm];
        let namesake = who.apart == Some(Apart::Work);
        let (named, mail, phone) = match source {
            Source::Phone => (20, 8, 6),
            Source::Network => (96, 4, 0),
            Source::Desk => (95, 85, 70),
            Source::Mail => (10, 45, 0),
            Source::Greetings => (0, 0, 0),
            Source::Hand => (80, 12, 15),
        };
        if namesake || chance.percent(named) {
            self.person.organisation = Some(Mention(ink::firm(firm, chance)));
            self.said.firm = Some(job.firm);
            if matches!(source, Source::Network | Source::Desk) || chance.percent(30) {
                self.person.title = job.title.to_string();
            }
        }
        match chance.percent(mail) || namesake {
            true if firm.one_box && !namesake => {
                self.mail(Way::Box(job.firm), "work", &format!("info@{}", firm.domain), chance)
            }
            true => self.mail(Way::Work(job.firm), "work", &job.mail, chance),
            false => {}
        }
        if chance.percent(phone) {
            // On one card in three the number of the firm is the only one.
            match chance.percent(35) {
                true => self.phone(Way::Board(job.firm), "work", &firm.switchboard, chance),
                false => self.phone(Way::Direct(job.firm), "work", &job.direct, chance),
            }
        }
    }

    fn private(&mut self, who: &Human, source: Source, old: bool, chance: &mut Chance) {
        let (mobile, mail, house, street) = match source {
            Source::Phone => (92, 30, 14, 12),
            Source::Network => (0, 8, 0, 0),
            Source::Desk => (40, 5, 0, 4),
            Source::Mail => (0, 55, 0, 0),
            Source::Greetings => (25, 30, 55, 90),
            Source::Hand => (70, 10, 0, 0),
        };
        if chance.percent(mobile) {
            self.phone(Way::Mobile, "mobile", &who.mobile, chance);
        }
        let nothing = source == Source::Mail && self.person.reach.is_empty();
        if nothing || chance.percent(mail) {
            let at = if old { who.mails.len() - 1 } else { 0 };
            match &who.home.mail {
                Some(family) if chance.percent(55) => self.mail(Way::Family, "home", family, chance),
                _ => self.mail(Way::Mail(at), "home", &who.mails[at], chance),
            }
        }
        if let Some(phone) = who.home.phone.as_ref().filter(|_| chance.percent(house)) {
            self.phone(Way::House, "home", phone, chance);
        }
        if chance.percent(street) {
            let code = who.home.street.0 % 100;
            let value = ink::address(&who.home, code, chance);
            self.person.reach.push(Reach { kind: ReachKind::Address, label: "home".into(), value });
            self.said.street = true;
        }
        if source == Source::Network || chance.percent(3) {
            let kind = if chance.percent(80) { ReachKind::Profile } else { ReachKind::Web };
            self.add(Way::Profile, kind, "", ink::profile(&who.profile, chance));
        }
        if let Some(spouse) = who.spouse.as_ref().filter(|_| source == Source::Greetings && chance.percent(50)) {
            self.person.facts = format!("Spouse: {spouse}");
        }
    }

    fn birthday(&mut self, who: &Human, source: Source, chance: &mut Chance) {
        let rate = match source {
            Source::Phone => 15,
            Source::Greetings => 45,
            Source::Desk => 8,
            _ => 0,
        };
        let apart = who.apart == Some(Apart::Birthday);
        if !apart && !chance.percent(rate) {
            return;
        }
        const MONTHS: [&str; 12] = [
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ];
        let (year, month, day) = who.born;
        let told = match chance.below(10) {
            0..3 if !apart => format!("Birthday: {day} {}", MONTHS[month - 1]),
            _ => format!("Birthday: {day} {} {year}", MONTHS[month - 1]),
        };
        let facts = std::mem::take(&mut self.person.facts);
        self.person.facts = [told, facts].into_iter().filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n");
        self.said.birthday = true;
    }
}
