//! Money: whole minor units with a currency code, and how people write it.

use serde::{Deserialize, Serialize};
use std::fmt;

/// The largest value a sale may have, in major units; anything above is a slip of the finger.
pub const LARGEST: i64 = 999_999_999_999;

/// An ISO 4217 code: three capital letters.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Currency([u8; 3]);

impl Currency {
    /// US dollars, where the person has not set another.
    pub const USD: Currency = Currency(*b"USD");

    /// The currency of a code, in either case.
    pub fn parse(text: &str) -> Option<Currency> {
        let code: [u8; 3] = text.trim().to_ascii_uppercase().as_bytes().try_into().ok()?;
        code.iter().all(u8::is_ascii_uppercase).then_some(Currency(code))
    }

    /// The code.
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }

    /// How many digits follow the point (ISO 4217): 0 for yen, 3 for dinars, 2 for most.
    pub fn digits(&self) -> u32 {
        match self.code() {
            "BIF" | "CLP" | "DJF" | "GNF" | "ISK" | "JPY" | "KMF" | "KRW" | "PYG" | "RWF" | "UGX" | "VND" | "VUV"
            | "XAF" | "XOF" | "XPF" => 0,
            "BHD" | "IQD" | "JOD" | "KWD" | "LYD" | "OMR" | "TND" => 3,
            _ => 2,
        }
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl fmt::Debug for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl Serialize for Currency {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

impl<'de> Deserialize<'de> for Currency {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Currency, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        Currency::parse(&text).ok_or_else(|| serde::de::Error::custom("a currency code has three letters"))
    }
}

/// An amount of money.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Money {
    /// Cents, or whatever the smallest unit of the currency is.
    pub minor: i64,
    /// The currency.
    pub currency: Currency,
}

/// What was typed is not the value of a sale.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BadMoney {
    /// Not a number.
    NotANumber,
    /// Zero or less.
    Nothing,
    /// More than [`LARGEST`].
    TooMuch,
    /// More digits behind the point than the currency has.
    TooFine,
}

impl fmt::Display for BadMoney {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            BadMoney::NotANumber => "Write the value in figures, such as 12,500.",
            BadMoney::Nothing => "A sale is worth more than nothing. Leave the value empty if you do not know it yet.",
            BadMoney::TooMuch => "That is more than a trillion. Check the number of zeros.",
            BadMoney::TooFine => "This currency has fewer digits behind the point.",
        })
    }
}

impl std::error::Error for BadMoney {}

impl Money {
    /// Reads what a person typed: `12500`, `12,500.50`, `12.500,50` or `12 500`.
    ///
    /// # Errors
    /// [`BadMoney`] tells what is wrong, as a sentence.
    pub fn typed(text: &str, currency: Currency) -> Result<Money, BadMoney> {
        let plain: String = text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '\'' | '’' | '_')).collect();
        if plain.starts_with('-') {
            return Err(BadMoney::Nothing);
        }
        let (whole, fraction) = split(&plain, currency.digits() as usize);
        let whole: String = whole.chars().filter(|c| !matches!(c, ',' | '.')).collect();
        let digits = |t: &str| t.bytes().all(|b| b.is_ascii_digit());
        if whole.len() + fraction.len() == 0 || !digits(&whole) || !digits(fraction) {
            return Err(BadMoney::NotANumber);
        }
        if fraction.len() > currency.digits() as usize {
            return Err(BadMoney::TooFine);
        }
        let whole = whole.trim_start_matches('0');
        if whole.len() > 12 {
            return Err(BadMoney::TooMuch);
        }
        let width = currency.digits() as usize;
        let minor = format!("{whole}{fraction:0<width$}").parse().unwrap_or(0);
        if minor == 0 { Err(BadMoney::Nothing) } else { Ok(Money { minor, currency }) }
    }
}

