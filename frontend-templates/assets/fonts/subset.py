"""Makes the fonts of the printed catalogue from the Noto fonts of Debian: packages
fonts-noto-core and fonts-noto-cjk, and fontTools with brotli.

    python3 subset.py /usr/share/fonts

Each font keeps the characters of its script and loses hints, so that the program stays small.
Of Chinese it keeps the characters that two national standards call common: the first level of
GB 2312 and the first level of Big5.
"""
import io
import sys
from pathlib import Path

import brotli
from fontTools import subset
from fontTools.ttLib import TTCollection, TTFont

HERE = Path(__file__).parent
PUNCTUATION = list(range(0x20, 0x7F)) + list(range(0xA0, 0x180)) + list(range(0x2010, 0x2028))
PUNCTUATION += [0x2030, 0x2032, 0x2033, 0x2039, 0x203A, 0x20AC, 0x2122, 0x2190, 0x2192, 0x2212, 0x25CC]
LATIN = PUNCTUATION + list(range(0x180, 0x250)) + list(range(0x300, 0x370)) + list(range(0x1E00, 0x1F00))
LATIN += list(range(0x400, 0x460)) + list(range(0x2B0, 0x300))
SCRIPTS = {
    "Arabic": list(range(0x600, 0x700)) + list(range(0x750, 0x780)) + list(range(0xFB50, 0xFE00))
    + list(range(0xFE70, 0xFF00)),
    "Bengali": range(0x980, 0xA00),
    "Devanagari": range(0x900, 0x980),
    "Khmer": range(0x1780, 0x1800),
    "Lao": range(0xE80, 0xF00),
    "Mongolian": range(0x1800, 0x18B0),
    "Myanmar": range(0x1000, 0x10A0),
    "Sinhala": range(0xD80, 0xE00),
    "Tamil": range(0xB80, 0xC00),
    "Thaana": range(0x780, 0x7C0),
    "Thai": range(0xE00, 0xE80),
}


def common_chinese():
    found = set(range(0x3000, 0x3100)) | set(range(0xFF00, 0xFFF0))
    for first in range(0xB0, 0xD8):
        for second in range(0xA1, 0xFF):
            try:
                found.add(ord(bytes([first, second]).decode("gb2312")))
            except UnicodeDecodeError:
                pass
    for first in range(0xA4, 0xC7):
        for second in [*range(0x40, 0x7F), *range(0xA1, 0xFF)]:
            try:
                found.update(map(ord, bytes([first, second]).decode("big5")))
            except UnicodeDecodeError:
                pass
    return found


def write(font, characters, name):
    options = subset.Options(hinting=False, layout_features=["*"], notdef_outline=True)
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.drop_tables += ["vhea", "vmtx", "VORG", "BASE"]
    made = subset.Subsetter(options)
    made.populate(unicodes=characters)
    made.subset(font)
    plain = io.BytesIO()
    font.save(plain)
    path = HERE / f"{name}.otf.br"
    path.write_bytes(brotli.compress(plain.getvalue()))
    print(f"{path.name}: {path.stat().st_size:,} bytes")


def main(fonts):
    noto = Path(fonts) / "truetype" / "noto"
    for weight in ["Regular", "Bold"]:
        write(TTFont(noto / f"NotoSans-{weight}.ttf"), LATIN, f"Sans-{weight}")
    for script, characters in SCRIPTS.items():
        font = TTFont(noto / f"NotoSans{script}-Regular.ttf")
        write(font, [*characters, 0x20, 0x200C, 0x200D, 0x25CC], f"Sans-{script}")
    with TTCollection(Path(fonts) / "opentype" / "noto" / "NotoSansCJK-Regular.ttc") as cjk:
        chosen = next(f for f in cjk.fonts if f["name"].getDebugName(1) == "Noto Sans CJK SC")
        write(chosen, common_chinese(), "Sans-Chinese")


main(sys.argv[1])
