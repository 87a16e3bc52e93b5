"""Seconds, and no data from elsewhere: a tiny training learns, a checkpoint becomes an ONNX file that paints the same.

Run in training/: `python3 -m unittest test_smoke`.
"""
import shutil
import tempfile
import unittest
from pathlib import Path

import torch
import torch.nn as nn
import torch.nn.functional as F

from painter import losses
from painter.net import Painters
from painter.onnx_export import check_onnx, write_onnx

SIZE = 48


class RandomPerception(nn.Module):
    """A loss network with random weights: enough to have a style and a content, in the layers that the losses name."""

    def __init__(self):
        super().__init__()
        self.first, self.second = nn.Conv2d(3, 8, 3, padding=1), nn.Conv2d(8, 16, 3, 2, padding=1)
        for parameter in self.parameters():
            parameter.requires_grad_(False)

    def forward(self, x):
        a = F.relu(self.first(x))
        b = F.relu(self.second(a))
        return {"11": a, "31": b, "41": F.avg_pool2d(b, 2)}


def drawn_photos(count):
    """Discs of random colours on soft grounds."""
    y, x = torch.meshgrid(torch.linspace(0, 1, SIZE), torch.linspace(0, 1, SIZE), indexing="ij")
    photos = []
    for _ in range(count):
        ground = torch.rand(3, 1, 1) * (0.5 + 0.5 * x)
        centre = torch.rand(2)
        disc = ((x - centre[0]) ** 2 + (y - centre[1]) ** 2 < 0.07).float()
        photos.append(ground * (1 - disc) + torch.rand(3, 1, 1) * disc)
    return torch.stack(photos)


def drawn_paintings():
    """Two manners: slanting stripes, and chequers."""
    y, x = torch.meshgrid(torch.arange(SIZE), torch.arange(SIZE), indexing="ij")
    stripes = (((x + y) // 4) % 2).float()
    chequers = (((x // 6) + (y // 6)) % 2).float()
    colours = torch.tensor([[0.9, 0.5, 0.1], [0.1, 0.3, 0.8]])
    return [(s[None] * c[:, None, None])[None] for s, c in zip((stripes, chequers), colours)]


class Smoke(unittest.TestCase):
    def setUp(self):
        torch.manual_seed(3)
        torch.set_num_threads(1)

    def test_loss_falls_and_the_masters_part(self):
        perception = RandomPerception()
        targets = [losses.style_target(perception(p)) for p in drawn_paintings()]
        model = Painters(2, widths=(4, 8, 8), blocks=1)
        optimiser = torch.optim.Adam(model.parameters(), lr=1e-2)
        photos = drawn_photos(4)
        found = []
        for step in range(40):
            photo = photos[[step % 4, (step + 1) % 4]]
            painted = model(photo, torch.tensor([0, 1]))
            features = perception(painted)
            target = {l: tuple(torch.cat(z) for z in zip(*[t[l] for t in targets])) for l in features}
            style = losses.style_loss(features, target)
            loss = style + 0.1 * losses.content_loss(features, perception(photo)) + 0.1 * losses.edge_loss(painted, photo)
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            found.append(loss.item())
        first, last = sum(found[:5]) / 5, sum(found[-5:]) / 5
        self.assertLess(last, 0.7 * first)
        with torch.no_grad():
            a, b = (model(photos[:1], torch.tensor([k])) for k in (0, 1))
        self.assertGreater((a - b).abs().mean().item(), 0.05)

    @unittest.skipUnless(shutil.which("node"), "node is not here")
    def test_exported_network_paints_the_same(self):
        model = Painters(2, widths=(4, 8, 8), blocks=1).eval()
        with torch.no_grad():
            model.codes.add_(0.3 * torch.randn_like(model.codes))
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "tiny.onnx"
            write_onnx(model.stylizer, path)
            for height, width, difference in check_onnx(model.stylizer, path, model.codes, ((16, 16), (64, 40), (20, 132))):
                self.assertLess(difference, 1e-3, f"{width}x{height}")


if __name__ == "__main__":
    unittest.main()
