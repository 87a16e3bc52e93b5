"""Adam on pictures written as sums of pyramids, as worker/painter/pyramid-adam.ts moves them, many at a time."""
import math

import torch
import torch.nn.functional as F

# Factors by which the levels are smaller than the picture, and how far each may go. The worker's.
LEVELS = ((1, 0.4), (2, 0.6), (4, 0.6), (8, 0.4))
RATE, STEPS = 0.008, 30
BETA1, BETA2 = 0.9, 0.99


def rate_of(age):
    """age (N,): steps so far -> (N,1,1,1), from RATE down to a tenth of it along a cosine of STEPS steps."""
    share = (age.clamp(max=STEPS).float() * (math.pi / STEPS)).cos() * 0.45 + 0.55
    return (RATE * share)[:, None, None, None]


class PyramidAdam:
    """Moments of `count` pictures (3,size,size), size a multiple of 8, each with an age of its own."""

    def __init__(self, count, size, device):
        blank = lambda shrink: torch.zeros(count, 3, size // shrink, size // shrink, device=device)
        self.moments = [(blank(shrink), blank(shrink)) for shrink, _ in LEVELS]
        self.age = torch.zeros(count, dtype=torch.long, device=device)

    def forget(self, one):
        """Begins anew with one picture."""
        self.age[one] = 0
        for first, second in self.moments:
            first[one] = 0
            second[one] = 0

    def step(self, index, gradients):
        """index (N,) of pictures, gradients (N,3,size,size) -> what is to be added to them; their age grows."""
        rate = rate_of(self.age[index])
        self.age[index] += 1
        power = lambda beta: 1 - torch.full_like(rate, beta) ** self.age[index][:, None, None, None]
        change = 0.0
        for (shrink, share), (first, second) in zip(LEVELS, self.moments):
            pulled = F.avg_pool2d(gradients, shrink)
            first[index] = BETA1 * first[index] + (1 - BETA1) * pulled
            second[index] = BETA2 * second[index] + (1 - BETA2) * pulled**2
            turn = first[index] / power(BETA1) / ((second[index] / power(BETA2)).sqrt() + 1e-9)
            change = change - share * F.interpolate(turn, scale_factor=float(shrink), mode="bilinear", align_corners=False)
        return rate * change
