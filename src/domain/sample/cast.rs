//! The cast of the sample book: invented people from many places, and what is known about them.

/// One person of the sample.
pub struct SamplePerson {
    /// What the story calls them.
    pub key: &'static str,
    /// What they are called.
    pub name: &'static str,
    /// Where they work; nobody's place is a real one.
    pub place: &'static str,
    /// What they do there.
    pub title: &'static str,
    /// Roles, by their words, separated by commas.
    pub roles: &'static str,
    /// How good the relationship is; 0 where nothing was said.
    pub rating: u8,
    /// The place in the Hundred; 0 where they are not on it.
    pub rank: u32,
    /// For how many years we have known each other; 0 for this year.
    pub years: u64,
}

const fn who(
    key: &'static str,
    name: &'static str,
    place: &'static str,
    title: &'static str,
    roles: &'static str,
    (rating, rank, years): (u8, u32, u64),
) -> SamplePerson {
    SamplePerson { key, name, place, title, roles, rating, rank, years }
}

/// Everyone in the sample.
pub const CAST: &[SamplePerson] = &[
    who("jim", "Jim Halloran", "Harbour Vale Bank", "Branch director", "client,connector", (5, 1, 9)),
    who("margaret", "Margaret Osei", "Osei Catering", "Owner", "client,friend", (5, 2, 12)),
    who("tomasz", "Tomasz Wójcik", "Wójcik Joinery", "Owner", "client", (5, 3, 3)),
    who("connie", "Connie Alvarez", "Alvarez Dental Group", "Practice director", "client,connector", (5, 4, 2)),
    who("ken", "Ken Adeyemi", "Brightline Software", "Sales director", "client", (5, 5, 5)),
    who("ines", "Inês Carvalho", "Carvalho & Filhos", "Managing director", "client", (4, 6, 1)),
    who("sue", "Sue Lindqvist", "Nordlund Finance", "Senior adviser", "peer,connector", (4, 7, 4)),
    who("hana", "Hana Nováková", "Letna Architects", "Partner", "client", (5, 8, 6)),
    who("raj", "Raj Subramanian", "Subramanian Training", "Trainer", "peer,friend", (4, 9, 10)),
    who("amara", "Amara Okafor", "Okafor Legal", "Solicitor", "peer", (4, 10, 7)),
    who("grace", "Grace Kim", "Kim & Park Accountants", "Partner", "peer,vendor", (4, 11, 8)),
    who("fatima", "Fatima El Idrissi", "Atlas Travel", "Owner", "client", (4, 12, 5)),
    who("wei", "Wei Zhang", "Lotus Packaging", "Plant manager", "client", (4, 13, 4)),
    who("sofia", "Sofía Herrera", "Herrera Events", "Producer", "vendor", (3, 14, 3)),
    who("aino", "Aino Virtanen", "Virtanen Design", "Designer", "friend", (3, 15, 15)),
    who("elodie", "Élodie Marchand", "Marchand Vins", "Head of exports", "client", (4, 16, 2)),
    who("george", "George Whitaker", "", "Retired wholesaler", "friend,connector", (5, 17, 20)),
    who("nia", "Nia Williams", "Harbour Chamber of Commerce", "Director", "connector", (4, 18, 6)),
    who("ruth", "Ruth Abramson", "Abramson Consulting", "Consultant", "colleague", (4, 19, 11)),
    who("ben", "Ben Carter", "Carter Gardens", "Owner", "friend", (3, 20, 25)),
    who("maya", "Maya Patel", "Patel Pharmacies", "Chief operating officer", "client", (5, 21, 1)),
    who("chidi", "Chidi Eze", "Eze Motors", "Workshop manager", "family", (3, 22, 14)),
    who("fred", "Fred Ito", "Ito Precision", "Chief financial officer", "client", (4, 0, 0)),
    who("mehmet", "Mehmet Yıldız", "Yıldız Tiles", "Owner", "client", (3, 0, 5)),
    who("liam", "Liam O'Rourke", "O'Rourke Builders", "Owner", "past client", (3, 0, 8)),
    who("olena", "Olena Shevchenko", "Dnipro Print", "Account manager", "vendor", (3, 0, 2)),
    who("marco", "Marco Bellini", "Bellini Cycles", "Owner", "client", (3, 0, 6)),
    who("kofi", "Kofi Mensah", "Mensah Security", "Operations manager", "past client", (2, 0, 7)),
    who("tane", "Tāne Parata", "Parata Surveying", "Surveyor", "client", (3, 0, 3)),
    who("daniel", "Daniel Mbeki", "Mbeki Logistics", "Operations director", "prospect", (0, 0, 0)),
    who("lindiwe", "Lindiwe Khumalo", "Khumalo Foods", "Chief executive", "prospect", (0, 0, 0)),
    who("noah", "Noah Friedman", "Friedman Optics", "Owner", "prospect", (0, 0, 0)),
    who("leila", "Leila Haddad", "Haddad Interiors", "Founder", "prospect", (0, 0, 0)),
    who("ivan", "Ivan Petrov", "Petrov Freight", "Managing director", "prospect", (0, 0, 0)),
    who("tess", "Tess van der Berg", "Delta Flowers", "Buyer", "prospect", (0, 0, 1)),
    who("bea", "Beatriz Nogueira", "Nogueira Ceramics", "Owner", "prospect", (0, 0, 0)),
    who("rosa", "Rosa Jiménez", "Jiménez Clinics", "Finance director", "prospect", (0, 0, 0)),
    who("ahmed", "Ahmed Farouk", "Nile Medical Supplies", "General manager", "prospect", (0, 0, 0)),
    who("hanh", "Ngô Thị Hạnh", "Hạnh Textiles", "Owner", "prospect", (0, 0, 0)),
    who("anders", "Anders Holm", "Holm Marine", "Managing director", "prospect", (0, 0, 0)),
    who("yuki", "田中 由紀", "Tanaka Tea", "Owner", "prospect", (0, 0, 0)),
    who("dana", "Dana Fairchild", "Fairchild & Daughters", "Bookkeeper", "prospect", (0, 0, 0)),
];

