"""Measures a checkpoint on held-out photos and writes metrics.json, which export.py puts into the manifest.

Three ways of painting: the masters' own codes, the encoder's code of held-out paintings ("any"), and what the worker made of the same
pairs with refinement ("master", painted beforehand by training/paint-pairs.ts). Every figure stands beside its ratio to colour matching
alone: moving a photo's colours to the painting's already gives most of a naive style score. The judge (SqueezeNet) was never trained on.
Styles are measured on whole paintings whose short side has the size of the picture; --square takes their middle squares instead.
"""
import argparse
import json
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from PIL import Image

from painter import data, metrics, perception
from painter.checkpoint import load_perception, load_stylizer, version_of
from painter.sizes import STYLE_SIZES, as_the_worker_shows
from painter.study import read_studies, teach_code

HERE = Path(__file__).resolve().parent
STYLES = ("vgg", "judge")


def arguments():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--data", required=True, help="folder with content/, paintings/ and loss-network/")
    p.add_argument("--stylizer", default=str(HERE / "runs/stylizer/checkpoint.pt"))
    p.add_argument("--perception", default=str(HERE / "runs/sight/checkpoint.pt"), help="whose steps are part of the version")
    p.add_argument("--masters", default=str(HERE / "masters.json"))
    p.add_argument("--sizes", type=int, nargs="+", default=(256, 512))
    p.add_argument("--photos", type=int, default=12, help="how many of the held-out photos")
    p.add_argument("--ways", nargs="+", default=("masters", "any"), choices=("masters", "any", "master"))
    p.add_argument("--painted", help="folder of training/paint-pairs.ts, for the way `master`")
    p.add_argument("--glance", action="store_true", help="any painting by the encoder's guess alone, not studied")
    p.add_argument("--square", action="store_true", help="measure style on the middle square of each painting")
    p.add_argument("--output", default=str(HERE / "metrics.json"))
    p.add_argument("--sheet", help="where to paint a sheet of photos x paintings to look at; not for publication")
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


def fitted(image, size):
    """A painting (uint8) whose short side is `size`, as a tensor."""
    tensor = data.to_tensor(image)
    scale = size / min(image.shape[:2])
    goal = [max(size, round(side * scale)) for side in image.shape[:2]]
    return F.interpolate(tensor, size=goal, mode="bilinear", align_corners=False, antialias=True)


def strokes_at(size):
    """Fine strokes for small pictures, broad ones for large: 0 to 1."""
    return float(np.clip((size - STYLE_SIZES[0]) / (STYLE_SIZES[1] - STYLE_SIZES[0]), 0, 1))


def evaluate(paint, networks, photos, paintings):
    """[{vgg, judge, content, ssim, edge}] of what paint(photo, n, m) gives and of colour matching, for all pairs, paintings outermost;
    and a sheet of all."""
    ours, matched, sheet = [], [], [torch.cat(photos, 2)]
    features = [networks.cheap(photo, "41") for photo in photos]
    for index, painting in enumerate(paintings):
        targets = networks.targets(painting)
        column = []
        for m, (photo, seen) in enumerate(zip(photos, features)):
            painted = paint(photo, index, m).clamp(0, 1)
            column.append(painted)
            ours.append(networks.measure(painted, photo, seen, targets))
            matched.append(networks.measure(metrics.colour_matched(photo, painting), photo, seen, targets))
        sheet.append(torch.cat(column, 2))
    return ours, matched, torch.cat(sheet, 3)


def mean(rows):
    return {key: float(np.mean([row[key] for row in rows])) for key in rows[0]}


def summarise(ours, matched, names, per_painting):
    """Means and ratios of the whole, and the style ratios of each painting."""
    a, b = mean(ours), mean(matched)
    whole = {key: round(a[key], 4) for key in a}
    whole.update({f"{name}Ratio": round(a[name] / b[name], 3) for name in STYLES})
    whole["colourMatching"] = {key: round(b[key], 4) for key in b}
    whole["paintings"] = {}
    for n, name in enumerate(names):
        part = slice(n * per_painting, (n + 1) * per_painting)
        x, y = mean(ours[part]), mean(matched[part])
        whole["paintings"][name] = {f"{s}Ratio": round(x[s] / y[s], 3) for s in STYLES} | {"edge": round(x["edge"], 3)}
    return whole


