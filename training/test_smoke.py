"""Seconds, and no data from elsewhere: tiny trainings learn, the gradient that is written out is autograd's, and what is exported paints
the same.

Run in training/: `python3 -m unittest test_smoke`.
"""
import shutil
import tempfile
import unittest
from pathlib import Path

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

from painter import data, losses, refinement, study
from painter.encoder import StyleEncoder
from painter.net import Painters, Stylizer, Tiles
from painter.onnx_export import Stored, check_onnx, write_onnx
from painter.perception import Eyes, Sight
from painter.prune import choose, prune, vgg_before_relu
from painter.pyramid_adam import STEPS, PyramidAdam
from train_perception import likeness, plain_style_loss

SIZE = 48
TINY = {"widths": (4, 8, 8), "blocks": 1}


class RandomPerception(nn.Module):
    """A loss network with random weights: enough to have a style and a content, in the layers that the losses name."""

    def __init__(self):
        super().__init__()
        self.first, self.second = nn.Conv2d(3, 8, 3, padding=1), nn.Conv2d(8, 16, 3, 2, padding=1)
        self.third = nn.Conv2d(16, 16, 3, 2, padding=1)
        for parameter in self.parameters():
            parameter.requires_grad_(False)

    def forward(self, x):
        a = F.relu(self.first(x))
        b = F.relu(self.second(a))
        c = F.relu(self.third(b))
        return {"11": a, "21": b, "31": c, "41": F.avg_pool2d(b, 2)}


class TinyVgg:
    """A network of VGG19's shape up to relu3_1 with random weights, in the form that `perception.Vgg` has."""

    layers = ["11", "12", "P", "21", "22", "P", "31"]

    def __init__(self):
        inputs, self.w0, self.b0 = 3, torch.eye(3)[:, :, None, None], torch.zeros(3)
        for layer, outputs in (("11", 64), ("12", 64), ("21", 128), ("22", 128), ("31", 256)):
            setattr(self, "w" + layer, torch.randn(outputs, inputs, 3, 3) / (9 * inputs) ** 0.5)
            setattr(self, "b" + layer, 0.1 * torch.randn(outputs))
            inputs = outputs


def drawn_photos(count, size=SIZE):
    """Discs of random colours on soft grounds."""
    y, x = torch.meshgrid(torch.linspace(0, 1, size), torch.linspace(0, 1, size), indexing="ij")
    photos = []
    for _ in range(count):
        ground = torch.rand(3, 1, 1) * (0.5 + 0.5 * x)
        centre = torch.rand(2)
        disc = ((x - centre[0]) ** 2 + (y - centre[1]) ** 2 < 0.07).float()
        photos.append(ground * (1 - disc) + torch.rand(3, 1, 1) * disc)
    return torch.stack(photos)


