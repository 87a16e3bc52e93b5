"""Style and content losses; every term is relative, so that layers and paintings weigh the same."""
import torch
import torch.nn.functional as F


def moments(x, eps=1e-4):
    x = x.float()
    mean = x.mean((2, 3))
    std = ((x - mean[:, :, None, None]) ** 2).mean((2, 3)).add(eps).sqrt()
    return mean, std


def gram(x):
    n, c, h, w = x.shape
    flat = x.permute(0, 2, 3, 1).reshape(n, h * w, c).float()
    return flat.transpose(1, 2) @ flat / (h * w)


def style_target(features):
    """{layer: (mean (N,C), std (N,C), gram (N,C,C))} of a painting's features."""
    return {layer: (*moments(f), gram(f)) for layer, f in features.items()}


class StyleTerm(torch.autograd.Function):
    """Relative squared distances of moments and of Gram matrices, (N,) each, of one layer's features (N,C,h,w).

    Both are quadratic in the features' first two moments, so the gradient is linear in the features: one product with a C x C
    matrix, whatever the picture's size. Autograd's dozens of passes over the features cost more than the convolutions.
    """

    @staticmethod
    def forward(ctx, features, t_mean, t_std, t_gram):
        n, c, h, w = features.shape
        area = h * w
        flat = features.permute(0, 2, 3, 1).reshape(n, area, c)
        parts = next(p for p in (16, 8, 4, 2, 1) if area % p == 0)  # sums of parts: less rounding in bfloat16
        pieces = flat.reshape(n * parts, area // parts, c)
        found = torch.bmm(pieces.transpose(1, 2), pieces).float().reshape(n, parts, c, c).sum(1) / area
        mean = flat.sum(1, dtype=torch.float32) / area
        std = (torch.diagonal(found, dim1=1, dim2=2) - mean**2).clamp(min=0).add(1e-4).sqrt()
        moments_scale = (t_mean**2 + t_std**2).sum(1, keepdim=True)
        gram_scale = (t_gram**2).sum((1, 2), keepdim=True)
        off = found - t_gram
        pull = 2 * (std - t_std) / moments_scale / (std * area)
        slope = 4 * off / gram_scale / area + torch.diag_embed(pull)
        shift = 2 * (mean - t_mean) / moments_scale / area - pull * mean
        ctx.save_for_backward(flat, slope, shift)
        ctx.shape = (n, c, h, w)
        of_moments = ((mean - t_mean) ** 2 + (std - t_std) ** 2).sum(1) / moments_scale[:, 0]
        return of_moments + (off**2).sum((1, 2)) / gram_scale[:, 0, 0]

    @staticmethod
    def backward(ctx, outer):
        flat, slope, shift = ctx.saved_tensors
        n, c, h, w = ctx.shape
        slope = (slope * outer[:, None, None]).to(flat.dtype)
        shift = (shift * outer[:, None]).to(flat.dtype)
        return torch.baddbmm(shift[:, None], flat, slope).reshape(n, h, w, c).permute(0, 3, 1, 2), None, None, None


# Shallow layers ask for grain, deep ones for strokes: with equal weights the grain wins, and looks woven on flat ground.
LAYER_WEIGHTS = {"11": 0.5, "21": 0.9, "31": 2.0, "41": 2.0, "51": 1.2}


def style_loss(features, target, weights=LAYER_WEIGHTS):
    """(N,): relative squared distance of moments and Gram matrices (Gatys et al. 2016; Huang and Belongie 2017), weighted mean of the layers."""
    total, weight = 0.0, 0.0
    for layer, f in features.items():
        if weights[layer] > 0:
            total = total + weights[layer] * StyleTerm.apply(f, *target[layer])
            weight += weights[layer]
    return total / weight


def content_loss(features, photo):
    """Distance of instance-normalised features: the structure must stay, its contrast and colour need not."""
    norm = lambda x: F.instance_norm(x.float(), eps=0.05)
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


def edge_loss(y, photo, shrink=4):
    """1 - correlation of edge strength at 1/shrink of the size: keeps faces and contours, leaves strokes free."""
    a, b = edges(y, shrink).flatten(1), edges(photo, shrink).flatten(1)
    a, b = a - a.mean(1, keepdim=True), b - b.mean(1, keepdim=True)
    return (1 - (a * b).sum(1) / (a.norm(dim=1) * b.norm(dim=1) + 1e-4)).mean()


def near_edge_loss(y, photo, shrink=2, window=16):
    """1 - correlation of edge strength within windows of the shrunk pictures, where the photo has edges, a figure a picture (N): in
    `edge_loss` the outline of a head outweighs its eyes."""
    a, b = edges(y, shrink), edges(photo, shrink)
    mean = lambda z: F.avg_pool2d(z, window, window // 2)
    of_a, of_b = mean(a), mean(b)
    spread_a, spread_b = mean(a * a) - of_a**2, (mean(b * b) - of_b**2).clamp(min=0)
    correlation = (mean(a * b) - of_a * of_b) / (spread_a.clamp(min=0) * spread_b + 1e-8).sqrt()
    weight = spread_b.sqrt()
    return 1 - (weight * correlation).sum((1, 2, 3)) / (weight.sum((1, 2, 3)) + 1e-4)


def colour_map_loss(y, photo, shrink=12):
    """What of the painted picture's broad colours no affine map of the photo's explains, as a part of their variance, and half of 1 - the
    correlation of their lightness; a figure a picture (N).

    An affine map reaches any mean and covariance of a palette (Pitié and Kokaram 2007), so this forbids no style its colours. What it
    does not explain is a halo round a head, a patch in an even wall, or a dark wall painted light.
    """
    broad = lambda z: F.avg_pool2d(z, shrink).flatten(2)
    level = lambda z: z - z.mean(2, keepdim=True)
    a, b = level(broad(y)), level(broad(photo))
    covariance = b @ b.transpose(1, 2) / b.shape[2] + 1e-4 * torch.eye(3, device=b.device)
    by_photo = torch.linalg.solve(covariance, b @ a.transpose(1, 2) / b.shape[2])
    unexplained = ((a - by_photo.transpose(1, 2) @ b) ** 2).sum((1, 2)) / ((a**2).sum((1, 2)) + 1e-4)
    light = level(broad(luminance(y)))[:, 0], level(broad(luminance(photo)))[:, 0]
    correlation = (light[0] * light[1]).sum(1) / (light[0].norm(dim=1) * light[1].norm(dim=1) + 1e-4)
    return unexplained + 0.5 * (1 - correlation)


def spike_loss(normalised, limit=6.0, last=7):
    """How far the last normalised layers (N,C,h,w each) go beyond `limit` spreads, squared.

    A network that heaps one spot of every channel up makes a normalisation shrink all the rest, and the spot stays: a dark blot wherever
    the photo is dark and even (the droplets of Karras et al. 2020, section 2). Layers before the last have such heaps from true edges.
    """
    return sum((F.relu(z.abs() - limit) ** 2).mean() for z in normalised[-last:]) / last


def total_variation(y):
    return ((y[:, :, 1:] - y[:, :, :-1]) ** 2).mean() + ((y[:, :, :, 1:] - y[:, :, :, :-1]) ** 2).mean()


def photo_loss(y, photo):
    """For the photo's own code: equal up to colour mean and spread, which normalisation cannot know."""
    level = lambda x: (x - x.mean((2, 3), keepdim=True)) / x.std((2, 3), keepdim=True).clamp(min=0.05)
    return (level(y) - level(photo)).abs().mean()
