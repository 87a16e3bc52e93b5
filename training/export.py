"""Turns checkpoints into what the gallery paints with: public/models/manifest.json, the networks beside it, and the styles' numbers.

The averaged weights are exported. Nothing is written when onnxruntime and PyTorch differ by more than 2e-3 anywhere.
"""
import argparse
import csv
import hashlib
import json
import shutil
import sys
import tempfile
from pathlib import Path

import torch

from painter import data, refinement
from painter.checkpoint import STUDIES, load_model
from painter.net import Tiles
from painter.onnx_export import Stored, check_onnx, smooth_noise, write_onnx
from painter.sizes import TARGET_SIZES, as_the_worker_shows
from painter.study import Teach, read_studies

HERE = Path(__file__).resolve().parent
NAME = "masters"
TOLERANCE = 2e-3

TRAINED = {
    "recipes": ["training/train_perception.py", "training/train_stylizer.py"],
    "data": [
        {"what": "official portraits of members of the US Congress (voteview/member_photos)", "licence": "public domain (17 USC 105)"},
        {"what": "camera test photos (drewnoakes/metadata-extractor-images)", "licence": "free to use, by its README"},
        {"what": "Azure-Samples/cognitive-services-sample-data-files, creativetimofficial/material-kit", "licence": "MIT"},
        {"what": "pop-os/wallpapers, elementary/wallpapers, imageio/imageio-binaries, Kodak suite", "licence": "public domain or free for any use"},
        {"what": "523 paintings by artists who died before 1956, the masters' listed under styles among them, as styles only", "licence": "public domain"},
    ],
    "lossNetworks": [
        {"what": "VGG19 up to relu3_1 (Simonyan and Zisserman)", "licence": "CC BY 4.0"},
        {"what": "VGG19 distilled to 1/16 (MingSun-Tse/Collaborative-Distillation)", "licence": "MIT"},
    ],
    "losses": "style: relative moments and Gram matrices of both networks; content: distilled relu3_1, relu4_1; edge correlation; broad colours by an affine map of the photo's; spikes; total variation; the photo's own code: levelled L1; perception: cosine of gradients, features",
}


def arguments(given=None):
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--data", required=True, help="folder with paintings/: what the masters' style targets are made of")
    p.add_argument("--stylizer", default=str(HERE / "runs/stylizer/checkpoint.pt"))
    p.add_argument("--perception", default=str(HERE / "runs/sight/checkpoint.pt"))
    p.add_argument("--masters", default=str(HERE / "masters.json"))
    p.add_argument("--metrics", default=str(HERE / "metrics.json"), help="written by evaluate.py; left out when it is of other weights")
    p.add_argument("--output", default=str(HERE.parent / "public/models"))
    return p.parse_args(given)


def networks_of(painters, encoder, sight):
    """{name: (network, example inputs, names of inputs, of outputs, free axes, inputs to check it with)}"""
    generator = torch.Generator().manual_seed(7)
    picture = lambda h, w: smooth_noise(h, w, generator)
    index = torch.arange(painters.middle.shape[0])
    codes = torch.cat([painters.codes(index, torch.ones(len(index))), painters.photo_code[None]]).detach()
    some = lambda n: codes[n % len(codes)][None]
    free = {2: "height", 3: "width"}
    stylizer, tiles = painters.stylizer, Tiles(painters.stylizer)
    sizes = ((64, 64), (128, 96), (256, 256), (20, 300), (260, 384), (512, 404))
    to_paint = [(picture(*size), some(n)) for n, size in enumerate(sizes)]
    with torch.no_grad():
        noted = [tiles(*case, torch.zeros(1, codes.shape[1]), torch.zeros(1))[1] for case in to_paint]
    replayed = [(photo, code, noted[n - 1], torch.tensor([float(n % 2)])) for n, (photo, code) in enumerate(to_paint)]
    look, pull = refinement.Look(sight), refinement.Pull(sight)
    pulled = []
    for height, width in ((64, 96), (160, 128), (256, 256)):
        target = look(picture(128, 144))[0].detach()
        content = look(picture(height, width))[1].detach()
        pulled.append((picture(height, width), target, content, torch.tensor([1.0, 0.5, 2.0, 0.5, 0.5, 0.2])))
    paint_free = {"photo": {0: "batch", **free}, "code": {0: "batch"}, "image": {0: "batch", **free}}
    seen = {"content": {2: "h", 3: "w"}}
    studies = read_studies(STUDIES)[:2]
    lessons = [(photo, some(n), look(picture(128, 144))[0].detach(), look(photo)[1].detach(), torch.tensor([1.0, 1.0, 1.0, 0.5, 0.5, 0.1])) for n, photo in enumerate(studies)]
    return {
        "stylizer": (stylizer, to_paint, ["photo", "code"], ["image"], paint_free),
        "browser": (Stored(stylizer, "int8"), to_paint, ["photo", "code"], ["image"], paint_free),
        "tiles": (Stored(tiles, "float16"), replayed, ["photo", "code", "statistics", "replay"], ["image", "statistics_out"], {"photo": free, "image": free}),
        "encoder": (Stored(encoder, "float16"), [(picture(h, w),) for h, w in ((128, 128), (256, 320), (512, 400))], ["painting"], ["code"], {"painting": free}),
        "look": (Stored(look, "float16"), [(picture(h, w),) for h, w in ((64, 96), (256, 272))], ["picture"], ["target", "content"], {"picture": free, **seen}),
        "pull": (Stored(pull, "float16"), pulled, ["picture", "target", "content", "weights"], ["gradient", "losses"], {"picture": free, "gradient": free, **seen}),
        # Of one size, that of the studies: a mirrored border's adjoint is written with it.
        "teach": (Stored(Teach(stylizer, sight), "float16"), lessons, ["photo", "code", "target", "content", "weights"], ["gradient", "losses"], {}),
    }


