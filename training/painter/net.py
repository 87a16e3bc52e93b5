"""The fast network: a small feed-forward stylizer whose style is a vector (the *code*).

Shape follows Johnson et al. 2016 (two stride-2 convolutions, residual blocks, nearest resize + convolution) with
conditional instance normalisation (Dumoulin et al. 2017): every normalisation's scale and shift are read from the code,
so a new painting is a new vector and never a new network.
"""
from itertools import accumulate

import torch
import torch.nn as nn
import torch.nn.functional as F

WIDTHS = (16, 32, 64)
BLOCKS = 5


def reflect(x, n):
    return F.pad(x, (n, n, n, n), mode="reflect")


class Conv(nn.Module):
    """Convolution with reflection padding, so that no border is ever visible."""

    def __init__(self, inputs, outputs, kernel=3, stride=1):
        super().__init__()
        self.conv = nn.Conv2d(inputs, outputs, kernel, stride)
        self.pad = kernel // 2

    def forward(self, x):
        return self.conv(reflect(x, self.pad))


EPS = 1e-3  # flat crops exploded below that


def normalise(x, gain, shift, seen=None):
    """Instance normalisation, then the style's gain and shift (N, C); `seen` takes what is normalised, where it is wanted."""
    even = F.instance_norm(x, eps=EPS)
    if seen is not None:
        seen.append(even)
    return even * gain[:, :, None, None] + shift[:, :, None, None]


class Stylizer(nn.Module):
    """photo (N,3,H,W) RGB in [0,1] with H and W multiples of 4, code (N,D) -> painting (N,3,H,W) in [0,1]."""

    def __init__(self, widths=WIDTHS, blocks=BLOCKS):
        super().__init__()
        a, b, c = widths
        self.c1, self.c2, self.c3 = Conv(3, a, 7), Conv(a, b, 3, 2), Conv(b, c, 3, 2)
        self.left = nn.ModuleList([Conv(c, c) for _ in range(blocks)])
        self.right = nn.ModuleList([Conv(c, c) for _ in range(blocks)])
        self.u1, self.u2, self.out = Conv(c, b), Conv(b, a), Conv(a, 3, 7)
        self.channels = [a, b, c] + [c] * (2 * blocks) + [b, a]
        self.code_length = 2 * sum(self.channels)

    def neutral_code(self):
        """The code that changes nothing: every gain 1, every shift 0."""
        return torch.cat([torch.cat([torch.ones(n), torch.zeros(n)]) for n in self.channels])

    def forward(self, photo, code, seen=None):
        return self.paint(photo, code, lambda x, gain, shift, at: normalise(x, gain, shift, seen))

    def paint(self, photo, code, normalisation):
        """normalisation(x, gain, shift, at): `at` is where the layer's numbers begin in the code."""
        ends = list(accumulate(2 * n for n in self.channels))
        places = iter(zip([0, *ends], self.channels))

        def norm(x):
            at, n = next(places)
            return normalisation(x, code[:, at : at + n], code[:, at + n : at + 2 * n], at)

        x = (photo - 0.45) * 4
        x = F.relu(norm(self.c1(x)))
        x = F.relu(norm(self.c2(x)))
        x = F.relu(norm(self.c3(x)))
        for left, right in zip(self.left, self.right):
            x = x + norm(right(F.relu(norm(left(x)))))
        x = F.relu(norm(self.u1(F.interpolate(x, scale_factor=2.0, mode="nearest"))))
        x = F.relu(norm(self.u2(F.interpolate(x, scale_factor=2.0, mode="nearest"))))
        return torch.sigmoid(self.out(x))


class Tiles(nn.Module):
    """The same stylizer for pictures too large for one run: photo (1,3,H,W), code (1,D), statistics (1,D), replay (1) -> image, statistics.

    With replay 0 it paints as the stylizer does, and tells the mean and variance of every normalisation, laid out as the code is. With
    replay 1 it normalises by the statistics that it is given: all tiles of a picture are then painted alike, and no seam is left.
    """

    def __init__(self, stylizer):
        super().__init__()
        self.stylizer = stylizer

    def forward(self, photo, code, statistics, replay):
        found = []

        def normalisation(x, gain, shift, at):
            n = int(gain.shape[1])
            mean = x.mean((2, 3))
            variance = ((x - mean[:, :, None, None]) ** 2).mean((2, 3))
            found.extend([mean, variance])
            given_mean, given_variance = statistics[:, at : at + 2 * n].chunk(2, 1)
            mean = mean + replay * (given_mean - mean)
            variance = variance + replay * (given_variance - variance)
            slope = gain * torch.rsqrt(variance + EPS)
            return x * slope[:, :, None, None] + (shift - mean * slope)[:, :, None, None]

        image = self.stylizer.paint(photo, code, normalisation)
        return image, torch.cat(found, 1)


class Painters(nn.Module):
    """A stylizer with two learned codes per master, for fine and for broad strokes, and one for the photo itself (strength 0)."""

    def __init__(self, masters, widths=WIDTHS, blocks=BLOCKS):
        super().__init__()
        self.stylizer = Stylizer(widths, blocks)
        neutral = self.stylizer.neutral_code()
        self.middle = nn.Parameter(neutral.repeat(masters, 1))
        self.breadth = nn.Parameter(torch.zeros(masters, neutral.numel()))
        self.photo_code = nn.Parameter(neutral.clone())

    def codes(self, index, scale):
        """index (N,) of masters, scale (N,) 0 fine to 1 broad -> (N,D); between the two, strokes are between them."""
        return self.middle[index] + (2.0 * scale[:, None] - 1.0) * self.breadth[index]
