//! Who of the sample gets its letter.

/// What the letter is called.
pub const LETTER: &str = "Harbour letter";

/// Who gets the letter.
pub const READERS: &[&str] = &[
    "jim", "margaret", "tomasz", "connie", "ken", "ines", "sue", "hana", "raj", "amara", "fatima", "wei", "elodie",
    "george", "nia", "maya", "tane", "marco", "liam",
];

/// Who asked for no news, though they are on the list.
pub const ENOUGH: &str = "elodie";
