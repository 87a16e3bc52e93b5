"""What a painter would look at while the network learns."""
import torch
from PIL import Image


@torch.no_grad()
def paint_sheet(model, encoder, photos, unseen, path):
    """Rows: held-out photos; columns: masters, broad and fine in turn, then held-out paintings. What a painter would look at."""
    device = photos[0].device
    count = model.middle.shape[0]
    codes = [model.codes(torch.tensor([k], device=device), torch.tensor([float(k % 2 == 0)], device=device)) for k in range(count)]
    codes += [model.photo_code[None]] + [encoder(p) for p in unseen]
    rows = [torch.cat([photo] + [model.stylizer(photo, c) for c in codes], 3) for photo in photos]
    sheet = torch.cat(rows, 2)[0].permute(1, 2, 0).clamp(0, 1).cpu().numpy()
    Image.fromarray((sheet * 255).astype("uint8")).save(path)
