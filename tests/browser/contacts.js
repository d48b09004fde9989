// Files of contacts, as other programs write them, made up for the specs.

/** Names of several scripts; the first of each list are given names, the second family names. */
const SCRIPTS = [
  [["Connie", "Edward", "Grace", "Tomás"], ["Baxter", "O’Neill", "van der Berg", "Adeyemi", "Whitfield"]],
  [["Amélie", "Søren", "Zoë", "Łukasz"], ["Müller", "Núñez", "Ångström", "Dvořák", "Şahin"]],
  [["Ольга", "Иван", "Мария", "Пётр"], ["Смирнова", "Ким", "Орлова", "Лебедь", "Гончар"]],
  [["Ελένη", "Νίκος", "Σοφία", "Γιώργος"], ["Παπαδάκη", "Ιωάννου", "Βλάχου", "Ρήγα", "Κωστή"]],
  [["ليلى", "عمر", "سارة", "يوسف"], ["الحسن", "منصور", "حداد", "النجار", "خليل"]],
  [["נועה", "דוד", "מיכל", "יואב"], ["כהן", "לוי", "מזרחי", "פרץ", "ביטון"]],
  [["伟", "芳", "秀英", "军"], ["王", "李", "张", "刘", "陈"]],
  [["さくら", "健太", "美咲", "翔"], ["佐藤", "鈴木", "高橋", "田中", "渡辺"]],
  [["민준", "서연", "지호", "하은"], ["김", "이", "박", "최", "정"]],
  [["अनीता", "राज", "प्रिया", "अमित"], ["शर्मा", "पटेल", "सिंह", "गुप्ता", "राव"]],
];

/** Two hundred people, twenty in each script. */
export const PEOPLE = SCRIPTS.flatMap(([given, family]) =>
  family.flatMap((last) => given.map((first) => ({ first, last, name: `${first} ${last}` }))),
).map((person, n) => ({
  ...person,
  email: `person${n}@example.org`,
  phone: `+44 20 7946 ${String(n).padStart(4, "0")}`,
  note: `Met at the spring gathering; ${person.name} knows everyone there, and ${person.name} likes to be written to.`,
}));

/** A line of a vCard, folded after at most 75 octets and never inside a character. */
function folded(line) {
  const lines = [""];
  for (const character of line) {
    const room = lines.length === 1 ? 75 : 74;
    if (Buffer.byteLength(lines.at(-1) + character) > room) lines.push("");
    lines[lines.length - 1] += character;
  }
  return lines.join("\r\n ");
}

const escaped = (text) => text.replace(/[\\;,]/g, "\\$&");

export function vCard({ first, last, name, email, phone, note }) {
  return [
    "BEGIN:VCARD",
    "VERSION:3.0",
    `N:${escaped(last)};${escaped(first)};;;`,
    `FN:${escaped(name)}`,
    `EMAIL;TYPE=INTERNET:${email}`,
    `TEL;TYPE=CELL:${phone}`,
    `NOTE:${escaped(note)}`,
    "END:VCARD",
    "",
  ].map(folded).join("\r\n");
}

/** A file for a file input. */
export const file = (name, content) => ({ name, mimeType: "application/octet-stream", buffer: Buffer.from(content) });

export const contacts = (people = PEOPLE) => file("contacts.vcf", people.map(vCard).join(""));
