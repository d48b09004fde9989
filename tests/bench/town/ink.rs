//! How a hand writes: slips of the finger, marks left out, and the many forms of one number, address, street or firm.

use super::chance::Chance;
use super::people::{Firm, Home, Phone};
use super::places::CITIES;

/// The marks of letters that hands leave out; what is no mark stays.
const MARKS: &[(&str, &str)] = &[
    ("áàâäãåăạảấầẩẫậắằẳẵặą", "a"),
    ("éèêëęẹẻẽếềểễệėě", "e"),
    ("íìîïıịỉĩİ", "i"),
    ("óòôöõøơọỏốồổỗộớờởỡợő", "o"),
    ("úùûüưụủũứừửữựůű", "u"),
    ("ýỳỵỷỹ", "y"),
    ("çćč", "c"),
    ("ñńň", "n"),
    ("śšş", "s"),
    ("źżž", "z"),
    ("ğ", "g"),
    ("ł", "l"),
    ("đ", "d"),
    ("ß", "ss"),
    ("ÁÀÂÄÃÅ", "A"),
    ("ÉÈÊË", "E"),
    ("ÓÒÔÖÕØ", "O"),
    ("ÚÙÛÜ", "U"),
    ("Í", "I"),
    ("ÇĆČ", "C"),
    ("ŚŠŞ", "S"),
    ("ŻŹŽ", "Z"),
    ("Ł", "L"),
    ("Đ", "D"),
    ("Ñ", "N"),
];

/// The text without marks: `José` as `Jose`.
pub fn without_marks(text: &str) -> String {
    let plain =
        |c: char| MARKS.iter().find(|(all, _)| all.contains(c)).map_or(c.to_string(), |(_, to)| (*to).to_string());
    text.chars().map(plain).collect()
}

/// The text as Germans write it where there are no dots: `Müller` as `Mueller`.
pub fn without_dots(text: &str) -> String {
    let pairs = [("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("Ä", "Ae"), ("Ö", "Oe"), ("Ü", "Ue"), ("ß", "ss")];
    pairs.iter().fold(text.to_string(), |text, (from, to)| text.replace(from, to))
}

const ROWS: [&str; 3] = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];

/// One slip in a word of four letters or more: two letters changed about, one left out, one twice, or the key beside it.
pub fn slip(text: &str, chance: &mut Chance) -> String {
    let mut letters: Vec<char> = text.chars().collect();
    if letters.len() < 4 {
        return text.to_string();
    }
    // Hardly anybody gets the first letter wrong.
    let at = chance.between(1, letters.len() - 2);
    match chance.below(10) {
        0..3 => letters.swap(at, at + 1),
        3..6 => drop(letters.remove(at)),
        6..8 => letters.insert(at, letters[at]),
        _ => {
            let near = ROWS
                .iter()
                .find_map(|row| row.find(letters[at]).and_then(|n| row.chars().nth(if n == 0 { 1 } else { n - 1 })));
            letters[at] = near.unwrap_or('e');
        }
    }
    letters.into_iter().collect()
}

impl Phone {
    /// The number as one writes it: at home without the country, or with it; with blanks, dashes, brackets or none.
    pub fn written(&self, chance: &mut Chance) -> String {
        let gap = chance.one(&[" ", " ", "-", "-", ".", ""]);
        let american = self.country == "1";
        let (first, rest) = self.digits.split_at(self.digits.len().min(if american { 3 } else { 2 }));
        let (middle, last) = rest.split_at(rest.len() - 4);
        let end = if american || rest.len() > 7 { format!("{middle}{gap}{last}") } else { rest.to_string() };
        match chance.below(10) {
            0..5 if american => match chance.below(2) {
                0 => format!("({first}) {middle}-{last}"),
                _ => format!("{first}{gap}{end}"),
            },
            5 if american => format!("1{gap}{first}{gap}{end}"),
            0..4 => format!("{}{first}{gap}{end}", self.trunk),
            4 => format!("00{}{gap}{first}{gap}{end}", self.country),
            5 if !self.trunk.is_empty() && self.trunk == "0" => format!("+{} (0){first}{gap}{end}", self.country),
            _ => format!("+{}{gap}{first}{gap}{end}", self.country),
        }
    }
}

/// An e-mail address as one writes it: sometimes with capitals, with the dots that a host does not mind, with a word behind `+`.
pub fn mail(mail: &str, chance: &mut Chance) -> String {
    let Some((name, host)) = mail.split_once('@') else { return mail.to_string() };
    match chance.below(100) {
        0..5 => {
            let large =
                |part: &str| part.chars().take(1).flat_map(char::to_uppercase).chain(part.chars().skip(1)).collect();
            let parts: Vec<String> = name.split('.').map(large).collect();
            format!("{}@{host}", parts.join("."))
        }
        5..7 => mail.to_uppercase(),
        7..10 if host == "gmail.com" => format!("{}@{host}", name.replace('.', "")),
        10..12 if host == "gmail.com" => format!("{name}@googlemail.com"),
        12 => format!("{name}+{}@{host}", chance.one(&["news", "work", "chicago"])),
        _ => mail.to_string(),
    }
}

/// The page on the network as it was copied.
pub fn profile(profile: &str, chance: &mut Chance) -> String {
    match chance.below(8) {
        0 => format!("http://linkedin.com/in/{profile}/"),
        1 => format!("linkedin.com/in/{profile}"),
        2 => format!("https://www.LinkedIn.com/in/{profile}/"),
        3 => format!("https://de.linkedin.com/in/{profile}"),
        4 => format!("https://www.linkedin.com/in/{profile}?trk=contact-info"),
        _ => format!("https://www.linkedin.com/in/{profile}"),
    }
}

/// The firm as it was written: with its form or without, in capitals, with a comma.
pub fn firm(firm: &Firm, chance: &mut Chance) -> String {
    match chance.below(12) {
        0..4 => format!("{} {}", firm.name, firm.form),
        4 => format!("{}, {}", firm.name, firm.form),
        5 => firm.name.to_uppercase(),
        6 => format!("The {}", firm.name),
        7 => format!("{} {}", firm.name, firm.form.trim_end_matches('.')),
        _ => firm.name.clone(),
    }
}

/// The postal address: the kind of street in full or short, with or without the post code.
pub fn address(home: &Home, code: usize, chance: &mut Chance) -> String {
    let (number, street, kind) = home.street;
    let (city, _, post) = CITIES[home.city];
    let short = match kind {
        "Street" => "St.",
        "Avenue" => "Ave",
        "Road" => "Rd.",
        "Drive" => "Dr",
        _ => "Ln",
    };
    let kind = if chance.percent(45) { short } else { kind };
    match chance.below(4) {
        0 => format!("{number} {street} {kind}, {}", city.split(',').next().unwrap_or(city)),
        1 => format!("{number} {street} {kind} {city}"),
        2 => format!("{number} {street} {kind}, {city} {post}{code:02}, USA"),
        _ => format!("{number} {street} {kind}, {city} {post}{code:02}"),
    }
}
