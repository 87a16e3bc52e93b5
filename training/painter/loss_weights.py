"""The loss networks' .npz files from published weights: torchvision's VGG19 and SqueezeNet 1.1, Collaborative Distillation's small VGG19.

What is read is a state dict, or a dict that has one under `model` or `state_dict`. A file that is something else raises WeightsError.
"""
import numpy as np
import torch
import torch.nn.functional as F

VGG = "vgg19_normalised_relu3_1.npz"
DISTILLED = "vgg19_distilled16x_relu5_1.npz"
SQUEEZENET = "squeezenet1_1_features.npz"

# What torchvision's networks expect of RGB in [0,1]: (x - MEAN) / STD.
MEAN, STD = torch.tensor([0.485, 0.456, 0.406]), torch.tensor([0.229, 0.224, 0.225])
# What `perception.SqueezeNet` subtracts from BGR in [0,255].
BGR_MEAN = torch.tensor([103.939, 116.779, 123.68])

# Our name -> (place in torchvision's `features`, outputs, inputs)
VGG_PLACES = {"11": (0, 64, 3), "12": (2, 64, 64), "21": (5, 128, 64), "22": (7, 128, 128), "31": (10, 256, 128)}
DISTILLED_CHANNELS = {"1": 16, "2": 32, "3": 64, "4": 128, "5": 128}
DISTILLED_LAYERS = "11 12 21 22 31 32 33 34 41 42 43 44 51".split()
# Our number -> (place in torchvision's `features`, inputs, squeezed, outputs of each half)
FIRES = {
    "fire2": (3, 64, 16, 64),
    "fire3": (4, 128, 16, 64),
    "fire4": (6, 128, 32, 128),
    "fire5": (7, 256, 32, 128),
    "fire6": (9, 256, 48, 192),
    "fire7": (10, 384, 48, 192),
    "fire8": (11, 384, 64, 256),
    "fire9": (12, 512, 64, 256),
}


# Of a layer's mean, what a channel's mean counts as at least: one that these pictures hardly wake must not outweigh all when another does.
RAREST = 0.05


class WeightsError(Exception):
    """A file is not the network that it is given for."""


class Given:
    """The weights in a file, each asked for by its name and its shape."""

    def __init__(self, path, what):
        self.path, self.what = path, what
        try:
            state = torch.load(path, map_location="cpu")
        except FileNotFoundError:
            raise WeightsError(f"{path} is not there.")
        except Exception as error:
            raise WeightsError(f"{path} is no file of weights that PyTorch can read ({error}).")
        for key in ("model", "state_dict"):
            state = state.get(key, state) if isinstance(state, dict) else state
        if not isinstance(state, dict):
            raise WeightsError(f"{path} holds no state dict but a {type(state).__name__}.")
        self.state = state

    def conv(self, name, outputs, inputs, side):
        """(weight, bias) as float32."""
        found = []
        for part, shape in (("weight", (outputs, inputs, side, side)), ("bias", (outputs,))):
            value = self.state.get(f"{name}.{part}")
            if not isinstance(value, torch.Tensor):
                raise WeightsError(f"{self.path} has no {name}.{part}: it is not {self.what}.")
            if tuple(value.shape) != shape:
                raise WeightsError(f"{self.path}: {name}.{part} is {tuple(value.shape)}, not {shape}: it is not {self.what}.")
            if not torch.isfinite(value.float()).all():
                raise WeightsError(f"{self.path}: {name}.{part} has numbers that are not finite.")
            found.append(value.float())
        return found


def write(path, named):
    """named: {layer: (weight, bias)}; conv0, which works on colours, stays float32."""
    arrays = {}
    for name, values in named.items():
        for part, value in zip(("weight", "bias"), values):
            array = value.numpy().astype("float32" if name == "conv0" else "float16")
            if not np.isfinite(array).all():
                raise WeightsError(f"{path}: {name}.{part} does not fit float16.")
            arrays[f"{name}.{part}"] = array
    np.savez(path, **arrays)


@torch.no_grad()
def convert_vgg(source, path, pictures):
    """torchvision's `vgg19` up to relu3_1, its channels scaled so that each is 1 on average over the pictures [(1,3,H,W)] (Gatys et al.
    2016): what follows is scaled back, so the network sees the same, and no channel outweighs the others."""
    given = Given(source, "torchvision's vgg19")
    named = {"conv0": (torch.diag(1 / STD)[:, :, None, None], -MEAN / STD)}
    seen, scale = [F.conv2d(p, *named["conv0"]) for p in pictures], torch.ones(3)
    for layer, (place, outputs, inputs) in VGG_PLACES.items():
        weight, bias = given.conv(f"features.{place}", outputs, inputs, 3)
        weight = weight * scale[None, :, None, None]
        seen = [F.relu(F.conv2d(x, weight, bias, padding=1)) for x in seen]
        scale = torch.stack([x.mean((0, 2, 3)) for x in seen]).mean(0)
        scale = scale.clamp(min=RAREST * scale.mean())
        named["conv" + layer] = (weight / scale[:, None, None, None], bias / scale)
        seen = [x / scale[None, :, None, None] for x in seen]
        if layer in ("12", "22"):
            seen = [F.max_pool2d(x, 2, 2) for x in seen]
    write(path, named)


def convert_distilled(source, path):
    """The encoder up to relu5_1 of MingSun-Tse/Collaborative-Distillation (`trained_models/wct_se_16x_new/5SE.pth`)."""
    given, inputs = Given(source, "Collaborative Distillation's VGG19 up to relu5_1"), 3
    named = {"conv0": given.conv("conv0", 3, 3, 1)}
    for layer in DISTILLED_LAYERS:
        outputs = DISTILLED_CHANNELS[layer[0]]
        named["conv" + layer] = given.conv("conv" + layer, outputs, inputs, 3)
        inputs = outputs
    write(path, named)


def convert_squeezenet(source, path):
    """torchvision's `squeezenet1_1` without its classifier; its first layer takes BGR in [0,255] less BGR_MEAN from now on."""
    given = Given(source, "torchvision's squeezenet1_1")
    weight, bias = given.conv("features.0", 64, 3, 3)
    weight = weight / STD[None, :, None, None]
    # x = (z + m) / 255 for what is given, z; there is no padding, so the constant falls on every place alike.
    bias = bias + (weight * (BGR_MEAN.flip(0) / 255 - MEAN)[None, :, None, None]).sum((1, 2, 3))
    named = {"conv1": (weight.flip(1) / 255, bias)}
    for name, (place, inputs, squeezed, outputs) in FIRES.items():
        named[f"{name}/squeeze1x1"] = given.conv(f"features.{place}.squeeze", squeezed, inputs, 1)
        named[f"{name}/expand1x1"] = given.conv(f"features.{place}.expand1x1", outputs, squeezed, 1)
        named[f"{name}/expand3x3"] = given.conv(f"features.{place}.expand3x3", outputs, squeezed, 3)
    write(path, named)
