"""The stylizer as ONNX (opset 13: every operator is also in opsets up to 17), and a check of it against PyTorch.

The check runs the file in the very runtime that the gallery paints with (onnxruntime-node): `worker/painter/replay-cases.ts` reads
the cases written here and writes what it painted.
"""
import json
import shutil
import subprocess
import tempfile
from pathlib import Path

import numpy as np
import torch

ROOT = Path(__file__).resolve().parents[2]
SIZES = ((64, 64), (128, 96), (256, 256), (20, 300), (260, 384), (512, 404))


def write_onnx(stylizer, path):
    """Writes `photo` float32 (1,3,H,W), `code` float32 (1,D) -> `image` float32 (1,3,H,W); H and W are free multiples of 4."""
    stylizer = stylizer.eval()
    example = (torch.rand(1, 3, 64, 64), stylizer.neutral_code()[None])
    free = {2: "height", 3: "width"}
    torch.onnx.export(
        stylizer,
        example,
        str(path),
        input_names=["photo", "code"],
        output_names=["image"],
        dynamic_axes={"photo": free, "image": free},
        opset_version=13,
        do_constant_folding=True,
    )


def check_onnx(stylizer, path, codes, sizes=SIZES):
    """Paints the same pictures in both runtimes; returns [(height, width, greatest absolute difference)]."""
    node = shutil.which("node")
    if node is None:
        raise RuntimeError("node is needed to check the exported network")
    generator = torch.Generator().manual_seed(7)
    found = []
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        cases, expected = [], []
        for n, (height, width) in enumerate(sizes):
            photo = torch.rand(1, 3, height // 4, width // 4, generator=generator)
            photo = torch.nn.functional.interpolate(photo, size=(height, width), mode="bilinear", align_corners=False)
            code = codes[n % len(codes)][None]
            with torch.no_grad():
                expected.append(stylizer(photo, code).numpy())
            photo.numpy().astype("<f4").tofile(folder / f"{n}.photo")
            code.detach().numpy().astype("<f4").tofile(folder / f"{n}.code")
            cases.append({"height": height, "width": width})
        (folder / "cases.json").write_text(json.dumps(cases))
        command = [node, "--import", "tsx", "worker/painter/replay-cases.ts", str(Path(path).resolve()), str(folder)]
        subprocess.run(command, cwd=ROOT, check=True)
        for n, (height, width) in enumerate(sizes):
            image = np.fromfile(folder / f"{n}.image", "<f4").reshape(1, 3, height, width)
            found.append((height, width, float(np.abs(image - expected[n]).max())))
    return found
