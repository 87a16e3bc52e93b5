"""Trains the fast network: the stylizer, two codes per master, and the encoder that gives any painting its code.

Resumes from its checkpoint where it stood, random numbers too; the schedule counts minutes (or steps) spent over all runs.
"""
import argparse
import json
import random
import signal
import time
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F

from painter import data, losses, perception
from painter.augment import grained, painting_crop, varied
from painter.chance import chance, go_on_from
from painter.checkpoint import floats, load_perception
from painter.encoder import StyleEncoder
from painter.net import Painters
from painter.progress import Progress, add_schedule
from painter.sheet import paint_sheet
from painter.sizes import whole
from painter.targets import Targets

HERE = Path(__file__).parent
# One picture in so many, and at most one in a step, is painted with the photo's own code.
OWN = 24


def arguments(given=None):
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--data", required=True, help="folder with content/, paintings/ and loss-network/")
    p.add_argument("--masters", default=str(HERE / "masters.json"))
    p.add_argument("--eyes", default=str(HERE / "runs/eyes/checkpoint.pt"), help="what the encoder looks through, where it is new")
    p.add_argument("--run", default=str(HERE / "runs/stylizer"))
    add_schedule(p, minutes=120)
    p.add_argument("--batch", type=int, default=4)
    p.add_argument("--crop", type=int, default=176)
    p.add_argument("--style-weight", type=float, nargs=2, default=(14.0, 32.0), help="at the start and at the end")
    p.add_argument("--edge-weight", type=float, default=0.5)
    p.add_argument("--near-edge-weight", type=float, default=0.0)
    p.add_argument("--colour-weight", type=float, default=1.5, help="for broad colours that follow the photo's")
    p.add_argument("--spike-weight", type=float, default=10.0)
    p.add_argument("--rate", type=float, default=2e-3)
    p.add_argument("--any", type=float, default=0.45, help="share of pictures painted with the encoder's code of any painting")
    p.add_argument("--threads", type=int, default=2)
    p.add_argument("--seed", type=int, default=0)
    p.add_argument("--start-from", help="weights to begin with where there is no checkpoint, e.g. checkpoints/stylizer.pt, the committed ones")
    return p.parse_args(given)


def begin_with(path, model, encoder, masters, device):
    """Weights of another training, and the progress that goes on from it; masters that are new begin with the mean of the known ones."""
    saved = torch.load(path, map_location=device)
    state = floats(saved["average"])
    part = lambda prefix: {k[len(prefix) :]: v for k, v in state.items() if k.startswith(prefix)}
    encoder.load_state_dict(part("encoder."))
    model.stylizer.load_state_dict(part("model.stylizer."))
    with torch.no_grad():
        model.photo_code.copy_(state["model.photo_code"])
        for name in ("middle", "breadth"):
            known, codes = state[f"model.{name}"], getattr(model, name)
            for k, master in enumerate(masters):
                codes[k] = known[saved["masters"].index(master)] if master in saved["masters"] else known.mean(0)
    return Progress.begun_with(saved)


def bridle(groups):
    """Holds each group's gradient to twice its usual length (Adam does not care what is usual, but a spike would lead it for many
    steps); returns the length of all, not finite where the step must be left out."""
    lengths = []
    for group in groups:
        usual = group.setdefault("usual", None)
        length = torch.nn.utils.clip_grad_norm_(group["params"], 2 * usual if usual else 1e9).item()
        lengths.append(length)
        if np.isfinite(length):
            group["usual"] = length if usual is None else 0.98 * usual + 0.02 * min(length, 2 * usual)
    return float(np.linalg.norm(lengths))


