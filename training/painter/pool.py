"""What the perceptual network is taught on: the pictures that it will be asked about, which are those that it has moved so far itself."""
import random

import torch

from . import data, metrics
from .pyramid_adam import PyramidAdam


class Pool:
    """Pictures on their way from a photo towards a painting's style, moved by the network's own gradient as the worker moves them.

    `see` gives {"target", "content"} of (painting, photo), `paint` what the fast network makes of (photo, painting), for the share
    `painted` of the pictures: the worker starts from it.
    """

    OLDEST = 45

    def __init__(self, photos, paintings, size, see, paint, painted, count=96):
        self.photos, self.paintings, self.size, self.see = photos, paintings, size, see
        self.paint, self.painted = paint, painted
        self.items = [self.fresh() for _ in range(count)]
        self.pictures = torch.cat([item.pop("start") for item in self.items])
        self.adam = PyramidAdam(count, size, self.pictures.device)
        self.ages = [0] * count

    def start(self, photo, painting):
        if random.random() < self.painted:
            return self.paint(photo, painting)
        chance = random.random()
        picture = metrics.colour_matched(photo, painting) if chance < 0.6 else photo
        if chance > 0.85:
            return picture + 0.15 * torch.randn_like(picture)
        return picture.lerp(painting, random.random() * 0.7) if chance > 0.7 else picture

    def fresh(self):
        cut = lambda pictures: data.crop(random.choice(pictures), self.size, is_scaled=random.random() < 0.5)
        photo, painting = cut(self.photos), cut(self.paintings)
        start = self.start(photo, painting).clamp(0, 1)
        return {"photo": photo, "painting": painting, "start": start, **self.see(painting, photo)}

    def take(self, count):
        return random.sample(range(len(self.items)), count)

    def move(self, index, gradients):
        where = torch.tensor(index, device=self.pictures.device)
        self.pictures[where] = (self.pictures[where] + self.adam.step(where, gradients)).clamp(0, 1)
        for i in index:
            self.ages[i] += 1
            if random.random() < 0.03 or self.ages[i] > self.OLDEST:
                self.items[i] = self.fresh()
                self.pictures[i : i + 1] = self.items[i].pop("start")
                self.adam.forget(i)
                self.ages[i] = 0
