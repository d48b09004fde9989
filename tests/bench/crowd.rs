//! A crowd written down by several hands: people who are in a book more than once, as books really are, each entry with
//! the number of the person it is of. It knows nothing of how people are compared.

use kith::domain::book::Book;
use kith::domain::id::PersonId;
use kith::domain::person::{Mention, Name, Person, Reach, ReachKind};

/// A book, and of whom each entry is.
pub struct Crowd {
    pub book: Book,
    pub of: Vec<(PersonId, usize)>,
}

struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap_or_default() % sides.max(1)
    }

    fn in_hundred(&mut self, times: usize) -> bool {
        self.roll(100) < times
    }

    fn pick<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        &list[self.roll(list.len())]
    }

    /// The first ones much more often, as names are.
    fn often_first<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        let at = self.roll(list.len()).min(self.roll(list.len())).min(self.roll(list.len()));
        &list[at]
    }
}

/// First names, with a short or foreign form where people use one.
const FIRST: [(&str, &str); 96] = [
    ("James", "Jim"),
    ("Robert", "Bob"),
    ("William", "Bill"),
    ("Michael", "Mike"),
    ("Elizabeth", "Liz"),
    ("Jennifer", "Jenny"),
    ("Thomas", "Tom"),
    ("Margaret", "Peggy"),
    ("Richard", "Rick"),
    ("Katherine", "Kate"),
    ("Daniel", "Dan"),
    ("Matthew", "Matt"),
    ("Anthony", "Tony"),
    ("Patricia", "Pat"),
    ("Steven", "Steve"),
    ("Andrew", "Andy"),
    ("Joshua", "Josh"),
    ("Edward", "Ted"),
    ("Susan", "Sue"),
    ("Deborah", "Deb"),
    ("Christopher", "Chris"),
    ("Timothy", "Tim"),
    ("Jeffrey", "Jeff"),
    ("Gregory", "Greg"),
    ("Samuel", "Sam"),
    ("Benjamin", "Ben"),
    ("Alexander", "Alex"),
    ("Nicholas", "Nick"),
    ("Joseph", "Joe"),
    ("David", "Dave"),
    ("Charles", "Chuck"),
    ("Barbara", "Barb"),
    ("Rebecca", "Becky"),
    ("Stephanie", "Steph"),
    ("Victoria", "Vicky"),
    ("Frederick", "Fred"),
    ("Leonard", "Len"),
    ("Raymond", "Ray"),
    ("Kenneth", "Ken"),
    ("Philip", "Phil"),
    ("Oliver", ""),
    ("Emma", ""),
    ("Laura", ""),
    ("Karen", ""),
    ("Nora", ""),
    ("Ingrid", ""),
    ("Björn", ""),
    ("Søren", ""),
    ("Zoë", ""),
    ("Chloé", ""),
    ("Renée", ""),
    ("José", "Pepe"),
    ("Francisco", "Paco"),
    ("María", ""),
    ("Lucía", ""),
    ("Álvaro", ""),
    ("Giuseppe", "Beppe"),
    ("Chiara", ""),
    ("Luca", ""),
    ("Jürgen", ""),
    ("Günter", ""),
    ("Anneliese", ""),
    ("Heinrich", "Heinz"),
    ("Wolfgang", ""),
    ("Małgorzata", "Gosia"),
    ("Katarzyna", "Kasia"),
    ("Łukasz", ""),
    ("Tomáš", ""),
    ("Jiří", ""),
    ("Zsófia", ""),
    ("Ferenc", ""),
    ("Ngọc", ""),
    ("Hạnh", ""),
    ("Minh", ""),
    ("Wei", ""),
    ("Mei", ""),
    ("Hiroshi", ""),
    ("Yuki", ""),
    ("Priya", ""),
    ("Rahul", ""),
    ("Ananya", ""),
    ("Vikram", ""),
    ("Fatima", ""),
    ("Yusuf", ""),
    ("Leila", ""),
    ("Omar", ""),
    ("Chidi", ""),
    ("Amara", ""),
    ("Kwame", ""),
    ("Thabo", ""),
    ("Aisha", ""),
    ("Dmitri", "Dima"),
    ("Tatiana", "Tanya"),
    ("Olga", ""),
    ("Igor", ""),
    ("Sven", ""),
];

