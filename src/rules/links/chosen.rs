//! What is chosen of the links that are proposed: by a tick, or by the name of a source.

use super::{Choice, Doubt, Link, Links};

/// The value of a choice in a form: somebody who is new.
const NEW: &str = "new";

impl Link {
    /// Whether it is taken.
    pub fn is_ticked(&self) -> bool {
        self.choice != Choice::Words
    }

    fn is_likely(&self) -> bool {
        matches!(self.doubt, Doubt::Likely(_)) && self.but.is_none() && !self.is_ticked()
    }

    /// What can be chosen: that nobody is meant, each source, somebody new.
    pub fn choices(&self) -> Vec<Choice> {
        let ones = (0..self.sources.len()).map(Choice::One);
        std::iter::once(Choice::Words).chain(ones).chain([Choice::New]).collect()
    }
}

impl Choice {
    /// Its value in a form.
    pub fn value(self) -> String {
        match self {
            Choice::Words => String::new(),
            Choice::One(at) => at.to_string(),
            Choice::New => NEW.into(),
        }
    }
}

impl Links {
    /// Whether nothing is proposed.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// How many are taken.
    pub fn ticked(&self) -> usize {
        self.list.iter().filter(|link| link.is_ticked()).count()
    }

    /// Ticks the link at this place with the likeliest source, or with somebody new where there is none; or unticks it.
    pub fn tick(&mut self, at: usize, on: bool) {
        let Some(link) = self.list.get_mut(at) else { return };
        link.choice = match (on, link.sources.is_empty()) {
            (false, _) => Choice::Words,
            (true, true) => Choice::New,
            (true, false) => Choice::One(0),
        };
    }

    /// How many of those at these places are likely, speak for one alone, and are not taken.
    pub fn likely(&self, places: &[usize]) -> usize {
        places.iter().filter_map(|at| self.list.get(*at)).filter(|link| link.is_likely()).count()
    }

    /// Ticks these.
    pub fn tick_likely(&mut self, places: &[usize]) {
        for at in places {
            if let Some(link) = self.list.get_mut(*at).filter(|link| link.is_likely()) {
                link.choice = Choice::One(0);
            }
        }
    }

    /// Takes the choice of this value for the link at this place; nobody, where there is no such choice.
    pub fn choose(&mut self, at: usize, value: &str) {
        let Some(link) = self.list.get_mut(at) else { return };
        link.choice = link.choices().into_iter().find(|choice| choice.value() == value).unwrap_or_default();
    }
}
