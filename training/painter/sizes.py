"""How large a painting is shown: its strokes are as large as they are there."""
import numpy as np
import torch.nn.functional as F
from PIL import Image

from . import data

# Short side (px) of a painting whose strokes are to be fine, broad.
STYLE_SIZES = (256, 512)
# Those at which refinement's targets are taken: half an octave apart, since targets mixed over an octave are far from the truth.
TARGET_SIZES = (181, 256, 362, 512)


def size_of(scale):
    """Short side (px) for a scale, 0 (fine) to 1 (broad)."""
    return STYLE_SIZES[0] + (STYLE_SIZES[1] - STYLE_SIZES[0]) * scale


def whole(image, scale):
    """A whole painting (uint8 (H,W,3)) at the size of a scale, as a tensor whose sides are multiples of 16."""
    height, width = image.shape[:2]
    fit = lambda side: max(128, round(side * size_of(scale) / min(height, width) / 16) * 16)
    return F.interpolate(data.to_tensor(image), size=(fit(height), fit(width)), mode="bilinear", align_corners=False, antialias=True)


def as_the_worker_shows(image, size):
    """The same with this short side by Lanczos, as worker/painter/study-painting.ts does it. Smoothed by `whole` a painting has less of its
    finest strokes than what the worker pulls to, and a picture that has them seems further away: at 256 px .16 instead of .045."""
    scale = size / min(image.shape[:2])
    height, width = [max(size, round(side * scale)) for side in image.shape[:2]]
    return data.to_tensor(np.asarray(Image.fromarray(image).resize((width, height), Image.LANCZOS)).copy())