/// What else is known: whom, which field, in which words.
pub const KNOWN: &[(&str, &str, &str)] = &[
    ("jim", "facts", "Two daughters at university. Black coffee, always early. Supports the harbour rowing club."),
    ("jim", "loves", "That his customers stop asking him for overdrafts in the last week of the month."),
    ("jim", "looks_for", "Family firms with ten to fifty people that have outgrown their first bank."),
    ("margaret", "facts", "Sings in a gospel choir. Grandson Kwame born in spring."),
    ("margaret", "loves", "\"I sleep on the night before payday now.\""),
    ("tomasz", "facts", "Restores old sledges. Does not drink."),
    ("tomasz", "loves", "The Friday list: who has not paid, and the one line to send them."),
    ("connie", "facts", "Runs marathons, Lisbon next. Vegetarian."),
    ("connie", "looks_for", "Firms whose staff have a dental plan."),
    ("ken", "facts", "Coaches an under-twelves football team. Hates phone calls before ten."),
    ("ken", "looks_for", "Wholesalers who still keep stock in spreadsheets."),
    ("ines", "facts", "Third generation in the firm; her father still comes in on Tuesdays."),
    ("hana", "facts", "Sketches on trains. Twins, in second grade."),
    ("hana", "loves", "Invoices that leave the day the drawing does."),
    ("raj", "looks_for", "Teams of more than twenty with a new head of sales."),
    ("amara", "looks_for", "Founders about to take on a partner."),
    ("grace", "facts", "No messages in the second half of January."),
    ("george", "facts", "Knows everybody on the quay. Prefers a visit to a call."),
    ("maya", "facts", "Opening the fourth shop in the new year."),
    ("sofia", "note", "Found us the room for the spring breakfast."),
    ("liam", "note", "Sold the firm; still recommends us to the new owners."),
    ("marco", "note", "Asked me to wait with questions until the season is over."),
];

/// What they have been told, so many days ago, 0 for not: that I build by referral, what results I deliver, whom I look for.
pub const TOLD: &[(&str, u64, u64, u64)] = &[
    ("jim", 700, 400, 13),
    ("margaret", 900, 88, 24),
    ("tomasz", 430, 51, 0),
    ("connie", 200, 200, 34),
    ("ken", 290, 70, 19),
    ("ines", 30, 0, 16),
    ("sue", 120, 12, 12),
    ("hana", 40, 40, 0),
    ("raj", 150, 0, 27),
    ("fatima", 52, 0, 0),
    ("maya", 15, 15, 15),
    ("george", 29, 0, 29),
    ("nia", 48, 48, 0),
];
