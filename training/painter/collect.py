"""Pictures for training from folders of one's own: which can serve, at what size, and which are held out."""
import csv
import json
import random
import re
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageOps

# Side ratio beyond which a picture cannot serve: painter/data.py.
LONGEST_RATIO = 2.6
SUFFIXES = {".jpg", ".jpeg", ".png", ".webp", ".tif", ".tiff", ".bmp"}
QUALITY = 86
# Bits (of 64) in which two fingerprints of one picture may differ: it was saved, scaled or cleaned otherwise.
NEAR = 4


class ListError(Exception):
    """A list of pictures cannot be read."""


@dataclass
class Found:
    """A picture that can serve. name: relative to its folder, with slashes; facts: of its row in the list."""

    path: Path
    name: str
    image: Image.Image
    facts: dict


def read_list(path):
    """{file: facts} of a CSV with a header, or of a JSON list of objects; each has `file`, relative to the folder."""
    path = Path(path)
    try:
        text = path.read_text("utf-8-sig")
        rows = json.loads(text) if path.suffix.lower() == ".json" else list(csv.DictReader(text.splitlines()))
    except (OSError, ValueError) as error:
        raise ListError(f"{path} cannot be read: {error}")
    if not isinstance(rows, list) or not all(isinstance(row, dict) and row.get("file") for row in rows):
        raise ListError(f"{path}: every row needs a field `file`.")
    # A row with more values than the header has them under None.
    return {str(row["file"]): {key: " ".join(str(value).split()) for key, value in row.items() if key and value is not None} for row in rows}


def difference_hash(image):
    """64 bits: whether each of 8 x 8 places is lighter than its right neighbour."""
    small = list(image.convert("L").resize((9, 8), Image.LANCZOS).getdata())
    return sum((small[9 * y + x] > small[9 * y + x + 1]) << (8 * y + x) for y in range(8) for x in range(8))


def open_picture(path, least):
    """(image, None), or (None, why it cannot serve). least: of its short side, px."""
    try:
        with Image.open(path) as opened:
            image = ImageOps.exif_transpose(opened).convert("RGB")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        return None, f"cannot be read ({error})"
    short, long = sorted(image.size)
    if short < least:
        return None, f"is too small ({image.width} x {image.height}, short side below {least})"
    if long / short > LONGEST_RATIO:
        return None, f"is too long and thin ({image.width} x {image.height})"
    return image, None


def shrunk(image, side):
    """With its longer side at most `side` px."""
    scale = side / max(image.size)
    return image if scale >= 1 else image.resize([max(1, round(length * scale)) for length in image.size], Image.LANCZOS)


def collect(folder, side, least, facts_of):
    """(pictures that can serve, [(name, why not)]) of a folder and its subfolders, in the order of their names.

    facts_of(name): a picture's facts, or a sentence why it cannot serve.
    """
    kept, left, seen = [], [], {}
    for path in sorted(p for p in Path(folder).rglob("*") if p.suffix.lower() in SUFFIXES):
        name = path.relative_to(folder).as_posix()
        facts = facts_of(name)
        if isinstance(facts, str):
            left.append((name, facts))
            continue
        image, why = open_picture(path, least)
        if why:
            left.append((name, why))
            continue
        found = difference_hash(image)
        twin = next((other for other, bits in seen.items() if bin(found ^ bits).count("1") <= NEAR), None)
        if twin is not None:
            left.append((name, f"is the same picture as {twin}"))
            continue
        seen[name] = found
        kept.append(Found(path, name, shrunk(image, side), facts))
    return kept, left


def safe_names(names):
    """{name: where it is written}: subfolders stay; only letters, digits, dots and dashes, so that no list needs quotes; no two stems alike,
    since evaluate.py's pairs are named by them."""
    taken, found = set(), {}
    for name in names:
        path = Path(name)
        parts = [re.sub(r"[^A-Za-z0-9._-]+", "-", part).strip("-.") or "picture" for part in (*path.parent.parts, path.stem)]
        stem, number = parts[-1], 2
        while parts[-1].lower() in taken:
            parts[-1], number = f"{stem}-{number}", number + 1
        taken.add(parts[-1].lower())
        found[name] = "/".join(parts) + ".jpg"
    return found


def hold_out(names, count, seed):
    """The names that are held out, `count` of them by this seed: of every subfolder in turn, so that every kind is measured."""
    chance, kinds = random.Random(seed), {}
    for name in sorted(names):
        kinds.setdefault(name.split("/")[0] if "/" in name else "", []).append(name)
    for rows in kinds.values():
        chance.shuffle(rows)
    held = []
    while len(held) < count and any(kinds.values()):
        for rows in kinds.values():
            if rows and len(held) < count:
                held.append(rows.pop())
    return set(held)


def write_set(folder, table, found, fields, held):
    """Writes the pictures and their list: file, the fields, split. found: {name to write: Found}."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, picture in found.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        picture.image.save(path, quality=QUALITY)
    with open(folder / table, "w", encoding="utf8", newline="") as f:
        rows = csv.writer(f, lineterminator="\n")
        rows.writerow(["file", *fields, "split"])
        for name in sorted(found):
            rows.writerow([name, *(found[name].facts.get(field, "") for field in fields), "holdout" if name in held else "train"])
