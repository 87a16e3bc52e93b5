"""Measures a checkpoint on held-out photos and writes metrics.json, which export.py puts into the manifest.

Five ways of painting:
  masters          the masters' own codes
  any-studied      held-out paintings, whose codes the encoder guesses and lessons better, as the worker does it
  any-at-a-glance  held-out paintings, by the encoder's guess alone
  masters-refined, any-refined
                   what the worker made of the same pairs, refined: painted beforehand by training/paint-pairs.ts, read from --painted

Five figures: style by VGG and by the judge (SqueezeNet, never trained on), content, SSIM, edges; each as it is, and as its ratio to
colour matching alone: moving a photo's colours to the painting's already gives most of a naive style score. Styles are measured on
whole paintings whose short side has the size of the picture; --square takes their middle squares instead.

Every pair is kept in --results as soon as it is measured: stop it whenever you like (or after --minutes), start it again, and it goes
on. --only-sum measures nothing and sums what there is. metrics.json takes what is whole.
"""
import argparse
import json
import sys
import time
from pathlib import Path

import torch
from PIL import Image

from painter import data, metrics, perception
from painter.checkpoint import load_model
from painter.results import STYLES, Results, Series, table
from painter.ways import WAYS, Painting

HERE = Path(__file__).resolve().parent


def arguments(given=None):
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--data", required=True, help="folder with content/, paintings/ and loss-network/")
    p.add_argument("--stylizer", default=str(HERE / "runs/stylizer/checkpoint.pt"))
    p.add_argument("--perception", default=str(HERE / "runs/sight/checkpoint.pt"), help="what lessons follow, and part of the version")
    p.add_argument("--masters", default=str(HERE / "masters.json"))
    p.add_argument("--sizes", type=int, nargs="+", default=(256, 512))
    p.add_argument("--photos", type=int, default=12, help="how many of the held-out photos")
    p.add_argument("--ways", nargs="+", default=("masters", "any-studied"), choices=WAYS)
    p.add_argument("--glance", action="store_true", help="the way any-at-a-glance in place of any-studied")
    p.add_argument("--refined", action="store_true", help="what the worker refined: masters-refined, any-refined in place of masters, any-studied")
    p.add_argument("--painted", help="folder of training/paint-pairs.ts, for what is refined")
    p.add_argument("--square", action="store_true", help="measure style on the middle square of each painting")
    p.add_argument("--results", default=str(HERE / "runs/evaluation.jsonl"), help="where every pair is kept")
    p.add_argument("--minutes", type=float, help="leave after so many, to go on when started again")
    p.add_argument("--only-sum", action="store_true", help="measure nothing, sum what is kept")
    p.add_argument("--output", default=str(HERE / "metrics.json"))
    p.add_argument("--sheet", help="where to paint a sheet of photos x paintings to look at; not for publication")
    p.add_argument("--threads", type=int, default=1)
    a = p.parse_args(given)
    if a.glance and a.refined:
        p.error("--glance and --refined exclude each other: what is refined was studied")
    other = {"any-studied": "any-at-a-glance"} if a.glance else {"masters": "masters-refined", "any-studied": "any-refined"} if a.refined else {}
    a.ways = list(dict.fromkeys(other.get(way, way) for way in a.ways))
    if any(way.endswith("-refined") for way in a.ways) and not (a.painted or a.only_sum):
        p.error("--painted is needed for what is refined: a folder of training/paint-pairs.ts")
    return a


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


def held_photos(folder, size, count):
    """[(name, tensor)] of held-out photos: every kind, however few are asked for."""
    held = data.read_split(folder / "content", "content.csv", "holdout", size)
    if not held:
        sys.exit(f"{folder / 'content/content.csv'} marks no photo as holdout: there is nothing to measure on")
    order = sorted(range(len(held)), key=lambda n: n % 3)[:count]
    return [(held[n][0], data.square(held[n][1], size)) for n in order]


def measure(painting, networks, photos, results, series, is_time_up, sheet):
    """Measures the pairs of a series that are not measured yet; returns a sheet of all where one is wanted."""
    features, columns = {}, [torch.cat([photo for _, photo in photos], 2)]
    for n, name in enumerate(painting.names(series.way)):
        missing = [(photo_name, photo) for photo_name, photo in photos if not results.has(series, name, photo_name)]
        if is_time_up() or not (missing or sheet):
            continue
        shown = painting.shown(series.way, series.size, n)
        targets, code, column = networks.targets(shown), painting.code(series.way, series.size, n, shown), []
        for photo_name, photo in photos if sheet else missing:
            if is_time_up():
                break
            painted = painting.paint(code, series.size, photo_name, photo, name)
            column.append(painted)
            if results.has(series, name, photo_name):
                continue
            if photo_name not in features:
                features[photo_name] = networks.cheap(photo, "41")
            of = lambda picture: networks.measure(picture, photo, features[photo_name], targets)
            results.add(series, name, photo_name, of(painted), of(metrics.colour_matched(photo, shown)))
        if len(column) == len(photos):
            columns.append(torch.cat(column, 2))
    return torch.cat(columns, 3) if sheet else None


def keep_sheet(sheet, path, series):
    pixels = (sheet[0].permute(1, 2, 0).clamp(0, 1).numpy() * 255).round().astype("uint8")
    Image.fromarray(pixels).save(path.with_name(f"{path.stem}-{series.way}-{series.size}.png"))


def write_metrics(path, results, wanted):
    """Prints what was measured; series that are whole take their places among what metrics.json has of the same weights.

    wanted: {series: [(painting, photo)] that belong to it}.
    """
    before = json.loads(path.read_text("utf8")) if path.exists() else {}
    for series, pairs in wanted.items():
        found = results.summary(series, pairs)
        print("\n" + "\n".join(table(series, found, len(pairs))), flush=True)
        if found["pairs"] == len(pairs):
            before = before if before.get("version") == series.version else {"version": series.version}
            before.setdefault(series.shown, {}).setdefault(str(series.size), {})[series.way] = found
            path.write_text(json.dumps(before, indent=2) + "\n", "utf8")


@torch.no_grad()
def main(given=None):
    a = arguments(given)
    torch.set_num_threads(a.threads)
    folder, began = Path(a.data), time.monotonic()
    is_time_up = lambda: a.minutes is not None and time.monotonic() - began > 60 * a.minutes
    model = load_model(a.stylizer, a.perception, a.masters, folder / "paintings")
    results, painting = Results(Path(a.results)), Painting(model, folder, a.painted, a.square)
    networks = None if a.only_sum else Networks(folder / "loss-network")
    wanted = {}
    for size in a.sizes:
        photos = held_photos(folder, size, a.photos)
        for way in a.ways:
            series = Series(model.version, "square" if a.square else "sizes", size, way)
            wanted[series] = [(name, photo_name) for name in painting.names(way) for photo_name, _ in photos]
            sheet = None if a.only_sum else measure(painting, networks, photos, results, series, is_time_up, a.sheet)
            if sheet is not None:
                keep_sheet(sheet, Path(a.sheet), series)
    write_metrics(Path(a.output), results, wanted)


if __name__ == "__main__":
    main()