const LAST: [&str; 88] = [
    "Smith",
    "Johnson",
    "Williams",
    "Brown",
    "Jones",
    "Miller",
    "Davis",
    "Garcia",
    "Wilson",
    "Anderson",
    "Taylor",
    "Thomas",
    "Martin",
    "Moore",
    "Jackson",
    "Thompson",
    "White",
    "Lee",
    "Harris",
    "Clark",
    "Lewis",
    "Walker",
    "Hall",
    "Young",
    "King",
    "Wright",
    "Hill",
    "Scott",
    "Green",
    "Adams",
    "Baker",
    "Nelson",
    "Carter",
    "Mitchell",
    "Roberts",
    "Turner",
    "Phillips",
    "Campbell",
    "Parker",
    "Evans",
    "Müller",
    "Schmidt",
    "Schneider",
    "Fischer",
    "Weber",
    "Schäfer",
    "Größmann",
    "Lindqvist",
    "Johansson",
    "Sørensen",
    "Nguyễn",
    "Trần",
    "Phạm",
    "Kowalski",
    "Wiśniewski",
    "Novák",
    "Dvořák",
    "Horváth",
    "Rossi",
    "Ferrari",
    "Esposito",
    "Dubois",
    "Lefèvre",
    "Moreau",
    "González",
    "Rodríguez",
    "Fernández",
    "Martínez",
    "Ibáñez",
    "Tanaka",
    "Suzuki",
    "Watanabe",
    "Chen",
    "Zhang",
    "Wang",
    "Kim",
    "Park",
    "Patel",
    "Sharma",
    "Gupta",
    "Okafor",
    "Mensah",
    "Dlamini",
    "Haddad",
    "Khalil",
    "Rahman",
    "Yılmaz",
    "O'Brien",
];

/// Names, each in two scripts.
type InTwo = &'static [(&'static str, &'static str)];

/// First names and last names as two scripts have them.
const SCRIPTS: [(InTwo, InTwo); 2] = [
    (
        &[
            ("Ivan", "Иван"),
            ("Sergey", "Сергей"),
            ("Natalia", "Наталья"),
            ("Mikhail", "Михаил"),
            ("Svetlana", "Светлана"),
            ("Pavel", "Павел"),
            ("Oksana", "Оксана"),
            ("Vera", "Вера"),
            ("Boris", "Борис"),
            ("Galina", "Галина"),
            ("Yuri", "Юрий"),
        ],
        &[
            ("Petrov", "Петров"),
            ("Volkov", "Волков"),
            ("Lebedenko", "Лебеденко"),
            ("Kuznetsov", "Кузнецов"),
            ("Shevchenko", "Шевченко"),
            ("Bondarenko", "Бондаренко"),
            ("Zhukov", "Жуков"),
            ("Orlov", "Орлов"),
            ("Antonenko", "Антоненко"),
            ("Chernenko", "Черненко"),
            ("Polishchuk", "Полищук"),
            ("Yakovlev", "Яковлев"),
            ("Tkachuk", "Ткачук"),
            ("Khoroshev", "Хорошев"),
            ("Demidov", "Демидов"),
            ("Rybak", "Рыбак"),
        ],
    ),
    (
        &[
            ("Nikos", "Νίκος"),
            ("Eleni", "Ελένη"),
            ("Giorgos", "Γιώργος"),
            ("Katerina", "Κατερίνα"),
            ("Dimitris", "Δημήτρης"),
            ("Spyros", "Σπύρος"),
            ("Ioanna", "Ιωάννα"),
            ("Vasilis", "Βασίλης"),
        ],
        &[
            ("Papadopoulos", "Παπαδόπουλος"),
            ("Georgiou", "Γεωργίου"),
            ("Vasileiou", "Βασιλείου"),
            ("Nikolaidis", "Νικολαΐδης"),
            ("Pappas", "Παππάς"),
            ("Makris", "Μακρής"),
            ("Karagiannis", "Καραγιάννης"),
            ("Economou", "Οικονόμου"),
            ("Stavrou", "Σταύρου"),
            ("Zervas", "Ζέρβας"),
            ("Kontos", "Κοντός"),
            ("Lambrou", "Λάμπρου"),
        ],
    ),
];

const SYLLABLES: [&str; 24] = [
    "bran", "cal", "dor", "fen", "gar", "hol", "ket", "lan", "mar", "nor", "pel", "quin", "ros", "sel", "tor", "ul",
    "ver", "wes", "yar", "zim", "ack", "bel", "cro", "dun",
];
const ENDS: [&str; 12] = ["son", "berg", "ley", "ton", "wood", "stein", "ford", "ski", "man", "well", "er", "ini"];
const TRADES: [&str; 14] = [
    "Paint",
    "Freight",
    "Dental",
    "Roofing",
    "Insurance",
    "Capital",
    "Legal",
    "Print",
    "Energy",
    "Foods",
    "Media",
    "Motors",
    "Homes",
    "Labs",
];

#[derive(Clone)]
struct Real {
    first: String,
    short: String,
    last: String,
    other_script: String,
    middle: char,
    works: usize,
    mobile: String,
    home: String,
    own_mail: String,
    family_mail: String,
    birthday: String,
    profile: String,
}

