"""Networks as ONNX (opset 13: every operator is also in opsets up to 17), and a check of each against PyTorch.

The check runs the files in the very runtime that the gallery paints with (onnxruntime-node): `worker/painter/replay-cases.ts` reads
the cases written here and writes what came out.
"""
import copy
import inspect
import json
import shutil
import subprocess
import tempfile
from pathlib import Path

import numpy as np
import torch
import torch.nn as nn

ROOT = Path(__file__).resolve().parents[2]


class Stored(nn.Module):
    """A network whose larger weights are kept in fewer bits and widened when the session opens: "float16", or "int8" with one scale
    for each output channel. What it computes with is what is stored, so PyTorch and the runtime agree."""

    def __init__(self, network, kind):
        super().__init__()
        self.network = copy.deepcopy(network)
        self.places = []
        for owner_name, owner in self.network.named_modules():
            for of in (owner._parameters, owner._buffers):
                for name in [n for n, v in of.items() if v is not None and v.numel() >= 64 and v.is_floating_point()]:
                    key = f"{owner_name}_{name}".replace(".", "_")
                    self.places.append((owner, name, key))
                    self._store(key, of.pop(name).detach(), kind)

    def _store(self, key, value, kind):
        if kind == "int8" and value.dim() > 1:
            scale = (value.flatten(1).abs().amax(1) / 127).clamp(min=1e-8).reshape(-1, *[1] * (value.dim() - 1))
            self.register_buffer("stored_" + key, (value / scale).round().to(torch.int8))
            self.register_buffer("scale_" + key, scale)
        else:
            self.register_buffer("stored_" + key, value.half())

    def forward(self, *inputs):
        for owner, name, key in self.places:
            value, scale = getattr(self, "stored_" + key).float(), getattr(self, "scale_" + key, None)
            setattr(owner, name, value if scale is None else value * scale)
        return self.network(*inputs)


def write_onnx(network, path, example, inputs, outputs, free):
    """free: {name of an input or output: {axis: name of its length}}."""
    # PyTorch 2.9 made another exporter the default, which writes later opsets.
    classic = {"dynamo": False} if "dynamo" in inspect.signature(torch.onnx.export).parameters else {}
    torch.onnx.export(
        network.eval(),
        example,
        str(path),
        input_names=inputs,
        output_names=outputs,
        dynamic_axes=free,
        opset_version=13,
        # Folding would widen the stored weights again; the session folds when it opens.
        do_constant_folding=not isinstance(network, Stored),
        **classic,
    )


def smooth_noise(height, width, generator, channels=3):
    """A picture with structure, (1,channels,height,width) in [0,1]."""
    small = torch.rand(1, channels, max(2, height // 4), max(2, width // 4), generator=generator)
    return torch.nn.functional.interpolate(small, size=(height, width), mode="bilinear", align_corners=False)


@torch.no_grad()
def check_onnx(network, path, inputs, outputs, cases):
    """Runs the same inputs in both runtimes; returns the greatest absolute difference of each case, relative to the largest value
    where values exceed 1."""
    node = shutil.which("node")
    if node is None:
        raise RuntimeError("node is needed to check the exported networks")
    with tempfile.TemporaryDirectory() as folder:
        folder, expected, listed = Path(folder), [], []
        for n, case in enumerate(cases):
            found = network(*case)
            expected.append(found if isinstance(found, tuple) else (found,))
            for name, value in zip(inputs, case):
                value.numpy().astype("<f4").tofile(folder / f"{n}.{name}")
            listed.append({"inputs": {name: list(value.shape) for name, value in zip(inputs, case)}})
        (folder / "cases.json").write_text(json.dumps({"outputs": outputs, "cases": listed}))
        command = [node, "--import", "tsx", "worker/painter/replay-cases.ts", str(Path(path).resolve()), str(folder)]
        subprocess.run(command, cwd=ROOT, check=True)
        worst = []
        for n, values in enumerate(expected):
            differences = []
            for name, value in zip(outputs, values):
                found = np.fromfile(folder / f"{n}.{name}", "<f4").reshape(value.shape)
                scale = max(1.0, float(value.abs().max()))
                differences.append(float(np.abs(found - value.numpy()).max()) / scale)
            worst.append(max(differences))
        return worst
