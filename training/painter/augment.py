"""What the stylizer is shown in training: photos and paintings, each time a little otherwise."""
import random

import torch
import torch.nn.functional as F

from .sizes import size_of

# Of the canvas: greatest change of a value, and distance (px) of the knots between which it changes smoothly.
GRAIN, KNOTS = 0.06, 6
# Sides (px) of the part of a painting that is shown.
SHOWN = 240


def grained(photo):
    """The canvas that the worker paints on: smooth grain, the same in all channels (lib/painting/add-grain.ts)."""
    n, _, h, w = photo.shape
    knots = (torch.rand(n, 1, h // KNOTS + 2, w // KNOTS + 2, device=photo.device) * 2 - 1) * torch.rand(n, 1, 1, 1, device=photo.device) * GRAIN
    return photo + F.interpolate(knots, size=(h, w), mode="bilinear", align_corners=True)


def varied(photo):
    """Now and then darker, or without detail: on dark, even ground, which photos rarely show and drawn scenes often, an untaught network leaves blots."""
    if random.random() < 0.2:
        size, k = photo.shape[2:], random.choice((4, 8, 16))
        small = F.interpolate(photo, scale_factor=1 / k, mode="bilinear", align_corners=False, antialias=True)
        photo = F.interpolate(small, size=size, mode="bilinear", align_corners=False)
    if random.random() < 0.25:
        photo = photo ** random.uniform(1.0, 2.2) * random.uniform(0.5, 1.0)
    return photo


def painting_crop(picture, scale):
    """A part of a painting (short side 512 px) as a tensor (1,3,240,240), shown so large that its strokes are of the scale, 0 to 1; channels are
    swapped now and then, which makes palettes that no painter used, and strokes that one did."""
    size = size_of(scale)
    side = round(SHOWN * 512 / size)
    height, width = picture.pixels.shape[1:]
    part = picture.part(random.randint(0, height - side), random.randint(0, width - side), side)
    if random.random() < 0.5:
        part = part.flip(3)
    if random.random() < 0.25:
        part = part[:, random.sample(range(3), 3)]
    return F.interpolate(part, size=(SHOWN, SHOWN), mode="bilinear", align_corners=False, antialias=True)