def show(way, size, found):
    print(f"\n{way}, {size} px, {found['photos']} photos       vgg  ratio  judge  ratio  content   ssim   edge")
    line = "{:<12} {vgg:.4f} {:>6} {judge:.4f} {:>6} {content:>8.4f} {ssim:>6.3f} {edge:>6.3f}"
    print(line.format("colour only", "1", "1", **found["colourMatching"]))
    print(line.format("painted", found["vggRatio"], found["judgeRatio"], **{k: found[k] for k in found["colourMatching"]}))
    for name, ratios in found["paintings"].items():
        print(f"  {name:<38} vgg {ratios['vggRatio']:<6} judge {ratios['judgeRatio']:<6} edge {ratios['edge']}", flush=True)


def read_before(path, version, key):
    """What was measured on the same weights before: ways and sizes may be measured one by one."""
    before = json.loads(path.read_text("utf8")) if path.exists() else {}
    found = before if before.get("version") == version else {"version": version}
    found.setdefault(key, {})
    return found


@torch.no_grad()
def main():
    a = arguments()
    torch.set_num_threads(a.threads)
    folder = Path(a.data)
    listed = json.loads(Path(a.masters).read_text("utf8"))
    painters, encoder, saved = load_stylizer(a.stylizer, listed)
    sight, sight_steps = load_perception(a.perception)
    version = version_of(saved["step"], sight_steps)
    networks = Networks(folder / "loss-network")
    studies = read_studies(HERE / "studies.webp")
    studied = encoder if a.glance else lambda painting: teach_code(painters.stylizer, sight, encoder(painting), painting, studies)
    masters = {m["id"]: m for m in listed}
    held_paintings = data.read_split(folder / "paintings", "paintings.csv", "holdout", 512)
    key = "square" if a.square else "sizes"
    result = read_before(Path(a.output), version, key)
    for size in a.sizes:
        held = data.read_split(folder / "content", "content.csv", "holdout", size)
        order = sorted(range(len(held)), key=lambda n: n % 3)[: a.photos]  # every kind of photo, however few are asked for
        photos = [data.square(held[n][1], size) for n in order]
        shown = (lambda image: data.square(image, size)) if a.square else (lambda image: fitted(image, size))
        scale = torch.tensor([strokes_at(size)])
        for way in a.ways:
            if way == "masters":
                names = saved["masters"]
                paintings = [shown(data.read(folder / "paintings" / masters[name]["file"], max(512, size))) for name in names]
                paint = lambda photo, n, _: painters.stylizer(photo, painters.codes(torch.tensor([n]), scale))
            else:
                names = [name for name, _ in held_paintings]
                show_it = (lambda image: as_the_worker_shows(image, size)) if way == "master" and not a.square else shown
                paintings = [show_it(image) for _, image in held_paintings]
                codes = [] if way == "master" else [studied(F.interpolate(p, size=[s // 16 * 16 for s in p.shape[2:]])) for p in paintings]
                paint = lambda photo, n, _: painters.stylizer(photo, codes[n])
            if way == "master":
                read = lambda n, m: Image.open(Path(a.painted) / f"{size}-{Path(held[order[m]][0]).stem}-{Path(names[n]).stem}.png")
                paint = lambda photo, n, m: data.to_tensor(np.asarray(read(n, m).convert("RGB")).copy())
            ours, matched, sheet = evaluate(paint, networks, photos, paintings)
            found = {"photos": len(photos), **summarise(ours, matched, names, len(photos))}
            result[key].setdefault(str(size), {})[way] = found
            show(way, size, found)
            if a.sheet:
                pixels = (sheet[0].permute(1, 2, 0).clamp(0, 1).numpy() * 255).round().astype("uint8")
                Image.fromarray(pixels).save(Path(a.sheet).with_name(f"{Path(a.sheet).stem}-{way}-{size}.png"))
        Path(a.output).write_text(json.dumps(result, indent=2) + "\n", "utf8")


if __name__ == "__main__":
    main()
