"""Seconds, and no data from elsewhere: tiny trainings learn.

Run in training/: `python3 -m unittest discover`.
"""
import unittest

import numpy as np
import torch
import torch.nn.functional as F

from painter import data, losses, refinement, study
from painter.encoder import StyleEncoder
from painter.net import Painters
from painter.perception import Eyes, Sight
from train_perception import likeness, plain_style_loss
from drawn import TINY, RandomPerception, average, drawn_paintings, drawn_photos


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

    def test_broad_colours_may_be_others_but_not_where_the_photo_knows_of_none(self):
        wall = torch.full((1, 3, 144, 144), 0.3)
        wall[..., 48:96, 48:96] = torch.tensor([0.9, 0.6, 0.5])[:, None, None]
        recoloured = torch.einsum("oc,nchw->nohw", torch.tensor([[0.2, 0.5, 0.1], [0.6, 0.1, 0.1], [0.3, 0.3, 0.3]]), wall)
        ring, dark = recoloured.clone(), 1 - recoloured
        ring[..., 24:48, 48:96] += 0.4
        cost = lambda painted: losses.colour_map_loss(painted, wall).item()
        self.assertLess(cost(recoloured), 0.01)
        self.assertGreater(cost(ring), 0.3)
        self.assertGreater(cost(dark), 0.9)

    def test_a_spot_that_makes_all_else_small_costs(self):
        even = torch.randn(1, 4, 32, 32)
        spot = even.clone()
        spot[..., 16, 16] = 200
        normalised = [F.instance_norm(x) for x in (even, spot)]
        self.assertEqual(losses.spike_loss(normalised[:1], last=1).item(), 0)
        self.assertGreater(losses.spike_loss(normalised[1:], last=1).item(), 0.1)
        model = Painters(1, **TINY)
        seen = []
        with torch.no_grad():
            model.stylizer(drawn_photos(1), model.codes(torch.tensor([0]), torch.ones(1)), seen)
        self.assertEqual(len(seen), len(model.stylizer.channels))

    def test_crops_avoid_flat_ground(self):
        image = np.zeros((64, 192, 3), np.uint8)
        image[::16, 128:] = image[:, 128::16] = 255
        picture = data.Picture.of(image)
        self.assertTrue(picture.is_flat(0, 0, 64))
        self.assertFalse(picture.is_flat(0, 128, 64))
        self.assertEqual(data.crop(picture, 48).shape, (1, 3, 48, 48))

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

    def test_a_code_learns_from_its_painting(self):
        sight, model = Sight().requires_grad_(False), Painters(1, **TINY).requires_grad_(False)
        photos, painting = list(drawn_photos(3, 64).split(1)), drawn_paintings(64)[0]
        look, weights = refinement.Look(sight), torch.tensor(study.WEIGHTS)
        target, far = look(painting)[0], []
        for code in (model.middle, study.teach_code(model.stylizer, sight, model.middle, painting, photos, steps=30)):
            far.append(average([refinement.plain_loss(sight, model.stylizer(p, code), target, look(p)[1], weights).item() for p in photos]))
        self.assertLess(far[1], 0.8 * far[0])


if __name__ == "__main__":
    unittest.main()
