"""Seconds, and no data: what an evaluation keeps and sums, what a version tells apart, how far a training says it is."""
import contextlib
import io
import json
import tempfile
import unittest
from pathlib import Path

import torch

import evaluate
from painter.progress import Progress
from painter.results import FIGURES, Results, Series, table
from painter.version import fingerprint, version_of


def row(value):
    return {key: value for key in FIGURES}


class InFolder(unittest.TestCase):
    def setUp(self):
        held = tempfile.TemporaryDirectory()
        self.addCleanup(held.cleanup)
        self.folder = Path(held.name)


class EvaluationIsKept(InFolder):
    SERIES = Series("4.1.1.abcd", "sizes", 256, "masters")
    WANTED = [(painting, photo) for painting in ("one", "two") for photo in ("a.jpg", "b.jpg")]

    def kept(self):
        return Results(self.folder / "runs/evaluation.jsonl")

    def add(self, *pairs, series=SERIES, painted=0.2):
        results = self.kept()
        for painting, photo in pairs:
            results.add(series, painting, photo, row(painted), row(0.4))
        return results

    def test_pairs_are_there_when_it_is_started_again(self):
        self.add(*self.WANTED[:3])
        results = self.kept()
        self.assertEqual([results.has(self.SERIES, *pair) for pair in self.WANTED], [True, True, True, False])
        other = Series("4.1.1.ffff", "sizes", 256, "masters")
        self.assertFalse(results.has(other, *self.WANTED[0]))
        self.assertEqual(results.summary(other, self.WANTED)["pairs"], 0)

    def test_a_line_that_was_cut_off_is_measured_again(self):
        results = self.add(*self.WANTED[:2])
        text = results.path.read_text()
        results.path.write_text(text + text[:40])
        self.assertFalse(self.kept().has(self.SERIES, *self.WANTED[2]))
        self.add(self.WANTED[2])
        self.assertEqual(len(results.path.read_text().splitlines()), 3)
        self.assertTrue(self.kept().has(self.SERIES, *self.WANTED[2]))

    def test_a_line_that_is_no_result_is_named(self):
        results = self.add(*self.WANTED[:1])
        results.path.write_text('{"series": 1}\n' + results.path.read_text())
        with self.assertRaisesRegex(ValueError, r"evaluation\.jsonl:1 is not a result"):
            self.kept()

    def test_all_five_figures_are_summed_beside_their_ratios(self):
        results = self.add(*self.WANTED[:2], painted=0.1)
        results = self.add(*self.WANTED[2:], painted=0.3)
        found = results.summary(self.SERIES, self.WANTED)
        for key in FIGURES:
            self.assertEqual((found[key], found[key + "Ratio"], found["colourMatching"][key]), (0.2, 0.5, 0.4))
            self.assertEqual([found["paintings"][name][key + "Ratio"] for name in ("one", "two")], [0.25, 0.75])
        self.assertEqual((found["photos"], found["pairs"]), (2, 4))
        lines = list(table(self.SERIES, found, 4))
        self.assertIn("4 of 4 pairs", lines[0])
        self.assertEqual([lines[3].count(said) for said in ("0.2000", "(0.500)")], [5, 5])

    def test_only_what_is_whole_goes_into_the_metrics(self):
        quiet = contextlib.redirect_stdout(io.StringIO())
        quiet.__enter__()
        self.addCleanup(quiet.__exit__, None, None, None)
        path, refined = self.folder / "metrics.json", Series("4.1.1.abcd", "sizes", 256, "masters-refined")
        results = self.add(*self.WANTED[:2])
        evaluate.write_metrics(path, results, {self.SERIES: self.WANTED})
        self.assertFalse(path.exists())
        results = self.add(*self.WANTED[2:])
        evaluate.write_metrics(path, results, {self.SERIES: self.WANTED})
        results = self.add(*self.WANTED, series=refined)
        evaluate.write_metrics(path, results, {refined: self.WANTED})
        found = json.loads(path.read_text())
        self.assertEqual((found["version"], sorted(found["sizes"]["256"])), ("4.1.1.abcd", ["masters", "masters-refined"]))
        other = Series("4.2.1.ffff", "square", 256, "masters")
        evaluate.write_metrics(path, self.add(*self.WANTED, series=other), {other: self.WANTED})
        self.assertEqual(sorted(json.loads(path.read_text())), ["square", "version"])

    def test_flags_choose_the_ways(self):
        ways = lambda *flags: evaluate.arguments(["--data", "DATA", *flags]).ways
        self.assertEqual(ways(), ["masters", "any-studied"])
        self.assertEqual(ways("--glance"), ["masters", "any-at-a-glance"])
        self.assertEqual(ways("--refined", "--painted", "pairs"), ["masters-refined", "any-refined"])
        self.assertEqual(ways("--refined", "--ways", "masters", "--only-sum"), ["masters-refined"])


class Versions(InFolder):
    def setUp(self):
        super().setUp()
        torch.manual_seed(3)
        self.network, self.file = torch.nn.Linear(3, 2), self.folder / "painting.jpg"
        self.file.write_bytes(b"a painting")

    def found(self, ids=("one", "two")):
        return version_of(10, 20, fingerprint([self.network], ids, [self.file]))

    def test_other_weights_paintings_or_masters_have_another_version(self):
        first = self.found()
        self.assertRegex(first, r"^4\.10\.20\.[0-9a-f]{8}$")
        self.assertEqual(self.found(), first)
        versions = {first, self.found(("two", "one"))}
        with torch.no_grad():
            self.network.weight[0, 0] += 1e-6
        versions.add(self.found())
        self.file.write_bytes(b"another painting")
        versions.add(self.found())
        self.assertEqual(len(versions), 4)


class ProgressOfTrainings(unittest.TestCase):
    def test_steps_and_seconds_of_the_weights_begun_with_are_carried_over(self):
        progress = Progress.begun_with({"step": 9967, "spent": 12600.0})
        self.assertEqual(progress.done(minutes=8), 0)
        progress.step, progress.spent = 2952, 480.0
        facts = progress.facts()
        self.assertEqual((facts["step"], facts["spent"], progress.done(minutes=8)), (12919, 13080.0, 1))
        again = Progress.resumed(facts)
        self.assertEqual((again, again.total), (progress, 12919))
        self.assertEqual(Progress.begun_with(facts).facts()["step"], 12919)

    def test_the_rate_rises_and_falls_to_a_last_rest(self):
        at = lambda step, done: Progress(step=step).rate(1.0, done)
        self.assertAlmostEqual(at(0, 0), 0.02)
        self.assertAlmostEqual(at(200, 0), 1)
        self.assertAlmostEqual(at(200, 1), 0.03)
        self.assertEqual(Progress(step=3, spent=1e9).done(minutes=1, steps=12), 0.25)


if __name__ == "__main__":
    unittest.main()
