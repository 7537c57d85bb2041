"""Makes "Topline Sans" from the system's Inter: renamed, cut to the scripts the window needs, and
with the tabular figures (OpenType tnum) mapped as the default glyphs, because Qt 6.4 cannot switch
font features on. Run by CMake at build time; nothing of the font is kept in the repository.

usage: make_fonts.py OUT_DIR FONT.otf...
"""

import os
import sys

from fontTools import subset
from fontTools.ttLib import TTFont

FAMILY = "Topline Sans"

# Latin with extensions, Greek, Cyrillic, punctuation, currency, arrows and mathematical signs.
UNICODES = (
    list(range(0x20, 0x250)) + list(range(0x2B0, 0x600)) + list(range(0x1E00, 0x2000))
    + list(range(0x2000, 0x2400)) + list(range(0x2460, 0x2500)) + list(range(0x25A0, 0x2800))
    + [0xFEFF, 0xFFFD]
)


def tabular_map(font):
    """Proportional glyph name -> tabular glyph name, from the tnum lookups."""
    gsub = font["GSUB"].table
    found = {}
    for record in gsub.FeatureList.FeatureRecord:
        if record.FeatureTag != "tnum":
            continue
        for index in record.Feature.LookupListIndex:
            for table in gsub.LookupList.Lookup[index].SubTable:
                table = getattr(table, "ExtSubTable", table)
                found.update(getattr(table, "mapping", {}))
    return found


def rename(font, weight_name):
    names = font["name"]
    for name_id in (16, 17, 21, 22, 25):
        names.removeNames(nameID=name_id)
    full = FAMILY + " " + weight_name
    regular = weight_name == "Regular"
    texts = {1: FAMILY if regular else full, 2: "Regular", 3: full, 4: full,
             6: full.replace(" ", "")}
    if not regular:
        texts.update({16: FAMILY, 17: weight_name})
    for name_id, text in texts.items():
        names.setName(text, name_id, 3, 1, 0x409)
        names.removeNames(nameID=name_id, platformID=1)
    if "CFF " in font:
        cff = font["CFF "].cff
        cff.fontNames = [texts[6]]
        top = cff.topDictIndex[0]
        top.FamilyName, top.FullName, top.Weight = FAMILY, full, weight_name


def make(source, out_dir):
    weight_name = os.path.basename(source).split("-")[-1].split(".")[0]
    font = TTFont(source, recalcTimestamp=False)
    tabular = tabular_map(font)
    for table in font["cmap"].tables:
        for code, glyph in list(table.cmap.items()):
            if glyph in tabular:
                table.cmap[code] = tabular[glyph]
    options = subset.Options()
    options.layout_features = ["kern", "mark", "mkmk", "ccmp", "locl"]
    options.name_IDs = ["*"]
    options.name_languages = ["*"]
    options.notdef_outline = True
    options.glyph_names = False
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=UNICODES)
    cutter.subset(font)
    rename(font, weight_name)
    target = os.path.join(out_dir, "ToplineSans-" + weight_name + ".otf")
    font.save(target)


def main():
    out_dir = sys.argv[1]
    os.makedirs(out_dir, exist_ok=True)
    for source in sys.argv[2:]:
        make(source, out_dir)


if __name__ == "__main__":
    main()
