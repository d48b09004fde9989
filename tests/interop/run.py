"""Readers and writers that know nothing of Kith (vobject, icalendar, csv, phonenumbers) against ours, field by field.

Run by `make witness`. What they write is brought into a book by the example `bring`; what the example `take` writes of a
book is read by them. What they must agree with is said here, from the book's own JSON, not asked of Kith.
"""
import csv
import io
import json
import random
import subprocess
import sys
import tempfile
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import icalendar
import phonenumbers
import vobject

EXAMPLES = Path(sys.argv[1])
TODAY = date(2026, 11, 21)
FORMULA = ("=", "+", "-", "@", "\t", "\r")
chance = random.Random(7)
done = 0


def same(got, expected, about):
    """Fails with both sides where they differ."""
    global done
    done += 1
    assert got == expected, f"{about}:\n  got      {got!r}\n  expected {expected!r}"


def run(example, *arguments, given=b""):
    """What an example prints."""
    ran = subprocess.run([EXAMPLES / example, *arguments], input=given, capture_output=True)
    assert ran.returncode == 0, f"{example} {arguments}: {ran.stderr.decode()}"
    return ran.stdout


# People to be written by either side: names of many scripts, and text that tries to break out of its field.

NAMES = ["Ngô Thị Hạnh", "田中 由紀", "مريم العلي", "O'Brien-Smith, Jr.", "Élise \"Lili\" Dupont", "Ada; Lovelace", "Bo\\Ek",
         "=SUM(A1:A9)", "- Renata", "Zoë 😀 Quill", "Cher", "Jean-Luc d'Arc", "X" * 120]
TEXTS = ["", "plain", "two\nlines", "a;b,c\\d", "ends with \\", "\"quoted\", and, commas", "x" * 74 + "é" * 40,
         "BEGIN:VCARD\nEND:VCARD", "'tis", "'=1", "@home", "漢" * 60, "tab\tinside", "\\n is no line", "semi;colon: http://x.example/a,b"]
PLACES = ["", "Acme, Inc.", "Quill; Sons", "日本電気株式会社", "Back\\slash Ltd", "+1 Agency"]
TAGS = ["Golf", "a,b", "c;d", "Chor & Co", "早起き"]


def numbers():
    """A real number of many countries, each as it is written at home, abroad and in a link."""
    for region in ["US", "GB", "DE", "FR", "BR", "JP", "IN", "AU", "CH", "ZA", "MX", "NG"]:
        number = phonenumbers.example_number_for_type(region, phonenumbers.PhoneNumberType.MOBILE)
        for form in (phonenumbers.PhoneNumberFormat.E164, phonenumbers.PhoneNumberFormat.INTERNATIONAL, phonenumbers.PhoneNumberFormat.NATIONAL):
            yield region, number, phonenumbers.format_number(number, form)


NUMBERS = list(numbers())


def people(count):
    """So many people, as plain fields."""
    made = []
    for n in range(count):
        region, number, phone = NUMBERS[n % len(NUMBERS)]
        made.append({
            "name": f"{NAMES[n % len(NAMES)]} {n}",
            "place": PLACES[n % len(PLACES)],
            "title": chance.choice(["", "CFO", "Owner, founder", "Leiter; Einkauf"]),
            "email": f"p{n}.o'neil+x@example-{n}.example",
            "phone": phone, "region": region, "number": number,
            "address": chance.choice(["", "Quay 3, Harbour Town", "Hauptstraße 5; 1. OG, 10115 Berlin"]),
            "web": chance.choice(["", f"https://site-{n}.example/a?b=c&d=e,f;g"]),
            "note": TEXTS[n % len(TEXTS)],
            "tags": sorted(chance.sample(TAGS, n % 3)),
            "birthday": chance.choice([None, date(1979, 4, 15), date(1988, 2, 29)]),
        })
    return made


def spoken(day):
    return f"Birthday: {day.day} {day:%B %Y}" if day else ""


def plain(text):
    """A text of several lines as a book keeps it."""
    return text.strip()


# Theirs, read by us.

