"""Compares the ways in which the browser's network can be stored: bytes of the file, and how far its pictures are from the full network's.

Prints for each kind, over held-out photos x masters: greatest and mean difference in steps of eight bits, SSIM beside the full network's
picture, and style on the real VGG as a ratio to the full network's. All kinds are widened when a session opens, so they paint equally fast.
"""
import argparse
import tempfile
from pathlib import Path

import numpy as np
import torch

from painter import data, metrics, perception
from painter.checkpoint import load_model
from painter.onnx_export import Stored, write_onnx
from painter.ways import fitted, strokes_at

HERE = Path(__file__).resolve().parent
KINDS = ("float16", "int8")


def arguments(given=None):
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--data", required=True, help="folder with content/, paintings/ and loss-network/")
    p.add_argument("--stylizer", default=str(HERE / "checkpoints/stylizer.pt"))
    p.add_argument("--perception", default=str(HERE / "checkpoints/sight.pt"))
    p.add_argument("--masters", default=str(HERE / "masters.json"))
    p.add_argument("--size", type=int, default=256)
    p.add_argument("--photos", type=int, default=4)
    return p.parse_args(given)


def size_of(network, code, size):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "network.onnx"
        write_onnx(network, path, (torch.rand(1, 3, size, size), code), ["photo", "code"], ["image"], {})
        return path.stat().st_size


@torch.no_grad()
def main(given=None):
    a = arguments(given)
    folder = Path(a.data)
    model = load_model(a.stylizer, a.perception, a.masters, folder / "paintings")
    full, vgg = model.painters.stylizer, perception.real_vgg(folder / "loss-network")
    stored = {kind: Stored(full, kind).eval() for kind in KINDS}
    photos = [data.square(image, a.size) for _, image in data.read_split(folder / "content", "content.csv", "holdout", a.size)][: a.photos]
    rows = {kind: [] for kind in KINDS}
    for n, master in enumerate(model.masters):
        code = model.painters.codes(torch.tensor([n]), torch.tensor([strokes_at(a.size)]))
        target = metrics.style_target(vgg(fitted(data.read(folder / "paintings" / master["file"], 512), a.size)))
        for photo in photos:
            painted = full(photo, code)
            style = metrics.style_distance(vgg(painted), target)
            for kind, network in stored.items():
                found = network(photo, code)
                off = 255 * (found - painted).abs()
                ratio = metrics.style_distance(vgg(found), target) / style
                rows[kind].append((off.max().item(), off.mean().item(), metrics.ssim(found, painted), ratio))
    print(f"{model.version}, {a.size} px, {len(model.masters)} masters x {len(photos)} photos")
    print(f"{'kind':<10}{'bytes':>10}{'greatest':>10}{'mean':>8}{'SSIM':>8}{'VGG':>8}")
    for kind, found in rows.items():
        greatest, mean, ssim, ratio = np.array(found).T
        bytes_ = size_of(stored[kind], code, a.size)
        print(f"{kind:<10}{bytes_:>10}{greatest.max():>10.1f}{mean.mean():>8.2f}{ssim.mean():>8.4f}{ratio.mean():>8.3f}")


if __name__ == "__main__":
    main()
