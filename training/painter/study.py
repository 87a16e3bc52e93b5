"""How a code is taught by the painting itself, written out as a plain forward graph for runtimes without autograd.

The encoder guesses a painting's code at sight. Painting a few small pictures with it, and following the gradient of the same loss that
refinement follows, now down to the code's numbers, brings it much nearer to the painting (docs/decisions/0090). Conditional instance
normalisation makes that cheap: the convolutions stay as they are, and 1,600 numbers learn. The worker does Adam over it
(worker/painter/study-painting.ts).
"""
import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F
from PIL import Image

from . import data
from .net import EPS
from .refinement import Look, Pull, plain_loss

# Of style in five layers, of content; steps, and greatest change of a number in the first of them. The worker's (teach-code.ts).
WEIGHTS = (1.0, 1.0, 1.0, 0.5, 0.5, 0.07)
STEPS, RATE = 40, 0.03
STRIDE = 5


def unreflect(gradient, n):
    """Adjoint of reflection padding by n pixels: what the mirrored border was pulled by falls on the pixels that it mirrors."""
    height, width = gradient.shape[2] - 2 * n, gradient.shape[3] - 2 * n
    top, bottom = gradient[:, :, :n].flip(2), gradient[:, :, -n:].flip(2)
    rows = gradient[:, :, n:-n] + F.pad(top, (0, 0, 1, height - n - 1)) + F.pad(bottom, (0, 0, height - n - 1, 1))
    left, right = rows[:, :, :, :n].flip(3), rows[:, :, :, -n:].flip(3)
    return rows[:, :, :, n:-n] + F.pad(left, (1, width - n - 1)) + F.pad(right, (width - n - 1, 1))


def back(layer, gradient):
    """Adjoint of a `Conv` of the stylizer. A convolution with turned weights stands for the transposed one: runtimes compute it faster."""
    weight = layer.conv.weight
    if layer.conv.stride[0] == 1:
        turned = weight.flip(2, 3).transpose(0, 1)
        return unreflect(F.conv2d(gradient, turned, padding=2 * layer.pad), layer.pad)
    # Sides are even, so the last row and column of the padded picture were never looked at.
    return unreflect(F.conv_transpose2d(gradient, weight, stride=layer.conv.stride, output_padding=1), layer.pad)


class Teach(nn.Module):
    """Gradient of the loss of what a code paints, at the code.

    photo (1,3,H,W), sides multiples of 4; code (1,D); target, content and weights as `Pull` wants them -> gradient (1,D), losses (2,).
    """

    def __init__(self, stylizer, sight):
        super().__init__()
        self.stylizer, self.pull = stylizer, Pull(sight)

    def forward(self, photo, code, target, content, weights):
        seen = []

        def normalisation(x, gain, shift, at):
            middle = x - x.mean((2, 3), keepdim=True)
            inverse = torch.rsqrt((middle**2).mean((2, 3), keepdim=True) + EPS)
            level = middle * inverse
            out = level * gain[:, :, None, None] + shift[:, :, None, None]
            seen.append((level, inverse, gain, out))
            return out

        image = self.stylizer.paint(photo, code, normalisation)
        pulled, losses = self.pull(image, target, content, weights)
        return torch.cat(self.down(pulled * image * (1 - image), seen), 1), losses

    def down(self, gradient, seen):
        """The code's gradient, in the order of its parts, from that before the last sigmoid."""
        net, parts = self.stylizer, []

        def normalised(gradient, is_rectified=True):
            level, inverse, gain, out = seen.pop()
            if is_rectified:
                gradient = gradient * (out > 0).to(gradient.dtype)
            of_gain, of_shift = (gradient * level).sum((2, 3)), gradient.sum((2, 3))
            parts[:0] = [of_gain, of_shift]
            area = level.shape[2] * level.shape[3]
            within = gradient - of_shift[:, :, None, None] / area - level * (of_gain[:, :, None, None] / area)
            return within * inverse * gain[:, :, None, None]

        shrink = lambda x: F.avg_pool2d(x, 2) * 4  # adjoint of enlarging by repetition
        gradient = normalised(back(net.out, gradient))
        gradient = normalised(shrink(back(net.u2, gradient)))
        gradient = shrink(back(net.u1, gradient))
        for left, right in reversed(list(zip(net.left, net.right))):
            inner = back(right, normalised(gradient, is_rectified=False))
            gradient = gradient + back(left, normalised(inner))
        for layer in (net.c3, net.c2):
            gradient = back(layer, normalised(gradient))
        normalised(gradient)
        return parts


def read_studies(path):
    """The small pictures (1,3,side,side) of a sheet of squares in a row."""
    sheet = np.asarray(Image.open(path).convert("RGB"))
    side = sheet.shape[0]
    return [data.to_tensor(sheet[:, left : left + side]) for left in range(0, sheet.shape[1], side)]


def teach_code(stylizer, sight, code, painting, pictures, steps=STEPS, rate=RATE):
    """What the worker does, by autograd: the encoder's code (1,D) brought nearer to the painting (1,3,H,W)."""
    look, weights = Look(sight), torch.tensor(WEIGHTS)
    with torch.no_grad():
        target = look(painting)[0]
        contents = [look(picture)[1] for picture in pictures]
    code = code.clone().requires_grad_(True)
    optimiser = torch.optim.Adam([code], lr=rate, betas=(0.9, 0.99), eps=1e-9)
    with torch.enable_grad():
        for step in range(1, steps + 1):
            optimiser.param_groups[0]["lr"] = rate * (0.1 + 0.9 * 0.5 * (1 + np.cos(np.pi * (step - 1) / steps)))
            n = step * STRIDE % len(pictures)
            optimiser.zero_grad()
            plain_loss(sight, stylizer(pictures[n], code), target, contents[n], weights).backward()
            optimiser.step()
    return code.detach()
