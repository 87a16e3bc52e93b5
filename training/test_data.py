"""Seconds, on pictures that it draws itself: DATA is made from one's own folders, and loss networks see what the published ones see."""
import contextlib
import csv
import io
import json
import tempfile
import unittest
from pathlib import Path

import torch
import torch.nn.functional as F
from PIL import Image

import prepare_data
from painter import loss_weights, perception
from painter.collect import safe_names
from drawn import drawn_landscape, drawn_loss_weights, save_picture


def rows_of(path):
    with open(path, encoding="utf8") as f:
        return list(csv.DictReader(f))


class PrepareData(unittest.TestCase):
    def setUp(self):
        torch.manual_seed(3)
        torch.set_num_threads(1)
        held = tempfile.TemporaryDirectory()
        self.addCleanup(held.cleanup)
        self.folder = Path(held.name)
        self.photos, self.paintings, self.output = self.folder / "photos", self.folder / "paintings", self.folder / "DATA"
        self.masters = self.folder / "masters.json"
        self.masters.write_text(json.dumps([{"id": "one", "file": "work-0.jpg"}, {"id": "two", "file": "work-9.jpg"}]))

    def prepare(self, *flags):
        """What it prints; an exit's sentence too."""
        told = io.StringIO()
        with contextlib.redirect_stdout(told):
            try:
                prepare_data.main(["--output", str(self.output), "--masters", str(self.masters), *map(str, flags)])
            except SystemExit as left:
                return told.getvalue() + str(left.code)
        return told.getvalue()

    def draw_photos(self, count=6):
        for n in range(count):
            save_picture(drawn_landscape(300, 400, n), self.photos / ("portraits" if n % 2 else "holidays") / f"No {n}, me.png")

    def test_photos_are_checked_shrunk_and_held_out_by_a_seed(self):
        self.draw_photos()
        first = self.photos / "holidays/No 0, me.png"
        with Image.open(first) as image:
            image.resize((320, 240)).save(self.photos / "smaller copy.jpg", quality=60)
        save_picture(drawn_landscape(60, 80, 20), self.photos / "tiny.png")
        save_picture(drawn_landscape(220, 900, 21), self.photos / "long.png")
        (self.photos / "broken.jpg").write_bytes(b"no picture")
        (self.photos / "notes.txt").write_text("not looked at")
        told = self.prepare("--photos", self.photos, "--photo-side", 256, "--holdout", 2, "--photos-licence", "CC0")
        for said in ("smaller copy.jpg is the same picture as holidays/No 0, me.png", "tiny.png is too small (80 x 60", "long.png is too long and thin", "broken.jpg cannot be read"):
            self.assertIn(said, told)
        self.assertIn("6 pictures, 2 of them held out, 4 left out", told)
        rows = rows_of(self.output / "content/content.csv")
        self.assertEqual(list(rows[0]), ["file", "source", "licence", "split"])
        self.assertEqual({row["licence"] for row in rows}, {"CC0"})
        self.assertEqual(sorted(row["file"].split("/")[0] for row in rows if row["split"] == "holdout"), ["holidays", "portraits"])
        for row in rows:
            self.assertNotIn(",", row["file"])
            with Image.open(self.output / "content" / row["file"]) as image:
                self.assertEqual(image.size, (256, 192))
        self.assertIn("is there already", self.prepare("--photos", self.photos, "--holdout", 2))
        again = self.folder / "again"
        self.prepare("--output", again, "--photos", self.photos, "--photo-side", 256, "--holdout", 2, "--photos-licence", "CC0")
        self.assertEqual(rows_of(again / "content/content.csv"), rows)

    def test_paintings_need_their_facts_and_masters_are_never_held_out(self):
        listed = []
        for n in range(5):
            save_picture(drawn_landscape(240, 300, n), self.paintings / f"work-{n}.jpg")
            listed.append({"file": f"work-{n}.jpg", "title": f"Work, {n}", "artist": "Ann", "year": 1889, "source": "https://example.org/a", "licence": "public domain"})
        listed[3]["licence"] = ""
        listed.append({**listed[0], "file": "gone.jpg"})
        save_picture(drawn_landscape(240, 300, 7), self.paintings / "nobody.jpg")
        table = self.folder / "list.json"
        table.write_text(json.dumps(listed))
        told = self.prepare("--paintings", self.paintings, "--paintings-list", table, "--holdout", 2)
        for said in ("work-3.jpg has no licence in the list", "nobody.jpg is not in the list", "gone.jpg is in the list and not in the folder", "still missing: work-9.jpg"):
            self.assertIn(said, told)
        rows = {row["file"]: row for row in rows_of(self.output / "paintings/paintings.csv")}
        self.assertEqual(sorted(rows), ["work-0.jpg", "work-1.jpg", "work-2.jpg", "work-4.jpg"])
        self.assertEqual((rows["work-1.jpg"]["title"], rows["work-1.jpg"]["year"]), ("Work, 1", "1889"))
        self.assertEqual(rows["work-0.jpg"]["split"], "train")
        self.assertEqual(sum(row["split"] == "holdout" for row in rows.values()), 2)

    def test_what_cannot_be_done_is_told(self):
        self.draw_photos(3)
        self.assertIn("more than --holdout 12 are needed", self.prepare("--photos", self.photos))
        (self.folder / "list.json").write_text('{"file": 1}')
        self.assertIn("every row needs a field `file`", self.prepare("--photos", self.photos, "--photos-list", self.folder / "list.json"))
        self.assertIn("make content/ first", self.prepare("--vgg", self.folder / "vgg.pth"))
        self.assertIn("gone.pth is not there", self.prepare("--squeezenet", self.folder / "gone.pth"))
        (self.folder / "text.pth").write_text("text")
        self.assertIn("is no file of weights", self.prepare("--squeezenet", self.folder / "text.pth"))
        files = drawn_loss_weights(self.folder)
        self.assertIn("has no features.0.weight: it is not torchvision's squeezenet1_1", self.prepare("--squeezenet", files["distilled"]))
        told = self.prepare("--distilled", files["vgg"])
        self.assertIn("has no conv0.weight", told)
        state = torch.load(files["squeezenet"])
        state["features.0.weight"] = torch.zeros(96, 3, 7, 7)
        torch.save(state, files["squeezenet"])
        self.assertIn("features.0.weight is (96, 3, 7, 7), not (64, 3, 3, 3)", self.prepare("--squeezenet", files["squeezenet"]))
        self.assertEqual(list((self.output / "loss-network").iterdir()), [])

    def test_names_need_no_quotes_and_no_two_stems_are_alike(self):
        names = safe_names(["a/Été, 1.png", "a/x.png", "b/x.jpg", "X.tif", "!.png"])
        self.assertEqual(list(names.values()), ["a/t-1.jpg", "a/x.jpg", "b/x-2.jpg", "X-3.jpg", "picture.jpg"])


