"""Networks that look at pictures. All take RGB in [0,1].

The loss networks are read from .npz files with keys `<layer>.weight` and `<layer>.bias`; see training/README.md for where they come
from. `Eyes` and `Sight` are our own, trained by `train_perception.py`.
"""
import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

TAPS = ("11", "21", "31", "41", "51")

# Pixels of mirrored border that the features lose again: within them convolutions may pad with zeros, which is what is fast.
MARGIN = 8


def fast_precision(device):
    """bfloat16 where the hardware multiplies it (twice as fast on AVX-512 BF16, more on GPUs), else float32."""
    if device.type == "cuda":
        return torch.bfloat16 if torch.cuda.is_bf16_supported() else torch.float32
    try:
        with open("/proc/cpuinfo", encoding="ascii") as f:
            return torch.bfloat16 if "avx512_bf16" in f.read() else torch.float32
    except OSError:
        return torch.float32


class Vgg(nn.Module):
    """A VGG19 prefix; forward gives {layer: relu features (N,C,h,w)} for the layers in TAPS."""

    def __init__(self, path, layers, precision=torch.float32):
        super().__init__()
        weights = np.load(path)
        self.layers, self.precision = layers, precision
        for name in ["0"] + [l for l in layers if l != "P"]:
            kept = torch.float32 if name == "0" else precision
            weight = torch.tensor(weights[f"conv{name}.weight"]).to(kept)
            self.register_buffer("w" + name, weight.contiguous(memory_format=torch.channels_last))
            self.register_buffer("b" + name, torch.tensor(weights[f"conv{name}.bias"]).to(kept))

    def forward(self, x, until=None):
        margin = MARGIN
        x = F.conv2d(F.pad(x, (margin,) * 4, mode="reflect"), self.w0, self.b0)
        x = x.to(self.precision).contiguous(memory_format=torch.channels_last)
        features = {}
        for layer in self.layers:
            if layer == "P":
                x, margin = F.max_pool2d(x, 2, 2), margin // 2
                continue
            x = F.relu(F.conv2d(x, getattr(self, "w" + layer), getattr(self, "b" + layer), padding=1))
            if layer in TAPS:
                features[layer] = x[:, :, margin:-margin, margin:-margin] if margin else x
            if layer == until:
                break
        return features


def real_vgg(folder, precision=torch.float32):
    """VGG19 (Simonyan and Zisserman 2015, normalised as in Gatys et al. 2016) up to relu3_1."""
    return Vgg(f"{folder}/vgg19_normalised_relu3_1.npz", ["11", "12", "P", "21", "22", "P", "31"], precision)


def distilled_vgg(folder, precision=torch.float32):
    """VGG19 at 1/16 of its cost (Collaborative Distillation, Wang et al. 2020) up to relu5_1."""
    names = "11 12 P 21 22 P 31 32 33 34 P 41 42 43 44 P 51"
    return Vgg(f"{folder}/vgg19_distilled16x_relu5_1.npz", names.split(), precision)


class Eyes(nn.Module):
    """What the style encoder looks through: x (N,3,H,W) with H and W multiples of 16 -> {layer: relu features (N,C,h,w)}.

    Convolutions without padding, strided ones where VGG convolves and pools. Trained to have VGG's features in its own (see
    `train_perception.py --kind eyes`); it is only looked through: its gradient would paint the grid of its strides.
    """

    # layer -> (outputs, kernel, stride)
    PLAN = {
        "11": (32, 3, 1),
        "12": (32, 4, 2),
        "21": (48, 3, 1),
        "22": (64, 4, 2),
        "31": (96, 3, 1),
        "32": (96, 3, 1),
        "33": (128, 3, 2),
        "41": (128, 3, 1),
        "42": (128, 4, 2),
        "51": (128, 3, 1),
    }
    CHANNELS = {"11": 32, "21": 48, "31": 96, "41": 128, "51": 128}

    def __init__(self):
        super().__init__()
        self.convolutions = nn.ModuleDict()
        inputs = 3
        for layer, (outputs, kernel, stride) in self.PLAN.items():
            self.convolutions[layer] = nn.Conv2d(inputs, outputs, kernel, stride)
            nn.init.kaiming_normal_(self.convolutions[layer].weight)
            nn.init.zeros_(self.convolutions[layer].bias)
            inputs = outputs

    def forward(self, x):
        x = (x - 0.45) * 4
        features = {}
        for layer, convolution in self.convolutions.items():
            x = F.relu(convolution(x))
            if layer in TAPS:
                features[layer] = x
        return features


class Sight(nn.Module):
    """Our own perceptual network, which refinement follows: x (N,3,H,W), sides multiples of 4, at least 40 -> {layer: relu features (N,C,h,w)}.

    VGG19's shape up to relu3_1 at a sixth of its cost: it begins as VGG's most telling channels (`painter/prune.py`) and is then taught
    the gradients that the whole of VGG gives; and three convolutions beyond, where the distilled VGG19 has eight, which see how strokes
    go together. No padding up to relu3_1, so that the gradient at the borders is a plain transposed convolution too, and zeros beyond it,
    lest a small picture vanish; means instead of maxima where VGG pools, so that the gradient falls on all four pixels and not on one.
    """

    LAYERS = ("11", "12", "P", "21", "22", "P", "31", "P", "41", "42", "P", "51")
    CHANNELS = {"11": 32, "12": 24, "21": 48, "22": 48, "31": 96, "41": 96, "42": 96, "51": 96}
    PADDING = {"41": 1, "42": 1, "51": 1}

    def __init__(self):
        super().__init__()
        self.convolutions = nn.ModuleDict()
        inputs = 3
        for layer in self.LAYERS:
            if layer != "P":
                self.convolutions[layer] = nn.Conv2d(inputs, self.CHANNELS[layer], 3, padding=self.PADDING.get(layer, 0))
                nn.init.kaiming_normal_(self.convolutions[layer].weight)
                nn.init.zeros_(self.convolutions[layer].bias)
                inputs = self.CHANNELS[layer]

    def forward(self, x):
        features = {}
        for layer in self.LAYERS:
            if layer == "P":
                x = F.avg_pool2d(x, 2)
                continue
            x = F.relu(self.convolutions[layer](x))
            if layer in TAPS:
                features[layer] = x
        return features


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
