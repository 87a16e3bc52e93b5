"""How large a painting is shown: its strokes are as large as they are there."""
import torch.nn.functional as F

from . import data

# Short side (px) of a painting whose strokes are to be fine, broad.
STYLE_SIZES = (256, 512)


def size_of(scale):
    """Short side (px) for a scale, 0 (fine) to 1 (broad)."""
    return STYLE_SIZES[0] + (STYLE_SIZES[1] - STYLE_SIZES[0]) * scale


def whole(image, scale):
    """A whole painting (uint8 (H,W,3)) at the size of a scale, as a tensor whose sides are multiples of 16."""
    height, width = image.shape[:2]
    fit = lambda side: max(128, round(side * size_of(scale) / min(height, width) / 16) * 16)
    return F.interpolate(data.to_tensor(image), size=(fit(height), fit(width)), mode="bilinear", align_corners=False, antialias=True)
