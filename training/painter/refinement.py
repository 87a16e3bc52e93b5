"""Refinement as plain forward graphs: what a picture's gradient is, written out, so that a runtime without autograd can follow it.

`Look` turns a painting into style targets and a photo into content targets; `Pull` gives the gradient of the loss at a picture. The
worker does Adam over it (worker/painter/refine-picture.ts).
"""
import torch
import torch.nn as nn
import torch.nn.functional as F

from . import losses
from .perception import Sight

STYLE = ("11", "21", "31", "41", "51")
CONTENT = "31"
# Lengths of one style target, in the order of `Look`'s first output: per layer mean, std, Gram matrix row by row.
TARGET_LENGTH = sum(2 * c + c * c for c in (Sight.CHANNELS[l] for l in STYLE))
EPS = 0.05


def identity(like):
    """(C,C) for a (C,), by operations on it: written into a file as numbers, it would be as large as a layer's weights."""
    numbers = torch.cumsum(like * 0 + 1, 0)
    return (numbers[:, None] == numbers).to(like.dtype)


def statistics(features):
    """(mean (C), std (C), gram (C,C), flat (C, area)) of (1,C,h,w), by operations that export; nothing as large as the features is made."""
    _, c, h, w = features.shape
    flat = features.reshape(c, h * w)
    gram = flat @ flat.t() / (h * w)
    mean = flat.mean(1)
    std = ((gram * identity(mean)).sum(1) - mean**2).clamp(min=0).add(1e-4).sqrt()
    return mean, std, gram, flat


def level(features):
    """Instance-normalised features, and the spread (1,C,1,1) that they were divided by."""
    middle = features - features.mean((2, 3), keepdim=True)
    spread = (middle**2).mean((2, 3), keepdim=True).add(EPS).sqrt()
    return middle / spread, spread


def targets_of(target):
    """{layer: (mean, std, gram)} of a flat target."""
    found, at = {}, 0
    for layer in STYLE:
        c = Sight.CHANNELS[layer]
        mean, std, gram = target[at : at + 2 * c + c * c].split((c, c, c * c))
        found[layer] = (mean, std, gram.reshape(c, c))
        at += 2 * c + c * c
    return found


def keep_target(target):
    """A flat target without what its Gram matrices, which are symmetric, say twice (worker/painter/style-target.ts)."""
    kept = []
    for mean, std, gram in targets_of(target).values():
        rows, columns = torch.triu_indices(len(mean), len(mean))
        kept += [mean, std, gram[rows, columns]]
    return torch.cat(kept)


def spread_out(gradient, pooled):
    """Adjoint of the mean of 2 x 2 places of `pooled`: an odd side's last row or column was left out of it."""
    wide = F.interpolate(gradient / 4, scale_factor=2.0, mode="nearest")
    return F.pad(wide, (0, pooled.shape[3] - wide.shape[3], 0, pooled.shape[2] - wide.shape[2]))


class Look(nn.Module):
    """picture (1,3,H,W), sides multiples of 4 -> style target (TARGET_LENGTH,), content (1,96,h,w)."""

    def __init__(self, sight):
        super().__init__()
        self.sight = sight

    def forward(self, picture):
        features = self.sight(picture)
        target = []
        for layer in STYLE:
            mean, std, gram, _ = statistics(features[layer])
            target += [mean, std, gram.flatten()]
        return torch.cat(target), level(features[CONTENT])[0]


class Pull(nn.Module):
    """Gradient of the refinement's loss.

    picture (1,3,H,W); target (TARGET_LENGTH,) and content from `Look`; weights (6,): of style in the five layers, of content
    -> gradient (1,3,H,W), losses (2,): style (weighted mean of the layers), content times its weight.
    A convolution's transpose is a convolution with turned weights, which runtimes compute much faster than ConvTranspose.
    """

    def __init__(self, sight):
        super().__init__()
        for name, convolution in sight.convolutions.items():
            weight, bias = convolution.weight.detach(), convolution.bias.detach()
            self.register_buffer("w" + name, weight), self.register_buffer("b" + name, bias)
            self.register_buffer("t" + name, weight.flip(2, 3).transpose(0, 1).contiguous())

    def forward(self, picture, target, content, weights):
        x, seen, pooled = picture, {}, []
        for name in Sight.LAYERS:
            if name == "P":
                pooled.append(x)
                x = F.avg_pool2d(x, 2)
            else:
                x = seen[name] = F.relu(F.conv2d(x, getattr(self, "w" + name), getattr(self, "b" + name), padding=Sight.PADDING.get(name, 0)))
        style_weights, content_weight = weights[: len(STYLE)], weights[len(STYLE)]
        style, wanted, pulls = 0.0, targets_of(target), {}
        for n, layer in enumerate(STYLE):
            t_mean, t_std, t_gram = wanted[layer]
            mean, std, gram, flat = statistics(seen[layer])
            moments_scale, gram_scale = (t_mean**2 + t_std**2).sum(), (t_gram**2).sum()
            off = gram - t_gram
            weight = style_weights[n] / style_weights.sum()
            style = style + weight * (((mean - t_mean) ** 2 + (std - t_std) ** 2).sum() / moments_scale + (off**2).sum() / gram_scale)
            pull = 2 * (std - t_std) / moments_scale / std
            shift = 2 * (mean - t_mean) / moments_scale - pull * mean
            slope = 4 * off / gram_scale + identity(pull) * pull
            pulls[layer] = [weight / flat.shape[1] * each for each in (slope, shift[:, None])]
        found, spread = level(seen[CONTENT])
        off = found - content
        outer = content_weight * 2 * off / (off.shape[1] * off.shape[2] * off.shape[3])
        inner = outer - outer.mean((2, 3), keepdim=True) - found * (outer * found).mean((2, 3), keepdim=True)
        gradient = None
        for name in reversed(Sight.LAYERS):
            if name == "P":
                gradient = spread_out(gradient, pooled.pop())
                continue
            features = seen[name]
            if name in pulls:
                # Linear in the features: made where it is wanted, since in the large layers it is what takes memory and time.
                slope, shift = pulls[name]
                pull = (slope @ features.reshape(features.shape[1], -1) + shift).reshape(features.shape)
                gradient = pull if gradient is None else gradient + pull
            if name == CONTENT:
                gradient = gradient + inner / spread
            gradient = gradient * (features > 0).to(gradient.dtype)
            gradient = F.conv2d(gradient, getattr(self, "t" + name), padding=2 - Sight.PADDING.get(name, 0))
        return gradient, torch.stack([style, content_weight * (off**2).mean()])


def plain_loss(sight, picture, target, content, weights):
    """The same loss for autograd, to check `Pull` against."""
    features, wanted, style = sight(picture), targets_of(target), 0.0
    for n, layer in enumerate(STYLE):
        mean, std, gram, _ = statistics(features[layer])
        t_mean, t_std, t_gram = wanted[layer]
        of = ((mean - t_mean) ** 2 + (std - t_std) ** 2).sum() / (t_mean**2 + t_std**2).sum() + ((gram - t_gram) ** 2).sum() / (t_gram**2).sum()
        style = style + weights[n] / weights[: len(STYLE)].sum() * of
    return style + weights[len(STYLE)] * ((level(features[CONTENT])[0] - content) ** 2).mean()
