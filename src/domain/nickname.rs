//! Nicknames: which first names are one, as friends, offices and other languages write them.

use std::collections::HashMap;
use std::sync::OnceLock;

/// The names a folded word may stand for, as places in the list; none for a word that is no first name of the list.
pub fn stands_for(word: &str) -> &'static [u16] {
    static BY_WORD: OnceLock<HashMap<&'static str, Vec<u16>>> = OnceLock::new();
    let by_word = BY_WORD.get_or_init(|| {
        let mut by_word: HashMap<&str, Vec<u16>> = HashMap::new();
        for (place, names) in (0..).zip(NAMES.lines()) {
            for name in names.split(' ') {
                by_word.entry(name).or_default().push(place);
            }
        }
        by_word
    });
    by_word.get(word).map_or(&[], Vec::as_slice)
}

/// A line for each name, with all it is written as. A short form may stand on several lines: Alex, Chris, Sam.
const NAMES: &str = "\
abigail abby gail
abraham abe avram ibrahim
adelaide addie heidi
agnes agnieszka aga ines
albert al bert alberto bertie
alexander alex alec al sandy sasha sascha aleksandr alejandro alessandro xander lex oleksandr aleksander alexandre alekos
alexandra alex sandra sasha sascha lexi aleksandra alejandra alessandra sandy
alfred fred alf alfie al alfredo
alice alicia ali alisa
amanda mandy
anastasia nastya stacy asya
andrew andy drew andreas andrei andrey andre andres andrzej andras andriy
angela angie angelika
ann anne anna annie nancy anya ana anita hanna hannah anja annika
anthony tony antonio anton antoine antoni
arthur art artie arturo artur
barbara barb babs barbie basia
benjamin ben benny benji
bernard bernie bernhard bernardo
bridget birgit brigitte bridie
carl karl charles carlos carlo
caroline carol carrie karolina carolina caro
catherine katherine kathryn kate katie kathy cathy kat cathryn kathleen katarina katerina yekaterina ekaterina katya catalina katarzyna kasia caterina kitty
charles charlie chuck chas carlos karl charly
charlotte lottie charlie lotte
christina christine chris tina chrissy kristina kristin cristina krystyna
christopher chris kit topher christoph cristobal christophe krzysztof kristof
clara claire clare klara
cynthia cindy
daniel dan danny danilo daniele danil
daniela dani danielle daniella
david dave davey dawid davide dudu
deborah deb debbie debra
dennis denis denny
diana diane di
dmitry dmitri dima dimitri dimitrios dmytro mitya
dominic dom dominik domenico nick
donald don donnie
dorothy dot dottie dolly dorothea
douglas doug
edward ed eddie ned ted teddy eduardo eduard edoardo
eleanor ellie nell nora elena lena leonora
elizabeth liz beth betty lizzie eliza lisa elisabeth libby bess elisa isabel betsy lisbeth liesel elzbieta elisabetta erzsebet
emily em emmy emilia
emma em
eric erik rick erich
ernest ernie ernst ernesto
eugene gene evgeny yevgeny evgeni eugenio zhenya
eva eve ewa
florence flo flora florrie
frances fran franny frankie francesca francisca franziska
francis frank fran francisco francesco franz francois paco pancho franciszek ferenc
frederick fred freddie freddy friedrich fritz federico rick frederic fryderyk
gabriel gabe gabriele
gabriella gabby gabriela gabrielle
george geordie georg jorge giorgio georges yuri georgios jerzy gyorgy georgi
gerald gerry jerry gerard gerhard
gertrude gert trudy
gregory greg gregor grigory grzegorz gregorio grisha
harold harry hal harald
helen elena helena nell ellen lena yelena eleni olena ilona
henry harry hank hal henri heinrich enrique heinz enrico henryk hendrik
herbert herb bert heribert
howard howie
hugh hugo hughie ugo
isaac ike zack itzhak yitzhak
isabella isabel bella izzy isabelle izabela
jacob jake jakob jacobo yakov jakub
jacqueline jackie
james jim jimmy jamie jem jaime diego santiago jacques giacomo
janet jan jane
jane janie jean joan jana
jason jay
jeffrey jeff geoffrey geoff
jennifer jen jenny jenna
jeremy jerry jeremiah jem jeremias
jessica jess jessie
joan joanna jo joanne johanna giovanna juana joana jeanne
john jack johnny jon johannes juan giovanni jean ivan hans jan ian sean ioannis yannis janos joao johan johann
jonathan jon jonny john nathan
joseph joe joey jose giuseppe josef pepe jozef yusuf youssef yosef josip beppe
joshua josh
judith judy jutta judit
julia julie juliet giulia yulia yuliya
julian jules julien
karen kari karin caren
kenneth ken kenny
kimberly kim
konstantin kostya costas konstantinos constantin constantine
laura laurie lori
lawrence larry laurence lorenzo lars laurent lorenz
leonard len leo lenny leonardo leonhard
leslie les
lillian lily lil lilian
louis lou louie luis luigi ludwig lewis lluis
louise lou lulu luisa luise
lucy lucia lucie luzia
luke lucas lukas luca luc lukasz
margaret maggie meg peggy marge margie greta gretchen rita daisy margarita margherita marguerite margarete malgorzata gosia margit
mark marcus marc marco marcos markus marek
martha marta marty
martin marty martino marcin
mary maria marie molly polly mia mariya marya miriam maryam masha
matthew matt matty mateo matthias mathieu matteo mateusz matvey
maximilian max maxim maxwell maxime
megan meg meghan
melissa mel missy lissa
michael mike mick mickey mikey mitch mikhail miguel michel michele misha mihai mischa michal mikael mykhailo mihaly
michelle shelly michele mica
mohammed muhammad mohamed mo mehmet mohammad muhammed mahomet mohamad
natalie nat natalia natasha natalya nataliya
nathaniel nate nathan nat
nicholas nick nicky nicolas nikolaus klaus nikolai nicola nicolo mikolaj kolya nikos nikolaos niklas mykola nikolay miklos
nicole nicky nikki nicola
oliver ollie olivier oliviero
olivia liv livvy
pamela pam
patricia pat patty trish tricia patsy patrizia patrycja
patrick pat paddy patricio patrice patryk
paul pablo paolo pavel pawel pal paulo pavlos pasha
paula pauline paola paulina
peter pete pedro pietro pierre piotr pyotr petros petr per petra
philip phil felipe philipp filippo pip filip philippe
rachel rach raquel rahel
raymond ray ramon raimund
rebecca becky becca rebekah
richard rick dick rich ricky ricardo riccardo ryszard
robert bob rob bobby robbie bert roberto robbe
roberta bobbie berta
roger rodger ruggero rudiger
ronald ron ronnie ronaldo
russell russ rusty
samantha sam sammy
samuel sam sammy shmuel
sandra sandy alessandra
sarah sally sara sadie
sebastian seb bastian seba bastien
sergei sergey sergio serge serhiy seryozha
simon simeon si simone szymon
sophia sophie sofia zofia sonya sonia sofie
stanislav stan stas stanislaw
stanley stan
stephanie steph stephie stefanie stefania
stephen steven steve stefan esteban stefano stevie etienne stephane istvan stephan szczepan
susan sue susie suzanne suzie susanne susanna zuzanna zsuzsanna
sylvia silvia sylvie
tatiana tanya tatyana tania
terence terry terrence
teresa theresa terry tess tessa therese teresita
theodore ted teddy theo theodor fyodor feodor teodoro
thomas tom tommy tomas tommaso tomasz thom tamas
timothy tim timmy timofey
valentina valya tina
valerie val valeria
vanessa nessa
veronica ronnie vera veronika veronique weronika
victor vic viktor vittorio
victoria vicky tori vicki viktoria vika
vincent vince vinny vincenzo vicente vinzenz
virginia ginny ginger
vladimir vlad vova volodymyr volodya wladimir
walter walt wally wolter
wendy gwendolyn gwen
william bill will billy willy liam wilhelm guillermo guglielmo guillaume wim vilhelm
xavier javier xavi
yolanda iolanda yoli
yousef youssef joseph
zachary zach zack zak zachariah";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_forms_stand_for_the_names_they_come_from() {
        let alike = |a: &str, b: &str| stands_for(a).iter().any(|name| stands_for(b).contains(name));
        for (one, other) in [("bob", "robert"), ("sasha", "alexander"), ("peggy", "margaret"), ("pepe", "jose")] {
            assert!(alike(one, other), "{one} {other}");
        }
        for (one, other) in [("bob", "bill"), ("anna", "emma"), ("zyx", "zyx")] {
            assert!(!alike(one, other), "{one} {other}");
        }
    }

    #[test]
    fn the_list_is_written_as_names_are_folded_and_no_line_says_a_name_twice() {
        for line in NAMES.lines() {
            let mut names: Vec<&str> = line.split(' ').collect();
            assert_eq!(crate::domain::fold::fold(line), line);
            names.sort_unstable();
            assert!(names.windows(2).all(|two| two[0] != two[1]), "{line}");
        }
    }
}
