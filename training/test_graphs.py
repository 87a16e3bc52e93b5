"""Seconds, and no data from elsewhere: gradients that are written out are autograd's, and what is exported paints the same.

Run in training/: `python3 -m unittest discover`.
"""
import shutil
import tempfile
import unittest
from pathlib import Path

import torch
import torch.nn.functional as F

from painter import losses, refinement, study
from painter.net import Painters, Stylizer, Tiles
from painter.onnx_export import Stored, check_onnx, write_onnx
from painter.perception import Sight
from painter.prune import choose, prune, vgg_before_relu
from painter.pyramid_adam import STEPS, PyramidAdam
from drawn import TINY, TinyVgg, drawn_paintings, drawn_photos


class Graphs(unittest.TestCase):
    def setUp(self):
        torch.manual_seed(3)
        torch.set_num_threads(1)

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

    def test_a_target_is_kept_without_what_it_says_twice(self):
        target = refinement.Look(Sight())(torch.rand(1, 3, 64, 48))[0]
        kept, at = refinement.keep_target(target), 0
        for mean, std, gram in refinement.targets_of(target).values():
            n = len(mean)
            self.assertTrue(torch.equal(kept[at : at + n], mean) and torch.equal(kept[at + n : at + 2 * n], std))
            rows, columns = torch.triu_indices(n, n)
            again = torch.zeros(n, n)
            again[rows, columns] = again[columns, rows] = kept[at + 2 * n : at + 2 * n + len(rows)]
            self.assertLess((again - gram).abs().max().item(), 1e-5)
            at += 2 * n + len(rows)
        self.assertEqual(at, len(kept))

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
