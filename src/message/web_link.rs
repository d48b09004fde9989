//! Web links: which addresses are followed, and what is shown for them, so that no address hides where it leads.

use std::fmt::Write;

/// The longest address that is followed, in bytes.
const LENGTH_MAX: usize = 2_000;

/// An address of a page on the web that may stand in a link.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct WebLink {
    href: String,
    /// Where it leads, where something stands before an `@` that could be taken for it.
    leads_to: Option<String>,
}

impl WebLink {
    /// Reads an address; `None` where the text is no address of a page, or has characters that are not seen. Those are
    /// shown by [`with_marks`] and never followed, because nobody can tell where they lead.
    pub fn new(text: &str) -> Option<WebLink> {
        let is_plain = !text.contains(|c: char| c.is_whitespace() || c.is_control() || is_unseen(c));
        let (scheme, rest) = text.split_once("://")?;
        let is_web = ["https", "http"].iter().any(|known| scheme.eq_ignore_ascii_case(known));
        // Browsers take a backslash for a slash.
        let authority = rest.split(['/', '\\', '?', '#']).next().filter(|authority| !authority.is_empty())?;
        let leads_to = authority.rsplit_once('@').map(|(_, host)| host.to_string());
        let is_whole = leads_to.as_ref().is_none_or(|host| !host.is_empty());
        (is_plain && is_web && is_whole && text.len() <= LENGTH_MAX)
            .then(|| WebLink { href: text.to_string(), leads_to })
    }

    /// The address, for `href`.
    pub fn href(&self) -> &str {
        &self.href
    }

    /// What stands on the screen: the whole address, and where it leads where that may be mistaken.
    pub fn shown(&self) -> String {
        self.labelled(&self.href)
    }

    /// What stands on the screen under a label in place of the address.
    pub fn labelled(&self, label: &str) -> String {
        match &self.leads_to {
            Some(host) => format!("{label} (leads to {host})"),
            None => label.to_string(),
        }
    }
}

/// What stands on the screen for a text that may be an address.
pub fn shown(text: &str) -> String {
    WebLink::new(text).map_or_else(|| with_marks(text), |link| link.shown())
}

/// The text with a mark such as `[U+202E]` for every character that is not seen, or turns what is seen around.
pub fn with_marks(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if is_unseen(c) {
            // Writing into a string does not fail.
            let _ = write!(out, "[U+{:04X}]", u32::from(c));
        } else {
            out.push(c);
        }
    }
    out
}

/// Whether a character turns the direction of text, or has no width (Unicode, *Bidi_Control* and
/// *Default_Ignorable_Code_Point*).
fn is_unseen(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}'..='\u{1160}' | '\u{17b4}'..='\u{17b5}' | '\u{180b}'..='\u{180f}'
        | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// What is shown for an address that is followed; `-` where it is not.
    fn check(text: &str, expected: &str) {
        let link = WebLink::new(text);
        assert_eq!(link.as_ref().map_or("-".into(), WebLink::shown), expected, "{text:?}");
        assert!(link.is_none_or(|link| link.href() == text), "{text:?}");
    }

    #[test]
    fn only_addresses_of_the_web_become_links() {
        for text in
            ["https://example.org/a?b=c#d", "HTTP://example.org", "https://example.org:8080", "https://täst.example/ü"]
        {
            check(text, text);
        }
        for text in [
            "javascript:alert(1)",
            "javascript://example.org/%0aalert(1)",
            "java\nscript:alert(1)",
            "\u{1}https://example.org",
            "data:text/html,<script>",
            "mailto:fred@acme.example",
            "//example.org",
            "https:example.org",
            "https://",
            "https:///etc",
            "https://jim@",
            "https:// example.org",
            "see https://example.org",
            "example.org",
            "",
            &format!("https://example.org/{}", "x".repeat(2_000)),
        ] {
            check(text, "-");
        }
    }

    #[test]
    fn what_stands_before_an_at_is_shown_and_so_is_where_it_leads() {
        for (text, shown) in [
            ("https://user:pass@host.example", "https://user:pass@host.example (leads to host.example)"),
            ("https://good.example@evil.example/x", "https://good.example@evil.example/x (leads to evil.example)"),
            (
                "https://good.example:443@a@evil.example:8",
                "https://good.example:443@a@evil.example:8 (leads to evil.example:8)",
            ),
            ("https://example.org/@jim", "https://example.org/@jim"),
            ("https://example.org\\@evil.example", "https://example.org\\@evil.example"),
            ("https://example.org?to=a@b.example", "https://example.org?to=a@b.example"),
        ] {
            check(text, shown);
        }
        let link = WebLink::new("https://linkedin.example@evil.example").map(|link| link.labelled("Profile"));
        assert_eq!(link.as_deref(), Some("Profile (leads to evil.example)"));
    }

    #[test]
    fn what_turns_text_or_is_not_seen_is_marked_and_not_followed() {
        for (text, marked) in [
            ("https://good.example\u{202e}moc.live", "https://good.example[U+202E]moc.live"),
            ("https://good\u{200b}.example", "https://good[U+200B].example"),
            ("https://good.example\u{2066}\u{61c}\u{200f}", "https://good.example[U+2066][U+061C][U+200F]"),
            ("https://good.example/\u{e0041}\u{feff}", "https://good.example/[U+E0041][U+FEFF]"),
        ] {
            check(text, "-");
            assert_eq!(with_marks(text), marked);
        }
        assert_eq!(with_marks("https://example.org/é田🙂"), "https://example.org/é田🙂");
    }

    proptest! {
        #[test]
        fn whatever_is_followed_is_shown_whole_and_nothing_shown_is_unseen(
            text in "https?://[a-z.@:/\\\\\u{200b}\u{202a}-\u{202e}\u{2066}-\u{2069}é]{0,20}|\\PC{0,40}",
        ) {
            let shown = shown(&text);
            prop_assert!(!shown.contains(is_unseen), "{shown:?}");
            if let Some(link) = WebLink::new(&text) {
                prop_assert!(shown.starts_with(&text) && link.href() == text);
                prop_assert!(text.to_ascii_lowercase().starts_with("http"));
            }
        }
    }
}