fn plain(text: &str) -> String {
    const MARKED: &str = "áàâäãåąạấầảãçćčđéèêëęěẽíìîïłñńňóòôöøőọúùûüůụýÿžźżšśřßğıễ";
    const BARE: &str = "aaaaaaaaaaaacccdeeeeeeeiiiilnnnoooooooouuuuuuyyzzzssrsgie";
    let swap = |c: char| {
        let low = c.to_lowercase().next().unwrap_or(c);
        let bare = MARKED.chars().position(|m| m == low).and_then(|at| BARE.chars().nth(at)).unwrap_or(low);
        if c.is_uppercase() { bare.to_ascii_uppercase() } else { bare }
    };
    text.chars().map(swap).collect()
}

fn mailbox(text: &str) -> String {
    plain(text).to_lowercase().chars().filter(char::is_ascii_alphanumeric).collect()
}

fn company(n: usize) -> (String, String) {
    let name = format!("{}{} {}", SYLLABLES[n % 24], ENDS[n / 24 % 12], TRADES[n % 14]);
    let host = format!("{}.example", name.replace(' ', "-"));
    (name[..1].to_uppercase() + &name[1..], host)
}

fn number(dice: &mut Dice) -> String {
    format!("{}{:03}{:04}", 201 + dice.roll(700), 200 + dice.roll(799), dice.roll(10_000))
}

fn written(dice: &mut Dice, number: &str) -> String {
    let (area, middle, end) = (&number[..3], &number[3..6], &number[6..]);
    match dice.roll(6) {
        0 => format!("({area}) {middle}-{end}"),
        1 => format!("+1 {area} {middle} {end}"),
        2 => format!("{area}.{middle}.{end}"),
        3 => format!("1-{area}-{middle}-{end}"),
        4 => format!("+1{number} ext. {}", dice.roll(90) + 10),
        _ => number.to_string(),
    }
}

fn real(dice: &mut Dice, works: usize) -> Real {
    let (first, short) = *dice.often_first(&FIRST);
    let made = |dice: &mut Dice| {
        let name = format!(
            "{}{}{}",
            dice.pick(&SYLLABLES),
            if dice.in_hundred(40) { *dice.pick(&SYLLABLES) } else { "" },
            dice.pick(&ENDS)
        );
        name[..1].to_uppercase() + &name[1..]
    };
    let last = if dice.in_hundred(45) { (*dice.often_first(&LAST)).to_string() } else { made(dice) };
    let (mut first, mut short, mut last, mut other_script) = (first.to_string(), short, last, String::new());
    if dice.in_hundred(4) {
        let (firsts, lasts) = *dice.pick(&SCRIPTS);
        let (given, family) = (dice.pick(firsts), dice.pick(lasts));
        (first, short, last) = (given.0.to_string(), "", family.0.to_string());
        other_script = format!("{} {}", given.1, family.1);
    }
    let n = dice.roll(90);
    let own_mail = match dice.roll(4) {
        0 => format!("{}.{}@gmail.com", mailbox(&first), mailbox(&last)),
        1 => format!("{}{}{n}@yahoo.example", mailbox(&first), mailbox(&last)),
        2 => format!("{}{}@mail.example", mailbox(&first).chars().next().unwrap_or('x'), mailbox(&last)),
        _ => format!("{}{n}{}@web.example", mailbox(&last), dice.roll(100)),
    };
    // Two people of one name have two mailboxes.
    let own_mail = format!("{}{}", dice.roll(1000), own_mail);
    let profile =
        format!("https://www.linkedin.com/in/{}-{}-{:05x}", mailbox(&first), mailbox(&last), dice.roll(0xf_ffff));
    let birthday = format!("{:04}-{:02}-{:02}", 1950 + dice.roll(50), 1 + dice.roll(12), 1 + dice.roll(28));
    Real {
        family_mail: format!("the{}s{}@familymail.example", mailbox(&last), dice.roll(1000)),
        middle: char::from(b'A' + u8::try_from(dice.roll(26)).unwrap_or_default()),
        mobile: number(dice),
        home: number(dice),
        short: short.to_string(),
        first,
        last,
        other_script,
        works,
        own_mail,
        birthday,
        profile,
    }
}

/// A slip of the finger in a word of five letters or more.
fn slip(dice: &mut Dice, word: &str) -> String {
    let mut letters: Vec<char> = word.chars().collect();
    if letters.len() < 5 {
        return word.to_string();
    }
    let at = 1 + dice.roll(letters.len() - 2);
    match dice.roll(4) {
        0 => letters.swap(at, at + 1),
        1 => letters.insert(at, letters[at]),
        2 => drop(letters.remove(at)),
        _ => letters[at] = *dice.pick(&['a', 'e', 'i', 'n', 'r', 's', 't']),
    }
    letters.into_iter().collect()
}

