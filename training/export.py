"""Turns a checkpoint into what the gallery paints with: public/models/stylizer-<version>.onnx and public/models/manifest.json.

The averaged weights are exported. The file is refused when onnxruntime and PyTorch differ by more than 1e-3 anywhere.
"""
import argparse
import base64
import csv
import hashlib
import json
import sys
from pathlib import Path

import torch

from painter.net import Painters
from painter.onnx_export import check_onnx, write_onnx

HERE = Path(__file__).resolve().parent
NAME = "masters"

TRAINED = {
    "recipe": "training/train_masters.py",
    "data": [
        {"what": "official portraits of members of the US Congress (voteview/member_photos)", "licence": "public domain (17 USC 105)"},
        {"what": "camera test photos (drewnoakes/metadata-extractor-images)", "licence": "free to use, by its README"},
        {"what": "Azure-Samples/cognitive-services-sample-data-files, creativetimofficial/material-kit", "licence": "MIT"},
        {"what": "pop-os/wallpapers, elementary/wallpapers, imageio/imageio-binaries, Kodak suite", "licence": "public domain or free for any use"},
        {"what": "the masters' paintings listed under styles, as styles only", "licence": "public domain"},
    ],
    "lossNetworks": [
        {"what": "VGG19 up to relu3_1 (Simonyan and Zisserman)", "licence": "CC BY 4.0"},
        {"what": "VGG19 distilled to 1/16 (MingSun-Tse/Collaborative-Distillation)", "licence": "MIT"},
    ],
    "losses": "style: relative moments and Gram matrices of both networks; content: distilled relu3_1, relu4_1; edge correlation; total variation; the photo's own code: levelled L1",
}


def arguments():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--checkpoint", default=str(HERE / "runs/masters/checkpoint.pt"))
    p.add_argument("--masters", default=str(HERE / "masters.json"))
    p.add_argument("--metrics", default=str(HERE / "metrics.json"), help="written by evaluate.py; left out when it is of other weights")
    p.add_argument("--paintings", help="paintings.csv of the training data: gives each master's source; without it the last manifest does")
    p.add_argument("--output", default=str(HERE.parent / "public/models"))
    return p.parse_args()


def load(checkpoint):
    """The averaged model of a checkpoint, and the checkpoint itself."""
    saved = torch.load(checkpoint, map_location="cpu")
    model = Painters(len(saved["masters"]))
    model.load_state_dict(saved["average"])
    return model.eval(), saved


def encode(code):
    return base64.b64encode(code.detach().numpy().astype("<f4").tobytes()).decode()


def read_sources(table, masters, last_manifest):
    """{master's id: repository its picture came from}, from paintings.csv or, without it, from the last manifest."""
    if not table:
        return {s["id"]: s["source"] for s in json.loads(last_manifest.read_text("utf8"))["styles"]}
    with open(table, encoding="utf8") as f:
        of_file = {row["file"]: row["source"].split(":")[0] for row in csv.DictReader(f)}
    return {name: of_file[m["file"]] for name, m in masters.items()}


def read_metrics(path, version):
    path = Path(path)
    metrics = json.loads(path.read_text("utf8")) if path.exists() else None
    return metrics if metrics and metrics["version"] == version else None


def main():
    a = arguments()
    torch.set_num_threads(1)
    model, saved = load(a.checkpoint)
    masters = {m["id"]: m for m in json.loads(Path(a.masters).read_text("utf8"))}
    version = f"masters-1.{saved['step']}"
    output = Path(a.output)
    output.mkdir(parents=True, exist_ok=True)
    target = output / f"stylizer-{version}.onnx"
    part = target.with_suffix(".part")
    write_onnx(model.stylizer, part)
    worst = 0.0
    for height, width, difference in check_onnx(model.stylizer, part, model.codes):
        print(f"{width}x{height}: greatest difference to PyTorch {difference:.2e}")
        worst = max(worst, difference)
    if not worst <= 1e-3:
        part.unlink()
        sys.exit(f"onnxruntime and PyTorch differ by {worst:.2e}: nothing was exported")

    manifest_file = output / "manifest.json"
    sources = read_sources(a.paintings, masters, manifest_file)
    styles = []
    for n, name in enumerate(saved["masters"]):
        m = masters[name]
        styles.append({key: m[key] for key in ("id", "title", "artist", "year", "school")})
        styles[-1].update(source=sources[name], code=encode(model.codes[n]))
    manifest = {
        "name": NAME,
        "version": version,
        "file": target.name,
        "sha256": hashlib.sha256(part.read_bytes()).hexdigest(),
        "bytes": part.stat().st_size,
        "licence": "MIT",
        "codeLength": model.stylizer.code_length,
        "trained": {"steps": saved["step"], "minutes": round(saved["spent"] / 60), **TRAINED},
        "metrics": read_metrics(a.metrics, version),
        "parity": worst,
        "photoCode": encode(model.codes[model.photo_index]),
        "styles": styles,
    }
    part.replace(target)
    manifest_file.write_text(json.dumps(manifest, ensure_ascii=False, indent=1) + "\n", "utf8")
    for other in output.glob("stylizer-*.onnx"):
        if other != target:
            other.unlink()
    print(f"{target.name}: {manifest['bytes']} bytes, {len(styles)} masters, worst difference {worst:.2e}")


if __name__ == "__main__":
    main()
