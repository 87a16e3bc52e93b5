"""Half a minute, on pictures that it draws itself and loss networks of random numbers: the commands of the README, from folders of pictures
to measured weights, each for a few steps."""
import contextlib
import io
import json
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unittest
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import torch

import evaluate
import prepare_data
from drawn import drawn_landscape, drawn_loss_weights, save_picture

HERE = Path(__file__).resolve().parent
PATIENCE = 300  # s; a machine may have much else to do
STEPS = 20


def draw_sources(folder):
    """Photos, paintings with their list, masters and published loss networks; what prepare_data.py is given."""
    for n in range(5):
        save_picture(drawn_landscape(256, 320, n), folder / "photos" / ("portraits" if n % 2 else "holidays") / f"{n}.png")
    listed = []
    for n in range(4):
        save_picture(drawn_landscape(280, 300, 100 + n), folder / "paintings" / f"work-{n}.jpg")
        listed.append({"file": f"work-{n}.jpg", "title": f"Work {n}", "artist": "Ann", "year": "1889", "source": "drawn", "licence": "CC0"})
    (folder / "list.json").write_text(json.dumps(listed))
    names = {"title": {"en": "Work", "zh": "画"}, "artist": {"en": "Ann", "zh": "安"}, "year": "1889", "school": "none"}
    masters = [{"id": f"ann-{n}", "file": f"work-{n}.jpg", **names} for n in range(2)]
    (folder / "masters.json").write_text(json.dumps(masters[:1]))
    (folder / "more-masters.json").write_text(json.dumps(masters))
    files = drawn_loss_weights(folder)
    return ["--photos", folder / "photos", "--paintings", folder / "paintings", "--paintings-list", folder / "list.json", "--masters", folder / "masters.json",
            *(flag for name, file in files.items() for flag in (f"--{name}", file)), "--holdout", 1]


