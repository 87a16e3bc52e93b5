"""Refinement as plain forward graphs: what a picture's gradient is, written out, so that a runtime without autograd can follow it.

`Look` turns a painting into style targets and a photo into content targets; `Pull` gives the gradient of the loss at a picture. The
worker does Adam over it (worker/painter/refine-picture.ts).
"""
import torch
import torch.nn as nn
import torch.nn.functional as F

from . import losses
from .perception import Perception

STYLE = ("11", "21", "31", "41")
CONTENT = ("31", "41")
LAST = "41"
CHANNELS = {l: Perception.PLAN[l][0] for l in STYLE}
# Lengths of one style target, in the order of `Look`'s first output: per layer mean, std, Gram matrix row by row.
TARGET_LENGTH = sum(2 * c + c * c for c in CHANNELS.values())
EPS = 0.05


def statistics(features):
    """(mean (C), std (C), gram (C,C), flat (C, area)) of (1,C,h,w), by operations that export."""
    _, c, h, w = features.shape
    flat = features.reshape(c, h * w)
    gram = flat @ flat.t() / (h * w)
    mean = flat.mean(1)
    std = ((flat - mean[:, None]) ** 2).mean(1).add(1e-4).sqrt()
    return mean, std, gram, flat


def level(features):
    """Instance-normalised features, and the spread (1,C,1,1) that they were divided by."""
    middle = features - features.mean((2, 3), keepdim=True)
    spread = (middle**2).mean((2, 3), keepdim=True).add(EPS).sqrt()
    return middle / spread, spread


class Look(nn.Module):
    """picture (1,3,H,W), sides multiples of 16 -> style target (TARGET_LENGTH,), content (1,96,h,w), deep content (1,128,h,w)."""

    def __init__(self, perception):
        super().__init__()
        self.perception = perception

    def forward(self, picture):
        features = self.perception(picture, LAST)
        target = []
        for layer in STYLE:
            mean, std, gram, _ = statistics(features[layer])
            target += [mean, std, gram.flatten()]
        return torch.cat(target), *(level(features[l])[0] for l in CONTENT)


class Pull(nn.Module):
    """Gradient of the refinement's loss.

    picture (1,3,H,W); target (TARGET_LENGTH,) and both contents from `Look`; weights (6,): of style in the four layers, of content in
    the two -> gradient (1,3,H,W), losses (2,): style (weighted mean of the layers), content.
    A stride-1 convolution's transpose is a convolution with turned weights; a stride-2 one's is a 2 x 2 convolution to four times the
    channels and a shuffle of pixels: runtimes compute both much faster than ConvTranspose.
    """

    def __init__(self, perception):
        super().__init__()
        self.layers = []
        for name, (_, kernel, stride) in Perception.PLAN.items():
            weight, bias = perception.convolutions[name].weight.detach(), perception.convolutions[name].bias.detach()
            self.register_buffer("w" + name, weight), self.register_buffer("b" + name, bias)
            if stride == 1:
                back = weight.flip(2, 3).transpose(0, 1).contiguous()
            else:
                full = F.pad(weight, (0, 4 - kernel, 0, 4 - kernel))
                outputs, inputs = full.shape[:2]
                # Pixel (2i + a, 2j + b) is reached from (i, j) by tap (a, b), and from the cell before by tap (a + 2, b + 2).
                taps = full.reshape(outputs, inputs, 2, 2, 2, 2).flip(2, 4)  # o, i, ky, a, kx, b
                back = taps.permute(1, 3, 5, 0, 2, 4).reshape(4 * inputs, outputs, 2, 2).contiguous()
            self.register_buffer("t" + name, back)
            self.layers.append((name, kernel, stride))
            if name == LAST:
                break

    def back(self, name, kernel, stride, gradient):
        if stride == 1:
            return F.conv2d(gradient, getattr(self, "t" + name), padding=kernel - 1)
        wide = F.pixel_shuffle(F.conv2d(gradient, getattr(self, "t" + name), padding=1), 2)
        return wide if kernel == 4 else wide[:, :, :-1, :-1]

    def forward(self, picture, target, content, deep_content, weights):
        x = (picture - 0.45) * 4
        seen = {}
        for name, _, stride in self.layers:
            x = F.relu(F.conv2d(x, getattr(self, "w" + name), getattr(self, "b" + name), stride=stride))
            seen[name] = x
        style_weights, content_weights = weights[:4], weights[4:]
        sum_of_weights = style_weights.sum()
        pulls, style, of_content, at = {}, 0.0, 0.0, 0
        for n, layer in enumerate(STYLE):
            c = CHANNELS[layer]
            t_mean, t_std, t_gram = target[at : at + c], target[at + c : at + 2 * c], target[at + 2 * c : at + 2 * c + c * c].reshape(c, c)
            at += 2 * c + c * c
            mean, std, gram, flat = statistics(seen[layer])
            area = seen[layer].shape[2] * seen[layer].shape[3]
            moments_scale, gram_scale = (t_mean**2 + t_std**2).sum(), (t_gram**2).sum()
            off = gram - t_gram
            weight = style_weights[n] / sum_of_weights
            style = style + weight * (((mean - t_mean) ** 2 + (std - t_std) ** 2).sum() / moments_scale + (off**2).sum() / gram_scale)
            pull = 2 * (std - t_std) / moments_scale / std
            shift = 2 * (mean - t_mean) / moments_scale - pull * mean
            slope = 4 * off / gram_scale
            pulls[layer] = (weight / area * (slope @ flat + pull[:, None] * flat + shift[:, None])).reshape(seen[layer].shape)
        for n, (layer, wanted) in enumerate(zip(CONTENT, (content, deep_content))):
            found, spread = level(seen[layer])
            off = found - wanted
            of_content = of_content + content_weights[n] * (off**2).mean()
            outer = content_weights[n] * 2 * off / (off.shape[1] * off.shape[2] * off.shape[3])
            inner = outer - outer.mean((2, 3), keepdim=True) - found * (outer * found).mean((2, 3), keepdim=True)
            pulls[layer] = pulls[layer] + inner / spread
        gradient = None
        for name, kernel, stride in reversed(self.layers):
            if name in pulls:
                gradient = pulls[name] if gradient is None else gradient + pulls[name]
            gradient = gradient * (seen[name] > 0).to(gradient.dtype)
            gradient = self.back(name, kernel, stride, gradient)
        return gradient * 4, torch.stack([style, of_content])


def plain_loss(perception, picture, target, content, deep_content, weights):
    """The same loss for autograd, to check `Pull` against."""
    features = perception(picture, LAST)
    style, at = 0.0, 0
    for n, layer in enumerate(STYLE):
        c = CHANNELS[layer]
        mean, std, gram, _ = statistics(features[layer])
        t_mean, t_std, t_gram = target[at : at + c], target[at + c : at + 2 * c], target[at + 2 * c : at + 2 * c + c * c].reshape(c, c)
        at += 2 * c + c * c
        of = ((mean - t_mean) ** 2 + (std - t_std) ** 2).sum() / (t_mean**2 + t_std**2).sum() + ((gram - t_gram) ** 2).sum() / (t_gram**2).sum()
        style = style + weights[n] / weights[:4].sum() * of
    off = [weights[4 + n] * ((level(features[l])[0] - w) ** 2).mean() for n, (l, w) in enumerate(zip(CONTENT, (content, deep_content)))]
    return style + sum(off)
