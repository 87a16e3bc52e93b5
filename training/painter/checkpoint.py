"""Checkpoints as networks, with their averaged weights."""
import json
from dataclasses import dataclass
from pathlib import Path

import torch

from .encoder import StyleEncoder
from .net import Painters
from .perception import Eyes, Sight
from .version import fingerprint, version_of

# The small pictures that a code is taught with.
STUDIES = Path(__file__).resolve().parents[1] / "studies.webp"


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


@dataclass
class Model:
    """What is measured and exported: the networks, the masters' rows of masters.json in the order of their codes, and the version of both."""

    painters: Painters
    encoder: StyleEncoder
    sight: Sight
    masters: list
    steps: int
    sight_steps: int
    minutes: int
    version: str


def load_model(stylizer, perception, masters, paintings):
    """stylizer, perception: checkpoints; masters: masters.json; paintings: the folder of the files that it names."""
    listed = json.loads(Path(masters).read_text("utf8"))
    painters, encoder, saved = load_stylizer(stylizer, listed)
    sight, sight_steps = load_perception(perception)
    by_id = {m["id"]: m for m in listed}
    chosen = [by_id[name] for name in saved["masters"]]
    files = [*(Path(paintings) / m["file"] for m in chosen), STUDIES]
    version = version_of(saved["step"], sight_steps, fingerprint((painters, encoder, sight), saved["masters"], files))
    return Model(painters, encoder, sight, chosen, saved["step"], sight_steps, round(saved["spent"] / 60), version)
