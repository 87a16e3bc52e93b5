"""The beginning of our perceptual network: VGG19's most telling channels, its weights fitted again to what is left of their inputs."""
import torch
import torch.nn.functional as F

from .perception import Sight


@torch.no_grad()
def vgg_before_relu(vgg, pictures):
    """{layer: pre-activations (N,C,h,w)} of a real VGG prefix without padding, its colours folded away."""
    x = F.conv2d(pictures, vgg.w0, vgg.b0)
    found = {}
    for layer in vgg.layers:
        if layer == "P":
            x = F.max_pool2d(x, 2)
            continue
        found[layer] = F.conv2d(x, getattr(vgg, "w" + layer).float(), getattr(vgg, "b" + layer).float())
        x = F.relu(found[layer])
    return found


def choose(vgg, before, layer, count):
    """The channels with the most energy, weighted by how much the next layer makes of them."""
    energy = (F.relu(before[layer]) ** 2).mean((0, 2, 3))
    place = vgg.layers.index(layer)
    following = next((l for l in vgg.layers[place + 1 :] if l != "P"), None)
    if following is not None:
        energy = energy * (getattr(vgg, "w" + following).float() ** 2).sum((0, 2, 3))
    return energy.topk(count).indices.sort().values


@torch.no_grad()
def fit(inputs, outputs, ridge=1e-4):
    """Weights (O,I,3,3) and bias (O) of the convolution that comes nearest to giving outputs (N,O,h,w) from inputs (N,I,h+2,w+2)."""
    n, channels = inputs.shape[:2]
    patches = F.unfold(inputs, 3).transpose(1, 2).reshape(-1, channels * 9)
    patches = torch.cat([patches, torch.ones(len(patches), 1)], 1).double()
    wanted = outputs.permute(0, 2, 3, 1).reshape(len(patches), -1).double()
    normal = patches.t() @ patches
    normal += ridge * normal.diagonal().mean() * torch.eye(len(normal), dtype=torch.double)
    solution = torch.linalg.solve(normal, patches.t() @ wanted).float()
    return solution[:-1].t().reshape(-1, channels, 3, 3), solution[-1]


@torch.no_grad()
def prune(vgg, pictures):
    """pictures (N,3,H,W), a few dozen -> Sight; its layers beyond the VGG's last are random."""
    sight = Sight()
    before = vgg_before_relu(vgg, pictures)
    x = pictures
    for layer in Sight.LAYERS:
        if layer == "P":
            x = F.avg_pool2d(x, 2)
            continue
        if layer not in before:
            break
        kept = choose(vgg, before, layer, Sight.CHANNELS[layer])
        weight, bias = fit(x, before[layer][:, kept])
        sight.convolutions[layer].weight.copy_(weight)
        sight.convolutions[layer].bias.copy_(bias)
        x = F.relu(F.conv2d(x, weight, bias))
    return sight
