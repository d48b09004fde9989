//! The words by which a line of capture is told apart: titles, companies, markers. All folded (see `domain::fold`).

use crate::domain::fold::fold;

/// A word as it is looked up: folded, without the marks around it.
pub fn plain(word: &str) -> String {
    fold(word.trim_matches(|c: char| !c.is_alphanumeric() && c != '&'))
}

fn one_of(list: &str, word: &str) -> bool {
    !word.is_empty() && list.split_whitespace().any(|known| known == word)
}

/// Words that make a title by themselves.
pub fn is_head(word: &str) -> bool {
    const HEADS: &str = "ceo cfo coo cto cmo cio cro chro cpo cso vp svp evp avp md gm cpa cfa gp rn dds president \
        director manager partner founder cofounder co-founder owner co-owner chair chairman chairwoman chairperson \
        principal consultant engineer developer programmer architect accountant bookkeeper lawyer attorney solicitor \
        barrister paralegal adviser advisor broker agent realtor dentist doctor nurse surgeon physician professor \
        lecturer teacher headteacher coach trainer designer analyst buyer controller treasurer secretary assistant \
        administrator coordinator co-ordinator supervisor foreman producer editor journalist photographer electrician \
        plumber builder contractor salesperson salesman saleswoman rep representative executive officer specialist \
        planner recruiter banker scientist researcher pharmacist therapist physiotherapist counsel surveyor retired \
        freelancer entrepreneur investor trustee registrar economist strategist technician mechanic underwriter \
        direktor geschaftsfuhrer geschaftsfuhrerin directeur directrice directora gerente";
    one_of(HEADS, word) || word.contains('/') && word.split('/').all(is_head)
}

/// Short titles that are nobody's name, even at the beginning of a line.
pub fn is_abbreviation(word: &str) -> bool {
    one_of("ceo cfo coo cto cmo cio cro chro vp svp evp avp md gm cpa", word)
}

/// Words that lead up to a title: "senior", "managing".
pub fn is_modifier(word: &str) -> bool {
    const MODIFIERS: &str = "senior sr junior jr chief managing general executive vice deputy assistant associate regional \
        national international global group area country district commercial technical creative art founding interim \
        acting non-executive independent real estate lead principal key personal practice plant store branch shop \
        office workshop head mortgage loan tax family team business co";
    one_of(MODIFIERS, word) || is_field(word)
}

/// What a title may be about: "of sales", "Marketing".
pub fn is_field(word: &str) -> bool {
    const FIELDS: &str = "sales marketing finance financial operations operating product products project projects program \
        programme programmes programs account accounts business development growth hr it human resources people talent \
        technology software hardware engineering data security legal compliance risk purchasing procurement supply chain \
        logistics customer customers success support experience digital brand communications content media events \
        partnerships partners alliances strategy research innovation design quality production manufacturing \
        maintenance facilities administration investment investments insurance wealth credit treasury exports imports \
        export import training learning education revenue information";
    one_of(FIELDS, word)
}

/// Words by which a company is known at its end.
pub fn is_company_end(word: &str) -> bool {
    const ENDS: &str = "inc incorporated ltd limited llc llp lp plc corp corporation gmbh ag kg se sa sas sarl srl spa bv nv ab \
        as oy aps pty co company group holdings bank consulting software labs logistics foods solutions systems \
        technologies insurance associates partners capital ventures university hospital clinic studio studios media \
        agency industries architects accountants builders catering";
    one_of(ENDS, word)
}

/// What belongs to the word before a comma: `Stripe, Inc.`, `Fred Ito, Jr.`
pub fn follows_comma(word: &str) -> bool {
    one_of("inc incorporated ltd limited llc llp plc corp gmbh ag sa jr sr ii iii iv esq phd", word)
}

/// Small words inside names.
pub fn is_particle(word: &str) -> bool {
    const PARTICLES: &str = "van von der den de del della di da dos das do du la le los el al bin ibn bint ben abu ter ten zu \
        zum zur y e i af av";
    one_of(PARTICLES, word)
}

/// Small words inside the names of companies.
pub fn is_joiner(word: &str) -> bool {
    one_of("of and & the for de la und y et e i du des", word)
}

/// Forms of address, which are no part of a name.
pub fn is_honorific(word: &str) -> bool {
    one_of("mr mrs ms miss mx dr prof sir dame rev herr frau mme monsieur madame senor senora dott ing", word)
}

/// What stands before a number or an address and says only what it is. One letter needs its colon: `P.` is an initial.
pub fn is_label(chunk: &str) -> bool {
    const LABELS: &str =
        "tel telephone phone ph mobile mob cell handy fon email e-mail mail mailto work home linkedin web";
    let word = chunk.trim_end_matches(['.', ':']).to_ascii_lowercase();
    one_of(LABELS, &word) || chunk.ends_with(':') && one_of("t p m e", &word)
}

/// "referred by", "intro from": the first word, before one of [`is_by`].
pub fn is_referred(word: &str) -> bool {
    one_of("referred introduced intro introduction recommended ref referral sent suggested passed", word)
}

/// The second word of "referred by".
pub fn is_by(word: &str) -> bool {
    one_of("by from via through", word)
}

/// Whether the word only marks what stands beside it: the field that it led to says as much.
#[cfg(test)]
pub fn is_mark(word: &str) -> bool {
    one_of("via from through thru thanks to by at of for source src mailto", word)
        || is_label(word)
        || is_referred(word)
}
