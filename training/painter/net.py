"""The fast network: a small feed-forward stylizer whose style is a vector (the *code*).

Shape follows Johnson et al. 2016 (two stride-2 convolutions, residual blocks, nearest resize + convolution) with
conditional instance normalisation (Dumoulin et al. 2017): every normalisation's scale and shift are read from the code,
so a new painting is a new vector and never a new network.
"""
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


def normalise(x, gain, shift):
    """Instance normalisation (eps 1e-3: flat crops exploded below that), then the style's gain and shift (N, C)."""
    return F.instance_norm(x, eps=1e-3) * gain[:, :, None, None] + shift[:, :, None, None]


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

    def forward(self, photo, code):
        at = 0

        def norm(x):
            nonlocal at
            n = x.shape[1]
            gain, shift = code[:, at : at + n], code[:, at + n : at + 2 * n]
            at += 2 * n
            return normalise(x, gain, shift)

        x = (photo - 0.45) * 4
        x = F.relu(norm(self.c1(x)))
        x = F.relu(norm(self.c2(x)))
        x = F.relu(norm(self.c3(x)))
        for left, right in zip(self.left, self.right):
            x = x + norm(right(F.relu(norm(left(x)))))
        x = F.relu(norm(self.u1(F.interpolate(x, scale_factor=2.0, mode="nearest"))))
        x = F.relu(norm(self.u2(F.interpolate(x, scale_factor=2.0, mode="nearest"))))
        return torch.sigmoid(self.out(x))


class Painters(nn.Module):
    """A stylizer with one learned code per master; the last code is the photo itself (strength 0)."""

    def __init__(self, masters, widths=WIDTHS, blocks=BLOCKS):
        super().__init__()
        self.stylizer = Stylizer(widths, blocks)
        neutral = self.stylizer.neutral_code()
        self.codes = nn.Parameter(neutral.repeat(masters + 1, 1))

    @property
    def photo_index(self):
        return self.codes.shape[0] - 1

    def forward(self, photo, index):
        return self.stylizer(photo, self.codes[index])
