"""Writes the letters of the cards: letters.otf, a part of Noto Sans CJK JP Bold, and its licence beside it.

By hand, when a card is to say something with a letter that is not there (the build names it), or when municipalities
have changed. Needs Debian's fonts-noto-cjk:

    python3 -m venv /tmp/letters && /tmp/letters/bin/pip install fonttools==4.68.0
    /tmp/letters/bin/python xtask/src/site/card/generate.py

The part is kept here, so that a card comes out the same on every machine, one without any Japanese font among them. It
holds every letter of every municipality's name, kana, ASCII and WORDS.
"""

import csv
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

FONT = Path("/usr/share/fonts/opentype/noto/NotoSansCJK-Bold.ttc")
COPYRIGHT = Path("/usr/share/doc/fonts-noto-cjk/copyright")
HERE = Path(__file__).parent
MUNICIPALITIES = HERE.parents[2] / "municipalities" / "municipalities.tsv"

# What else a card may say.
WORDS = "、。・「」（）〜ー？！　案内今日本電話産後使種類料金番号泊帰訪問型予約申込方法施設無料一覧母赤子"


def letters():
    """Every letter that a card may have."""
    found = set(WORDS) | {chr(code) for code in range(0x20, 0x7F)}
    found |= {chr(code) for code in (*range(0x3041, 0x3097), *range(0x30A1, 0x30FB))}
    with MUNICIPALITIES.open(encoding="utf-8") as file:
        lines = [line for line in file if not line.startswith("#")]
    for row in csv.DictReader(lines, delimiter="\t"):
        found |= set(row["prefecture"]) | set(row["municipality"]) | set(row["ward"])
    return "".join(sorted(found))


def licence(font):
    """The copyright line of the font and the licence as Debian has it."""
    text = COPYRIGHT.read_text(encoding="utf-8")
    begin = text.index(" SIL OPEN FONT LICENSE Version 1.1")
    lines = text[begin : text.index("\nLicense: ", begin)].splitlines()
    lines = ["" if line.strip() == "." else line.strip() for line in lines]
    lines = [line for line in lines if not line.startswith("-----")]
    head = f"letters.otf is a part of Noto Sans CJK JP Bold.\n\n{font['name'].getDebugName(0)}\n"
    return "\n".join([head, *lines]).strip() + "\n"


def main():
    font = TTFont(FONT, fontNumber=0)
    (HERE / "letters.LICENSE").write_text(licence(font), encoding="utf-8")
    tables = ["BASE", "GDEF", "GPOS", "GSUB", "VORG", "vhea", "vmtx"]
    options = subset.Options(layout_features=[], hinting=False, name_IDs=[0], drop_tables=tables)
    subsetter = subset.Subsetter(options)
    subsetter.populate(text=letters())
    subsetter.subset(font)
    font["head"].modified = font["head"].created
    font.recalcTimestamp = False
    font.save(HERE / "letters.otf")


main()
