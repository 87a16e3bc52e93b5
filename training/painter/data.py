"""Pictures for training: photos and paintings as uint8 arrays or on the device, random crops as tensors."""
import csv
import random
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from PIL import Image, ImageOps


def read(path, short):
    """One picture as (H, W, 3) uint8 with its short side at `short` px; None where it cannot serve (too long and thin, damaged)."""
    try:
        image = ImageOps.exif_transpose(Image.open(path)).convert("RGB")
    except OSError:
        return None
    width, height = image.size
    if max(width, height) / min(width, height) > 2.6:
        return None
    scale = short / min(width, height)
    size = (max(short, round(width * scale)), max(short, round(height * scale)))
    return np.asarray(image.resize(size, Image.LANCZOS if scale < 1 else Image.BICUBIC))


def read_split(folder, table, split, short):
    """All pictures of one split ('train' or 'holdout') listed in a csv with columns file and split."""
    with open(Path(folder) / table, encoding="utf8") as f:
        files = [row["file"] for row in csv.DictReader(f) if row["split"] == split]
    with ThreadPoolExecutor() as pool:
        found = pool.map(lambda name: (name, read(Path(folder) / name, short)), files)
        return [(name, image) for name, image in found if image is not None]


def to_tensor(image):
    return torch.from_numpy(np.ascontiguousarray(image)).permute(2, 0, 1)[None].float() / 255


@dataclass
class Picture:
    """A picture where it is trained on, (3,H,W) uint8, and a quarter of its rows and columns in the processor's memory: a look at
    those does not wait for the device."""

    pixels: torch.Tensor
    glimpse: np.ndarray

    @classmethod
    def of(cls, image, device="cpu"):
        """image: (H,W,3) uint8."""
        return cls(torch.tensor(image.transpose(2, 0, 1)).to(device), np.ascontiguousarray(image[::4, ::4]))

    def part(self, y, x, side):
        """A square of it as a tensor (1,3,side,side)."""
        return self.pixels[None, :, y : y + side, x : x + side].float() / 255

    def is_flat(self, y, x, side):
        """Standard deviation below 25/255."""
        return self.glimpse[y // 4 : (y + side) // 4, x // 4 : (x + side) // 4].std() < 25


def crop(picture, size, is_scaled=True):
    """A random square, mirrored half of the time; flat ones are avoided, they make gradients explode. Where it is not scaled, it is as
    sharp as the picture."""
    height, width = picture.pixels.shape[1:]
    for _ in range(6):
        side = random.randint(size, max(size, min(height, width))) if is_scaled else size
        y, x = random.randint(0, height - side), random.randint(0, width - side)
        if not picture.is_flat(y, x, side):
            break
    tensor = picture.part(y, x, side)
    if random.random() < 0.5:
        tensor = tensor.flip(3)
    if side != size:
        tensor = F.interpolate(tensor, size=(size, size), mode="bilinear", align_corners=False, antialias=True)
    return tensor


def square(image, size):
    """The middle square (the top one of a portrait format, where faces are), as a tensor of size x size."""
    height, width = image.shape[:2]
    side = min(height, width)
    y, x = (0 if height > width else (height - side) // 2), (width - side) // 2
    tensor = to_tensor(image[y : y + side, x : x + side])
    return F.interpolate(tensor, size=(size, size), mode="bilinear", align_corners=False, antialias=True)
