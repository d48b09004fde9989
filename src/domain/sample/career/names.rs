//! Names of invented people and places, from many parts of the world.

use crate::domain::sample::chance::Chance;

const GIVEN: &str = concat!(
    "Ann|Jim|Connie|Fred|Sue|Ken|Margaret|Tomasz|Inês|Daniel|Lindiwe|Hana|Raj|Amara|Grace|Fatima|Wei|Sofía|",
    "Aino|Élodie|George|Nia|Ruth|Ben|Maya|Chidi|Mehmet|Liam|Olena|Marco|Kofi|Tāne|Noah|Leila|Ivan|Tess|",
    "Beatriz|Rosa|Ahmed|Hạnh|Anders|Yuki|Dana|Pedro|Lucía|Jan|Katarzyna|Piotr|Zoë|Omar|Yusuf|Aisha|Samir|",
    "Priya|Arjun|Deepa|Vikram|Mei|Jun|Hiroshi|Keiko|Minh|Linh|Somchai|Siti|Putri|Agus|Maria|José|Carlos|Ana|",
    "João|Miguel|Isabel|Antoine|Claire|Luc|Marie|Hans|Greta|Jürgen|Anke|Lars|Ingrid|Bjørn|Astrid|Mikko|Elina|",
    "Giulia|Luca|Chiara|Nikos|Eleni|Dimitra|Ioana|Andrei|Milan|Jelena|Petr|Lenka|Zsófia|László|Kwame|Ama|",
    "Ngozi|Emeka|Thabo|Zanele|Wanjiru|Otieno|Abebe|Tigist|Peter|Helen|Robert|Susan|David|Laura|Mark|Emma|",
    "Paul|Olivia|Steven|Rachel|Kevin|Diane|Brian|Karen|Eric|Julia",
);

const FAMILY: &str = concat!(
    "Halloran|Alvarez|Ito|Lindqvist|Adeyemi|Osei|Wójcik|Carvalho|Mbeki|Khumalo|Nováková|Subramanian|Okafor|",
    "Kim|El Idrissi|Zhang|Herrera|Virtanen|Marchand|Whitaker|Williams|Abramson|Carter|Patel|Eze|Yıldız|",
    "O'Rourke|Shevchenko|Bellini|Mensah|Parata|Friedman|Haddad|Petrov|van der Berg|Nogueira|Jiménez|Farouk|",
    "Ngô|Holm|Tanaka|Fairchild|Stone|Lee|Nguyen|Tran|Singh|Kaur|Sharma|Gupta|Rao|Iyer|Khan|Ahmed|Hussain|",
    "Rahman|Chen|Wang|Li|Huang|Sato|Suzuki|Park|Choi|Santos|Silva|Pereira|Costa|García|Martínez|López|",
    "Rodríguez|Fernández|Moreau|Dubois|Lefèvre|Bernard|Müller|Schneider|Weber|Fischer|Hofmann|Krüger|",
    "Andersson|Johansson|Nilsson|Hansen|Jensen|Korhonen|Mäkinen|Rossi|Esposito|Ricci|Papadopoulos|Georgiou|",
    "Popescu|Ionescu|Horvat|Kovács|Nagy|Novák|Dvořák|Kowalska|Zieliński|Boateng|Owusu|Diallo|Traoré|Mwangi|",
    "Kamau|Tesfaye|Bekele|Nkosi|Dlamini|Smith|Jones|Taylor|Brown|Wilson|Evans|Thomas|Roberts|Walker|Wright|",
    "Hughes|Edwards|Green|Hall|Wood|Harris|Clarke|Turner|Hill|Cooper|Ward|Morris|Moore|Parker|Bennett|Reid|",
    "Murray|Graham|Stewart|Campbell|Kelly|Murphy|Byrne",
);

const TITLES: &str = concat!(
    "Owner|Managing director|Chief financial officer|Head of sales|Partner|Operations director|Founder|",
    "Finance director|Office manager|Buyer|Plant manager|Chief executive|Account manager|Accountant|",
    "Solicitor|Architect|Marketing director|Head of purchasing|Branch director|General manager|",
    "Human resources director|Consultant|Surveyor|Practice manager|Project manager|Senior engineer|",
    "Sales director|Treasurer|Workshop manager|Head of logistics|Chair|Product manager",
);

const PLACES: &str = concat!(
    "Harbour|Brightline|Lotus|Northgate|Atlas|Delta|Juniper|Quayside|Meridian|Larch|Copper|Silverbrook|",
    "Old Mill|Highfield|Kestrel|Beacon|Tidewater|Orchard|Granite|Willow|Falcon|Marigold|Westbank|Foundry|",
    "Anchor|Riverside|Summit|Amber|Linden|Compass|Saltmarsh|Fenwick",
);

const TRADES: &str = concat!(
    "Logistics|Foods|Dental Group|Packaging|Software|Architects|Catering|Joinery|Freight|Ceramics|Clinics|",
    "Textiles|Marine|Optics|Interiors|Print|Motors|Security|Surveying|Pharmacies|Travel|Events|Builders|",
    "Consulting|Accountants|Legal|Insurance|Training|Energy|Farms|Tools|Media|Cycles|Gardens|Bank|",
    "Instruments",
);

/// One of the words between the bars.
fn one(chance: &mut Chance, list: &'static str) -> &'static str {
    let count = list.split('|').count() as u64;
    list.split('|').nth(chance.below(count) as usize).unwrap_or_default()
}

/// A first and a last name.
pub fn person(chance: &mut Chance) -> (&'static str, &'static str) {
    (one(chance, GIVEN), one(chance, FAMILY))
}

/// What somebody does.
pub fn title(chance: &mut Chance) -> &'static str {
    one(chance, TITLES)
}

/// Where somebody works: most places are named for the place and the trade, some for a family.
pub fn place(chance: &mut Chance) -> String {
    let trade = one(chance, TRADES);
    if chance.percent(30) {
        format!("{} {trade}", one(chance, FAMILY))
    } else {
        format!("{} {trade}", one(chance, PLACES))
    }
}