def brought(data, name):
    """The people of a file, as the book has them after `bring`, in the order of their names."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(data)
        records = json.loads(run("bring", str(path)))["records"]
    places = {place["id"]: place["name"] for place in records.get("organisation", [])}
    back = []
    for person in records.get("person", []):
        reach = person.get("reach", [])
        first = lambda kind: next((way["value"] for way in reach if way["kind"] == kind), "")
        back.append({
            "name": person["name"], "place": places.get(person.get("organisation"), ""), "title": person.get("title", ""),
            "email": first("email"), "phone": first("phone"), "address": first("address"), "web": first("web"),
            "note": person.get("note", ""), "facts": person.get("facts", ""), "tags": sorted(person.get("tags", [])),
        })
    return {person["name"]: person for person in back}


def agree(back, wanted, fields, about):
    same(sorted(back), sorted(person["name"] for person in wanted), f"{about}: the names")
    for person in wanted:
        got = back[person["name"]]
        expected = {**person, "note": plain(person["note"]), "facts": spoken(person["birthday"])}
        for field in fields:
            same(got[field], expected[field], f"{about}: {field} of {person['name']}")
        if "phone" in fields:
            read = phonenumbers.parse(got["phone"], person["region"])
            same(read, person["number"], f"{about}: the number of {person['name']}")


def cards_of(wanted):
    """vCard 3.0 by vobject."""
    text = ""
    for person in wanted:
        card = vobject.vCard()
        card.add("fn").value = person["name"]
        card.add("n").value = vobject.vcard.Name(family=person["name"].rsplit(" ", 1)[1], given=person["name"].rsplit(" ", 1)[0])
        if person["place"]:
            card.add("org").value = [person["place"]]
        if person["title"]:
            card.add("title").value = person["title"]
        email = card.add("email")
        email.value, email.type_param = person["email"], ["INTERNET", "WORK"]
        phone = card.add("tel")
        phone.value, phone.type_param = person["phone"], "CELL"
        if person["address"]:
            card.add("adr").value = vobject.vcard.Address(street=person["address"])
        if person["web"]:
            card.add("url").value = person["web"]
        if person["note"]:
            card.add("note").value = person["note"]
        if person["tags"]:
            card.add("categories").value = person["tags"]
        if person["birthday"]:
            card.add("bday").value = person["birthday"].isoformat()
        text += card.serialize()
    return text


def table_of(wanted, heads, row, delimiter=",", encoding="utf-8", quoting=csv.QUOTE_MINIMAL, before=""):
    """A table by Python's csv."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, quoting=quoting)
    writer.writerow(heads)
    for person in wanted:
        writer.writerow(row(person))
    return (before + out.getvalue()).encode(encoding)


def first(person):
    return person["name"].rsplit(" ", 1)[0]


def last(person):
    return person["name"].rsplit(" ", 1)[1]


def google(wanted):
    heads = ["First Name", "Middle Name", "Last Name", "Organization Name", "Organization Title", "Birthday", "Notes", "Labels",
             "E-mail 1 - Label", "E-mail 1 - Value", "Phone 1 - Label", "Phone 1 - Value", "Address 1 - Label", "Address 1 - Formatted",
             "Website 1 - Label", "Website 1 - Value"]
    day = lambda p: p["birthday"].isoformat() if p["birthday"] else ""
    tags = lambda p: " ::: ".join([*p["tags"], "* myContacts"])
    row = lambda p: [first(p), "", last(p), p["place"], p["title"], day(p), p["note"], tags(p), "* Work", p["email"], "Mobile", p["phone"],
                     "Home", p["address"], "", p["web"]]
    return table_of(wanted, heads, row)


def guarded(cell):
    return "'" + cell if cell.lstrip("'").startswith(FORMULA) else cell


def outlook(wanted, **how):
    heads = ["First Name", "Last Name", "Title", "Company", "Job Title", "E-mail Address", "Mobile Phone", "Notes"]
    row = lambda p: [guarded(cell) for cell in (first(p), last(p), "", p["place"], p["title"], p["email"], p["phone"], p["note"])]
    return table_of(wanted, heads, row, **how)


