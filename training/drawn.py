"""What the tests train on and look with: drawn pictures, and networks of random weights."""
import torch
import torch.nn as nn
import torch.nn.functional as F
from PIL import Image

from painter import loss_weights

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


def save_picture(tensor, path):
    """(1,3,H,W) or (3,H,W) in [0,1] as a file."""
    pixels = (tensor.reshape(tensor.shape[-3:]).permute(1, 2, 0).clamp(0, 1) * 255).round().byte().numpy()
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.fromarray(pixels).save(path)


def drawn_landscape(height, width, seed):
    """A picture of its own for each seed: smooth grounds of random colours with stripes over them, (3,H,W)."""
    generator = torch.Generator().manual_seed(seed)
    small = torch.rand(1, 3, 6, 6, generator=generator)
    ground = F.interpolate(small, size=(height, width), mode="bicubic", align_corners=False)[0].clamp(0, 1)
    y, x = torch.meshgrid(torch.arange(height), torch.arange(width), indexing="ij")
    tilt, period = torch.rand(2, generator=generator).tolist()
    return ground * (0.6 + 0.4 * (((x * tilt + y) // (4 + 20 * period)) % 2)[None])


def random_weights(shapes):
    """{name.weight, name.bias} of random numbers for {name: (outputs, inputs, side)}, in the form of a state dict."""
    state = {}
    for name, (outputs, inputs, side) in shapes.items():
        state[name + ".weight"] = torch.randn(outputs, inputs, side, side) * (2 / (side * side * inputs)) ** 0.5
        state[name + ".bias"] = 0.1 * torch.randn(outputs)
    return state


def drawn_loss_weights(folder):
    """Files of the published loss networks' names and shapes with random numbers: {vgg, distilled, squeezenet}."""
    vgg = {f"features.{place}": (outputs, inputs, 3) for place, outputs, inputs in loss_weights.VGG_PLACES.values()}
    distilled, inputs = {"conv0": (3, 3, 1)}, 3
    for layer in loss_weights.DISTILLED_LAYERS:
        outputs = loss_weights.DISTILLED_CHANNELS[layer[0]]
        distilled["conv" + layer], inputs = (outputs, inputs, 3), outputs
    squeezenet = {"features.0": (64, 3, 3)}
    for place, inputs, squeezed, outputs in loss_weights.FIRES.values():
        for part, shape in (("squeeze", (squeezed, inputs, 1)), ("expand1x1", (outputs, squeezed, 1)), ("expand3x3", (outputs, squeezed, 3))):
            squeezenet[f"features.{place}.{part}"] = shape
    files = {name: folder / f"{name}.pth" for name in ("vgg", "distilled", "squeezenet")}
    torch.save(random_weights(vgg), files["vgg"])
    torch.save({"model": random_weights(distilled)}, files["distilled"])
    torch.save(random_weights(squeezenet), files["squeezenet"])
    return files
