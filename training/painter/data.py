"""Pictures for training: photos and paintings as uint8 arrays, random crops as tensors."""
import csv
import random
from concurrent.futures import ThreadPoolExecutor
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
    with ThreadPoolExecutor(2) as pool:
        found = pool.map(lambda name: (name, read(Path(folder) / name, short)), files)
        return [(name, image) for name, image in found if image is not None]


def to_tensor(image):
    return torch.from_numpy(np.ascontiguousarray(image)).permute(2, 0, 1)[None].float() / 255


def crop(image, size):
    """A random square, mirrored half of the time; flat ones (std < 25/255) are avoided, they make gradients explode."""
    height, width = image.shape[:2]
    for _ in range(6):
        side = random.randint(size, max(size, min(height, width)))
        y, x = random.randint(0, height - side), random.randint(0, width - side)
        part = image[y : y + side, x : x + side]
        if part[::4, ::4].std() > 25:
            break
    if random.random() < 0.5:
        part = part[:, ::-1]
    tensor = to_tensor(part)
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