def theirs():
    wanted = people(180)
    agree(brought(cards_of(wanted).encode(), "vobject.vcf"), wanted,
          ["place", "title", "email", "phone", "address", "web", "note", "facts", "tags"], "vCard of vobject")
    # What looks like a guard is taken for one: Google writes none.
    bare = [p for p in wanted if not p["note"].startswith("'=")]
    agree(brought(google(bare), "google.csv"), bare,
          ["place", "title", "email", "phone", "address", "web", "note", "facts", "tags"], "table like Google's")
    fields = ["place", "title", "email", "phone", "note"]
    for about, how in [
        ("commas", {}), ("everything quoted", {"quoting": csv.QUOTE_ALL}), ("semicolons", {"delimiter": ";"}),
        ("tabs", {"delimiter": "\t"}), ("a mark of UTF-8", {"encoding": "utf-8-sig"}), ("UTF-16", {"encoding": "utf-16"}),
    ]:
        some = [p for p in wanted if not (about == "tabs" and "\t" in p["note"])]
        agree(brought(outlook(some, **how), "outlook.csv"), some, fields, f"table like Outlook's, {about}")
    western = [p for p in wanted if fits_1252(p)]
    assert len(western) > 40
    agree(brought(outlook(western, encoding="cp1252", delimiter=";"), "outlook.csv"), western, fields, "table like Outlook's, Windows-1252")
    links = [{**p, "note": "", "birthday": None} for p in wanted]
    heads = ["First Name", "Last Name", "URL", "Email Address", "Company", "Position", "Connected On"]
    row = lambda p: [first(p), last(p), f"https://www.linkedin.com/in/{last(p)}", p["email"], p["place"], p["title"], "12 Mar 2024"]
    notes = "Notes:\n\"When exporting your connection data, some addresses are missing.\"\n\n"
    agree(brought(table_of(links, heads, row, before=notes), "Connections.csv"), links, ["place", "title", "email"], "table like LinkedIn's")


def fits_1252(person):
    try:
        "".join(str(value) for value in person.values()).encode("cp1252")
    except UnicodeEncodeError:
        return False
    return True


# Ours, read by them.

def book():
    """A generated book, and beside its people some whose fields try to break out, and one who came in confidence."""
    made = json.loads(run("make_book", "--people", "120", "--referrals", "80", "--touches", "400", "--pool", "60", "--seed", "5", "--today", TODAY.isoformat()))
    for person in made["records"]["person"]:
        person["name"] += f" of {person['id']}"  # a table tells people by their names alone
    for n, person in enumerate(people(90)):
        reach = [("email", "work", person["email"]), ("phone", "mobile", person["phone"]), ("phone", "Boat", f"555-{n:04}"),
                 ("address", "home", person["address"]), ("web", "", person["web"]), ("profile", "", f"https://www.linkedin.com/in/p{n}")]
        made["records"]["person"].append({
            "id": f"w{n}", "name": person["name"], "organisation": person["place"], "title": person["title"], "note": plain(person["note"]),
            "reach": [{"kind": kind, "label": label, "value": value} for kind, label, value in reach if value],
            "tags": person["tags"], "facts": spoken(person["birthday"]), "rating": 1 + n % 5, "roles": ["client", "friend"][: n % 3],
            "loves": person["note"].strip(), "met_through": "w0" if n else "",
        })
    made["records"]["referral"].append({"id": "wr1", "source": "w1", "prospect": "w2", "confidential": True, "agreed_on": "2026-11-20"})
    made["records"]["referral"].append({"id": "wr2", "source": "w3", "prospect": "w4", "confidential": ["amount"], "agreed_on": "2026-11-20",
                                        "outcome": {"kind": "won", "on": "2026-11-20", "value": {"minor": 9876543, "currency": "USD"}}})
    for key in ("counts", "sha256"):
        made.pop(key, None)
    return made


class Told:
    """What the book says, by its JSON alone, and what of it others may know."""

    def __init__(self, made):
        records = made["records"]
        live = lambda kind: [one for one in records.get(kind, []) if not one.get("trashed")]
        self.referrals = live("referral")
        self.secret = {r["prospect"] for r in self.referrals if r.get("confidential") is True}
        self.everyone = {person["id"]: person for person in records["person"]}
        self.people = {p["id"]: p for p in live("person") if p["id"] not in self.secret}
        self.places = {place["id"]: place["name"] for place in records.get("organisation", [])}
        self.touches = live("touch")
        self.pool = live("connection")

    def place(self, person):
        at = person.get("organisation") or ""
        return self.places.get(at, at)

    def through(self, person):
        by = person.get("met_through") or ""
        return "" if by in self.secret else self.everyone.get(by, {}).get("name", by)

    def name(self, id):
        return self.people[id]["name"] if id in self.people else ""


def rows_of(data):
    """The rows of a table, by Python's csv, after no cell was found to be a formula; the guards taken off."""
    assert data.startswith(b"\xef\xbb\xbf")
    text = data.decode("utf-8-sig")
    out = []
    for row in csv.DictReader(io.StringIO(text, newline=""), strict=True):
        assert None not in row and None not in row.values(), row
        for cell in row.values():
            assert not cell.startswith(FORMULA), cell
        out.append({head: cell[1:] if cell[:1] == "'" and cell.lstrip("'").startswith(FORMULA) else cell for head, cell in row.items()})
    return out


