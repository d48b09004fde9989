//! What people are called in sixteen parts of the world: given names, what friends make of them, how else they are spelt,
//! how they stand in their own script; family names that many bear, and the parts that rare ones are made of.
//!
//! One name is `Name:Nick,Nick~Spelling,Spelling=Native`; a blank within a name is `_`.

/// How a script stands to the Latin one.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Script {
    /// It is the Latin one.
    Latin,
    /// Letter for letter: whoever knows Latin letters can learn it in a week.
    Letters,
    /// Signs, or letters without vowels: it must be known.
    Signs,
}

/// A part of the world that names its people in one way.
pub struct Culture {
    /// How many of a thousand people in the book are from there; the book is of an American city.
    pub share: usize,
    /// Its own script.
    pub script: Script,
    /// The family name comes first at home.
    pub family_first: bool,
    /// How many of a hundred bear one of the frequent family names.
    pub frequent: usize,
    /// How many of a hundred live abroad, where they are from.
    pub abroad: usize,
    /// The telephone: country, what goes before a national number, how a mobile begins, how many digits follow.
    pub phone: (&'static str, &'static str, &'static str, usize),
    /// Given names of women.
    pub women: &'static str,
    /// Given names of men.
    pub men: &'static str,
    /// Frequent family names.
    pub families: &'static str,
    /// How rare ones begin.
    pub heads: &'static str,
    /// How rare ones end.
    pub tails: &'static str,
}

const LATIN: Culture = Culture {
    share: 0,
    script: Script::Latin,
    family_first: false,
    frequent: 45,
    abroad: 15,
    phone: ("1", "", "", 10),
    women: "",
    men: "",
    families: "",
    heads: "",
    tails: "",
};

/// All of them. That the Chinese, Korean and Vietnamese share so few family names is so in life.
pub static CULTURES: [Culture; 16] = [
    Culture {
        share: 330,
        frequent: 42,
        abroad: 4,
        phone: ("44", "0", "7", 9),
        women: "Mary:Molly,Polly Jennifer:Jen,Jenny,Jenn Elizabeth:Liz,Beth,Betty,Lizzie Linda:Lindy Patricia:Pat,Patty,Tricia \
            Susan:Sue,Susie Jessica:Jess,Jessie Sarah:Sally~Sara Karen Margaret:Peggy,Meg,Maggie,Marge Lisa Nancy Sandra:Sandy \
            Ashley Kimberly:Kim Emily:Em,Emmy Donna Michelle:Shelly~Michele Carol Amanda:Mandy Deborah:Deb,Debbie~Debra Stephanie:Steph \
            Rebecca:Becky,Becca~Rebekah Laura Helen:Nell Katherine:Kate,Katie,Kathy,Kat~Catherine,Kathryn Cynthia:Cindy Amy Pamela:Pam \
            Christine:Chris,Tina Victoria:Vicky,Tori Samantha:Sam Rachel:Rach~Rachael Barbara:Barb,Babs Theresa:Terry,Tess~Teresa \
            Abigail:Abby Judith:Judy Gwendolyn:Gwen Philippa:Pippa Eleanor:Ellie,Nora Beatrice:Bea Harriet:Hattie Siobhán Niamh Imogen",
        men: "James:Jim,Jimmy,Jamie John:Jack,Johnny Robert:Bob,Rob,Bobby Michael:Mike,Mick,Mikey William:Bill,Will,Billy David:Dave,Davey \
            Richard:Rick,Dick,Rich Joseph:Joe,Joey Thomas:Tom,Tommy Charles:Charlie,Chuck Christopher:Chris,Topher Daniel:Dan,Danny \
            Matthew:Matt Anthony:Tony Mark~Marc Donald:Don Steven:Steve~Stephen Paul Andrew:Andy,Drew Joshua:Josh Kenneth:Ken,Kenny \
            Kevin Brian~Bryan George Edward:Ed,Ted,Eddie Ronald:Ron Timothy:Tim Jason Jeffrey:Jeff~Geoffrey Ryan Jacob:Jake Gary Nicholas:Nick \
            Jonathan:Jon Larry Stuart:Stu~Stewart Gregory:Greg Benjamin:Ben Samuel:Sam Alexander:Alex,Xander Patrick:Pat,Paddy Philip:Phil~Phillip \
            Peter:Pete Henry:Harry,Hank Frederick:Fred,Freddie Leonard:Len,Lenny Lawrence:Larry Nathaniel:Nate Zachary:Zach Francis:Frank \
            Terrence:Terry Alastair:Al~Alistair Eoin~Owen Rupert Desmond:Des",
        families: "Smith Johnson Williams Brown Jones Miller Davis Wilson Anderson Taylor Moore Jackson Martin Lee Thompson White Harris \
            Clark Lewis Robinson Walker Young Allen King Wright Scott Hill Green Adams Baker Nelson Campbell Mitchell Roberts Carter Phillips \
            Evans Turner Parker Collins Edwards Stewart Morris Murphy Cook Rogers Reed~Reid Bailey Kelly~Kelley O'Brien~OBrien MacDonald~McDonald",
        heads: "Ash Black Brad Brans Burn Cald Chat Cliff Cran Dal Dun East Ed Ell Fair Farn Gar Glad Hal Har Hather Hazel Hol Hunt Kings \
            Lang Lin Mar Mel Mid Nor Oak Pem Quin Rad Ravens Rock Shel Stan Sut Thorn Tun Up Wal Wet Whit Win Wood Wor York",
        tails: "bourne brook bury by cliffe combe cote dale den field ford ham ington land leigh ley low more shaw stead ston ton wick worth",
        ..LATIN
    },
    Culture {
        share: 140,
        frequent: 70,
        abroad: 15,
        phone: ("52", "", "55", 8),
        women: "María:Mari Guadalupe:Lupe,Lupita Carmen Ana:Anita Rosa:Rosita Juana Isabel:Isa,Chabela Teresa:Tere Francisca:Paca,Paquita \
            Dolores:Lola Alejandra:Ale Gabriela:Gaby Verónica:Vero Adriana Leticia:Lety Mónica:Moni Beatriz:Bety Concepción:Concha,Conchita \
            Rocío Inés Lucía:Lucy Sofía:Sofi Valentina:Vale Ximena~Jimena Graciela:Chela María_José:Majo Pilar:Pili Mercedes:Meche Yolanda:Yoli",
        men: "José:Pepe,Chepe Juan:Juanito Luis:Lucho Carlos:Charly Francisco:Paco,Pancho,Fran Jesús:Chuy,Chucho Antonio:Toño,Toni Miguel:Migue \
            Alejandro:Ale,Alex Manuel:Manolo,Manny Pedro Jorge Fernando:Fer,Nando Ricardo:Ricky,Richi Eduardo:Lalo,Edu Javier:Javi Roberto:Beto \
            Rafael:Rafa Sergio Enrique:Quique Guillermo:Memo Ignacio:Nacho Andrés Ramón Héctor Joaquín:Quino Santiago:Santi Gustavo:Gus Rubén \
            José_Luis:Pepelu Álvaro Íñigo~Iñigo",
        families: "García Martínez Rodríguez Hernández López González Pérez Sánchez Ramírez Torres Flores Rivera Gómez Díaz Cruz Morales Reyes \
            Gutiérrez Ortiz Ramos Ruiz Álvarez Mendoza Castillo Jiménez~Giménez Moreno Romero Herrera Medina Aguilar Vargas Castro Muñoz Núñez",
        heads: "Agui Alda Arri Balde Berru Boca Cala Cama Carra Cebri Echa Elo Etche Goi Herre Iba Iri Lasa Leza Mendi Monta Olaza Quiro \
            Saga Sala Urru Vale Villa Zaba Zuma",
        tails: "bal barri beltz berri bide cea coa dena ga goitia leta llán mburu nza ño rra rte sti ta verde zabal záiz zu",
        ..LATIN
    },
    Culture {
        share: 60,
        phone: ("39", "", "3", 9),
        women: "Maria Anna:Annina Giulia Francesca:Fra,Franca Alessandra:Ale,Sandra Chiara Elena Federica:Fede Giovanna:Gianna,Vanna Laura \
            Paola Valentina:Vale Silvia Martina Roberta:Robi Elisabetta:Betta,Lisa Antonella:Nella Simona Caterina:Cate Margherita:Rita",
        men: "Marco Giuseppe:Beppe,Peppe,Pino Alessandro:Ale,Sandro Andrea Francesco:Fra,Ciccio,Franco Antonio:Toni,Tonino Matteo:Teo \
            Lorenzo:Enzo,Renzo Giovanni:Gianni,Nanni Luca Roberto:Robi Stefano:Ste Davide Riccardo:Ricky Paolo Federico:Fede Salvatore:Totò,Turi \
            Vincenzo:Enzo Luigi:Gigi Niccolò~Nicolò Domenico:Mimmo",
        families: "Rossi Russo Ferrari Esposito Bianchi Romano Colombo Ricci Marino Greco Bruno Gallo Conti De_Luca~Deluca Costa Giordano \
            Mancini Rizzo Lombardi Moretti D'Angelo~Dangelo",
        heads: "Abba Alba Barto Bassa Bella Bene Boni Cala Campa Capo Casta Cava Cerva Corna Dona Fala Fonta Gamba Guada Lanza Malla Mara \
            Monta Orla Paga Pasca Pelle Rava Sala Salva Scara Tala Valla Verga Zana",
        tails: "belli bene ccini ci cchi dori gni letti lini llo monte nari nelli ntini rdo relli rini rsi santi schi ssi stri telli toni tti vigna zzi",
        ..LATIN
    },
    Culture {
        share: 70,
        abroad: 35,
        phone: ("49", "0", "17", 8),
        women: "Anna:Anni Maria:Mia Ursula:Uschi,Ulla Katharina:Kathi,Käthe,Kati Elisabeth:Lisa,Lisbeth,Sissi Sabine:Bine Christine:Tina,Christl \
            Monika:Moni Susanne:Susi,Sanne Petra Claudia Stefanie:Steffi~Stephanie Julia:Jule Gabriele:Gabi Angelika:Geli Franziska:Franzi \
            Brigitte:Gitte Magdalena:Leni,Lena Hannelore:Hanne,Lore Käte Antje Wiebke Heike Silke Ute Bärbel Margarete:Grete,Gretel",
        men: "Hans:Hansi Peter Wolfgang:Wolf,Wolfi Michael:Michi,Michel Thomas:Tom Klaus~Claus Andreas:Andi Stefan:Steff~Stephan Christian:Chris \
            Jürgen Joachim:Jochen,Achim Matthias:Matze,Hias~Mathias Johannes:Hannes,Jo Alexander:Alex,Sascha Sebastian:Basti,Wastl Tobias:Tobi \
            Maximilian:Max,Maxi Friedrich:Fritz,Fiete Heinrich:Heiner,Heinz Bernhard:Bernd Günther~Günter,Guenther Karl~Carl Uwe Jörg Rüdiger:Rudi \
            Konstantin:Kosta Hans-Peter:HP Björn Sönke Lothar",
        families: "Müller~Mueller Schmidt~Schmitt,Schmid Schneider Fischer Weber Meyer~Meier,Maier Wagner Becker Schulz~Schulze Hoffmann~Hofmann \
            Koch Richter Klein Wolf Schröder Neumann Schwarz Zimmermann Braun Krüger Hartmann Lange Krause Köhler Böhm Weiß~Weiss",
        heads: "Alten Bach Berg Birken Blumen Buch Dorn Eber Eich Eisen Erlen Falken Feld Fels Fichten Fürsten Grün Hasel Heide Hirsch Holz \
            Kalten Kirch König Korn Kram Lauter Linden Löwen Neu Ober Öster Rauch Reut Rosen Schön Stein Tannen Unter Vogel Wald Weiden Winter Zieg",
        tails: "acher au bach bauer beck berg blatt brink burg dahl dorf eck eder er feld hagen hardt hauer hauser heim hofer holz huber \
            kamp land lein mann mayr meister müller rath reich reuter röder schläger städt stein tal wieser",
        ..LATIN
    },
    Culture {
        share: 55,
        phone: ("33", "0", "6", 8),
        women: "Marie Nathalie:Nat Isabelle:Isa Sylvie Catherine:Cathy,Cath Françoise:Fanfan Valérie:Val Christine:Chris Sandrine Stéphanie:Steph \
            Véronique:Véro Céline Chloé Émilie:Mimi Aurélie Hélène:Léna Geneviève:Ginette Anne-Sophie:Anso Élodie Noémie Mathilde Clémence",
        men: "Jean:Jeannot Pierre:Pierrot Michel:Mich Philippe:Phil Alain Nicolas:Nico Christophe:Chris,Tof Frédéric:Fred Laurent:Lolo Stéphane:Steph \
            Sébastien:Seb Jean-Pierre:JP Jean-François:Jeff Olivier:Oli Éric~Erick François:Fanch Benoît:Ben Thierry Rémi~Rémy Loïc Étienne Grégoire:Greg \
            Maxime:Max Guillaume:Guigui Jérôme:Jé Mickaël~Michaël",
        families: "Martin Bernard Dubois Thomas Robert Richard Petit Durand Leroy~Le_Roy Moreau Simon Laurent Lefebvre~Lefèvre Michel Garcia David \
            Bertrand Roux Vincent Fournier Morel Girard Mercier Boyer Blanc Guérin Lemaître",
        heads: "Aube Beau Belle Bois Bon Brisse Chaba Champ Chante Char Chate Clair Courte Croi Des Du Fonte Froide Gran Haute Lague \
            Lamo Longue Mali Mont Neu Pelle Pom Poi Roche Sauge Sauve Ta Val Vau Verne Ville",
        tails: "bert bon bourg chamel champ chard court din dry fort gnac gny lard let lier ligny main mare mesnil mont neau nier noy pain \
            rat rault reux ron sard selin stel teau vel vert ville voisin",
        ..LATIN
    },
    Culture {
        share: 45,
        frequent: 30,
        phone: ("48", "", "5", 8),
        women: "Anna:Ania,Anka Katarzyna:Kasia,Kaśka Małgorzata:Gosia,Małgosia Agnieszka:Aga Barbara:Basia Krystyna:Krysia Ewa Elżbieta:Ela \
            Magdalena:Magda Joanna:Asia Aleksandra:Ola Zofia:Zosia Justyna Wiesława:Wiesia Łucja Żaneta",
        men: "Piotr:Piotrek Krzysztof:Krzysiek Andrzej:Jędrek Tomasz:Tomek Jan:Janek,Jaś Paweł Michał Stanisław:Staszek,Stach Marcin Jerzy:Jurek \
            Grzegorz:Grzesiek Łukasz Wojciech:Wojtek Zbigniew:Zbyszek Jakub:Kuba Sławomir:Sławek Mateusz Kazimierz:Kazik Jacek Rafał",
        families: "Nowak Kowalski Wiśniewski Wójcik Kamiński Lewandowski Zieliński Szymański Woźniak Dąbrowski Kozłowski Mazur Kwiatkowski",
        heads: "Ada Bara Biela Boro Brzezi Chmie Cza Czar Doma Gała Góro Gra Jabło Jago Jano Kali Kami Kosi Krasi Kuli Łuko Mali Mora \
            Ole Orło Osta Pie Piotro Rado Rogo Saba Siko Stani Szcze Topo Tur Wali Wilko Wito Zale Zawi",
        tails: "czak czewski czyk dzki gowski jewski kowski lak lewski licki łowski miński nek nicki niewicz nowski piński rek ręba rski \
            rzewski sik siński szek tkiewicz towski wicki wski ziński",
        ..LATIN
    },
    Culture {
        share: 60,
        script: Script::Letters,
        frequent: 40,
        abroad: 25,
        phone: ("7", "8", "9", 9),
        women: "Anna:Anya=Анна Yuliya:Yulya~Yulia,Julia=Юлия Yekaterina:Katya~Ekaterina,Ekaterina=Екатерина Olga:Olya=Ольга Tatyana:Tanya~Tatiana=Татьяна \
            Natalya:Natasha~Natalia,Nataliya=Наталья Yelena:Lena~Elena=Елена Irina:Ira=Ирина Svetlana:Sveta~Svitlana=Светлана \
            Anastasiya:Nastya~Anastasia=Анастасия Mariya:Masha~Maria=Мария Lyudmila:Lyuda~Ludmila,Liudmila=Людмила Oksana~Oxana=Оксана Darya:Dasha~Daria=Дарья \
            Kseniya:Ksyusha~Ksenia,Xenia=Ксения Galina:Galya=Галина",
        men: "Aleksandr:Sasha~Alexander,Alexandr=Александр Sergey:Seryozha~Sergei,Serge=Сергей Dmitry:Dima~Dmitri,Dmitriy=Дмитрий Andrey:Andryusha~Andrei=Андрей \
            Aleksey:Lyosha~Alexei,Alexey=Алексей Mikhail:Misha~Michail=Михаил Vladimir:Volodya,Vova=Владимир Ivan:Vanya=Иван Yevgeny:Zhenya~Evgeny,Evgeni,Eugene=Евгений \
            Nikolay:Kolya~Nikolai=Николай Yury:Yura~Yuri,Yuriy=Юрий Pavel:Pasha=Павел Konstantin:Kostya=Константин Vyacheslav:Slava~Viacheslav=Вячеслав \
            Oleg=Олег Maksim:Max~Maxim=Максим Grigory:Grisha~Grigori=Григорий",
        families: "Ivanov=Иванов Smirnov=Смирнов Kuznetsov~Kuznecov=Кузнецов Popov=Попов Vasilyev~Vasiliev=Васильев Petrov=Петров Sokolov=Соколов Mikhaylov~Mikhailov=Михайлов \
            Novikov=Новиков Volkov=Волков Shevchenko=Шевченко Kovalenko=Коваленко Bondarenko=Бондаренко Morozov=Морозов",
        heads: "Bara=Бара Belo=Бело Bog=Бог Bur=Бур Cher=Чер Dem=Дем Dol=Дол Dub=Дуб Gal=Гал Gor=Гор Gul=Гул Kal=Кал Kar=Кар Kol=Кол Kop=Коп \
            Kras=Крас Kul=Кул Lap=Лап Luk=Лук Mal=Мал Mer=Мер Nov=Нов Ost=Ост Pan=Пан Plot=Плот Rod=Род Rom=Ром Sam=Сам Shch=Щ Tim=Тим Top=Топ Zhur=Жур Zub=Зуб",
        tails: "anov=анов arin=арин asov=асов atkin=аткин avin=авин chuk=чук ekhov~ehov=ехов elyev~eliev=ельев enkov=енков ents=енц erin=ерин eyev~eev=еев \
            ikov=иков ilov=илов inov=инов inskiy~insky=инский ishchev=ищев okhin=охин olenko=оленко onov=онов orin=орин oshin=ошин ovtsev=овцев ukhov=ухов unin=унин ushkin=ушкин",
        ..LATIN
    },
    Culture {
        share: 60,
        frequent: 55,
        abroad: 25,
        phone: ("91", "0", "9", 9),
        women: "Priya Lakshmi~Laxmi Anjali:Anju Deepa~Dipa Sunita Kavita~Kavitha Pooja~Puja Neha Aishwarya~Aiswarya Divya Sneha Swati~Swathi Meenakshi:Meena~Minakshi \
            Shruti~Shruthi Rekha Nandini Padma Gayatri~Gayathri Jyoti~Jyothi Radhika Harpreet:Happy Gurpreet",
        men: "Rajesh:Raj Sanjay:Sanju Amit Vijay Suresh Ramesh Anil Sunil Krishna:Kris~Krishnan Rahul Arun Manoj Srinivas:Srini,Vasu~Shrinivas,Sreenivas Venkatesh:Venkat,Venky \
            Subramaniam:Subbu,Mani~Subramanian,Subramanyam Vikram:Vicky Siddharth:Sid~Siddhartha,Sidharth Abhishek:Abhi Harish:Hari~Hareesh Deepak~Dipak Gurdeep Jaspreet:Jas \
            Balakrishnan:Balu,Bala Chandrasekhar:Chandra~Chandrashekar Mohammed:Mo~Mohammad,Muhammad",
        families: "Singh Kumar Sharma Patel Gupta Shah Reddy Rao Verma~Varma Mehta Iyer~Aiyar Nair Joshi Desai Agarwal~Aggarwal,Agrawal Chaudhary~Choudhary,Chowdhury Mukherjee~Mukherji \
            Banerjee Chatterjee~Chatterji Bose Menon Pillai Naidu Kapoor~Kapur Malhotra Khan",
        heads: "Aru Bala Bha Chakra Chandra Dha Dura Gana Guru Hari Jaga Jaya Kala Kodi Kri Maha Mala Muthu Naga Nara Pala Para Raja Rama \
            Sanka Shiva Soma Sri Sunda Thiru Uma Vara Venka Vish",
        tails: "bandla chary datta devan garh halli jan kanti kar kumaran lingam murthy nathan palli pati puri rajan raman ran sekar shan \
            sundar swamy talwar tharan vadi vel velu wala",
        ..LATIN
    },
    Culture {
        share: 60,
        script: Script::Signs,
        family_first: true,
        frequent: 100,
        abroad: 30,
        phone: ("86", "", "13", 9),
        women: "Li=丽 Fang=芳 Na=娜 Jing=静 Min=敏 Yan=燕 Xiaoyan~Xiao_Yan=小燕 Xiuying~Xiu_Ying=秀英 Meiling~Mei_Ling=美玲 Yuting~Yu_Ting=雨婷 Xue=雪 Lihua~Li_Hua=丽华 \
            Ting=婷 Xiaohong~Xiao_Hong=小红 Jiayi~Jia_Yi=佳怡 Yun=云 Lan=兰 Huifang~Hui_Fang=慧芳 Siqi~Si_Qi=思琪 Qian=倩",
        men: "Wei=伟 Qiang=强 Lei=磊 Jun=军 Yong=勇 Jie=杰 Tao=涛 Ming=明 Chao=超 Gang=刚 Xiaoming~Xiao_Ming=小明 Jianguo~Jian_Guo=建国 Zhiwei~Zhi_Wei=志伟 Haoran~Hao_Ran=浩然 \
            Jianhua~Jian_Hua=建华 Bo=波 Zihan~Zi_Han=子涵 Peng=鹏 Yifan~Yi_Fan=一凡 Guoqiang~Guo_Qiang=国强 Feng=峰 Hao=浩 Bin=斌",
        families: "Wang=王 Li~Lee=李 Zhang=张 Liu=刘 Chen~Chan=陈 Yang=杨 Huang~Wong=黄 Zhao=赵 Wu~Ng=吴 Zhou~Chow=周 Xu~Hsu=徐 Sun=孙 Ma=马 Zhu=朱 Hu=胡 Guo=郭 He=何 Lin~Lam=林 Gao=高 Luo=罗 Zheng=郑 Liang~Leung=梁 Xie=谢 Tang=唐 Deng=邓 Feng=冯 Cao=曹 Peng=彭 Zeng=曾 Xiao=肖",
        ..LATIN
    },
    Culture {
        share: 30,
        script: Script::Signs,
        family_first: true,
        frequent: 45,
        abroad: 40,
        phone: ("81", "0", "90", 8),
        women: "Yuko~Yuuko=裕子 Keiko=恵子 Yumi=由美 Akiko=明子 Naoko=直子 Haruka=遥 Yoko~Youko=陽子 Sakura=さくら Mai=舞 Tomoko=智子 Kaori=香織 Emi=恵美 Junko=順子 Rina=里奈 Aya=彩",
        men: "Taro~Tarou=太郎 Hiroshi=浩 Kenji=健二 Takashi=隆 Kazuo=和夫 Satoshi=聡 Daisuke=大輔 Yuta~Yuuta=雄太 Shota~Shouta=翔太 Kenta=健太 Makoto=誠 Akira=明 Koji~Kouji=浩二 Ryo~Ryou=亮 Junichi~Jun'ichi=純一",
        families: "Sato~Satoh,Satou=佐藤 Suzuki=鈴木 Takahashi=高橋 Tanaka=田中 Watanabe=渡辺 Ito~Itoh,Itou=伊藤 Yamamoto=山本 Nakamura=中村 Kobayashi=小林 Kato~Katoh=加藤 Yoshida=吉田 Yamada=山田 Sasaki=佐々木 Ono~Ohno=小野",
        heads: "Aki=秋 Asa=浅 Fuji=藤 Furu=古 Hana=花 Hara=原 Hashi=橋 Hiro=広 Iwa=岩 Kawa=川 Kita=北 Kuro=黒 Matsu=松 Mina=南 Miya=宮 Mori=森 Naga=長 Nishi=西 Oka=岡 Shima=島 Sugi=杉 Taka=高 Take=竹 Tsuka=塚 Uchi=内 Ue=上 Waka=若 Yoko=横",
        tails: "be=部 da=田 gaki=垣 gami=上 hara=原 hashi=橋 ishi=石 kawa=川 kura=倉 ma=間 matsu=松 moto=本 mura=村 naka=中 no=野 numa=沼 oka=岡 saki=崎 saka=坂 sawa=沢 se=瀬 shima=島 uchi=内 waki=脇 ya=谷 yama=山 zaki=崎 zuka=塚",
    },
    Culture {
        share: 25,
        script: Script::Signs,
        family_first: true,
        frequent: 100,
        abroad: 25,
        phone: ("82", "0", "10", 8),
        women: "Ji-woo~Jiwoo,Ji_Woo=지우 Soo-jin~Sujin,Soojin=수진 Min-ji~Minji=민지 Hye-jin~Hyejin=혜진 Eun-ji~Eunji=은지 Yu-na~Yuna,Yoona=유나 Mi-kyung~Mikyung=미경 Seo-yeon~Seoyeon=서연 Young-hee~Younghee,Yeong-hui=영희 Da-eun~Daeun=다은",
        men: "Min-jun~Minjun,Min_Jun=민준 Seung-ho~Seungho=승호 Ji-hoon~Jihoon,Ji-hun=지훈 Sung-min~Sungmin,Seong-min=성민 Hyun-woo~Hyunwoo=현우 Young-ho~Youngho=영호 Dong-hyun~Donghyun=동현 Jae-won~Jaewon=재원 Kyung-soo~Kyungsoo=경수 Tae-yang~Taeyang=태양",
        families: "Kim=김 Lee~Yi,Rhee=이 Park~Pak=박 Choi~Choe=최 Jung~Jeong,Chung=정 Kang=강 Cho~Jo=조 Yoon~Yun=윤 Jang~Chang=장 Lim~Im=임 Han=한 Oh=오 Seo~Suh=서 Shin=신 Kwon=권 Hwang=황 Ahn~An=안 Song=송",
        ..LATIN
    },
    Culture {
        share: 45,
        family_first: true,
        frequent: 100,
        abroad: 15,
        phone: ("84", "0", "9", 8),
        women: "Lan Hương Thảo Hạnh Phương Linh Mai Ngọc Thu Trang Hà Yến Nhung Quỳnh Bích Diệp Tuyết Vân Kim_Anh Thùy_Linh Bảo_Ngọc Mỹ_Linh Ngọc_Ánh",
        men: "Hùng Dũng Minh Tuấn Nam Hải Long Sơn Quang Đức Thắng Trung Khoa Phúc Bảo Việt Tùng Đạt Quốc_Bảo Anh_Tuấn Minh_Đức Hoàng_Long Gia_Huy",
        families: "Nguyễn Trần Lê Phạm Huỳnh~Hoàng Phan Vũ~Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Trịnh Mai",
        ..LATIN
    },
    Culture {
        share: 50,
        script: Script::Signs,
        frequent: 60,
        abroad: 25,
        phone: ("20", "0", "10", 8),
        women: "Fatima~Fatma,Fatimah=فاطمة Aisha~Aysha,Aicha=عائشة Maryam~Mariam,Meryem=مريم Zainab~Zaynab,Zeinab=زينب Layla~Leila,Laila=ليلى Nour~Noor,Nur=نور Huda~Hoda=هدى Khadija~Khadijah=خديجة Amina~Ameena=أمينة Salma=سلمى Rania~Raniya=رانيا Yasmin~Yasmine,Jasmin=ياسمين",
        men: "Mohammed:Mo,Hamada~Mohamed,Muhammad,Mohammad=محمد Ahmed~Ahmad=أحمد Ali=علي Omar~Umar=عمر Youssef:Joe~Yousef,Yusuf=يوسف Ibrahim=إبراهيم Khaled~Khalid=خالد Hassan~Hasan=حسن Hussein~Husain,Hussain=حسين Mahmoud~Mahmud=محمود Mustafa~Mostafa=مصطفى Karim~Kareem=كريم Tariq~Tarek=طارق Abdullah:Abdu~Abdallah=عبدالله Samir~Sameer=سمير",
        families: "Hassan~Hasan=حسن Ali=علي Ahmed~Ahmad=أحمد Khalil=خليل Mansour~Mansur=منصور Haddad=حداد Khoury~Khouri=خوري Nasser~Nasr=ناصر Saleh~Salih=صالح Al-Sayed~El-Sayed,Elsayed=السيد El-Masry~Elmasri,Al-Masri=المصري Abdel-Rahman~Abdelrahman=عبدالرحمن Farouk~Faruq=فاروق Darwish=درويش",
        heads: "Al-Ba=البا Al-Fa=الفا Al-Gha=الغا Al-Ha=الها Al-Ja=الجا Al-Kha=الخا Al-Ma=الما Al-Ra=الرا Al-Sha=الشا Al-Ta=التا Ba=با Da=دا Fa=فا Gha=غا Ka=كا Ma=ما Na=نا Qa=قا Sa=سا Ta=تا Wa=وا Za=زا",
        tails: "bbagh=باغ bil=بل dali=دلي deri=دري ghri=غري hmi=همي jjar=جار kim=كم lmi=لمي miri=ميري nari=ناري nsi=نسي qri=قري rabi=رابي rouk=روك shidi=شيدي tani=طاني wadi=وادي yyat=يات zmi=زمي",
        ..LATIN
    },
    Culture {
        share: 30,
        phone: ("90", "0", "53", 8),
        women: "Ayşe Fatma Emine Hatice Zeynep Elif Merve Gül Özlem Şebnem Çiğdem Esra Büşra Gülşah Nilüfer Pınar Tuğba İrem Sevgi",
        men: "Mehmet Mustafa:Musti Ahmet Ali Hüseyin Hasan İbrahim:İbo Murat Ömer Yusuf Emre Burak Oğuz Çağlar Şükrü Gökhan Barış Cem~Djem Tolga Süleyman:Sülo Kağan",
        families: "Yılmaz Kaya Demir Çelik Şahin Yıldız Yıldırım Öztürk Aydın Özdemir Arslan~Aslan Doğan Kılıç Çetin Kara Koç Kurt Özkan Şimşek",
        heads: "Ak Alp Altın Bal Bay Boz Dağ Demir Er Gök Gül Gün Kara Kılıç Kızıl Koca Kor Kır Kutlu Öz Sarı Sön Taş Tok Tur Yağ Yal Yeşil",
        tails: "alan alp aslan bağ baş bulut can çay çı dal demir doğan er gil han kan kaya kol lar lı oğlu öz pınar soy su taş tekin türk yol yurt",
        ..LATIN
    },
    Culture {
        share: 40,
        frequent: 65,
        abroad: 25,
        phone: ("55", "0", "119", 8),
        women: "Maria:Mari Ana:Aninha Francisca:Chica Adriana:Dri Juliana:Ju,Juju Márcia Fernanda:Fê,Nanda Patrícia:Paty Aline Sandra Camila:Mila Amanda Bruna Jéssica \
            Letícia:Lê Júlia Luciana:Lu Vanessa Mariana:Mari Gabriela:Gabi Rafaela:Rafa Conceição:Ção Inês Débora",
        men: "José:Zé João:Joãozinho Antônio:Tonho,Toninho~António Francisco:Chico Carlos:Cacá Paulo:Paulinho Pedro:Pedrinho Lucas Luiz:Lula,Luizinho~Luís Marcos Gabriel:Gabi,Biel \
            Rafael:Rafa Daniel:Dani Marcelo:Celo Bruno Eduardo:Dudu,Edu Felipe:Lipe~Filipe,Phelipe Raimundo Rodrigo:Digo Gustavo:Guga Thiago:Ti~Tiago Vinícius:Vini Fábio Sérgio",
        families: "Silva Santos Oliveira Souza~Sousa Rodrigues Ferreira Alves Pereira Lima Gomes Costa Ribeiro Martins Carvalho Almeida Lopes Soares Fernandes Vieira Barbosa Rocha Dias Nascimento Andrade \
            Moreira Nunes Araújo Conceição",
        heads: "Alba Ama Bara Bitten Cala Casta Cava Cor Fal Figuei Galva Gui Laga Maga Mala Mene Mira Monte Pache Pei Quei Rosal Saldan Sara Tava Vala Vas",
        tails: "breu cão ceira cos dela des dinho doso gão goso lhães lho mões ndeiro nes nha ranho rão reda rez rinho roga rros tão tinho veda xoto zedo",
        ..LATIN
    },
    Culture {
        share: 20,
        script: Script::Letters,
        frequent: 35,
        abroad: 30,
        phone: ("30", "", "69", 8),
        women: "Maria:Mairi=Μαρία Eleni:Lena,Nitsa~Helen=Ελένη Aikaterini:Katerina,Katia~Ekaterini=Αικατερίνη Vasiliki:Vaso,Vicky=Βασιλική Sofia:Sofi~Sophia=Σοφία Georgia:Gogo=Γεωργία Anna=Άννα Ioanna:Gianna~Joanna=Ιωάννα Dimitra:Mimi=Δήμητρα",
        men: "Georgios:Giorgos,George~Yiorgos=Γεώργιος Ioannis:Yannis,Giannis=Ιωάννης Konstantinos:Kostas,Costas,Dinos~Constantinos=Κωνσταντίνος Dimitrios:Dimitris,Mitsos,Jimmy=Δημήτριος Nikolaos:Nikos~Nicolaos=Νικόλαος Panagiotis:Panos,Takis=Παναγιώτης Vasileios:Vasilis,Bill~Vassilios=Βασίλειος Christos=Χρήστος Athanasios:Thanasis,Thanos=Αθανάσιος",
        families: "Papadopoulos=Παπαδόπουλος Vlachos=Βλάχος Angelopoulos~Aggelopoulos=Αγγελόπουλος Nikolaidis=Νικολαΐδης Georgiou=Γεωργίου Petridis=Πετρίδης Athanasiadis=Αθανασιάδης",
        heads: "Anagno=Αναγνω Andre=Ανδρε Chara=Χαρα Chri=Χρι Dia=Δια Gala=Γαλα Kala=Καλα Kara=Καρα Kont=Κοντ Kyria=Κυρια Lamb=Λαμπ Mavro=Μαυρο Mitro=Μητρο Pali=Παλι Papa=Παπα Sta=Στα Theo=Θεο Tri=Τρι Vou=Βου Zo=Ζω",
        tails: "charis=χάρης dakis=δάκης doulos=δουλος fylaktos=φύλακτος giannis=γιάννης kakis=κάκης kis=κης lidis=λίδης matis=μάτης metis=μέτης nakis=νάκης nikos=νίκος poulos=πουλος ras=ράς sidis=σίδης takis=τάκης tsis=τσης vasilis=βασίλης zoglou=ζογλου",
        ..LATIN
    },
];

/// English names that people of other tongues take for their dealings.
pub const TAKEN: &[&str] =
    &["David", "Kevin", "Jason", "Tony", "Eric", "Peter", "Grace", "Amy", "Cindy", "Lucy", "Jenny", "Vivian"];

/// A name as it may stand on a card.
#[derive(Clone, Default)]
pub struct Word {
    /// As in the passport.
    pub latin: String,
    /// Other ways to spell it.
    pub spellings: Vec<String>,
    /// What friends make of it.
    pub nicks: Vec<String>,
    /// In its own script; empty where that is the Latin one.
    pub native: String,
}

impl Word {
    /// Reads one name of the lists above.
    pub fn read(text: &str) -> Word {
        let (text, native) = text.split_once('=').unwrap_or((text, ""));
        let (text, spellings) = text.split_once('~').unwrap_or((text, ""));
        let (latin, nicks) = text.split_once(':').unwrap_or((text, ""));
        let list = |text: &str| text.split(',').filter(|t| !t.is_empty()).map(|t| t.replace('_', " ")).collect();
        Word {
            latin: latin.replace('_', " "),
            spellings: list(spellings),
            nicks: list(nicks),
            native: native.replace('_', " "),
        }
    }

    /// A rare name of a beginning and an end.
    pub fn joined(head: &Word, tail: &Word) -> Word {
        let spelt = tail.spellings.iter().map(|end| format!("{}{end}", head.latin)).collect();
        Word {
            latin: format!("{}{}", head.latin, tail.latin),
            spellings: spelt,
            nicks: Vec::new(),
            native: format!("{}{}", head.native, tail.native),
        }
    }

    /// As a woman bears it, where that is another form.
    pub fn of_a_woman(mut self) -> Word {
        let turn = |text: &str| match text {
            t if t.ends_with("ski") || t.ends_with("cki") || t.ends_with("dzki") => format!("{}a", &t[..t.len() - 1]),
            t if t.ends_with("ov") || t.ends_with("ev") || t.ends_with("in") => format!("{t}a"),
            t if t.ends_with("ов") || t.ends_with("ев") || t.ends_with("ин") => format!("{t}а"),
            t => t.to_string(),
        };
        self.latin = turn(&self.latin);
        self.spellings = self.spellings.iter().map(|s| turn(s)).collect();
        self.native = turn(&self.native);
        self
    }
}