def main(given=None):
    a = arguments(given)
    torch.set_num_threads(a.threads)
    torch.manual_seed(a.seed), random.seed(a.seed), np.random.seed(a.seed)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    precision = perception.fast_precision(device)
    run, folder = Path(a.run), Path(a.data)
    run.mkdir(parents=True, exist_ok=True)
    masters = json.loads(Path(a.masters).read_text("utf8"))
    names = [m["id"] for m in masters]
    networks = {
        "real": perception.real_vgg(folder / "loss-network", precision).to(device),
        "cheap": perception.distilled_vgg(folder / "loss-network", precision).to(device),
    }
    read = lambda split, short: data.read_split(folder / "content", "content.csv", split, short)
    picture = lambda image: data.Picture.of(image, device)
    photos = {short: [(n, picture(i)) for n, i in read("train", short)] for short in (256, 448)}
    portraits = {short: [i for n, i in rows if n.startswith("portraits")] for short, rows in photos.items()}
    photos = {short: [i for _, i in rows] for short, rows in photos.items()}
    portraits = {short: rows or photos[short] for short, rows in portraits.items()}
    held = [data.square(i, 256).to(device) for _, i in read("holdout", 256)][:6]
    table = folder / "paintings"
    others = [picture(i) for _, i in data.read_split(table, "paintings.csv", "train", 512)]
    unseen = [whole(i, 0.5).to(device) for _, i in data.read_split(table, "paintings.csv", "holdout", 512)]
    of_masters = [data.read(table / m["file"], 512) for m in masters]
    with torch.no_grad():
        targets = Targets(networks, of_masters, device)

    model = Painters(len(masters)).to(device)
    progress, checkpoint = Progress(), run / "checkpoint.pt"
    is_fresh = not (a.start_from or checkpoint.exists())
    eyes = load_perception(a.eyes, perception.Eyes)[0] if is_fresh else perception.Eyes()
    encoder = StyleEncoder(eyes, model.stylizer.code_length).to(device)
    if a.start_from and not checkpoint.exists():
        progress = begin_with(a.start_from, model, encoder, names, device)
    elif is_fresh:
        with torch.no_grad():
            encoder.code.bias.copy_(model.middle.mean(0))
            encoder.settle(torch.cat([encoder.look(painting_crop(p, random.random()))[0] for p in others]))
    both = torch.nn.ModuleDict({"model": model, "encoder": encoder})
    codes = [model.middle, model.breadth, model.photo_code]
    mind = [p for p in encoder.parameters() if p.requires_grad]
    # Codes are seen rarely and move far; the encoder sees everything.
    scales = (1.0, 2.5, 0.5)
    learners = (list(model.stylizer.parameters()), codes, mind)
    groups = [{"params": each, "scale": scale} for each, scale in zip(learners, scales)]
    optimiser = torch.optim.Adam(groups, lr=a.rate, betas=(0.9, 0.99))
    trained = {n for n, p in both.named_parameters() if p.requires_grad}
    average = {k: v.clone() for k, v in both.state_dict().items()}
    order = []
    saved = torch.load(checkpoint, map_location=device) if checkpoint.exists() else None
    if saved:
        both.load_state_dict(saved["both"]), optimiser.load_state_dict(saved["optimiser"])
        for group, scale in zip(optimiser.param_groups, scales):
            group["scale"] = scale
        average, progress, order = saved["average"], Progress.resumed(saved), saved["order"]
    with torch.no_grad():
        looks = [encoder.look(whole(p, s).to(device)) for p in of_masters for s in (0, 1)]
    seen_masters = (torch.cat([s for s, _ in looks]), {l: torch.cat([g[l] for _, g in looks]) for l in looks[0][1]})
    print(f"{len(photos[256])} photos, {len(others)} paintings, {len(masters)} masters, {device}, {precision}, step {progress.total}", flush=True)

    def save():
        part = checkpoint.with_suffix(".part")
        state = {"both": both.state_dict(), "average": average, "optimiser": optimiser.state_dict(), "masters": names}
        torch.save(state | progress.facts() | before_draw, part)
        part.replace(checkpoint)
        now = {k: v.clone() for k, v in both.state_dict().items()}
        both.load_state_dict(average)
        paint_sheet(model, encoder, held, unseen, run / "sheet.png")
        both.load_state_dict(now)

    def one_photo():
        short = random.choice((256, 448))
        return varied(data.crop(random.choice((portraits if random.random() < 0.35 else photos)[short]), a.crop))

    sums, last_save, log = [], time.time(), open(run / "log.txt", "a")

    def draw():
        """Masters' rows, other paintings (or None) and photos of one step: as many photos as rows and paintings."""
        free = sum(random.random() < a.any for _ in range(a.batch - 1))
        while len(order) < a.batch:
            order.extend(random.sample(range(2 * len(masters)), 2 * len(masters)))
        rows = torch.tensor([order.pop() for _ in range(a.batch - free)], device=device)
        shown = [painting_crop(random.choice(others), random.random()) for _ in range(free)]
        return rows, torch.cat(shown) if shown else None, torch.cat([one_photo() for _ in range(a.batch)])

    if saved:
        go_on_from(saved["chance"])
    # What is drawn ahead is drawn again by who goes on.
    before_draw = {"chance": chance(), "order": list(order)}
    coming = draw()
    leaving, left = [], a.sitting
    for each in (signal.SIGTERM, signal.SIGINT):
        signal.signal(each, lambda *_: leaving.append(True))
    while (done := progress.done(a.minutes, a.steps)) < 1 and not leaving and left != 0:
        began = time.time()
        rate = progress.rate(a.rate, done)
        for group in optimiser.param_groups:
            group["lr"] = rate * group["scale"]
        style_weight = a.style_weight[0] + (a.style_weight[1] - a.style_weight[0]) * done
        rows, shown, photo = coming
        code = model.codes(rows // 2, (rows % 2).float())
        if shown is not None:
            code = torch.cat([code, encoder(shown)])
        own = (progress.step + 1) % max(1, OWN // a.batch) == 0
        if own:
            code = torch.cat([model.photo_code[None], code[1:]])
        seen = []
        painted = model.stylizer(grained(photo), code, seen)
        first = 1 if own else 0
        y, c = painted[first:], photo[first:]
        with torch.no_grad():
            photo_features = networks["cheap"](c, "41")
            wanted = {name: targets.take(name, rows[first:], shown) for name in networks}
        cheap_features = networks["cheap"](y)
        style_real = losses.style_loss(networks["real"](y), wanted["real"])
        style_cheap = losses.style_loss(cheap_features, wanted["cheap"])
        content = losses.content_loss(cheap_features, photo_features)
        edge = 0.5 * losses.edge_loss(y, c, 4) + 0.5 * losses.edge_loss(y, c, 2)
        variation, spikes = losses.total_variation(y), losses.spike_loss(seen)
        # The logarithm keeps one dark or odd painting, relative to which everything is far, from deciding the step.
        style = torch.log1p(style_real + 0.5 * style_cheap)
        with torch.set_grad_enabled(a.near_edge_weight > 0):
            near = losses.near_edge_loss(y, c)
        colour = losses.colour_map_loss(y, c)
        # By the square: a face that is lost pays more than several that are a little soft.
        near_cost = (2.5 * near**2).mean()
        loss = style_weight * style.mean() + content + a.edge_weight * edge + a.near_edge_weight * near_cost + a.colour_weight * colour.mean() + 0.5 * variation + a.spike_weight * spikes
        teach = torch.randint(0, 2 * len(masters), (8,), device=device)
        guess = encoder.think(seen_masters[0][teach], {l: g[teach] for l, g in seen_masters[1].items()})
        lesson = F.smooth_l1_loss(guess, model.codes(teach // 2, (teach % 2).float()).detach(), beta=0.2)
        loss = loss + lesson
        if own:
            loss = loss + 2.0 * losses.photo_loss(painted[:1], photo[:1])
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        before_draw = {"chance": chance(), "order": list(order)}
        coming = draw()  # while the device is at work: the next line waits for it
        norm = bridle(optimiser.param_groups)
        if np.isfinite(norm):
            optimiser.step()
        progress.step += 1
        left = None if left is None else left - 1
        decay = min(0.998, (1 + progress.step) / (10 + progress.step))
        with torch.no_grad():
            for name, value in both.state_dict().items():
                if name in trained:
                    average[name].lerp_(value, 1 - decay)
        progress.spent += time.time() - began
        known = len(rows) - first
        parts = style_real.detach()
        sums.append(torch.stack([parts[:known].mean(), parts[known:].mean(), content.detach(), edge.detach(), near.detach().mean(), colour.detach().mean(), spikes.detach(), lesson.detach(), torch.tensor(norm, device=device)]))
        if progress.step % a.log_every == 0:
            s = torch.stack(sums).nanmean(0).tolist()
            line = f"{progress.total} {progress.spent:.0f}s lr {rate:.5f} style {s[0]:.4f} any {s[1]:.4f} content {s[2]:.4f} edge {s[3]:.4f} near {s[4]:.4f} colour {s[5]:.4f} spikes {s[6]:.4f} lesson {s[7]:.4f} norm {s[8]:.2f}"
            print(line, flush=True), log.write(line + "\n"), log.flush()
            sums = []
        if time.time() - last_save > 300:
            save()
            last_save = time.time()
    save()
    print("done", progress.total, flush=True)


if __name__ == "__main__":
    main()