class LossNetworks(unittest.TestCase):
    """Converted networks against the published ones' own way, written out here."""

    def setUp(self):
        torch.manual_seed(3)
        torch.set_num_threads(1)
        held = tempfile.TemporaryDirectory()
        self.addCleanup(held.cleanup)
        self.folder = Path(held.name)
        self.files = drawn_loss_weights(self.folder)
        self.picture = drawn_landscape(96, 128, 5)[None]
        self.given = (self.picture - loss_weights.MEAN[:, None, None]) / loss_weights.STD[:, None, None]

    def near(self, found, wanted):
        self.assertEqual(found.shape, wanted.shape)
        self.assertLess((found - wanted).abs().max().item(), 0.01 * wanted.abs().max().item())

    @torch.no_grad()
    def test_the_judge_sees_what_squeezenet_sees(self):
        path = self.folder / loss_weights.SQUEEZENET
        loss_weights.convert_squeezenet(self.files["squeezenet"], path)
        state = torch.load(self.files["squeezenet"])
        conv = lambda x, name, **more: F.relu(F.conv2d(x, state[name + ".weight"], state[name + ".bias"], **more))
        first = conv(self.given, "features.0", stride=2)
        squeezed = conv(F.max_pool2d(first, 3, 2, ceil_mode=True), "features.3.squeeze")
        x = torch.cat([conv(squeezed, "features.3.expand1x1"), conv(squeezed, "features.3.expand3x3", padding=1)], 1)
        squeezed = conv(x, "features.4.squeeze")
        x = torch.cat([conv(squeezed, "features.4.expand1x1"), conv(squeezed, "features.4.expand3x3", padding=1)], 1)
        found = perception.SqueezeNet(path)(self.picture)
        self.near(found["conv1"], first)
        self.near(found["fire3"], x)

    @torch.no_grad()
    def test_vgg_sees_the_same_with_channels_of_one_on_average(self):
        path, pictures = self.folder / loss_weights.VGG, [drawn_landscape(96, 96, n)[None] for n in range(3)]
        loss_weights.convert_vgg(self.files["vgg"], path, pictures)
        state = torch.load(self.files["vgg"])
        x = self.given
        for place, *_ in loss_weights.VGG_PLACES.values():
            x = F.relu(F.conv2d(x, state[f"features.{place}.weight"], state[f"features.{place}.bias"], padding=1))
            if place in (2, 7):
                x = F.max_pool2d(x, 2, 2)
        network = perception.real_vgg(self.folder)
        inner = lambda y: y[:, :, 4:-4, 4:-4]  # borders are padded otherwise
        found, x = inner(network(self.picture)["31"]), inner(x)
        scale = found.sum((0, 2, 3)) / x.sum((0, 2, 3)).clamp(min=1e-9)
        seen = x.mean((0, 2, 3)) > 1e-3
        self.near(found[:, seen], (x * scale[None, :, None, None])[:, seen])
        level = torch.stack([network(p)["11"].mean((0, 2, 3)) for p in pictures]).mean(0)
        self.assertLess((level - 1).abs().median().item(), 0.03)  # what the borders change
        self.assertLess(level.max().item(), 1.05)

    @torch.no_grad()
    def test_the_distilled_network_is_as_it_was_published(self):
        path = self.folder / loss_weights.DISTILLED
        loss_weights.convert_distilled(self.files["distilled"], path)
        state = torch.load(self.files["distilled"])["model"]
        x = F.conv2d(F.pad(self.picture, (8,) * 4, mode="reflect"), state["conv0.weight"], state["conv0.bias"])
        x = F.relu(F.conv2d(x, state["conv11.weight"], state["conv11.bias"], padding=1))[:, :, 8:-8, 8:-8]
        self.near(perception.distilled_vgg(self.folder)(self.picture)["11"], x)


if __name__ == "__main__":
    unittest.main()
