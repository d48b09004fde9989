//! Who lives in the town: households, firms, namesakes, and what is true of each of them, whatever a card says.

use super::chance::Chance;
use super::names::{CULTURES, Culture, TAKEN, Word};
use super::places::{CITIES, DAYS, FIRMS, FORMS, HOSTS, KINDS, STREETS, TITLES, TRADES};
use std::collections::HashSet;

/// A telephone number: the country, what goes before it at home, the digits.
#[derive(Clone, PartialEq)]
pub struct Phone {
    /// Such as "49".
    pub country: &'static str,
    /// Such as "0".
    pub trunk: &'static str,
    /// The rest.
    pub digits: String,
}

/// A place of work.
pub struct Firm {
    /// Such as "Northgate Dental".
    pub name: String,
    /// What comes after it in full: "Inc.".
    pub form: &'static str,
    /// Of its e-mail addresses.
    pub domain: String,
    /// The number that all of them give.
    pub switchboard: Phone,
    /// Whether it is so small that all of them give `info@`.
    pub one_box: bool,
}

/// Somebody's work somewhere.
#[derive(Clone)]
pub struct Job {
    /// Which of the firms.
    pub firm: usize,
    /// What they do there.
    pub title: &'static str,
    /// Their own address there.
    pub mail: String,
    /// Their own number there.
    pub direct: Phone,
}

/// What a household shares.
#[derive(Clone)]
pub struct Home {
    /// House number and street.
    pub street: (usize, &'static str, &'static str),
    /// Which of the cities.
    pub city: usize,
    /// The telephone on the wall.
    pub phone: Option<Phone>,
    /// The address all of them use.
    pub mail: Option<String>,
}

/// A family name and whether it is a rare one.
#[derive(Clone, Default)]
pub struct Family {
    /// The name.
    pub word: Word,
    /// So rare that nobody in town is likely to share it who is not of the family.
    pub rare: bool,
}

/// One person of the town.
#[derive(Clone)]
pub struct Human {
    /// From where.
    pub culture: &'static Culture,
    /// A woman.
    pub woman: bool,
    /// The given name.
    pub given: Word,
    /// The middle name.
    pub middle: Option<Word>,
    /// The family name.
    pub family: Family,
    /// The second family name of the Spanish.
    pub second: Option<Family>,
    /// The name before the marriage.
    pub maiden: Option<Family>,
    /// The English name they took for their dealings.
    pub taken: Option<&'static str>,
    /// Year, month, day.
    pub born: (usize, usize, usize),
    /// Where and with whom they live.
    pub home: Home,
    /// The given name of wife or husband.
    pub spouse: Option<String>,
    /// Their own number.
    pub mobile: Phone,
    /// Their own addresses, the one in use first.
    pub mails: Vec<String>,
    /// The firm they are with, then the one they were with.
    pub jobs: Vec<Job>,
    /// Their page on the network, without what goes before it.
    pub profile: String,
    /// "Jr." and the like, which then stands on every card.
    pub mark: Option<&'static str>,
    /// Father or son of one name, or a namesake in the firm: the cards must tell them apart, by the birthday, or the work.
    pub apart: Option<Apart>,
}

/// By what a namesake is told apart.
#[derive(Clone, Copy, PartialEq)]
pub enum Apart {
    /// The full birthday stands on every card.
    Birthday,
    /// The one card is that of the firm, with their own address there.
    Work,
}

/// The town while it is built: what is given out once is not given out again.
pub struct Town {
    /// All who live there; neighbours in the list are of one household.
    pub humans: Vec<Human>,
    /// All places of work.
    pub firms: Vec<Firm>,
    taken: HashSet<String>,
}

impl Town {
    /// A town of so many people at least.
    pub fn new(people: usize, chance: &mut Chance) -> Town {
        let mut town = Town { humans: Vec::new(), firms: Vec::new(), taken: HashSet::new() };
        (0..people / 12 + 3).for_each(|_| town.found(chance));
        while town.humans.len() < people {
            match chance.below(1000) {
                0..820 => town.settle(1, chance),
                820..988 => {
                    let members = chance.between(2, 4);
                    town.settle(members, chance);
                }
                _ => town.father_and_son(chance),
            }
            if chance.permille(8) {
                town.namesake(chance);
            }
        }
        town
    }

    /// A text that nobody else has: with a number behind it where somebody has.
    fn only(&mut self, text: &str, host: &str, chance: &mut Chance) -> String {
        let mut one = format!("{text}{host}");
        while !self.taken.insert(one.clone()) {
            one = format!("{text}{}{host}", chance.between(2, 99));
        }
        one
    }

    /// A number that nobody else has.
    fn number(&mut self, kind: (&'static str, &'static str, &str, usize), chance: &mut Chance) -> Phone {
        loop {
            let digits = format!("{}{}", kind.2, chance.digits(kind.3));
            if self.taken.insert(format!("{}{digits}", kind.0)) {
                return Phone { country: kind.0, trunk: kind.1, digits };
            }
        }
    }