/// Splits at the decimal point or comma: the last of either that is followed by at most `digits` digits, or that is
/// not a mark between thousands.
fn split(text: &str, digits: usize) -> (&str, &str) {
    let Some(at) = text.rfind([',', '.']) else { return (text, "") };
    let (whole, rest) = text.split_at(at);
    let fraction = rest.get(1..).unwrap_or_default();
    let mark = rest.get(..1).unwrap_or_default();
    let thousands = fraction.len() == 3 && digits != 3 && !whole.is_empty() || whole.contains(mark);
    if thousands { (text, "") } else { (whole, fraction) }
}

impl Money {
    /// The amount as other programs count with it: `12500.50`, the digits of the currency behind a point.
    pub fn plain(&self) -> String {
        let digits = self.currency.digits() as usize;
        let minor = format!("{:0width$}", self.minor.unsigned_abs(), width = digits + 1);
        let (whole, fraction) = minor.split_at(minor.len() - digits);
        let (sign, point) = (if self.minor < 0 { "-" } else { "" }, if digits > 0 { "." } else { "" });
        format!("{sign}{whole}{point}{fraction}")
    }

    /// The amount without its currency, as it stands in a form.
    pub fn amount(&self) -> String {
        self.to_string().split_once(' ').map(|(_, amount)| amount.to_string()).unwrap_or_default()
    }
}

impl fmt::Display for Money {
    /// Such as `USD 12,500` or `USD 12,500.50`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = self.currency.digits();
        let unit = 10_u64.pow(digits);
        let minor = self.minor.unsigned_abs();
        let whole = (minor / unit).to_string();
        let fraction = minor % unit;
        let sign = if self.minor < 0 { "-" } else { "" };
        write!(f, "{} {sign}", self.currency)?;
        for (n, digit) in whole.chars().enumerate() {
            if n > 0 && (whole.len() - n).is_multiple_of(3) {
                f.write_str(",")?;
            }
            write!(f, "{digit}")?;
        }
        if fraction > 0 { write!(f, ".{fraction:0width$}", width = digits as usize) } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_amount_for_other_programs_has_a_point_and_nothing_else() {
        for (minor, code, plain) in [
            (1_250_050, "USD", "12500.50"),
            (1_250_000, "USD", "12500.00"),
            (5, "USD", "0.05"),
            (-1_205, "EUR", "-12.05"),
            (12_500, "JPY", "12500"),
        ] {
            assert_eq!(Money { minor, currency: Currency::parse(code).unwrap() }.plain(), plain);
        }
    }

    fn check(text: &str, code: &str, expected: Result<&str, BadMoney>) {
        let read = Money::typed(text, Currency::parse(code).unwrap()).map(|m| m.to_string());
        assert_eq!(read, expected.map(str::to_string), "{text}");
    }

    #[test]
    fn a_value_is_read_as_people_write_it() {
        for (text, code, shown) in [
            ("12500", "USD", "USD 12,500"),
            ("12,500", "USD", "USD 12,500"),
            ("12.500", "EUR", "EUR 12,500"),
            ("12.500,5", "EUR", "EUR 12,500.50"),
            ("1 234 567.89", "usd", "USD 1,234,567.89"),
            ("1'000", "CHF", "CHF 1,000"),
            ("0.5", "USD", "USD 0.50"),
            ("5000", "JPY", "JPY 5,000"),
            ("1,500", "JPY", "JPY 1,500"),
            ("1.250", "KWD", "KWD 1.250"),
            ("999999999999", "USD", "USD 999,999,999,999"),
        ] {
            check(text, code, Ok(shown));
        }
    }

    #[test]
    fn an_absurd_value_is_refused_with_a_sentence() {
        for (text, why) in [
            ("", BadMoney::NotANumber),
            ("about ten", BadMoney::NotANumber),
            ("0", BadMoney::Nothing),
            ("0.00", BadMoney::Nothing),
            ("-5", BadMoney::Nothing),
            ("1000000000000", BadMoney::TooMuch),
            ("10.1234", BadMoney::TooFine),
        ] {
            check(text, "USD", Err(why));
        }
        assert!(BadMoney::TooMuch.to_string().ends_with('.'));
    }
}
