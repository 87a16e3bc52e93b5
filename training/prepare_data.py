"""Makes DATA, what the trainings read, from your own photos, a folder of paintings with a list of them, and published loss networks.

Photos may lie in subfolders; those whose folder begins with `portraits` are shown more often. The list of paintings is a CSV with a
header, or a JSON list of objects: file, title, artist, year, source, licence. Pictures that cannot serve are left out, each with its
reason. The parts may be made one by one: pictures with --photos and --paintings, loss networks with --vgg, --distilled and --squeezenet.
"""
import argparse
import json
import sys
from pathlib import Path

import torch

from painter import data, loss_weights
from painter.collect import ListError, collect, hold_out, read_list, safe_names, write_set

HERE = Path(__file__).resolve().parent
PAINTING_FIELDS = ("title", "artist", "year", "source", "licence")
PHOTO_FIELDS = ("source", "licence")
# Pictures of each kind whose channels VGG is normalised over.
NORMALISED_OVER = 48


def arguments(given=None):
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--output", required=True, help="DATA: the folder to make")
    p.add_argument("--photos", help="folder of photos")
    p.add_argument("--photos-list", help="CSV or JSON: file, source, licence; where left out, all have --photos-source and --photos-licence")
    p.add_argument("--photos-source", default="own photos")
    p.add_argument("--photos-licence", default="own")
    p.add_argument("--paintings", help="folder of paintings")
    p.add_argument("--paintings-list", help="CSV or JSON: file, title, artist, year, source, licence")
    p.add_argument("--masters", default=str(HERE / "masters.json"), help="whose paintings are never held out")
    p.add_argument("--photo-side", type=int, default=512, help="greatest length of a photo's longer side, px")
    p.add_argument("--painting-side", type=int, default=768, help="greatest length of a painting's longer side, px")
    p.add_argument("--least", type=int, default=200, help="least length of a picture's shorter side, px")
    p.add_argument("--holdout", type=int, default=12, help="how many photos, and how many paintings, are measured on and never trained on")
    p.add_argument("--seed", type=int, default=0, help="decides which")
    p.add_argument("--vgg", help="torchvision's vgg19 (state dict, .pth)")
    p.add_argument("--distilled", help="Collaborative Distillation's 5SE.pth")
    p.add_argument("--squeezenet", help="torchvision's squeezenet1_1 (state dict, .pth)")
    a = p.parse_args(given)
    if bool(a.paintings) != bool(a.paintings_list):
        p.error("--paintings and --paintings-list go together")
    if not (a.photos or a.paintings or a.vgg or a.distilled or a.squeezenet):
        p.error("there is nothing to do: give --photos, --paintings, --vgg, --distilled or --squeezenet")
    return a


def prepare(kind, source, output, side, listed, fields, never_held, a):
    """Writes DATA/<kind> and says what was left out and why; returns the names that were written. listed: None where every picture has
    the facts of the flags."""
    table = output / kind / f"{kind}.csv"
    if table.exists():
        sys.exit(f"{table} is there already: remove {table.parent}, or give another --output")
    if not Path(source).is_dir():
        sys.exit(f"{source} is not a folder")

    def facts_of(name):
        if listed is None:
            return {"source": a.photos_source, "licence": a.photos_licence}
        facts = listed.get(name)
        if facts is None:
            return "is not in the list"
        missing = [field for field in fields if not facts.get(field)]
        return f"has no {', '.join(missing)} in the list" if missing else facts

    found, left = collect(source, side, a.least, facts_of)
    left += [(name, "is in the list and not in the folder") for name in listed or () if not (Path(source) / name).exists()]
    for name, why in left:
        print(f"left out: {name} {why}")
    names = safe_names([picture.name for picture in found])
    free = [name for name in names.values() if name not in never_held]
    if len(free) <= a.holdout:
        sys.exit(f"{source}: {len(free)} pictures can be trained on or held out, more than --holdout {a.holdout} are needed")
    held = hold_out(free, a.holdout, a.seed)
    write_set(output / kind, table.name, {names[picture.name]: picture for picture in found}, fields, held)
    print(f"{kind}: {len(found)} pictures, {len(held)} of them held out, {len(left)} left out")
    return set(names.values())


def convert(a, output):
    folder = output / "loss-network"
    folder.mkdir(parents=True, exist_ok=True)
    if a.vgg:
        pictures = []
        for kind in ("content", "paintings"):
            if not (output / kind / f"{kind}.csv").exists():
                sys.exit(f"VGG19 is normalised over the pictures of {output}: make {kind}/ first, or at the same time")
            rows = data.read_split(output / kind, f"{kind}.csv", "train", 192)
            pictures += [data.to_tensor(image) for _, image in rows[:: -(-len(rows) // NORMALISED_OVER)]]
        loss_weights.convert_vgg(a.vgg, folder / loss_weights.VGG, pictures)
    if a.distilled:
        loss_weights.convert_distilled(a.distilled, folder / loss_weights.DISTILLED)
    if a.squeezenet:
        loss_weights.convert_squeezenet(a.squeezenet, folder / loss_weights.SQUEEZENET)
    for name in (loss_weights.VGG, loss_weights.DISTILLED, loss_weights.SQUEEZENET):
        if not (folder / name).exists():
            print(f"still missing: {folder / name}")


def main(given=None):
    a = arguments(given)
    torch.set_num_threads(1)
    output = Path(a.output)
    try:
        if a.photos:
            listed = read_list(a.photos_list) if a.photos_list else None
            prepare("content", a.photos, output, a.photo_side, listed, PHOTO_FIELDS, set(), a)
        if a.paintings:
            of_masters = {m["file"]: m["id"] for m in json.loads(Path(a.masters).read_text("utf8"))}
            listed = read_list(a.paintings_list)
            names = prepare("paintings", a.paintings, output, a.painting_side, listed, PAINTING_FIELDS, set(of_masters), a)
            for file in sorted(set(of_masters) - names):
                print(f"still missing: {file}, which {a.masters} names for {of_masters[file]}")
        convert(a, output)
    except (ListError, loss_weights.WeightsError) as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
