"""Refines held-out pairs in PyTorch by what different networks see, and how, to tell what refinement should follow (docs/decisions/0220, 0221).

Prints, for every way, VGG and judge as ratios to colour matching alone, edges, and the judge's distance layer by layer beside colour
matching's. Pictures start as the fast network paints them with the encoder's guess, on a canvas without grain:
near what the worker does, and not the same.
"""
import argparse
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F

import evaluate
from painter import data, losses, metrics, perception
from painter.checkpoint import load_perception, load_stylizer
from painter.pyramid_adam import PyramidAdam
from painter.sizes import as_the_worker_shows
from train_perception import norm, plain_style_loss

HERE = Path(__file__).resolve().parent
MARGIN = 16
SHALLOW = {"11": 1.0, "21": 1.0, "31": 1.2}
DEEP = {"41": 0.5, "51": 0.5}
# way -> [(network, weights of its layers, share of the loss)]
WAYS = {
    "start": [],
    "sight": [("sight", {**SHALLOW, **DEEP}, 1.0)],
    "sight, views": [("sight", {**SHALLOW, **DEEP}, 1.0)],
    "shallow": [("sight", SHALLOW, 1.0)],
    "real": [("real", SHALLOW, 1.0)],
    "with distilled": [("sight", SHALLOW, 1.0), ("cheap", {"31": 1.0, "41": 1.0, "51": 1.0}, 0.5)],
}
# Pixels left out at the left and the top, of the 16 that a view leaves out; doublings of the size: worker/painter/views.ts.
VIEWS = [(0, 0, 0), (11, 6, -0.5), (5, 13, 0.5), (14, 3, 0), (8, 9, -0.5), (3, 16, 0.5)]
CUT = 16


def arguments():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--data", required=True, help="folder with content/, paintings/ and loss-network/")
    p.add_argument("--stylizer", default=str(HERE / "checkpoints/stylizer.pt"))
    p.add_argument("--perception", default=str(HERE / "checkpoints/sight.pt"))
    p.add_argument("--ways", nargs="+", default=list(WAYS), choices=WAYS)
    p.add_argument("--size", type=int, default=256)
    p.add_argument("--photos", type=int, default=2)
    p.add_argument("--every", type=int, default=4, help="every nth of the held-out paintings")
    p.add_argument("--steps", type=int, default=30)
    p.add_argument("--hold", type=float, default=0.04, help="weight of the photo's structure")
    p.add_argument("--threads", type=int, default=2)
    return p.parse_args()


def refine(start, photo, image, networks, way, views, steps, hold):
    mirrored = lambda x: F.pad(x, (MARGIN,) * 4, mode="reflect")
    picture, framed, size = mirrored(start), mirrored(photo), photo.shape[2]

    def seen(x, view):
        if view is None:
            return x
        left, top, shift = view
        side = x.shape[2] - CUT
        large = round(side * 2**shift / 8) * 8
        return F.interpolate(x[:, :, top : top + side, left : left + side], size=[large, large], mode="bilinear", antialias=True)

    wanted = []
    with torch.no_grad():
        for view in views:
            painting = as_the_worker_shows(image, round(size * 2 ** (view[2] if view else 0)))
            targets = {name: losses.style_target(networks[name](painting)) for name, _, _ in way}
            wanted.append((targets, norm(networks["sight"](seen(framed, view))["31"])))
    adam, first = PyramidAdam(1, picture.shape[2], picture.device), torch.tensor([0])
    for step in range(steps):
        picture = picture.detach().requires_grad_(True)
        view, (targets, content) = views[step % len(views)], wanted[step % len(views)]
        looked = seen(picture, view)
        loss = hold * ((norm(networks["sight"](looked)["31"]) - content) ** 2).mean()
        for name, weights, share in way:
            loss = loss + share * plain_style_loss(networks[name](looked), targets[name], weights).sum()
        (gradient,) = torch.autograd.grad(loss, picture)
        picture = (picture.detach() + adam.step(first, gradient)).clamp(0, 1)
    return picture[:, :, MARGIN:-MARGIN, MARGIN:-MARGIN].detach()


@torch.no_grad()
def measure(networks, picture, photo, targets):
    layers = networks.judge(picture)
    found = networks.measure(picture, photo, networks.cheap(photo, "41"), targets)
    return found | {f"judge {l}": metrics.style_distance({l: f}, targets["judge"]) for l, f in layers.items()}


def main():
    a = arguments()
    torch.set_num_threads(a.threads)
    folder = Path(a.data)
    painters, encoder, _ = load_stylizer(a.stylizer)
    judges = evaluate.Networks(folder / "loss-network")
    networks = {"sight": load_perception(a.perception)[0], "real": judges.vgg, "cheap": judges.cheap}
    held = data.read_split(folder / "content", "content.csv", "holdout", a.size)
    order = sorted(range(len(held)), key=lambda n: n % 3)[: a.photos]  # every kind of photo, as evaluate.py
    photos = [data.square(held[n][1], a.size) for n in order]
    found = {way: [] for way in ("colour only", *a.ways)}
    for _, image in data.read_split(folder / "paintings", "paintings.csv", "holdout", max(512, a.size))[:: a.every]:
        painting = as_the_worker_shows(image, a.size)
        with torch.no_grad():
            targets = judges.targets(painting)
            code = encoder(F.interpolate(painting, size=[s // 16 * 16 for s in painting.shape[2:]]))
        for photo in photos:
            found["colour only"].append(measure(judges, metrics.colour_matched(photo, painting), photo, targets))
            with torch.no_grad():
                start = painters.stylizer(photo, code)
            for way in a.ways:
                picture = refine(start, photo, image, networks, WAYS[way], VIEWS if "views" in way else [None], a.steps, a.hold) if WAYS[way] else start
                found[way].append(measure(judges, picture, photo, targets))
    means = {way: {key: np.mean([row[key] for row in rows]) for key in rows[0]} for way, rows in found.items()}
    base = means["colour only"]
    for way, mean in means.items():
        layers = " ".join(f"{key[6:]} {mean[key]:.3f}" for key in mean if key.startswith("judge "))
        print(f"{way:<15} vgg {mean['vgg'] / base['vgg']:.4f} judge {mean['judge'] / base['judge']:.3f} edge {mean['edge']:.3f} | {layers}")


if __name__ == "__main__":
    main()