    fn found(&mut self, chance: &mut Chance) {
        let name = format!("{} {}", chance.one(&FIRMS), chance.one(&TRADES));
        if !self.taken.insert(name.clone()) {
            return;
        }
        let bare: String = name.to_lowercase().split(' ').collect();
        let domain = if chance.percent(70) { bare.as_str() } else { &bare[..bare.len().min(9)] };
        let code = chance.early(&CITIES).1;
        let firm = Firm {
            name,
            form: chance.one(&FORMS),
            domain: self.only(domain, ".com", chance),
            switchboard: self.number(("1", "", code, 7), chance),
            one_box: chance.percent(6),
        };
        self.firms.push(firm);
    }

    /// One household: alone, a couple, or parents with children who are grown up.
    fn settle(&mut self, members: usize, chance: &mut Chance) {
        let culture = culture(chance);
        let family = family(culture, chance);
        let home = self.home(culture, &family, members, chance);
        let first = self.humans.len();
        let year = chance.between(1945, if members > 2 { 1968 } else { 2001 });
        for at in 0..members {
            let woman = if at < 2 && members > 1 { at == 1 } else { chance.percent(50) };
            let born = if at < 2 { year + chance.below(5) } else { year + 22 + chance.below(10) };
            let given = given(culture, woman, chance);
            if self.humans[first..].iter().any(|h| h.given.latin == given.latin) {
                continue;
            }
            let mut human = self.human((culture, woman, given), &family, born, &home, chance);
            if at == 1 && chance.percent(70) {
                human.maiden = Some(self::family(culture, chance));
            }
            if let Some(before) = self.humans[first..].get(2).filter(|_| chance.percent(8)) {
                // Twins.
                human.born = before.born;
            }
            self.humans.push(human);
        }
        if self.humans.len() >= first + 2 {
            let [a, b] = [0, 1].map(|at| self.humans[first + at].given.latin.clone());
            self.humans[first].spouse = Some(b);
            self.humans[first + 1].spouse = Some(a);
        }
    }

    fn father_and_son(&mut self, chance: &mut Chance) {
        let culture = &CULTURES[if chance.percent(75) { 0 } else { 1 }];
        let family = family(culture, chance);
        let home = self.home(culture, &family, 2, chance);
        let year = chance.between(1940, 1965);
        let given = given(culture, false, chance);
        let mut father = self.human((culture, false, given.clone()), &family, year, &home, chance);
        let mut son = self.human((culture, false, given), &family, year + 22 + chance.below(12), &home, chance);
        (son.middle, son.second) = (father.middle.clone(), father.second.clone());
        if chance.percent(65) {
            son.mark = Some(chance.one(&["Jr.", "Jr.", "Jr", "II", "III"]));
            father.mark = Some("Sr.").filter(|_| chance.percent(30));
        } else {
            (father.apart, son.apart) = (Some(Apart::Birthday), Some(Apart::Birthday));
        }
        self.humans.extend([father, son]);
    }

    /// Somebody with the name of one who is there: in the same firm, or in the same city only.
    fn namesake(&mut self, chance: &mut Chance) {
        let other = chance.one(&self.humans);
        if other.mark.is_some() || other.apart.is_some() {
            return;
        }
        let mut family = other.family.clone();
        let in_firm = chance.percent(35);
        if !in_firm {
            // Elsewhere it is a name that many bear.
            family = self::family(&Culture { frequent: 100, ..*other.culture }, chance);
        }
        let home = self.home(other.culture, &family, 1, chance);
        let named = (other.culture, other.woman, other.given.clone());
        let mut human = self.human(named.clone(), &family, chance.between(1950, 2000), &home, chance);
        match (in_firm, other.jobs.first()) {
            (true, Some(job)) => {
                let firm = job.firm;
                let same = |h: &&mut Human| h.mobile == other.mobile;
                self.humans.iter_mut().filter(same).for_each(|h| h.apart = Some(Apart::Work));
                human.jobs = vec![self.job(&human.given, &family, firm, chance)];
                human.apart = Some(Apart::Work);
                self.humans.push(human);
            }
            (true, None) => {}
            (false, _) => {
                let elsewhere = Home { street: street(chance), phone: None, mail: None, ..home };
                let twin = self.human(named, &family, chance.between(1950, 2000), &elsewhere, chance);
                self.humans.extend([human, twin]);
            }
        }
    }

    fn home(&mut self, culture: &Culture, family: &Family, members: usize, chance: &mut Chance) -> Home {
        let city = chance.early(&[0, 1, 2, 3, 4, 5, 6, 7]);
        let bare = latin(&family.word.latin);
        let kind = if chance.percent(culture.abroad) { culture.phone } else { ("1", "", CITIES[city].1, 7) };
        let phone = chance.percent(if members > 1 { 60 } else { 25 }).then(|| self.number(kind, chance));
        let named = format!("{}{bare}", chance.one(&["the", "family.", "familia", ""]));
        let mail =
            (members > 1 && chance.percent(30)).then(|| self.only(&named, &format!("@{}", chance.one(&HOSTS)), chance));
        Home { street: street(chance), city, phone, mail }
    }

