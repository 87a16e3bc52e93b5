"""Trains our own perceptual networks: VGG19's features, and the gradients that they give.

`--kind sight` is what refinement follows; it begins as a pruned VGG19. `--kind eyes` is what the style encoder looks through.

A network that only imitates features is gamed by whoever follows its gradient: the picture moves where the imitation is wrong. So every
step compares the gradient of style and content losses with the one that the real VGG19 gives, on pictures that were moved by the
network's own gradient so far (Ross et al. 2011 do so for policies). Resumes from its checkpoint.
"""
import argparse
import random
import signal
import time
from pathlib import Path

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

from painter import data, losses, perception
from painter.checkpoint import floats, load_stylizer
from painter.pool import Pool
from painter.progress import Progress, add_schedule
from painter.prune import prune

KINDS = {"sight": perception.Sight, "eyes": perception.Eyes}
CHANNELS = {"11": 64, "21": 128, "31": 256, "41": 128, "51": 128}  # of what is imitated: the real VGG19, below it the distilled one
REAL = ("11", "21", "31")
FOLLOWED = tuple(CHANNELS)  # whose gradients are imitated too


def arguments(given=None):
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--data", required=True, help="folder with content/, paintings/ and loss-network/")
    p.add_argument("--kind", choices=KINDS, default="sight")
    p.add_argument("--run", help="folder of the checkpoint; runs/<kind> where left out")
    p.add_argument("--rate", type=float, default=1e-3)
    add_schedule(p, minutes=25)
    p.add_argument("--batch", type=int, default=4)
    p.add_argument("--size", type=int, default=144)
    p.add_argument("--pool", type=int, default=96, help="pictures that are on their way")
    p.add_argument("--start-from", help="weights to begin with where there is no checkpoint, e.g. checkpoints/sight.pt")
    p.add_argument("--stylizer", help="checkpoint of the fast network, whose paintings half of the pictures then begin with")
    p.add_argument("--threads", type=int, default=2)
    p.add_argument("--seed", type=int, default=0)
    return p.parse_args(given)


def plain_style_loss(features, target, weights):
    """losses.style_loss with operations that can be differentiated twice; (N,)."""
    total = 0.0
    for layer in weights:
        (mean, std), (t_mean, t_std, t_gram) = losses.moments(features[layer]), target[layer]
        of_moments = ((mean - t_mean) ** 2 + (std - t_std) ** 2).sum(1) / (t_mean**2 + t_std**2).sum(1)
        of_gram = ((losses.gram(features[layer]) - t_gram) ** 2).sum((1, 2)) / (t_gram**2).sum((1, 2))
        total = total + weights[layer] * (of_moments + of_gram)
    return total / sum(weights.values())


def align(theirs, ours):
    """VGG's features cropped to ours, which lost their borders; half a cell off is bridged by averaging neighbours."""
    if (theirs.shape[2] - ours.shape[2]) % 2:
        theirs = F.avg_pool2d(theirs, 2, 1)
    cut = (theirs.shape[2] - ours.shape[2]) // 2
    return theirs[:, :, cut : theirs.shape[2] - cut, cut : theirs.shape[3] - cut] if cut else theirs


def norm(x):
    return F.instance_norm(x.float(), eps=0.05)


def likeness(found, wanted, shrink):
    """(N,) cosine of two gradients as a picture of 1/shrink the size sees them: the coarse ones are learned first, and matter most."""
    if shrink > 1:
        found, wanted = F.avg_pool2d(found, shrink), F.avg_pool2d(wanted, shrink)
    return F.cosine_similarity(found.flatten(1) * 1e3, wanted.flatten(1) * 1e3)


def begin(kind, folder, photos, paintings):
    if kind == "eyes":
        return perception.Eyes()
    pictures = torch.cat([data.crop(random.choice(pool), 96) for pool in (photos, paintings) for _ in range(16)]).cpu()
    return prune(perception.real_vgg(folder / "loss-network"), pictures)