fn name(dice: &mut Dice, who: &Real, again: bool) -> String {
    let (mut first, mut last) = (who.first.clone(), who.last.clone());
    if !again {
        return if dice.in_hundred(10) { format!("{first} {}. {last}", who.middle) } else { format!("{first} {last}") };
    }
    if !who.other_script.is_empty() && dice.in_hundred(60) {
        return who.other_script.clone();
    }
    if !who.short.is_empty() && dice.in_hundred(35) {
        first.clone_from(&who.short);
    }
    if dice.in_hundred(8) {
        last = slip(dice, &last);
    } else if dice.in_hundred(3) {
        first = slip(dice, &first);
    }
    if dice.in_hundred(40) {
        (first, last) = (plain(&first), plain(&last));
    }
    match dice.roll(100) {
        0..=5 => format!("{last}, {first}"),
        6..=8 => format!("{last} {first}"),
        9..=14 => format!("{first} {}. {last}", who.middle),
        15..=17 => format!("Dr. {first} {last}"),
        18..=20 => format!("{} {}", first.to_uppercase(), last.to_uppercase()),
        21..=22 => format!("{first} {last} (client)"),
        23..=25 => format!("{}. {last}", first.chars().next().unwrap_or('X')),
        _ => format!("{first} {last}"),
    }
}

fn reach(kind: ReachKind, value: String) -> Reach {
    Reach { kind, label: String::new(), value }
}

fn entry(dice: &mut Dice, who: &Real, again: bool, n: usize) -> Person {
    let moved = again && dice.in_hundred(14);
    let works = if moved { who.works + 97 } else { who.works };
    let (place, host) = company(works);
    let mut ways = Vec::new();
    // Captured in a line after a meeting: hardly more than a name.
    let bare = again && dice.in_hundred(6);
    let mut say = |dice: &mut Dice, times: usize, kind: ReachKind, value: String| {
        if !bare && dice.in_hundred(times) {
            ways.push(reach(kind, value));
        }
    };
    let work_mail = format!("{}.{}@{host}", mailbox(&who.first), mailbox(&who.last));
    say(dice, 60, ReachKind::Email, work_mail);
    say(dice, 50, ReachKind::Email, who.own_mail.clone());
    say(dice, 10, ReachKind::Email, who.family_mail.clone());
    say(dice, 2, ReachKind::Email, format!("info@{host}"));
    let mobile = written(dice, &who.mobile);
    say(dice, 78, ReachKind::Phone, mobile);
    let home = written(dice, &who.home);
    say(dice, 12, ReachKind::Phone, home);
    let desk = written(dice, &format!("212555{:04}", works % 10_000));
    say(dice, 12, ReachKind::Phone, desk);
    say(dice, 40, ReachKind::Profile, who.profile.clone());
    let facts = if dice.in_hundred(25) { format!("Birthday: {}", who.birthday) } else { String::new() };
    let organisation = dice.in_hundred(if bare { 40 } else { 75 }).then_some(Mention(place));
    let id = format!("p{n}").parse().unwrap_or_default();
    let name = Name::new(&name(dice, who, again)).unwrap_or_default();
    Person { id, name, organisation, reach: ways, facts, ..Person::default() }
}

/// A crowd of so many entries.
pub fn crowd(entries: usize, seed: u64) -> Crowd {
    let mut dice = Dice(seed.max(1));
    let mut people: Vec<Real> = Vec::new();
    let mut written: Vec<(usize, bool)> = Vec::new();
    while written.len() < entries {
        let works = dice.roll(1 + entries / 8);
        let mut one = real(&mut dice, works);
        if let Some(before) = people.last().cloned() {
            if dice.in_hundred(5) {
                // One family: a name, a house, a mailbox.
                (one.last, one.home, one.family_mail) = (before.last, before.home, before.family_mail);
                one.other_script.clear();
            } else if dice.in_hundred(if LAST.contains(&before.last.as_str()) { 4 } else { 1 }) {
                // Two people of one name.
                (one.first, one.last, one.short) = (before.first, before.last, before.short);
                one.other_script = before.other_script;
                one.works = before.works + 31;
            }
        }
        people.push(one);
        let who = people.len() - 1;
        written.push((who, false));
        if dice.in_hundred(16) {
            written.push((who, true));
        }
        if dice.in_hundred(2) {
            written.push((who, true));
        }
    }
    let mut book = Book::default();
    let mut of = Vec::with_capacity(entries);
    for (n, (who, again)) in written.into_iter().take(entries).enumerate() {
        let person = entry(&mut dice, &people[who], again, n);
        of.push((person.id, who));
        book.put(person.into());
    }
    Crowd { book, of }
}
