"""The ways of painting that are measured: the paintings of each, and what it makes of a photo."""
import sys
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from PIL import Image

from . import data
from .checkpoint import STUDIES
from .sizes import STYLE_SIZES, as_the_worker_shows
from .study import read_studies, teach_code

WAYS = ("masters", "masters-refined", "any-studied", "any-at-a-glance", "any-refined")


def fitted(image, size):
    """A painting (uint8) whose short side is `size`, as a tensor."""
    tensor = data.to_tensor(image)
    scale = size / min(image.shape[:2])
    goal = [max(size, round(side * scale)) for side in image.shape[:2]]
    return F.interpolate(tensor, size=goal, mode="bilinear", align_corners=False, antialias=True)


def strokes_at(size):
    """Fine strokes for small pictures, broad ones for large: 0 to 1."""
    return float(np.clip((size - STYLE_SIZES[0]) / (STYLE_SIZES[1] - STYLE_SIZES[0]), 0, 1))


class Painting:
    """What is painted with: a model, and what the worker has painted (folder `painted`). is_square: styles are measured on the middle
    squares of paintings."""

    def __init__(self, model, folder, painted=None, is_square=False):
        self.model, self.folder, self.painted, self.is_square = model, folder, painted, is_square
        self.studies = read_studies(STUDIES)
        self.held = data.read_split(folder / "paintings", "paintings.csv", "holdout", 512)

    def names(self, way):
        return [m["id"] for m in self.model.masters] if way.startswith("masters") else [name for name, _ in self.held]

    def shown(self, way, size, n):
        """The n-th painting of a way as styles are measured on it, (1,3,H,W)."""
        if way.startswith("masters"):
            image = data.read(self.folder / "paintings" / self.model.masters[n]["file"], max(512, size))
        else:
            image = self.held[n][1]
        if self.is_square:
            return data.square(image, size)
        return as_the_worker_shows(image, size) if way.endswith("-refined") else fitted(image, size)

    def code(self, way, size, n, painting):
        """The code that the n-th painting of a way is painted with; None where the worker has painted it."""
        if way.endswith("-refined"):
            return None
        if way == "masters":
            return self.model.painters.codes(torch.tensor([n]), torch.tensor([strokes_at(size)]))
        seen = F.interpolate(painting, size=[s // 16 * 16 for s in painting.shape[2:]])
        guess = self.model.encoder(seen)
        return guess if way == "any-at-a-glance" else teach_code(self.model.painters.stylizer, self.model.sight, guess, seen, self.studies)

    def paint(self, code, size, photo_name, photo, name):
        if code is not None:
            return self.model.painters.stylizer(photo, code).clamp(0, 1)
        file = Path(self.painted) / f"{size}-{Path(photo_name).stem}-{Path(name).stem}.png"
        if not file.exists():
            sys.exit(f"{file} is not there: run training/paint-pairs.ts with the same --sizes and --photos (and --masters for masters)")
        return data.to_tensor(np.asarray(Image.open(file).convert("RGB")).copy())
