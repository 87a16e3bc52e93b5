"""How far a training is: what its schedule counts, and what was done to the weights before it."""
import math
from dataclasses import dataclass


@dataclass
class Progress:
    """Steps and seconds of this training, over all its sittings, and those of the weights that it began with: a version and the manifest
    tell both together, a schedule counts the training's own."""

    step: int = 0
    spent: float = 0.0
    step_before: int = 0
    spent_before: float = 0.0

    @classmethod
    def begun_with(cls, saved):
        """A new training that goes on from the weights of a checkpoint."""
        return cls(step_before=saved["step"], spent_before=saved["spent"])

    @classmethod
    def resumed(cls, saved):
        """The training that wrote a checkpoint with `facts`."""
        before = saved["before"]
        return cls(saved["step"] - before["step"], saved["spent"] - before["spent"], before["step"], before["spent"])

    @property
    def total(self):
        """Steps that the weights have had altogether."""
        return self.step_before + self.step

    def facts(self):
        """What a checkpoint keeps: `step` and `spent` (s) altogether, and what of them was `before` this training."""
        before = {"step": self.step_before, "spent": self.spent_before}
        return {"step": self.total, "spent": self.spent_before + self.spent, "before": before}

    def done(self, minutes, steps=None):
        """Share of the schedule, 0 to 1 and beyond where it is over: of `steps` where they are given, else of `minutes`."""
        return self.step / steps if steps else self.spent / (minutes * 60)

    def rate(self, most, done):
        """Learning rate: 50 steps up to `most`, then a half cosine down to 3 % of it."""
        return most * min(1, (self.step + 1) / 50) * (0.03 + 0.97 * 0.5 * (1 + math.cos(math.pi * min(1, done))))


def add_schedule(parser, minutes):
    """The flags that both trainings have for how long they take."""
    parser.add_argument("--minutes", type=float, default=minutes, help="the whole schedule, over all resumed runs")
    parser.add_argument("--steps", type=int, help="the whole schedule in steps, in place of --minutes: the same on every machine")
    parser.add_argument("--sitting", type=int, help="leave after so many steps, to go on from there when started again")
    parser.add_argument("--log-every", type=int, default=50, help="steps between two lines of the log")
