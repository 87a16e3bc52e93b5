"""Keeps the averaged weights of both trainings in checkpoints/, in float16 and without the optimisers' state: what is committed, what
export.py makes the gallery's files of, and what a training on another machine goes on from."""
import argparse
from pathlib import Path

import torch

HERE = Path(__file__).resolve().parent
FACTS = ("step", "spent", "masters")


def main():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--runs", default=str(HERE / "runs"))
    p.add_argument("--output", default=str(HERE / "checkpoints"))
    a = p.parse_args()
    Path(a.output).mkdir(exist_ok=True)
    for name in ("stylizer", "sight"):
        saved = torch.load(Path(a.runs) / name / "checkpoint.pt", map_location="cpu")
        kept = {key: saved[key] for key in FACTS if key in saved}
        for key in ("average", "heads"):
            if key in saved:
                kept[key] = {k: v.half() for k, v in saved[key].items()}
        path = Path(a.output) / f"{name}.pt"
        torch.save(kept, path)
        print(f"{path.name}: {path.stat().st_size} bytes, step {kept['step']}")


if __name__ == "__main__":
    main()
