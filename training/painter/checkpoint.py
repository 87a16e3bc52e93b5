"""Checkpoints as networks, with their averaged weights."""
import torch

from .encoder import StyleEncoder
from .net import Painters
from .perception import Perception


def floats(state):
    return {name: value.float() if value.is_floating_point() else value for name, value in state.items()}


def load_stylizer(path):
    """(painters, style encoder, the checkpoint itself)."""
    saved = torch.load(path, map_location="cpu")
    painters = Painters(len(saved["masters"]))
    encoder = StyleEncoder(Perception(smooth=False), painters.stylizer.code_length)
    torch.nn.ModuleDict({"model": painters, "encoder": encoder}).load_state_dict(floats(saved["average"]))
    return painters.eval().requires_grad_(False), encoder.eval().requires_grad_(False), saved


def load_perception(path):
    """(our perceptual network, its steps)."""
    saved = torch.load(path, map_location="cpu")
    sight = Perception()
    sight.load_state_dict(floats(saved["average"]))
    return sight.eval().requires_grad_(False), saved["step"]


def load_eyes(path):
    """A perceptual network to look through: of plain convolutions, whichever kind it was trained with."""
    state = floats(torch.load(path, map_location="cpu")["average"])
    sight = Perception(smooth="convolutions.12.small" in state)
    sight.load_state_dict(state)
    return sight.plain()