def write_networks(networks, folder, version):
    """Writes and checks every network; returns their entries for the manifest and the greatest differences."""
    entries, parity = {}, {}
    for name, (network, cases, inputs, outputs, free) in networks.items():
        path = folder / f"{name}-{version}.onnx"
        write_onnx(network, path, cases[0], inputs, outputs, free)
        # Measured against the network with the very weights that are stored.
        worst = max(check_onnx(network, path, inputs, outputs, cases))
        print(f"{name}: {path.stat().st_size} bytes, greatest difference to PyTorch {worst:.1e}")
        if not worst <= TOLERANCE:
            sys.exit(f"onnxruntime and PyTorch differ by {worst:.1e} in {name}: nothing was exported")
        entries[name], parity[name] = entry(path), worst
    return entries, parity


def entry(path):
    return {"file": path.name, "sha256": hashlib.sha256(path.read_bytes()).hexdigest(), "bytes": path.stat().st_size}


@torch.no_grad()
def write_styles(painters, sight, files, path):
    """The photo's code, then for each master fine code, broad code (float32), a target for each size as it is kept (float16), little-endian."""
    look = Stored(refinement.Look(sight), "float16")
    scale = lambda value: torch.full((1,), value)
    with open(path, "wb") as f:
        f.write(painters.photo_code.numpy().astype("<f4").tobytes())
        for k, file in enumerate(files):
            for value in (0.0, 1.0):
                f.write(painters.codes(torch.tensor([k]), scale(value))[0].numpy().astype("<f4").tobytes())
            image = data.read(file, 768)
            for size in TARGET_SIZES:
                shown = as_the_worker_shows(image, size)
                shown = shown[:, :, : shown.shape[2] // 4 * 4, : shown.shape[3] // 4 * 4]
                f.write(refinement.keep_target(look(shown)[0]).numpy().astype("<f2").tobytes())


def read_metrics(path, version):
    path = Path(path)
    metrics = json.loads(path.read_text("utf8")) if path.exists() else None
    return metrics if metrics and metrics["version"] == version else None


def main(given=None):
    a = arguments(given)
    torch.set_num_threads(1)
    folder = Path(a.data) / "paintings"
    kept = load_model(a.stylizer, a.perception, a.masters, folder)
    painters, encoder, sight, chosen, version = kept.painters, kept.encoder, kept.sight, kept.masters, kept.version
    with open(folder / "paintings.csv", encoding="utf8") as f:
        # Of repository:path the repository; an address as it is.
        sources = {row["file"]: row["source"] if "://" in row["source"] else row["source"].split(":")[0] for row in csv.DictReader(f)}
    output = Path(a.output)
    output.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=output) as draft:
        draft = Path(draft)
        entries, parity = write_networks(networks_of(painters, encoder, sight), draft, version)
        styles, studies = draft / f"styles-{version}.bin", draft / f"studies-{version}.webp"
        shutil.copyfile(STUDIES, studies)
        write_styles(painters, sight, [folder / m["file"] for m in chosen], styles)
        model = {
            "name": NAME,
            "version": version,
            "licence": "MIT",
            "codeLength": painters.stylizer.code_length,
            "target": {"channels": [refinement.Sight.CHANNELS[layer] for layer in refinement.STYLE], "sizes": list(TARGET_SIZES)},
            "networks": entries,
            "numbers": entry(styles),
            "studies": entry(studies),
            "trained": {"steps": kept.steps, "perceptionSteps": kept.sight_steps, "minutes": kept.minutes, **TRAINED},
            "metrics": read_metrics(a.metrics, version),
            "parity": parity,
            "styles": [{**{k: m[k] for k in ("id", "title", "artist", "year", "school")}, "source": sources[m["file"]]} for m in chosen],
        }
        for path in sorted(draft.iterdir()):
            shutil.move(str(path), output / path.name)
    manifest = output / "manifest.json"
    part = manifest.with_suffix(".part")
    part.write_text(json.dumps({"models": [model]}, ensure_ascii=False, indent=1) + "\n", "utf8")
    part.replace(manifest)
    written = {e["file"] for e in [*entries.values(), model["numbers"], model["studies"]]} | {"manifest.json"}
    for other in output.iterdir():
        if other.is_file() and other.name not in written:
            other.unlink()
    total = sum(p.stat().st_size for p in output.iterdir() if p.is_file())
    print(f"{version}: {len(chosen)} masters, {total / 2**20:.1f} MiB")


if __name__ == "__main__":
    main()
