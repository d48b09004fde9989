//! The kinds of record, by the names the file uses.

use super::words::words;

words! {
    /// What a record is. Kinds this version has no screen for are kept all the same.
    pub enum Kind {
        /// Someone in the book.
        Person = "person", "Person";
        /// Where people work.
        Organisation = "organisation", "Organisation";
        /// A request to a source.
        Ask = "ask", "Ask";
        /// A prospect reached through a source.
        Referral = "referral", "Referral";
        /// A word exchanged with someone.
        Touch = "touch", "Contact";
        /// Something given.
        Give = "give", "Give";
        /// Two people I introduce.
        Introduction = "introduction", "Introduction";
        /// A mutual plan with a source.
        Plan = "plan", "Plan";
        /// A social event.
        Event = "event", "Event";
        /// An issue sent to many.
        Communication = "communication", "Communication";
        /// A kind of client I want.
        IdealClient = "ideal_client", "Ideal client";
        /// A result delivered.
        Result = "result", "Result";
        /// Words to say.
        Script = "script", "Script";
        /// A success story.
        Story = "story", "Story";
        /// A choice of the person who keeps the book.
        Setting = "setting", "Setting";
        /// A connection in the holding pool, outside the book.
        Connection = "connection", "Connection";
        /// A duty put off or dropped.
        PutOff = "put_off", "Put off";
        /// Two people who are not one.
        Apart = "apart", "Not the same";
    }
}
