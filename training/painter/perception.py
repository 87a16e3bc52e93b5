"""Loss networks. Both take RGB in [0,1]; `conv0` turns it into what the network was trained on.

Weights are read from .npz files with keys `<layer>.weight` and `<layer>.bias`; see training/README.md for where they come from.
"""
import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

TAPS = ("11", "21", "31", "41", "51")


class Vgg(nn.Module):
    """A VGG19 prefix with reflection padding; forward gives {layer: relu features} for the layers in TAPS."""

    def __init__(self, path, layers):
        super().__init__()
        weights = np.load(path)
        self.layers = layers
        for name in ["0"] + [l for l in layers if l != "P"]:
            self.register_buffer("w" + name, torch.tensor(weights[f"conv{name}.weight"]).float())
            self.register_buffer("b" + name, torch.tensor(weights[f"conv{name}.bias"]).float())

    def forward(self, x, until=None):
        x = F.conv2d(x, self.w0, self.b0)
        features = {}
        for layer in self.layers:
            if layer == "P":
                x = F.max_pool2d(x, 2, 2)
                continue
            x = F.conv2d(F.pad(x, (1, 1, 1, 1), mode="reflect"), getattr(self, "w" + layer), getattr(self, "b" + layer))
            x = F.relu(x)
            if layer in TAPS:
                features[layer] = x
            if layer == until:
                break
        return features


def real_vgg(folder):
    """VGG19 (Simonyan and Zisserman 2015, normalised as in Gatys et al. 2016) up to relu3_1."""
    return Vgg(f"{folder}/vgg19_normalised_relu3_1.npz", ["11", "12", "P", "21", "22", "P", "31"])


def distilled_vgg(folder):
    """VGG19 at 1/16 of its cost (Collaborative Distillation, Wang et al. 2020) up to relu5_1."""
    names = "11 12 P 21 22 P 31 32 33 34 P 41 42 43 44 P 51"
    return Vgg(f"{folder}/vgg19_distilled16x_relu5_1.npz", names.split())


class SqueezeNet(nn.Module):
    """SqueezeNet 1.1 features (Iandola et al. 2016): the independent judge, never trained on."""

    def __init__(self, path):
        super().__init__()
        weights = np.load(path)
        self.w = {k: torch.tensor(weights[k]).float() for k in weights.files}

    def _conv(self, x, name, **options):
        return F.relu(F.conv2d(x, self.w[name + ".weight"], self.w[name + ".bias"], **options))

    def _fire(self, x, name):
        squeezed = self._conv(x, f"{name}/squeeze1x1")
        wide = self._conv(squeezed, f"{name}/expand3x3", padding=1)
        return torch.cat([self._conv(squeezed, f"{name}/expand1x1"), wide], 1)

    def forward(self, x):
        pool = lambda y: F.max_pool2d(y, 3, 2, ceil_mode=True)
        x = x[:, [2, 1, 0]] * 255 - torch.tensor([103.939, 116.779, 123.68]).view(1, 3, 1, 1)
        features = {"conv1": self._conv(x, "conv1", stride=2)}
        x = self._fire(self._fire(pool(features["conv1"]), "fire2"), "fire3")
        features["fire3"] = x
        x = self._fire(self._fire(pool(x), "fire4"), "fire5")
        features["fire5"] = x
        x = pool(x)
        for n in "6789":
            x = self._fire(x, "fire" + n)
        features["fire9"] = x
        return features