    fn human(
        &mut self,
        who: (&'static Culture, bool, Word),
        family: &Family,
        year: usize,
        home: &Home,
        chance: &mut Chance,
    ) -> Human {
        let (culture, woman, given) = who;
        let family =
            if woman { Family { word: family.word.clone().of_a_woman(), ..family.clone() } } else { family.clone() };
        let month = chance.between(1, 12);
        let abroad = chance.percent(culture.abroad);
        let kind = if abroad { culture.phone } else { ("1", "", CITIES[home.city].1, 7) };
        let [first, last] = [&given, &family.word].map(|w| latin(&w.latin));
        let mails =
            (0..if chance.percent(30) { 2 } else { 1 }).map(|_| self.private(&first, &last, year, chance)).collect();
        let firms = self.firms.len();
        let mut jobs = Vec::new();
        for _ in 0..[0, 1, 1, 1, 1, 1, 2, 2][chance.below(8)] {
            // A few firms are large.
            let firm = chance.below(firms).min(chance.below(firms));
            jobs.push(self.job(&given, &family, firm, chance));
        }
        let spanish = std::ptr::eq(culture, &CULTURES[1]);
        Human {
            culture,
            woman,
            middle: (!culture.family_first && chance.percent(40)).then(|| self::given(culture, woman, chance)),
            second: spanish.then(|| self::family(culture, chance)),
            maiden: None,
            taken: (culture.family_first && chance.percent(25)).then(|| chance.one(TAKEN)),
            born: (year, month, chance.between(1, DAYS[month - 1])),
            home: home.clone(),
            spouse: None,
            mobile: self.number(kind, chance),
            mails,
            jobs,
            profile: self.only(
                &format!("{first}-{last}"),
                &if chance.percent(50) { format!("-{}", chance.digits(6)) } else { String::new() },
                chance,
            ),
            mark: None,
            apart: None,
            given,
            family,
        }
    }

    fn private(&mut self, first: &str, last: &str, year: usize, chance: &mut Chance) -> String {
        let letter: String = first.chars().take(1).collect();
        let text = match chance.below(8) {
            0 | 1 => format!("{first}.{last}"),
            2 => format!("{first}{last}"),
            3 => format!("{letter}{last}"),
            4 => format!("{first}{}", year % 100),
            5 => format!("{last}.{first}"),
            6 => format!("{first}_{last}"),
            _ => format!(
                "{}{}",
                chance.one(&["sunny", "golf", "happy", "red", "music", "the"]),
                chance.one(&["bird", "fan", "cat", "rider", "star", "mom"])
            ),
        };
        self.only(&text, &format!("@{}", chance.one(&HOSTS)), chance)
    }

    fn job(&mut self, given: &Word, family: &Family, firm: usize, chance: &mut Chance) -> Job {
        let [first, last] = [given, &family.word].map(|w| latin(&w.latin));
        let domain = format!("@{}", self.firms[firm].domain);
        let letter: String = first.chars().take(1).collect();
        // A firm names its people in one way.
        let text = [format!("{first}.{last}"), format!("{letter}{last}"), first][firm % 3].clone();
        let board = self.firms[firm].switchboard.clone();
        let direct = self.number((board.country, board.trunk, &board.digits[..6], 4), chance);
        Job { firm, title: chance.one(&TITLES), mail: self.only(&text, &domain, chance), direct }
    }
}

fn culture(chance: &mut Chance) -> &'static Culture {
    let total: usize = CULTURES.iter().map(|c| c.share).sum();
    let mut at = chance.below(total);
    for culture in &CULTURES {
        if at < culture.share {
            return culture;
        }
        at -= culture.share;
    }
    &CULTURES[0]
}

fn list(text: &str) -> Vec<&str> {
    text.split_whitespace().collect()
}

fn given(culture: &Culture, woman: bool, chance: &mut Chance) -> Word {
    Word::read(chance.early(&list(if woman { culture.women } else { culture.men })))
}

fn family(culture: &Culture, chance: &mut Chance) -> Family {
    if chance.percent(culture.frequent) {
        return Family { word: Word::read(chance.early(&list(culture.families))), rare: false };
    }
    let [head, tail] = [culture.heads, culture.tails].map(|text| Word::read(chance.one(&list(text))));
    Family { word: Word::joined(&head, &tail), rare: true }
}

fn street(chance: &mut Chance) -> (usize, &'static str, &'static str) {
    (chance.between(3, 4200), chance.one(&STREETS), chance.one(&KINDS))
}

/// Letters that an e-mail address takes.
pub fn latin(text: &str) -> String {
    super::ink::without_marks(text).to_lowercase().chars().filter(char::is_ascii_alphabetic).collect()
}
