//! What is said about a list that is taken out: how much of it goes along, and what stays because it is confidential (R63).

use super::reason::count;

/// What would go along, before it is taken; `what` is the word for one of them.
pub fn would_go(what: &str, many: usize, left_out: usize) -> String {
    match (many, left_out) {
        (0, 0) => "Nothing stands on this list.".to_string(),
        (0, _) => "Everything on this list is confidential and stays here. The full backup has it.".to_string(),
        (1, _) => format!("1 {what} goes along.{}", stays(left_out)),
        _ => format!("{} go along.{}", count(many, what), stays(left_out)),
    }
}

/// What was taken, once the browser has the file.
pub fn went(file: &str, what: &str, many: usize, left_out: usize) -> String {
    format!("{file} is with you: {}.{}", count(many, what), stays(left_out))
}

fn stays(left_out: usize) -> String {
    match left_out {
        0 => String::new(),
        1 => " Another one is confidential and stays here. The full backup has it.".to_string(),
        n => format!(" Another {n} are confidential and stay here. The full backup has them."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn r63_it_is_said_how_much_goes_along_and_how_much_stays() {
        for (many, left_out, said) in [
            (212, 0, "212 people go along."),
            (1, 0, "1 person goes along."),
            (7, 1, "7 people go along. Another one is confidential and stays here. The full backup has it."),
            (1, 2, "1 person goes along. Another 2 are confidential and stay here. The full backup has them."),
            (0, 3, "Everything on this list is confidential and stays here. The full backup has it."),
            (0, 0, "Nothing stands on this list."),
        ] {
            assert_eq!(would_go("person", many, left_out), said);
        }
        assert_eq!(went("kith-people.csv", "person", 1_200, 0), "kith-people.csv is with you: 1,200 people.");
        assert!(went("kith-people.csv", "person", 2, 1).contains("stays here"));
    }
}
