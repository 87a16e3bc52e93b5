"""What the loss networks see in paintings, kept for the masters and found anew for others."""
import torch

from . import losses
from .sizes import whole


class Targets:
    """What the loss networks see in the masters' paintings, {network: {layer: (mean, std, gram)}}, row 2k fine and 2k + 1 broad."""

    def __init__(self, networks, paintings, device):
        self.networks = networks
        self.of_masters = {}
        for name, network in networks.items():
            each = [losses.style_target(network(whole(p, s).to(device))) for p in paintings for s in (0, 1)]
            self.of_masters[name] = {l: tuple(torch.cat(z) for z in zip(*[e[l] for e in each])) for l in each[0]}

    def take(self, name, rows, others):
        """Targets of some masters' rows, and below them those of other paintings (N,3,H,W)."""
        found = {l: tuple(t[rows] for t in ts) for l, ts in self.of_masters[name].items()}
        if others is None:
            return found
        more = losses.style_target(self.networks[name](others))
        return {l: tuple(torch.cat(z) for z in zip(found[l], more[l])) for l in found}
