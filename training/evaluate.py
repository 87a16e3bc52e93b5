"""Measures a checkpoint on held-out photos x masters and writes metrics.json, which export.py puts into the manifest.

Every figure stands beside its ratio to colour matching alone: moving a photo's colours to the painting's already gives most of a naive
style score. The judge (SqueezeNet) was never trained on.
"""
import argparse
import json
from pathlib import Path

import numpy as np
import torch
from PIL import Image

from export import load
from painter import data, metrics, perception

HERE = Path(__file__).resolve().parent
STYLES = ("vgg", "judge")


def arguments():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--data", required=True, help="folder with content/, paintings/ and loss-network/")
    p.add_argument("--checkpoint", default=str(HERE / "runs/masters/checkpoint.pt"))
    p.add_argument("--masters", default=str(HERE / "masters.json"))
    p.add_argument("--sizes", type=int, nargs="+", default=(256, 512))
    p.add_argument("--photos", type=int, default=12, help="how many of the held-out photos")
    p.add_argument("--output", default=str(HERE / "metrics.json"))
    p.add_argument("--sheet", help="where to paint a sheet of photos x masters to look at; not for publication")
    p.add_argument("--threads", type=int, default=1)
    return p.parse_args()


class Networks:
    """The three networks, and what they see in a picture."""

    def __init__(self, folder):
        self.vgg = perception.real_vgg(folder)
        self.cheap = perception.distilled_vgg(folder)
        self.judge = perception.SqueezeNet(f"{folder}/squeezenet1_1_features.npz")

    def targets(self, painting):
        return {name: metrics.style_target(getattr(self, name)(painting)) for name in STYLES}

    def measure(self, picture, photo, photo_features, targets):
        found = {name: metrics.style_distance(getattr(self, name)(picture), targets[name]) for name in STYLES}
        found["content"] = metrics.content_distance(self.cheap(picture, "41"), photo_features)
        found["ssim"] = metrics.ssim(picture, photo)
        found["edge"] = metrics.edge_correlation(picture, photo)
        return found


def evaluate(model, networks, photos, paintings):
    """[{vgg, judge, content, ssim, edge}] of the paintings and of colour matching, for all pairs, masters outermost."""
    ours, matched, sheet = [], [], [torch.cat(photos, 2)]
    features = [networks.cheap(photo, "41") for photo in photos]
    for index, painting in enumerate(paintings):
        targets = networks.targets(painting)
        column = []
        for photo, seen in zip(photos, features):
            painted = model(photo, torch.tensor([index]))
            column.append(painted)
            ours.append(networks.measure(painted, photo, seen, targets))
            matched.append(networks.measure(metrics.colour_matched(photo, painting), photo, seen, targets))
        sheet.append(torch.cat(column, 2))
    return ours, matched, torch.cat(sheet, 3)


def mean(rows):
    return {key: float(np.mean([row[key] for row in rows])) for key in rows[0]}


def summarise(ours, matched, names, per_master):
    """Means and ratios of the whole, and the style ratios of each master."""
    a, b = mean(ours), mean(matched)
    whole = {key: round(a[key], 4) for key in a}
    whole.update({f"{name}Ratio": round(a[name] / b[name], 3) for name in STYLES})
    whole["colourMatching"] = {key: round(b[key], 4) for key in b}
    whole["masters"] = {}
    for n, name in enumerate(names):
        part = slice(n * per_master, (n + 1) * per_master)
        x, y = mean(ours[part]), mean(matched[part])
        whole["masters"][name] = {f"{s}Ratio": round(x[s] / y[s], 3) for s in STYLES} | {"edge": round(x["edge"], 3)}
    return whole


def show(size, found):
    print(f"\n{size} px        vgg  ratio  judge  ratio  content   ssim   edge")
    line = "{:<12} {vgg:.4f} {:>6} {judge:.4f} {:>6} {content:>8.4f} {ssim:>6.3f} {edge:>6.3f}"
    print(line.format("colour only", "1", "1", **found["colourMatching"]))
    print(line.format("painted", found["vggRatio"], found["judgeRatio"], **{k: found[k] for k in found["colourMatching"]}))
    for name, ratios in found["masters"].items():
        print(f"  {name:<38} vgg {ratios['vggRatio']:<6} judge {ratios['judgeRatio']:<6} edge {ratios['edge']}")


def read_before(path, version, masters):
    """What was measured on the same weights before: sizes may be measured one by one."""
    before = json.loads(path.read_text("utf8")) if path.exists() else {}
    return before if before.get("version") == version else {"version": version, "masters": masters, "sizes": {}}


@torch.no_grad()
def main():
    a = arguments()
    torch.set_num_threads(a.threads)
    folder = Path(a.data)
    model, saved = load(a.checkpoint)
    networks = Networks(folder / "loss-network")
    masters = {m["id"]: m for m in json.loads(Path(a.masters).read_text("utf8"))}
    result = read_before(Path(a.output), f"masters-1.{saved['step']}", len(saved["masters"]))
    for size in a.sizes:
        held = data.read_split(folder / "content", "content.csv", "holdout", size)
        order = sorted(range(len(held)), key=lambda n: n % 3)  # every kind of photo, however few are asked for
        photos = [data.square(held[n][1], size) for n in order[: a.photos]]
        files = [folder / "paintings" / masters[name]["file"] for name in saved["masters"]]
        paintings = [data.square(data.read(file, size), size) for file in files]
        ours, matched, sheet = evaluate(model, networks, photos, paintings)
        result["sizes"][str(size)] = {"photos": len(photos), **summarise(ours, matched, saved["masters"], len(photos))}
        show(size, result["sizes"][str(size)])
        if a.sheet:
            pixels = (sheet[0].permute(1, 2, 0).clamp(0, 1).numpy() * 255).round().astype("uint8")
            Image.fromarray(pixels).save(Path(a.sheet).with_name(f"{Path(a.sheet).stem}-{size}.png"))
    Path(a.output).write_text(json.dumps(result, indent=1) + "\n", "utf8")


if __name__ == "__main__":
    main()
