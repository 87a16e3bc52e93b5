"""A model's version: what the gallery tells one model's numbers from another's by."""
import hashlib

# How what is exported is written: the first number of a model's version.
FORMAT = 4


def fingerprint(networks, ids, files):
    """8 hexadecimal digits of all that a model's numbers are made of.

    networks: in a fixed order, with a master's `reach` applied already; ids: of the masters, in the order of their codes; files: whose
    content is exported or made targets of (the masters' paintings, the studies). Titles and years are left out: mending one must not
    make the gallery study every work again. Raises FileNotFoundError for a file that is not there.
    """
    found = hashlib.sha256(repr(list(ids)).encode())
    for network in networks:
        for name, value in sorted(network.state_dict().items()):
            found.update(f"{name}{tuple(value.shape)}".encode())
            found.update(value.detach().cpu().float().numpy().astype("<f4").tobytes())
    for file in files:
        with open(file, "rb") as f:
            found.update(hashlib.sha256(f.read()).digest())
    return found.hexdigest()[:8]


def version_of(steps, perception_steps, content):
    """FORMAT.steps.perception_steps.content: the steps for people, `fingerprint`'s digits so that other weights never have it."""
    return f"{FORMAT}.{steps}.{perception_steps}.{content}"
