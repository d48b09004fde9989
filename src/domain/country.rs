//! Countries: how a phone number is dialled inside each, so that one number is known however it was written.

use super::fold::{ascii_digit, digits};
use serde::{Deserialize, Serialize};

/// A country, by its two letters (ISO 3166-1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Country(&'static Dialled);

/// How numbers are dialled there.
#[derive(Debug, PartialEq, Eq)]
struct Dialled {
    letters: &'static str,
    name: &'static str,
    code: &'static str,
    trunk: &'static str,
}

/// The digits that stand before a number of another country where no `+` does; ITU-T recommends `00`.
const ABROAD: [&str; 2] = ["00", "011"];
/// With fewer digits it is an extension, not a number.
const SHORTEST: usize = 6;

impl Country {
    /// The country of these two letters.
    pub fn parse(letters: &str) -> Option<Country> {
        let letters = letters.trim().to_ascii_uppercase();
        TABLE.iter().find(|one| one.letters == letters).map(Country)
    }

    /// Its two letters.
    pub fn letters(self) -> &'static str {
        self.0.letters
    }

    /// Every country there is to choose: letters and name, by name; the first is none.
    pub fn choices() -> Vec<(String, String)> {
        let all = TABLE.iter().map(|one| (one.letters.to_string(), one.name.to_string()));
        std::iter::once((String::new(), "Not said".to_string())).chain(all).collect()
    }
}

impl TryFrom<String> for Country {
    type Error = &'static str;
    fn try_from(letters: String) -> Result<Country, &'static str> {
        Country::parse(&letters).ok_or("A country has two letters, such as US or DE.")
    }
}

impl From<Country> for String {
    fn from(country: Country) -> String {
        country.0.letters.to_string()
    }
}

/// The digits of a phone number with the code of its country in front, for a book kept in `home`; without a home the
/// digits without what only dials. Empty where there is no number: too few digits.
pub fn dialled(text: &str, home: Option<Country>) -> String {
    let number = dial_string(text).unwrap_or_default();
    let (is_international, all) = match number.strip_prefix('+') {
        Some(all) => (true, all),
        None => (false, number.as_str()),
    };
    let abroad = ABROAD.iter().find_map(|prefix| all.strip_prefix(prefix)).filter(|rest| rest.len() >= SHORTEST + 2);
    let whole = match (is_international, abroad, home) {
        (true, ..) => all.to_string(),
        (_, Some(rest), _) => rest.to_string(),
        (_, _, Some(home)) => {
            let Dialled { code, trunk, .. } = home.0;
            let inside = all.strip_prefix(trunk).filter(|_| !trunk.is_empty()).unwrap_or(all);
            if all.len() >= SHORTEST { format!("{code}{inside}") } else { String::new() }
        }
        (_, _, None) => all.trim_start_matches('0').to_string(),
    };
    if whole.len() >= SHORTEST { whole } else { String::new() }
}

/// Returns what a phone dials for a number as people write it: ASCII digits, with a leading `+` where one stands before
/// them. `None` where there is no digit.
///
/// Words before the number are skipped. An extension, a second number and words behind it are left out: dialled with it,
/// they would reach somebody else. The `(0)` of `+44 (0)20` is left out too: it is only dialled inside the country.
pub fn dial_string(text: &str) -> Option<String> {
    let text: String = text.chars().map(|c| if c == '\u{ff0b}' { '+' } else { ascii_digit(c) }).collect();
    let (_, number) = text.split_at_checked(text.find(|c: char| c.is_ascii_digit())?)?;
    let starts_with_plus = text
        .strip_suffix(number)
        .is_some_and(|before| before.trim_end_matches(|c: char| !c.is_alphanumeric() && c != '+').ends_with('+'));
    let ends = number.find(|c: char| c.is_alphabetic() || matches!(c, ';' | ',' | '#' | '+'));
    let ends = ends.into_iter().chain(number.find(" / ")).min().unwrap_or(number.len());
    let number = number.get(..ends).unwrap_or_default();
    let is_international = starts_with_plus || number.starts_with("00");
    let dialled = if is_international { digits(&number.replace("(0)", "")) } else { digits(number) };
    Some(if starts_with_plus { format!("+{dialled}") } else { dialled })
}

/// Declares the table, a line a country: letters, name, code, what is dialled before a number inside the country.
macro_rules! table {
    ($($letters:literal $name:literal $code:literal $trunk:literal;)*) => {
        /// The countries by name. Codes of ITU-T E.164, trunk prefixes as the national plans have them.
        const TABLE: &[Dialled] = &[$(Dialled { letters: $letters, name: $name, code: $code, trunk: $trunk }),*];
    };
}

