"""What the tests train on and look with: drawn pictures, and networks of random weights."""
import torch
import torch.nn as nn
import torch.nn.functional as F

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
