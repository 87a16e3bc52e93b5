"""Trains the stylizer and one code per master. Resumes from its checkpoint; the schedule counts minutes spent over all runs."""
import argparse
import json
import random
import time
from pathlib import Path

import numpy as np
import torch
from PIL import Image

from painter import data, losses, perception
from painter.net import Painters


def arguments():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--data", required=True, help="folder with content/, paintings/ and loss-network/")
    p.add_argument("--masters", default=str(Path(__file__).parent / "masters.json"))
    p.add_argument("--run", default=str(Path(__file__).parent / "runs/masters"))
    p.add_argument("--minutes", type=float, default=120, help="the whole schedule, over all resumed runs")
    p.add_argument("--batch", type=int, default=4)
    p.add_argument("--crop", type=int, default=184)
    p.add_argument("--style-scale", type=int, default=288, help="short side of the paintings, px: sets the size of strokes")
    p.add_argument("--style-weight", type=float, nargs=2, default=(6.0, 9.0), help="at the start and at the end")
    p.add_argument("--edge-weight", type=float, default=0.8)
    p.add_argument("--seed", type=int, default=0)
    p.add_argument("--start-from", help="weights to begin with where there is no checkpoint, e.g. weights.pt, the committed ones")
    return p.parse_args()


def paint_sheet(model, photos, path):
    """Rows: held-out photos; columns: masters. What a painter would look at."""
    with torch.no_grad():
        rows = []
        for photo in photos:
            painted = [model(photo, torch.tensor([k])) for k in range(model.photo_index + 1)]
            rows.append(torch.cat([photo] + painted, 3))
        sheet = torch.cat(rows, 2)[0].permute(1, 2, 0).clamp(0, 1).cpu().numpy()
    Image.fromarray((sheet * 255).astype("uint8")).save(path)


def main():
    a = arguments()
    torch.manual_seed(a.seed), random.seed(a.seed), np.random.seed(a.seed)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    run = Path(a.run)
    run.mkdir(parents=True, exist_ok=True)
    folder = Path(a.data)
    masters = json.loads(Path(a.masters).read_text("utf8"))
    real = perception.real_vgg(folder / "loss-network").to(device)
    cheap = perception.distilled_vgg(folder / "loss-network").to(device)
    photos = [i for _, i in data.read_split(folder / "content", "content.csv", "train", 256)]
    portraits = [i for n, i in data.read_split(folder / "content", "content.csv", "train", 256) if n.startswith("portraits")]
    held = [data.square(i, 256).to(device) for _, i in data.read_split(folder / "content", "content.csv", "holdout", 256)][:7]
    paintings = [data.to_tensor(data.read(folder / "paintings" / m["file"], a.style_scale)).to(device) for m in masters]
    targets = {}
    with torch.no_grad():
        for name, network in (("real", real), ("cheap", cheap)):
            each = [losses.style_target(network(p)) for p in paintings]
            targets[name] = {l: tuple(torch.cat(z) for z in zip(*[e[l] for e in each])) for l in each[0]}

    model = Painters(len(masters)).to(device)
    if a.start_from:
        model.load_state_dict(torch.load(a.start_from, map_location=device))
    average = {k: v.clone() for k, v in model.state_dict().items()}
    optimiser = torch.optim.Adam(model.parameters(), lr=2e-3, betas=(0.9, 0.99))
    step, spent = 0, 0.0
    checkpoint = run / "checkpoint.pt"
    if checkpoint.exists():
        saved = torch.load(checkpoint, map_location=device)
        model.load_state_dict(saved["model"]), optimiser.load_state_dict(saved["optimiser"])
        average, step, spent = saved["average"], saved["step"], saved["spent"]
        random.seed(a.seed + step)
    print(f"{len(photos)} photos, {len(portraits)} portraits, {len(masters)} masters, {device}, step {step}", flush=True)

    def save():
        state = {"model": model.state_dict(), "average": average, "optimiser": optimiser.state_dict(), "step": step, "spent": spent}
        part = checkpoint.with_suffix(".part")
        torch.save({**state, "masters": [m["id"] for m in masters]}, part)
        part.replace(checkpoint)
        now = {k: v.clone() for k, v in model.state_dict().items()}
        model.load_state_dict(average)
        paint_sheet(model, held, run / "sheet.png")
        model.load_state_dict(now)

    sums, last_save, log = [], time.time(), open(run / "log.txt", "a")
    while spent < a.minutes * 60:
        began = time.time()
        done = spent / (a.minutes * 60)
        rate = 2e-3 * min(1, (step + 1) / 50) * (0.03 + 0.97 * 0.5 * (1 + np.cos(np.pi * done)))
        for group in optimiser.param_groups:
            group["lr"] = rate
        style_weight = a.style_weight[0] + (a.style_weight[1] - a.style_weight[0]) * done
        pool = lambda: portraits if random.random() < 0.35 else photos
        photo = torch.cat([data.crop(random.choice(pool()), a.crop) for _ in range(a.batch)]).to(device)
        index = torch.tensor([(step * a.batch + j) % len(masters) for j in range(a.batch)], device=device)
        as_photo = step % 4 == 3
        if as_photo:
            index[0] = model.photo_index
        painted = model(photo, index)
        first = 1 if as_photo else 0
        y, c, k = painted[first:], photo[first:], index[first:]
        with torch.no_grad():
            photo_features = cheap(c, "41")
        cheap_features, real_features = cheap(y), real(y)
        of = lambda name: {l: tuple(t[k] for t in ts) for l, ts in targets[name].items()}
        style_real, style_cheap = losses.style_loss(real_features, of("real")), losses.style_loss(cheap_features, of("cheap"))
        content, edge = losses.content_loss(cheap_features, photo_features), losses.edge_loss(y, c)
        loss = style_weight * (style_real + 0.5 * style_cheap) + content + a.edge_weight * edge + 0.5 * losses.total_variation(y)
        if as_photo:
            loss = loss + 2.0 * losses.photo_loss(painted[:1], photo[:1])
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        norm = torch.nn.utils.clip_grad_norm_(model.parameters(), 5.0)
        if torch.isfinite(norm):
            optimiser.step()
        step += 1
        decay = min(0.997, (1 + step) / (10 + step))
        with torch.no_grad():
            for name, value in model.state_dict().items():
                average[name].mul_(decay).add_(value, alpha=1 - decay)
        spent += time.time() - began
        sums.append([style_real.item(), style_cheap.item(), content.item(), edge.item()])
        if step % 50 == 0:
            s = np.mean(sums, 0)
            line = f"{step} {spent:.0f}s lr {rate:.5f} style {s[0]:.4f} {s[1]:.4f} content {s[2]:.4f} edge {s[3]:.4f}"
            print(line, flush=True), log.write(line + "\n"), log.flush()
            sums = []
        if time.time() - last_save > 300:
            save()
            last_save = time.time()
    save()
    print("done", step, flush=True)


if __name__ == "__main__":
    main()