def ways(person, kind):
    return [(way.get("label", ""), way["value"]) for way in person.get("reach", []) if way["kind"] == kind and way["value"]]


def table_of_people(told, rows):
    same(sorted(row["Name"] for row in rows), sorted(p["name"] for p in told.people.values()), "the table of people: the names")
    by_name = {row["Name"]: row for row in rows}
    for person in told.people.values():
        row = by_name[person["name"]]
        about = f"the table of people: {person['name']}"
        expected = [told.place(person), person.get("title", ""), person.get("note", ""), told.through(person), " ::: ".join(person.get("tags", [])),
                    str(person.get("rating", "")), person.get("facts", ""), person.get("loves", ""), f"{row['First Name']} {row['Last Name']}".strip()]
        got = [row["Organization Name"], row["Organization Title"], row["Notes"], row["Referred By"], row["Labels"], row["Kith: rating"],
               row["Kith: facts"], row["Kith: loves"], person["name"]]
        same(got, expected, about)
        for kind, head, part in [("email", "E-mail", "Value"), ("phone", "Phone", "Value"), ("web", "Website", "Value"), ("address", "Address", "Formatted"), ("profile", "Profile", "Value")]:
            found = []
            for n in range(1, 20):
                if row.get(f"{head} {n} - {part}"):
                    found.append((row[f"{head} {n} - Label"], row[f"{head} {n} - {part}"]))
            same(found, ways(person, kind), f"{about}: {kind}")


def folded_well(data):
    for line in data.decode().split("\r\n"):
        assert len(line.encode()) <= 75 and "\n" not in line and "\r" not in line, line
    assert data.endswith(b"\r\n")


def cards_of_people(told, data, version):
    folded_well(data)
    cards = list(vobject.readComponents(data.decode()))
    same(len(cards), len(told.people), f"vCard {version}: how many")
    by_uid = {card.uid.value.removesuffix("@kith"): card for card in cards}
    types = {"work": ["work"], "mobile": ["cell"], "home": ["home"]}
    for id, person in told.people.items():
        card = by_uid[id]
        about = f"vCard {version}: {person['name']}"
        said = lambda name: [line.value for line in card.contents.get(name, [])]
        same(said("version"), [version], about)
        same(said("fn"), [person["name"]], about)
        same(str(card.n.value).strip(), person["name"], about)
        place = told.place(person)
        same(said("org"), [[place]] if place else [], about)
        same(said("title"), [person["title"]] if person.get("title") else [], about)
        same(said("note"), [person["note"]] if person.get("note") else [], about)
        same(said("categories"), [person["tags"]] if person.get("tags") else [], about)
        same(said("x-kith-loves"), [person["loves"]] if person.get("loves") else [], about)
        same(said("url"), [value for _, value in ways(person, "web")], about)
        same(said("socialprofile" if version == "4.0" else "x-socialprofile"), [value for _, value in ways(person, "profile")], about)
        same([address.street for address in said("adr")], [value for _, value in ways(person, "address")], about)
        labels = {line.group: line.value for line in card.contents.get("x-ablabel", [])}
        for kind, name in [("email", "email"), ("phone", "tel")]:
            lines = card.contents.get(name, [])
            same([line.value for line in lines], [value for _, value in ways(person, kind)], f"{about}: {kind}")
            for line, (label, _) in zip(lines, ways(person, kind)):
                found = [kind for kind in line.params.get("TYPE", []) if kind not in ("pref", "internet")]
                if label in types:
                    same(found, types[label], f"{about}: {label}")
                elif label:
                    same(labels[line.group], label, f"{about}: {label}")
        birthday = person.get("facts", "").removeprefix("Birthday: ")
        day = [datetime.strptime(birthday, "%d %B %Y").date().isoformat()] if person.get("facts", "").startswith("Birthday: ") else []
        same(said("bday"), day, about)
        through = told.through(person)
        related = card.contents.get("related" if version == "4.0" else "x-abrelatednames", [])
        same([(line.value, labels[line.group]) for line in related], [(through, "referredBy")] if through else [], about)