class Commands(unittest.TestCase):
    """The trainings that several tests look at are done once, in the order in which the README does them."""

    STYLIZER = ("--batch", 2, "--crop", 64, "--rate", 4e-3, "--seed", 5)
    SIGHT = ("--kind", "sight", "--batch", 2, "--size", 112, "--pool", 4, "--log-every", 1)

    @classmethod
    def setUpClass(cls):
        torch.manual_seed(3)
        held = tempfile.TemporaryDirectory()
        cls.addClassCleanup(held.cleanup)
        cls.folder, cls.data = Path(held.name), Path(held.name) / "DATA"
        with contextlib.redirect_stdout(io.StringIO()):
            prepare_data.main(["--output", str(cls.data), *map(str, draw_sources(cls.folder))])
        cls.run_command("train_perception.py", "--kind", "eyes", "--run", cls.folder / "eyes", "--steps", 2, "--batch", 2, "--size", 112, "--pool", 4)
        schedule = ("--steps", STEPS, "--log-every", 5)
        broken = lambda: (cls.train_stylizer("broken", *schedule, "--sitting", STEPS - 1), cls.train_stylizer("broken", *schedule))
        with ThreadPoolExecutor(1) as beside:
            coming = beside.submit(broken)
            cls.train_whole(schedule)
            cls.broken_off, cls.taken_up = coming.result()

    @classmethod
    def train_whole(cls, schedule):
        """What is kept: a stylizer, and a perceptual network in two sittings."""
        cls.whole, cls.sight_log = cls.train_stylizer("whole", *schedule), ""
        for sitting in (10, 10):
            cls.sight_log += cls.run_command("train_perception.py", *cls.SIGHT, "--run", cls.folder / "runs/sight", "--stylizer", cls.whole["file"], "--steps", 12, "--sitting", sitting)
        shutil.copytree(cls.folder / "whole", cls.folder / "runs/stylizer")
        cls.run_command("keep.py", "--runs", cls.folder / "runs", "--output", cls.folder / "kept")

    @classmethod
    def command(cls, script, *flags):
        trains = script.startswith("train_")
        return [sys.executable, str(HERE / script), *map(str, flags), *(("--data", str(cls.data), "--threads", "1") if trains else ())]

    @classmethod
    def run_command(cls, script, *flags):
        """What it prints."""
        done = subprocess.run(cls.command(script, *flags), capture_output=True, text=True, timeout=PATIENCE)
        if done.returncode:
            raise AssertionError(f"{script} left with {done.returncode}:\n{done.stdout}\n{done.stderr}")
        return done.stdout

    @classmethod
    def train_stylizer(cls, run, *flags):
        """A checkpoint, its file, and what was printed."""
        where = ("--masters", cls.folder / "masters.json", "--eyes", cls.folder / "eyes/checkpoint.pt", "--run", cls.folder / run)
        told = cls.run_command("train_stylizer.py", *where, *cls.STYLIZER, *flags)
        file = cls.folder / run / "checkpoint.pt"
        return torch.load(file) | {"file": file, "told": told}

    def evaluate(self, *flags):
        kept = ("--stylizer", self.folder / "kept/stylizer.pt", "--perception", self.folder / "kept/sight.pt", "--masters", self.folder / "masters.json")
        files = ("--results", self.folder / "evaluation.jsonl", "--output", self.folder / "metrics.json")
        given = (*kept, *files, "--sizes", 128, "--photos", 1, "--data", self.data, *flags)
        with contextlib.redirect_stdout(io.StringIO()) as told:
            evaluate.main([str(flag) for flag in given])
        return told.getvalue()

    def test_a_training_that_was_broken_off_goes_on_as_if_it_had_not_been(self):
        for state in ("both", "average"):
            for name, value in self.whole[state].items():
                self.assertTrue(torch.allclose(value, self.taken_up[state][name], rtol=1e-4, atol=1e-5), f"{state} {name}")
        self.assertEqual((self.broken_off["step"], self.taken_up["step"], self.whole["step"]), (STEPS - 1, STEPS, STEPS))
        self.assertIn("step 0\n", self.whole["told"])
        self.assertIn(f"step {STEPS - 1}\n", self.taken_up["told"])

    def test_the_average_follows_the_weights(self):
        before, after, name = self.broken_off, self.taken_up, "model.stylizer.c1.conv.weight"
        self.assertFalse(torch.equal(before["both"][name], after["both"][name]))
        wanted = before["average"][name].lerp(after["both"][name], 1 - (1 + STEPS) / (10 + STEPS))
        self.assertTrue(torch.allclose(after["average"][name], wanted, atol=1e-7))
        self.assertFalse(torch.equal(after["average"][name], after["both"][name]))

    def test_the_log_tells_every_so_many_steps_that_the_losses_fall(self):
        lines = (self.folder / "whole/log.txt").read_text().splitlines()
        self.assertEqual([line.split()[0] for line in lines], ["5", "10", "15", "20"])
        for line in lines:
            self.assertRegex(line, r"^\d+ \d+s lr 0\.\d+ style \S+ any \S+ content \S+ edge \S+ near \S+ colour \S+ spikes \S+ lesson \S+ norm \S+$")
            self.assertIn(line, self.whole["told"])
        style = [float(re.search(r"style (\S+)", line)[1]) for line in lines]
        self.assertLess(style[-1], 0.8 * style[0])
        self.assertTrue((self.folder / "whole/sheet.png").exists())

    def test_the_perceptual_network_learns_over_two_sittings(self):
        cosines = [float(found) for found in re.findall(r"cosine of gradients (\S+)", self.sight_log)]
        self.assertEqual(len(cosines), 12)
        self.assertIn("step 10\n", self.sight_log)
        saved = torch.load(self.folder / "runs/sight/checkpoint.pt")
        self.assertEqual((saved["step"], saved["before"]["step"]), (12, 0))
        features = [float(found) for found in re.findall(r"features (\S+)", self.sight_log)]
        self.assertLess(sum(features[-4:]), 0.9 * sum(features[:4]))

    def test_what_is_kept_is_half_as_long_and_tells_what_was_done(self):
        for name, run in (("stylizer", "whole"), ("sight", "runs/sight")):
            kept, saved = torch.load(self.folder / "kept" / f"{name}.pt"), torch.load(self.folder / run / "checkpoint.pt")
            self.assertEqual((kept["step"], kept["spent"]), (saved["step"], saved["spent"]))
            self.assertNotIn("optimiser", kept)
            for key, value in kept["average"].items():
                self.assertTrue(torch.equal(value, saved["average"][key].half()), key)
        self.assertEqual(torch.load(self.folder / "kept/stylizer.pt")["masters"], ["ann-0"])

    def test_one_that_starts_from_kept_weights_carries_their_steps_on_and_leaves_when_it_is_told(self):
        flags = ("--masters", self.folder / "more-masters.json", "--run", self.folder / "more", "--start-from", self.folder / "kept/stylizer.pt", "--minutes", 30, "--log-every", 1)
        log, began = self.folder / "more/log.txt", time.monotonic()
        process = subprocess.Popen(self.command("train_stylizer.py", *flags, *self.STYLIZER), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        try:
            while process.poll() is None and time.monotonic() - began < PATIENCE and not (log.exists() and log.read_text()):
                time.sleep(0.1)
            process.send_signal(signal.SIGTERM)
            _, told = process.communicate(timeout=PATIENCE)
        finally:
            process.kill()
        self.assertEqual(process.returncode, 0, told)
        saved = torch.load(self.folder / "more/checkpoint.pt")
        own = len(log.read_text().splitlines())
        self.assertEqual((saved["step"], saved["before"]["step"]), (STEPS + own, STEPS))
        self.assertEqual(log.read_text().split()[0], str(STEPS + 1))
        self.assertEqual(saved["masters"], ["ann-0", "ann-1"])
        self.assertGreater(saved["spent"], self.whole["spent"])
        self.assertFalse((self.folder / "more/checkpoint.part").exists())

    def test_an_evaluation_goes_on_where_it_was_stopped(self):
        told = self.evaluate("--minutes", 0)
        self.assertIn("masters, 128 px, 0 photos, 0 of 1 pairs", told)
        self.assertFalse((self.folder / "metrics.json").exists())
        self.evaluate("--ways", "masters", "any-at-a-glance")
        for photo in (self.data / "content").rglob("*.jpg"):
            save_picture(drawn_landscape(128, 128, 9), self.folder / "pairs" / f"128-{photo.stem}-ann-0.png")
        self.evaluate("--ways", "masters", "--refined", "--painted", self.folder / "pairs")
        lines = (self.folder / "evaluation.jsonl").read_text()
        self.assertEqual(len(lines.splitlines()), 3)
        self.evaluate("--ways", "masters")
        self.assertEqual((self.folder / "evaluation.jsonl").read_text(), lines)
        (self.folder / "metrics.json").unlink()
        told = self.evaluate("--only-sum", "--ways", "masters", "any-at-a-glance", "masters-refined")
        found = json.loads((self.folder / "metrics.json").read_text())
        self.assertRegex(found["version"], rf"^4\.{STEPS}\.12\.[0-9a-f]{{8}}$")
        self.assertEqual(sorted(found["sizes"]["128"]), ["any-at-a-glance", "masters", "masters-refined"])
        self.assertNotEqual(found["sizes"]["128"]["masters"]["vgg"], found["sizes"]["128"]["masters-refined"]["vgg"])
        self.assertIn("any-at-a-glance, 128 px, 1 photos, 1 of 1 pairs", told)


if __name__ == "__main__":
    unittest.main()
