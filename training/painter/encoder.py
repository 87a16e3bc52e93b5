"""The style encoder: any painting -> the code with which the stylizer paints in its manner."""
import torch
import torch.nn as nn

from . import losses
from .perception import Eyes

STATISTICS = ("11", "21", "31", "41", "51")
# How many directions of a layer's feature space keep their Gram matrix: texture is in how features go together.
DIRECTIONS = {"11": 12, "21": 16, "31": 24}


class StyleEncoder(nn.Module):
    """painting (N,3,H,W) RGB in [0,1], H and W multiples of 16 and at least 128 -> code (N,D).

    Sees through eyes that stay as they are: channel means and spreads of five layers, Gram matrices of three of them in
    a few learned directions, mean and covariance of the colours. The size at which the painting is shown decides the size of the strokes.
    """

    def __init__(self, eyes, code_length, hidden=256):
        super().__init__()
        self.eyes = eyes.requires_grad_(False)
        channels = Eyes.CHANNELS
        self.directions = nn.ParameterDict(
            {l: nn.Parameter(torch.randn(n, channels[l]) / channels[l] ** 0.5) for l, n in DIRECTIONS.items()}
        )
        seen = 9 + 2 * sum(channels[l] for l in STATISTICS)
        self.register_buffer("level", torch.zeros(seen))
        self.register_buffer("spread", torch.ones(seen))
        textures = sum(n * n for n in DIRECTIONS.values())
        self.mix = nn.Sequential(nn.Linear(seen + textures, hidden), nn.LeakyReLU(0.1), nn.Linear(hidden, hidden), nn.LeakyReLU(0.1))
        self.code = nn.Linear(hidden, code_length)
        nn.init.normal_(self.code.weight, 0, 0.01)

    def look(self, painting):
        """(statistics (N,S), {layer: gram}): the part that does not learn."""
        with torch.no_grad():
            features = self.eyes(painting)
            colours = painting.flatten(2) - 0.5
            covariance = colours @ colours.transpose(1, 2) / colours.shape[2]
            i, j = torch.triu_indices(3, 3)
            parts = [colours.mean(2) * 2, covariance[:, i, j] * 10]
            for layer in STATISTICS:
                mean, std = losses.moments(features[layer])
                parts += [(mean + 0.01).log(), std.log()]
            return torch.cat(parts, 1), {l: losses.gram(features[l]) for l in DIRECTIONS}

    def settle(self, statistics):
        """Takes level and spread of the statistics (M,S) of many paintings, so that every number weighs the same."""
        self.level.copy_(statistics.mean(0))
        self.spread.copy_(statistics.std(0).clamp(min=0.05))

    def think(self, statistics, grams):
        parts = [((statistics - self.level) / self.spread).clamp(-4, 4)]
        for layer, directions in self.directions.items():
            small = directions @ grams[layer] @ directions.t()
            parts.append((small / torch.diagonal(grams[layer], dim1=1, dim2=2).mean(1)[:, None, None]).flatten(1))
        return self.code(self.mix(torch.cat(parts, 1)))

    def forward(self, painting):
        return self.think(*self.look(painting))
