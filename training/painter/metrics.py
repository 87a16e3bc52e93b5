"""What a painting is measured by. Style distances: lower is nearer to the painting; edge, SSIM: nearer to 1 is nearer to the photo."""
import torch
import torch.nn.functional as F

from . import losses


def style_distance(features, target):
    """Half relative moments, half relative Gram matrices, mean of the layers (one picture)."""
    total = 0.0
    for layer, f in features.items():
        mean, std = losses.moments(f, 1e-5)
        t_mean, t_std, t_gram = target[layer]
        of_moments = ((mean - t_mean) ** 2 + (std - t_std) ** 2).sum() / (t_mean**2 + t_std**2).sum()
        of_gram = ((losses.gram(f) - t_gram) ** 2).sum() / (t_gram**2).sum()
        total += 0.5 * (of_moments + of_gram).item()
    return total / len(features)


def style_target(features):
    return {layer: (*losses.moments(f, 1e-5), losses.gram(f)) for layer, f in features.items()}


def content_distance(features, photo):
    """Of instance-normalised relu4_1 features of the distilled VGG."""
    norm = lambda x: F.instance_norm(x, eps=0.05)
    return ((norm(features["41"]) - norm(photo["41"])) ** 2).mean().item()


_GAUSS = torch.exp(-((torch.arange(11) - 5.0) ** 2) / (2 * 1.5**2))
_WINDOW = ((_GAUSS / _GAUSS.sum())[:, None] * (_GAUSS / _GAUSS.sum())[None]).view(1, 1, 11, 11)


def ssim(a, b):
    """Structural similarity of luminance (Wang et al. 2004)."""
    a, b = losses.luminance(a), losses.luminance(b)
    blur = lambda z: F.conv2d(z, _WINDOW)
    ma, mb = blur(a), blur(b)
    va, vb, cov = blur(a * a) - ma**2, blur(b * b) - mb**2, blur(a * b) - ma * mb
    return (((2 * ma * mb + 1e-4) * (2 * cov + 9e-4)) / ((ma**2 + mb**2 + 1e-4) * (va + vb + 9e-4))).mean().item()


def edge_correlation(a, b):
    """Of edge strength at half the size."""
    a, b = losses.edges(a).flatten(), losses.edges(b).flatten()
    a, b = a - a.mean(), b - b.mean()
    return ((a * b).sum() / (a.norm() * b.norm())).item()


_OPPONENT = torch.tensor([[0.299, 0.587, 0.114], [1.0, -1.0, 0.0], [0.5, 0.5, -1.0]])


def colour_matched(photo, painting):
    """The zero line of every metric: the photo with the painting's mean and spread of light and of both colour opponents."""
    opponent = _OPPONENT.to(photo.device)
    to = lambda x: torch.einsum("ij,njhw->nihw", opponent, x)
    p, q = to(photo), to(painting)
    stats = lambda x: (x.mean((2, 3), keepdim=True), x.std((2, 3), keepdim=True))
    (pm, ps), (qm, qs) = stats(p), stats(q)
    moved = (p - pm) / ps.clamp(min=1e-3) * qs + qm
    return torch.einsum("ij,njhw->nihw", torch.linalg.inv(opponent), moved).clamp(0, 1)