table! {
    "AR" "Argentina" "54" "0";
    "AU" "Australia" "61" "0";
    "AT" "Austria" "43" "0";
    "BE" "Belgium" "32" "0";
    "BR" "Brazil" "55" "0";
    "BG" "Bulgaria" "359" "0";
    "CA" "Canada" "1" "1";
    "CL" "Chile" "56" "";
    "CN" "China" "86" "0";
    "CO" "Colombia" "57" "";
    "HR" "Croatia" "385" "0";
    "CZ" "Czechia" "420" "";
    "DK" "Denmark" "45" "";
    "EG" "Egypt" "20" "0";
    "EE" "Estonia" "372" "";
    "FI" "Finland" "358" "0";
    "FR" "France" "33" "0";
    "DE" "Germany" "49" "0";
    "GR" "Greece" "30" "";
    "HK" "Hong Kong" "852" "";
    "HU" "Hungary" "36" "06";
    "IS" "Iceland" "354" "";
    "IN" "India" "91" "0";
    "ID" "Indonesia" "62" "0";
    "IE" "Ireland" "353" "0";
    "IL" "Israel" "972" "0";
    "IT" "Italy" "39" "";
    "JP" "Japan" "81" "0";
    "KE" "Kenya" "254" "0";
    "KR" "Korea, South" "82" "0";
    "LV" "Latvia" "371" "";
    "LT" "Lithuania" "370" "0";
    "LU" "Luxembourg" "352" "";
    "MY" "Malaysia" "60" "0";
    "MX" "Mexico" "52" "";
    "NL" "Netherlands" "31" "0";
    "NZ" "New Zealand" "64" "0";
    "NG" "Nigeria" "234" "0";
    "NO" "Norway" "47" "";
    "PK" "Pakistan" "92" "0";
    "PE" "Peru" "51" "0";
    "PH" "Philippines" "63" "0";
    "PL" "Poland" "48" "";
    "PT" "Portugal" "351" "";
    "RO" "Romania" "40" "0";
    "RU" "Russia" "7" "8";
    "SA" "Saudi Arabia" "966" "0";
    "RS" "Serbia" "381" "0";
    "SG" "Singapore" "65" "";
    "SK" "Slovakia" "421" "0";
    "SI" "Slovenia" "386" "0";
    "ZA" "South Africa" "27" "0";
    "ES" "Spain" "34" "";
    "SE" "Sweden" "46" "0";
    "CH" "Switzerland" "41" "0";
    "TW" "Taiwan" "886" "0";
    "TH" "Thailand" "66" "0";
    "TR" "Türkiye" "90" "0";
    "UA" "Ukraine" "380" "0";
    "AE" "United Arab Emirates" "971" "0";
    "GB" "United Kingdom" "44" "0";
    "US" "United States" "1" "1";
    "VN" "Vietnam" "84" "0";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_number_is_known_however_it_was_written() {
        for (home, ways) in [
            ("US", &["(202) 555-0101", "1 202 555 0101", "+1 202-555-0101 ext. 4", "001 202 555 0101"][..]),
            ("GB", &["020 7946 0101", "+44 (0)20 7946 0101", "0044 20 7946 0101", "+442079460101"]),
            ("DE", &["089/123456", "+49 89 123456", "0049 (89) 123456"]),
            ("IT", &["06 1234 5678", "+39 06 1234 5678"]),
            ("RU", &["8 (495) 123-45-67", "+7 495 123 45 67"]),
            ("HU", &["06 1 234 5678", "+36 1 234 5678"]),
        ] {
            let forms: Vec<String> = ways.iter().map(|way| dialled(way, Country::parse(home))).collect();
            assert!(forms.windows(2).all(|two| two[0] == two[1]), "{home}: {forms:?}");
        }
        assert_ne!(dialled("0171 5550101", Country::parse("DE")), dialled("0171 5550101", Country::parse("GB")));
    }

    #[test]
    fn a_phone_dials_the_number_alone() {
        for (written, dialled) in [
            (" +1 (555) 010-1", Some("+15550101")),
            ("(+44) 20 7946 0101", Some("+442079460101")),
            ("+44 (0)20 7946 0101", Some("+442079460101")),
            ("0044 (0)20 7946 0101", Some("00442079460101")),
            ("(020) 7946 0101", Some("02079460101")),
            ("+1 202-555-0101 ext. 4", Some("+12025550101")),
            ("202.555.0101x22", Some("2025550101")),
            ("555-0101 #22", Some("5550101")),
            ("+12025550101;ext=22", Some("+12025550101")),
            ("555-0101,,22", Some("5550101")),
            ("Tel. 030/123456 (office)", Some("030123456")),
            ("Fax: 555 0101", Some("5550101")),
            ("555 0101 / 555 0102", Some("5550101")),
            ("555 0101 or 555 0102", Some("5550101")),
            ("+49 30 123456 +49 30 654321", Some("+4930123456")),
            ("٠١٢٣ ٤٥٦ ٧٨٩", Some("0123456789")),
            ("＋８１ ３ １２３４ ５６７８", Some("+81312345678")),
            ("javascript:alert(1)", Some("1")),
            ("ask Jim", None),
            ("", None),
        ] {
            assert_eq!(dial_string(written).as_deref(), dialled, "{written}");
        }
    }

    #[test]
    fn an_extension_is_no_number_and_without_a_home_the_digits_stand() {
        assert_eq!(dialled("4711", Country::parse("DE")), "");
        assert_eq!(dialled("ask Jim", None), "");
        assert_eq!(dialled("0171 555 0101", None), "1715550101");
    }

    #[test]
    fn a_country_is_two_letters_in_the_file() {
        let read: Country = serde_json::from_str("\"de\"").unwrap();
        assert_eq!(serde_json::to_string(&read).unwrap(), "\"DE\"");
        assert!(serde_json::from_str::<Country>("\"Atlantis\"").is_err());
        assert!(TABLE.is_sorted_by_key(|one| one.name));
    }
}