def tables_of_dealings(told, given):
    rows = rows_of(run("take", "referrals", given=given))
    shown = [r for r in told.referrals if r["prospect"] not in told.secret]
    pair = lambda r: (told.name(r["prospect"]), told.name(r["source"]), r.get("agreed_on") or "", r.get("said", ""))
    same(sorted((r["Prospect"], r["Source"], r["Agreed on"], r["What the source said"]) for r in rows), sorted(map(pair, shown)), "the table of referrals")
    worth = lambda r: r.get("outcome", {}).get("value") if not r.get("confidential") else None
    money = sorted((f"{v['minor'] / 100:.2f}", v["currency"]) for v in map(worth, shown) if v)
    same(sorted((r["Value"], r["Currency"]) for r in rows if r["Value"]), money, "the table of referrals: values")
    assert all("98765" not in "".join(r.values()) for r in rows), "a confidential value"
    rows = rows_of(run("take", "contacts", given=given))
    about = {r["id"]: r for r in told.referrals}
    told_of = lambda t: t["person"] not in told.secret and not about.get(t.get("about"), {}).get("confidential")
    expected = sorted((t["on"], told.everyone[t["person"]]["name"], t.get("text", "")) for t in told.touches if told_of(t))
    same(sorted((r["Day"], r["With"], r["Words"]) for r in rows), expected, "the table of contacts")
    rows = rows_of(run("take", "pool", given=given))
    same(sorted((r["Name"], r["Organization Name"]) for r in rows), sorted((c["name"], c.get("organisation", "")) for c in told.pool), "the table of the pool")


def calendar_of_duties(told, given):
    owed = [json.loads(line) for line in run("owed", "--today", TODAY.isoformat(), given=given).decode().splitlines()]
    # Whoever is hidden stands nowhere; a duty about what is confidential has no day, and stands once for each person, last.
    owed = [one for one in owed if one["person"] not in told.secret]
    is_secret = lambda r: r.get("confidential") is True or "stage" in (r.get("confidential") or [])
    about = {r["id"] for r in told.referrals if is_secret(r)}
    # A ripe ask rests on what came of the referrals they gave; and what somebody is to me on those they came by.
    gave = {r["source"] for r in told.referrals if is_secret(r)}
    came = {r["prospect"] for r in told.referrals if is_secret(r)}
    waits = lambda one: one["referral"] in about or one["person"] in came or one["duty"] == "ask" and one["person"] in gave
    waiting = {one["person"] for one in owed if waits(one) and one["due"]}
    owed = [one for one in owed if not waits(one)]
    dated = [one for one in owed if one["due"]]
    rows = rows_of(run("take", "owed", "--today", TODAY.isoformat(), given=given))
    told_as = [(one["due"], one["state"]) for one in owed] + [(None, "")] * len(waiting)
    same([(row["Due"] or None, row["State"]) for row in rows], told_as, "the table of what is owed")
    data = run("take", "owed", "--as", "calendar", "--today", TODAY.isoformat(), given=given)
    folded_well(data)
    calendar = icalendar.Calendar.from_ical(data)
    events = [event for event in calendar.walk("VEVENT") if not str(event["UID"]).startswith("word.")]
    same(sorted(e["DTSTART"].dt for e in events), sorted(max(date.fromisoformat(one["due"]), TODAY) for one in dated), "the calendar: days")
    same(len({str(e["UID"]) for e in events}), len(dated), "the calendar: each entry has a name of its own")
    titles = [row["What to do"] for row in rows if row["Due"]]
    same(sorted(str(e["SUMMARY"]) for e in events), sorted(titles), "the calendar: what to do")
    for event in events:
        same(event["DTEND"].dt - event["DTSTART"].dt, timedelta(days=1), "an entry is a whole day")
        same(event["DTSTAMP"].dt, datetime(2026, 11, 21, 12, tzinfo=timezone.utc), "the moment of the file")
        same([alarm["TRIGGER"].dt for alarm in event.walk("VALARM")], [timedelta(hours=9)], "the alarm is at nine")
        same(event.errors, [], "the standard")
        assert "w2" not in str(event["UID"]) or told_name("w2") not in str(event["SUMMARY"])
    same(calendar.errors, [], "the standard")


def told_name(id):
    return next(person["name"] for person in MADE["records"]["person"] if person["id"] == id)


def ours():
    given = json.dumps(MADE).encode()
    told = Told(MADE)
    assert told.secret and len(told.people) > 150 and told.touches and told.pool
    table_of_people(told, rows_of(run("take", "people", given=given)))
    cards_of_people(told, run("take", "people", "--as", "vcard3", given=given), "3.0")
    cards_of_people(told, run("take", "people", "--as", "vcard4", given=given), "4.0")
    tables_of_dealings(told, given)
    calendar_of_duties(told, given)


MADE = book()
theirs()
ours()
print(f"The witnesses agree: {done:,} comparisons.")
