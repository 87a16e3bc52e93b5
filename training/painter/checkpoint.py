"""Checkpoints as networks, with their averaged weights."""
import torch

from .encoder import StyleEncoder
from .net import Painters
from .perception import Eyes, Sight

# How what is exported is written: the first number of a model's version.
FORMAT = 4


def floats(state):
    return {name: value.float() if value.is_floating_point() else value for name, value in state.items()}


def load_stylizer(path, masters=()):
    """(painters, style encoder, the checkpoint itself).

    masters: of masters.json. One with a `reach` goes that far from the photo's code to its own. Below 1: some masters draw so broadly
    that faces drown, and a little less of them keeps both. Above: some were held back by the photo, and gain by going a little past.
    """
    saved = torch.load(path, map_location="cpu")
    painters = Painters(len(saved["masters"]))
    encoder = StyleEncoder(Eyes(), painters.stylizer.code_length)
    torch.nn.ModuleDict({"model": painters, "encoder": encoder}).load_state_dict(floats(saved["average"]))
    reach = {m["id"]: m.get("reach", 1) for m in masters}
    with torch.no_grad():
        for k, name in enumerate(saved["masters"]):
            far = reach.get(name, 1)
            painters.middle[k] = painters.photo_code + far * (painters.middle[k] - painters.photo_code)
            painters.breadth[k] *= far
    return painters.eval().requires_grad_(False), encoder.eval().requires_grad_(False), saved


def load_perception(path, kind=Sight):
    """(our perceptual network, its steps)."""
    saved = torch.load(path, map_location="cpu")
    network = kind()
    network.load_state_dict(floats(saved["average"]))
    return network.eval().requires_grad_(False), saved["step"]


def version_of(steps, perception_steps):
    """The model's version: another one for other weights, and for other ways of writing them."""
    return f"{FORMAT}.{steps}.{perception_steps}"