def drawn_paintings(size=SIZE):
    """Two manners: slanting stripes, and chequers."""
    y, x = torch.meshgrid(torch.arange(size), torch.arange(size), indexing="ij")
    stripes = (((x + y) // 4) % 2).float()
    chequers = (((x // 6) + (y // 6)) % 2).float()
    colours = torch.tensor([[0.9, 0.5, 0.1], [0.1, 0.3, 0.8]])
    return [(s[None] * c[:, None, None])[None] for s, c in zip((stripes, chequers), colours)]


def average(values):
    return sum(values) / len(values)


class Smoke(unittest.TestCase):
    def setUp(self):
        torch.manual_seed(3)
        torch.set_num_threads(1)

    def test_the_stylizer_learns_and_its_masters_part(self):
        perception = RandomPerception()
        targets = [losses.style_target(perception(p)) for p in drawn_paintings()]
        model = Painters(2, **TINY)
        optimiser = torch.optim.Adam(model.parameters(), lr=1e-2)
        photos, both, broad = drawn_photos(4), torch.tensor([0, 1]), torch.ones(2)
        found = []
        for step in range(40):
            photo = photos[[step % 4, (step + 1) % 4]]
            painted = model.stylizer(photo, model.codes(both, broad))
            features = perception(painted)
            target = {l: tuple(torch.cat(z) for z in zip(*[t[l] for t in targets])) for l in features}
            style = losses.style_loss(features, target).mean()
            loss = style + 0.1 * losses.content_loss(features, perception(photo)) + 0.1 * losses.edge_loss(painted, photo)
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            found.append(loss.item())
        self.assertLess(average(found[-5:]), 0.7 * average(found[:5]))
        with torch.no_grad():
            a, b = model.stylizer(photos[:1].expand(2, -1, -1, -1), model.codes(both, broad)).split(1)
        self.assertGreater((a - b).abs().mean().item(), 0.05)

    def test_faint_edges_count_within_their_windows(self):
        outline = torch.zeros(1, 3, 96, 96)
        outline[..., 8:88, 8:88] = 1
        face = outline.clone()
        face[..., 40:44, 30:36] -= 0.1
        face[..., 40:44, 60:66] -= 0.1
        whole, near = losses.edge_loss(outline, face, 2).item(), losses.near_edge_loss(outline, face).item()
        self.assertLess(losses.near_edge_loss(face, face).item(), 0.3 * near)
        self.assertGreater(near, 20 * whole)

    def test_crops_avoid_flat_ground(self):
        image = np.zeros((64, 192, 3), np.uint8)
        image[::16, 128:] = image[:, 128::16] = 255
        picture = data.Picture.of(image)
        self.assertTrue(picture.is_flat(0, 0, 64))
        self.assertFalse(picture.is_flat(0, 128, 64))
        self.assertEqual(data.crop(picture, 48).shape, (1, 3, 48, 48))

    def test_the_style_loss_has_the_gradient_that_autograd_finds(self):
        features = {"21": torch.rand(2, 5, 8, 12, requires_grad=True)}
        target = losses.style_target({"21": torch.rand(2, 5, 6, 6)})
        (ours,) = torch.autograd.grad(losses.style_loss(features, target).sum(), features["21"])
        mean, std = losses.moments(features["21"])
        t_mean, t_std, t_gram = target["21"]
        of_moments = ((mean - t_mean) ** 2 + (std - t_std) ** 2).sum(1) / (t_mean**2 + t_std**2).sum(1)
        of_gram = ((losses.gram(features["21"]) - t_gram) ** 2).sum((1, 2)) / (t_gram**2).sum((1, 2))
        (theirs,) = torch.autograd.grad((of_moments + of_gram).sum(), features["21"])
        self.assertLess((ours - theirs).abs().max().item(), 1e-6)

    def test_the_perceptual_network_learns_where_another_one_pulls(self):
        teacher, ours = RandomPerception(), Sight()
        painting = drawn_paintings(96)[0]
        weights = {"11": 1.0, "21": 1.0, "31": 1.0}
        optimiser = torch.optim.Adam(ours.parameters(), lr=2e-3)
        photos, found = drawn_photos(4, 96), []
        for step in range(24):
            y = photos[[step % 4]].requires_grad_(True)
            loss = losses.style_loss({l: teacher(y)[l] for l in weights}, losses.style_target(teacher(painting)), weights).sum()
            (wanted,) = torch.autograd.grad(loss, y)
            mine = plain_style_loss(ours(y), losses.style_target(ours(painting)), weights).sum()
            (pull,) = torch.autograd.grad(mine, y, create_graph=True)
            away = 1 - likeness(pull, wanted, 2).mean()
            optimiser.zero_grad()
            away.backward()
            optimiser.step()
            found.append(away.item())
        self.assertLess(average(found[-4:]), 0.8 * average(found[:4]))

    def test_the_encoder_tells_paintings_apart(self):
        encoder = StyleEncoder(Eyes(), 40)
        paintings = torch.cat(drawn_paintings(128))
        encoder.settle(encoder.look(paintings)[0])
        wanted = torch.randn(2, 40)
        mind = [p for p in encoder.parameters() if p.requires_grad]
        optimiser = torch.optim.Adam(mind, lr=3e-3)
        for _ in range(60):
            loss = F.mse_loss(encoder(paintings), wanted)
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
        self.assertLess(loss.item(), 0.2)

    def test_the_pull_that_is_written_out_is_the_gradient(self):
        sight = Sight().double().requires_grad_(False)
        look, pull = refinement.Look(sight), refinement.Pull(sight)
        picture = torch.rand(1, 3, 96, 128).double().requires_grad_(True)
        target = look(torch.rand(1, 3, 112, 80).double())[0]
        content = look(torch.rand(1, 3, 96, 128).double())[1]
        weights = torch.tensor([1, 0.5, 2, 0.4, 0.6, 0.7]).double()
        loss = refinement.plain_loss(sight, picture, target, content, weights)
        (wanted,) = torch.autograd.grad(loss, picture)
        found, parts = pull(picture, target, content, weights)
        self.assertAlmostEqual(loss.item(), parts.sum().item(), 9)
        self.assertLess((found - wanted).abs().max().item(), 1e-9 * wanted.abs().max().item() + 1e-12)

    def test_what_teaches_a_code_is_the_gradient(self):
        sight = Sight().double().requires_grad_(False)
        model = Painters(1, **TINY).double().requires_grad_(False)
        code = (model.middle + 0.3 * torch.randn_like(model.middle)).requires_grad_(True)
        photo = drawn_photos(1, 64).double()
        target, content = refinement.Look(sight)(drawn_paintings(80)[0].double())[0], refinement.Look(sight)(photo)[1]
        weights = torch.tensor([1, 0.5, 2, 0.4, 0.6, 0.7]).double()
        loss = refinement.plain_loss(sight, model.stylizer(photo, code), target, content, weights)
        (wanted,) = torch.autograd.grad(loss, code)
        found, parts = study.Teach(model.stylizer, sight)(photo, code.detach(), target, content, weights)
        self.assertAlmostEqual(loss.item(), parts.sum().item(), 9)
        self.assertLess((found - wanted).abs().max().item(), 1e-9 * wanted.abs().max().item() + 1e-12)

    def test_a_code_learns_from_its_painting(self):
        sight, model = Sight().requires_grad_(False), Painters(1, **TINY).requires_grad_(False)
        photos, painting = list(drawn_photos(3, 64).split(1)), drawn_paintings(64)[0]
        look, weights = refinement.Look(sight), torch.tensor(study.WEIGHTS)
        target, far = look(painting)[0], []
        for code in (model.middle, study.teach_code(model.stylizer, sight, model.middle, painting, photos, steps=30)):
            far.append(average([refinement.plain_loss(sight, model.stylizer(p, code), target, look(p)[1], weights).item() for p in photos]))
        self.assertLess(far[1], 0.8 * far[0])

    def test_pictures_move_on_pyramids_each_at_its_own_age(self):
        goal = drawn_photos(2, 48)
        pictures, adam = torch.full_like(goal, 0.5), PyramidAdam(2, 48, goal.device)
        far = lambda: (pictures - goal).abs().mean((1, 2, 3))
        before, both = far(), torch.tensor([0, 1])
        for _ in range(STEPS):
            pictures = pictures + adam.step(both, pictures - goal)
        self.assertTrue((far() < 0.6 * before).all())
        adam.forget(1)
        fresh = adam.step(both, pictures - goal).abs().mean((1, 2, 3))
        self.assertGreater(fresh[1].item(), 3 * fresh[0].item())

    def test_a_pruned_network_sees_what_the_whole_one_sees(self):
        whole = TinyVgg()
        pictures = torch.cat([drawn_photos(3, 64), *drawn_paintings(64)])
        sight = prune(whole, pictures)
        with torch.no_grad():
            before = vgg_before_relu(whole, pictures)
            kept = choose(whole, before, "11", Sight.CHANNELS["11"])
            off = sight(pictures)["11"] - F.relu(before["11"][:, kept])
        self.assertLess(off.abs().mean().item(), 0.02 * before["11"].abs().mean().item())

    def test_tiles_replay_the_statistics_of_the_whole(self):
        stylizer = Stylizer(**TINY).eval()
        photo, code = drawn_photos(1, 160), stylizer.neutral_code()[None]
        tiles, none = Tiles(stylizer), torch.zeros(1, code.shape[1])
        with torch.no_grad():
            whole = stylizer(photo, code)
            image, statistics = tiles(photo, code, none, torch.zeros(1))
            tile, _ = tiles(photo[:, :, :, :120], code, statistics, torch.ones(1))
        self.assertLess((image - whole).abs().max().item(), 1e-5)
        self.assertLess((tile[:, :, :, :64] - whole[:, :, :, :64]).abs().max().item(), 1e-5)

    @unittest.skipUnless(shutil.which("node"), "node is not here")
    def test_exported_networks_paint_the_same(self):
        model = Painters(2, **TINY).eval().requires_grad_(False)
        with torch.no_grad():
            model.middle.add_(0.3 * torch.randn_like(model.middle))
        codes = model.codes(torch.tensor([0, 1]), torch.ones(2))
        sizes = ((16, 16), (64, 40), (20, 132))
        cases = [(torch.rand(1, 3, h, w), codes[[n % 2]]) for n, (h, w) in enumerate(sizes)]
        free = {name: {2: "height", 3: "width"} for name in ("photo", "image")}
        with tempfile.TemporaryDirectory() as folder:
            for network in (model.stylizer, Stored(model.stylizer, "float16"), Stored(model.stylizer, "int8")):
                path = Path(folder) / "tiny.onnx"
                write_onnx(network, path, cases[0], ["photo", "code"], ["image"], free)
                for worst in check_onnx(network, path, ["photo", "code"], ["image"], cases):
                    self.assertLess(worst, 1e-3)


if __name__ == "__main__":
    unittest.main()
