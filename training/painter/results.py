"""What evaluate.py has measured so far, one line of JSON for each pair of photo and painting, and the figures of all."""
import json
import os
from dataclasses import asdict, dataclass

import numpy as np

STYLES = ("vgg", "judge")
FIGURES = (*STYLES, "content", "ssim", "edge")


@dataclass(frozen=True)
class Series:
    """Pairs that are summed together: of one version of the weights, one size (px), one way of painting, one way of showing paintings
    (`sizes`: whole, `square`: their middle squares)."""

    version: str
    shown: str
    size: int
    way: str


class Results:
    """Pairs that were measured, kept in a file as they come: whoever is stopped goes on where it was."""

    def __init__(self, path):
        self.path, self.pairs = path, {}
        if not path.exists():
            return
        lines = path.read_bytes().split(b"\n")
        whole = sum(len(line) + 1 for line in lines[:-1])
        for number, line in enumerate(lines[:-1], 1):
            try:
                row = json.loads(line)
                series = Series(**row["series"])
                self.pairs.setdefault(series, {})[row["painting"], row["photo"]] = (row["painted"], row["colour"])
            except (ValueError, KeyError, TypeError) as error:
                raise ValueError(f"{path}:{number} is not a result ({error!r}): mend or delete the line") from error
        if lines[-1]:  # cut off while it was written
            os.truncate(path, whole)

    def has(self, series, painting, photo):
        return (painting, photo) in self.pairs.get(series, {})

    def add(self, series, painting, photo, painted, colour):
        """painted, colour: {figure: value} of what was painted and of colour matching alone."""
        row = {"series": asdict(series), "painting": painting, "photo": photo, "painted": painted, "colour": colour}
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with open(self.path, "a", encoding="utf8") as f:
            f.write(json.dumps(row, ensure_ascii=False) + "\n")
        self.pairs.setdefault(series, {})[painting, photo] = (painted, colour)

    def summary(self, series, wanted):
        """Figures of those of the wanted pairs [(painting, photo)] that are measured, and of each painting; `photos` and `pairs` are how many
        there are of them. None of them: no figures."""
        of_all = self.pairs.get(series, {})
        pairs = {pair: of_all[pair] for pair in wanted if pair in of_all}
        found = {"photos": len({photo for _, photo in pairs}), "pairs": len(pairs)}
        if not pairs:
            return found
        by_painting = {}
        for (painting, _), row in pairs.items():
            by_painting.setdefault(painting, []).append(row)
        return found | figures(pairs.values()) | {"paintings": {name: figures(rows) for name, rows in by_painting.items()}}


def figures(rows):
    """Means, their ratios to colour matching alone (figure + `Ratio`), and those of colour matching, of [(painted, colour)]."""
    painted, colour = ({key: float(np.mean([row[key] for row in side])) for key in FIGURES} for side in zip(*rows))
    found = {key: round(painted[key], 4) for key in FIGURES}
    found.update({f"{key}Ratio": round(painted[key] / colour[key], 3) for key in FIGURES})
    return found | {"colourMatching": {key: round(colour[key], 4) for key in FIGURES}}


def table(series, found, wanted):
    """Lines that show a summary of `wanted` pairs: each figure, and in brackets its ratio to colour matching alone."""
    shown = ", middle squares" if series.shown == "square" else ""
    yield f"{series.way}, {series.size} px{shown}, {found['photos']} photos, {found['pairs']} of {wanted} pairs"
    if not found["pairs"]:
        return
    yield f"  {'':<38}" + "".join(f"{key:>17}" for key in FIGURES)
    yield f"  {'colour only':<38}" + "".join(f"{found['colourMatching'][key]:>8.4f} {'':8}" for key in FIGURES)
    for name, row in (("painted", found), *found["paintings"].items()):
        yield f"  {name:<38}" + "".join(f"{row[key]:>8.4f} {'(' + format(row[key + 'Ratio'], '.3f') + ')':>8}" for key in FIGURES)