def main(given=None):
    a = arguments(given)
    torch.set_num_threads(a.threads)
    torch.manual_seed(a.seed), random.seed(a.seed), np.random.seed(a.seed)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    precision = perception.fast_precision(device)
    run, folder = Path(a.run or Path(__file__).parent / "runs" / a.kind), Path(a.data)
    run.mkdir(parents=True, exist_ok=True)
    real = perception.real_vgg(folder / "loss-network", precision).to(device)
    cheap = perception.distilled_vgg(folder / "loss-network", precision).to(device)
    read = lambda kind, short: [data.Picture.of(i, device) for _, i in data.read_split(folder / kind, f"{kind}.csv", "train", short)]
    photos, paintings = read("content", 256), read("paintings", 320)
    checkpoint = run / "checkpoint.pt"
    is_fresh = not (a.start_from or checkpoint.exists())
    ours = (begin(a.kind, folder, photos, paintings) if is_fresh else KINDS[a.kind]()).to(device)
    imitated = {l: CHANNELS[l] for l in CHANNELS if l in ours.CHANNELS}
    heads = nn.ModuleDict({l: nn.Conv2d(ours.CHANNELS[l], c, 1) for l, c in imitated.items()}).to(device)
    parts = {"average": ours, "heads": heads}
    # Layers that the weights to begin with do not have are behind, and learn faster.
    new = []
    progress = Progress()
    saved = torch.load(checkpoint, map_location=device) if checkpoint.exists() else None
    if saved:
        ours.load_state_dict(saved["model"]), heads.load_state_dict(saved["heads"])
        new, progress = saved["new"], Progress.resumed(saved)
        # Else every sitting would see the same pictures as the first: the pool is not kept.
        for sow in (random.seed, torch.manual_seed, np.random.seed):
            sow(a.seed + progress.step)
    elif a.start_from:
        begun = torch.load(a.start_from, map_location=device)
        progress = Progress.begun_with(begun)
        for part, network in parts.items():
            network.load_state_dict(floats(begun[part]), strict=False)
            new += [f"{part}.{name}" for name, _ in network.named_parameters() if name not in begun[part]]
    learners = {f"{part}.{name}": p for part, network in parts.items() for name, p in network.named_parameters()}
    parameters = list(learners.values())
    groups = [{"params": [p for name, p in learners.items() if (name in new) == is_new], "scale": scale} for is_new, scale in ((False, 1.0), (True, 4.0))]
    optimiser = torch.optim.Adam(groups, lr=a.rate, betas=(0.9, 0.99))
    average = {k: v.clone() for k, v in ours.state_dict().items()}
    if saved:
        optimiser.load_state_dict(saved["optimiser"])
        average = saved["average"]

    deep_of = lambda features: {l: features[l] for l in FOLLOWED if l not in REAL}

    @torch.no_grad()
    def see(painting, photo):
        seen = {**real(painting), **deep_of(cheap(painting))}
        return {"target": losses.style_target(seen), "content": norm(real(photo)["31"]).to(precision)}

    painters, encoder = (part.to(device) for part in load_stylizer(a.stylizer)[:2]) if a.stylizer else (None, None)

    @torch.no_grad()
    def paint(photo, painting):
        return painters.stylizer(photo, encoder(painting))

    pool = Pool(photos, paintings, a.size, see, paint, 0.5 if a.stylizer else 0.0, a.pool)
    print(f"{len(photos)} photos, {len(paintings)} paintings, {device}, {precision}, step {progress.total}", flush=True)

    def save():
        state = {"model": ours.state_dict(), "heads": heads.state_dict(), "average": average, "optimiser": optimiser.state_dict()}
        torch.save(state | progress.facts() | {"new": new}, checkpoint.with_suffix(".part"))
        checkpoint.with_suffix(".part").replace(checkpoint)

    sums, last_save, log = [], time.time(), open(run / "log.txt", "a")
    leaving, left = [], a.sitting
    for each in (signal.SIGTERM, signal.SIGINT):
        signal.signal(each, lambda *_: leaving.append(True))
    while (done := progress.done(a.minutes, a.steps)) < 1 and not leaving and left != 0:
        began = time.time()
        rate = progress.rate(a.rate, done)
        for group in optimiser.param_groups:
            group["lr"] = rate * group["scale"]
        index = pool.take(a.batch)
        stack = lambda key: torch.cat([pool.items[i][key] for i in index])
        picture, photo, painting = pool.pictures[index], stack("photo"), stack("painting")
        weights = {l: random.choice((0.2, 1.0, 1.0, 3.0)) * (1.0 if l in REAL else 0.5) for l in FOLLOWED}
        content_weight = random.choice((0.0, 0.03, 0.1))

        y = picture.clone().requires_grad_(True)
        targets = [pool.items[i]["target"] for i in index]
        target = {l: tuple(torch.cat(z) for z in zip(*[t[l] for t in targets])) for l in FOLLOWED}
        theirs = {**real(y), **deep_of(cheap(y))}
        loss = losses.style_loss(theirs, target, weights).sum()
        if content_weight:
            loss = loss + content_weight * ((norm(theirs["31"]) - stack("content").float()) ** 2).mean((1, 2, 3)).sum()
        (wanted,) = torch.autograd.grad(loss, y)

        y = picture.clone().requires_grad_(True)
        mine = ours(y)
        my_loss = plain_style_loss(mine, losses.style_target(ours(painting)), weights).sum()
        if content_weight:
            my_loss = my_loss + content_weight * ((norm(mine["31"]) - norm(ours(photo)["31"])) ** 2).mean((1, 2, 3)).sum()
        (found,) = torch.autograd.grad(my_loss, y, create_graph=True)
        cosine = torch.stack([likeness(found, wanted, shrink) for shrink in (1, 2, 4)])
        length = (found.flatten(1).norm(dim=1) / (wanted.flatten(1).norm(dim=1) + 1e-12) + 1e-6).log()
        imitation = 0.0
        for layer in imitated:
            goal = align(theirs[layer].detach().float(), mine[layer])
            off = ((heads[layer](mine[layer]) - goal) ** 2).mean() / (goal**2).mean()
            imitation = imitation + off / len(imitated)
        total = (1 - cosine).mean(1).sum() + 0.1 * (length**2).mean() + 0.5 * imitation
        optimiser.zero_grad(set_to_none=True)
        total.backward()
        norm_of_step = torch.nn.utils.clip_grad_norm_(parameters, 1.0)
        if torch.isfinite(norm_of_step):
            optimiser.step()
        pool.move(index, found.detach())
        progress.step += 1
        left = None if left is None else left - 1
        decay = min(0.997, (1 + progress.step) / (10 + progress.step))
        with torch.no_grad():
            for name, value in ours.state_dict().items():
                average[name].mul_(decay).add_(value, alpha=1 - decay)
        progress.spent += time.time() - began
        sums.append([*cosine.mean(1).tolist(), length.abs().mean().item(), float(imitation)])
        if progress.step % a.log_every == 0:
            s = np.mean(sums, 0)
            line = f"{progress.total} {progress.spent:.0f}s lr {rate:.5f} cosine of gradients {s[0]:.3f} {s[1]:.3f} {s[2]:.3f} length {s[3]:.3f} features {s[4]:.3f}"
            print(line, flush=True), log.write(line + "\n"), log.flush()
            sums = []
        if time.time() - last_save > 240:
            save()
            last_save = time.time()
    save()
    print("done", progress.total, flush=True)


if __name__ == "__main__":
    main()
