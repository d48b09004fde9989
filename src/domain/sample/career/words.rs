//! The words of which notes are made, as somebody writes them between two appointments.

/// How a note of a meeting begins.
pub const OPENINGS: &[&str] = &[
    "Good talk about",
    "Short call about",
    "Went through",
    "Asked about",
    "Long lunch, mostly about",
    "Sent two lines about",
    "Ran into each other; spoke of",
    "Quick word on",
    "Sat down over",
    "Caught up on",
    "Wrote to ask about",
    "Told me about",
    "Reviewed",
    "Listened to the whole story of",
    "Promised to think about",
    "Passed on what I heard about",
    "Laughed about",
    "Compared notes on",
    "Answered the question about",
    "Called back about",
];

/// What it was about.
pub const TOPICS: &[&str] = &[
    "the new warehouse",
    "last quarter's figures",
    "the search for a bookkeeper",
    "the move to the new office",
    "late payments",
    "the daughter's wedding",
    "the spring breakfast",
    "their biggest customer",
    "the bank's answer",
    "hiring two people",
    "the software that never works",
    "the holiday in the mountains",
    "the sale of the old machines",
    "a partner who wants out",
    "the tax letter",
    "the trade fair",
    "their new shop",
    "the price rise in steel",
    "the marathon",
    "the audit",
    "a supplier who lets them down",
    "the succession",
    "the choir",
    "prices for next year",
    "the insurance claim",
    "a customer in Lisbon",
    "the roof",
    "the training in May",
    "what the board said",
    "the boat",
    "the grandchildren",
    "the tender",
    "the lease",
    "the second branch",
    "their website",
    "a quarrel with the landlord",
    "the football club",
    "the delivery that went missing",
    "the plan for the summer",
    "the operation and how it went",
];

/// How it ended.
pub const CLOSINGS: &[&str] = &[
    "Calls again next week.",
    "Wants to hear from me after the holidays.",
    "Asked me to send the figures.",
    "Knows somebody I should meet.",
    "In good spirits.",
    "Tired, but hopeful.",
    "Nothing to do for now.",
    "I promised the name of a lawyer.",
    "We meet again in a month.",
    "Very pleased with us.",
    "Not a good moment to ask.",
    "Will speak to the partner first.",
    "Send the calendar.",
    "Remember the birthday.",
    "Mentioned a colleague at the bank.",
    "Prefers a call to a message.",
    "Wants it in writing.",
    "Thanked me twice.",
    "Has to think about it.",
    "Offered to put in a word.",
    "Would like to come to the next breakfast.",
    "Keep it short next time.",
];

/// How thanks begin.
pub const THANKS: &[&str] = &[
    "Thank you for putting your name in.",
    "Thank you, that was kind of you.",
    "I am grateful for this introduction.",
    "You did not have to do that. Thank you.",
    "Thank you for thinking of me.",
    "What a good start you gave us. Thank you.",
    "Thank you for your trust.",
    "That was generous. Thank you.",
    "Once more you opened a door. Thank you.",
];

/// How news to a source begins.
pub const NEWS: &[&str] = &[
    "We have talked, and you were right about them.",
    "They have our proposal.",
    "They are still thinking; no hurry.",
    "We meet again in two weeks.",
    "They asked for figures, which I have sent.",
    "I wait for their answer.",
    "A good first hour. More when there is more.",
    "They compare us with another firm.",
    "The papers are on their way.",
];

/// What a source says about a prospect.
pub const SAID: &[&str] = &[
    "Careful with money, generous with time.",
    "Very direct, very fair.",
    "Hates surprises.",
    "Decides quickly.",
    "Grew faster than the office did.",
    "Had a bad time with the last adviser.",
    "Reads everything before signing.",
    "New in the chair and wants to show something.",
    "Needs somebody who listens.",
    "Best reached before nine.",
    "We have shared a supplier for years.",
    "Always late, never rude.",
    "Asks for proof, then keeps to it.",
];

/// Why a prospect would benefit.
pub const WHY: &[&str] = &[
    "Customers pay after ninety days.",
    "The owner still writes every invoice.",
    "Two firms were merged, two ledgers were not.",
    "The bank wants monthly figures.",
    "They lost a bookkeeper in spring.",
    "Stock is counted by hand.",
    "They are about to open a second shop.",
    "A partner must be paid out.",
    "Nobody follows up on reminders.",
];

/// Why a file is closed.
pub const CLOSED: &[&str] = &[
    "They do it in the house now.",
    "No budget this year.",
    "They went with a cousin.",
    "No answer after four tries.",
    "Too small for us.",
    "Happy as it is.",
    "The firm was sold.",
    "We did not suit each other.",
    "Postponed, and then forgotten.",
];

/// What is known about somebody.
pub const FACTS: &[&str] = &[
    "Two children.",
    "Plays the cello.",
    "Runs marathons.",
    "Vegetarian.",
    "Sails.",
    "Married to a teacher.",
    "Drinks tea only.",
    "Collects old maps.",
    "Born in spring.",
    "Coaches football.",
    "No calls before ten.",
    "Loves the mountains.",
    "Has a dog.",
    "Sings in a choir.",
    "Writes with a fountain pen.",
    "Grows tomatoes.",
    "Reads crime novels.",
    "Twins in second grade.",
];

/// Days of the week on which people come back.
pub const DAYS: &[&str] = &["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"];
