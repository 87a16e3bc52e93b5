"""Style and content losses; every term is relative, so that layers and paintings weigh the same."""
import torch
import torch.nn.functional as F


def moments(x, eps=1e-4):
    mean = x.mean((2, 3))
    std = ((x - mean[:, :, None, None]) ** 2).mean((2, 3)).add(eps).sqrt()
    return mean, std


def gram(x):
    n, c, h, w = x.shape
    flat = x.reshape(n, c, h * w)
    return flat @ flat.transpose(1, 2) / (h * w)


def style_target(features):
    """{layer: (mean, std, gram)} of a painting's features."""
    return {layer: (*moments(f), gram(f)) for layer, f in features.items()}


# Shallow layers ask for grain, deep ones for strokes: with equal weights the grain wins, and looks woven on flat ground.
LAYER_WEIGHTS = {"11": 0.4, "21": 0.9, "31": 1.6, "41": 1.4, "51": 0.9}


def style_loss(features, target):
    """Relative squared distance of moments and Gram matrices (Gatys et al. 2016; Huang and Belongie 2017), weighted mean of the layers."""
    total = 0.0
    weight = sum(LAYER_WEIGHTS.get(layer, 1.0) for layer in features)
    for layer, f in features.items():
        mean, std = moments(f)
        t_mean, t_std, t_gram = target[layer]
        of_moments = ((mean - t_mean) ** 2 + (std - t_std) ** 2).sum(1) / (t_mean**2 + t_std**2).sum(1)
        of_gram = ((gram(f) - t_gram) ** 2).sum((1, 2)) / (t_gram**2).sum((1, 2))
        total = total + LAYER_WEIGHTS.get(layer, 1.0) * (of_moments + of_gram).mean()
    return total / weight


def content_loss(features, photo):
    """Distance of instance-normalised features: the structure must stay, its contrast and colour need not."""
    norm = lambda x: F.instance_norm(x, eps=0.05)
    of = lambda layer: ((norm(features[layer]) - norm(photo[layer])) ** 2).mean()
    return of("41") + 0.4 * of("31")


_SOBEL = torch.tensor([[-1.0, 0, 1], [-2, 0, 2], [-1, 0, 1]]).view(1, 1, 3, 3) / 8


def luminance(x):
    return (x * torch.tensor([0.299, 0.587, 0.114], device=x.device).view(1, 3, 1, 1)).sum(1, keepdim=True)


def edges(x, shrink=2):
    light = F.avg_pool2d(luminance(x), shrink)
    kernel = _SOBEL.to(x.device)
    gx, gy = F.conv2d(light, kernel), F.conv2d(light, kernel.transpose(2, 3))
    return (gx**2 + gy**2 + 1e-6).sqrt()


def edge_loss(y, photo):
    """1 - correlation of edge strength at a quarter of the size: keeps faces and contours, leaves strokes free."""
    a, b = edges(y, 4).flatten(1), edges(photo, 4).flatten(1)
    a, b = a - a.mean(1, keepdim=True), b - b.mean(1, keepdim=True)
    return (1 - (a * b).sum(1) / (a.norm(dim=1) * b.norm(dim=1) + 1e-4)).mean()


def total_variation(y):
    return ((y[:, :, 1:] - y[:, :, :-1]) ** 2).mean() + ((y[:, :, :, 1:] - y[:, :, :, :-1]) ** 2).mean()


def photo_loss(y, photo):
    """For the photo's own code: equal up to colour mean and spread, which normalisation cannot know."""
    level = lambda x: (x - x.mean((2, 3), keepdim=True)) / x.std((2, 3), keepdim=True).clamp(min=0.05)
    return (level(y) - level(photo)).abs().mean()
