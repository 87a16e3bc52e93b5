"""Where the random numbers stand, so that a training that goes on draws what it would have drawn without the break."""
import random

import torch


def chance():
    """The state of every generator that a training draws from."""
    return {"python": random.getstate(), "torch": torch.get_rng_state(), "cuda": torch.cuda.get_rng_state_all()}


def go_on_from(state):
    """Puts the generators back to where `chance` found them. Another machine's count of cards may differ: theirs then stay as they are."""
    random.setstate(state["python"])
    torch.set_rng_state(state["torch"].cpu())
    if len(state["cuda"]) == torch.cuda.device_count():
        torch.cuda.set_rng_state_all([each.cpu() for each in state["cuda"]])
