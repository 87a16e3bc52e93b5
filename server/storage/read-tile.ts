import sharp from 'sharp'
import type { Viewer } from '@/server/accounts/viewer'
import { fail } from '@/server/platform/errors'
import { shared } from '@/server/platform/shared'
import { findVisiblePicture, type PictureAsked } from './find-visible-picture'
import { fileKey } from './picture-store'
import { store } from './store'
import { type Region, regionOf } from './tile-region'

export interface TileAsked extends PictureAsked {
  /** As in tileSchema. */
  tile: string
}

interface Tile {
  bytes: Buffer
  isPublic: boolean
}

/** Bytes of tiles that a process keeps: a few people who look at the same picture cut it once. */
const mostBytes = 24 * 2 ** 20

const cut = shared('tiles', () => ({
  kept: new Map<string, Buffer>(),
  bytes: 0,
  inFlight: new Map<string, Promise<Buffer | null>>(),
}))

/**
 * A tile of a picture for somebody who may see it, cut out of the picture itself and made smaller for the coarser levels; never larger.
 *
 * @throws {HouseError} link_invalid, not_found for a tile outside the picture
 */
export async function readTile({ tile, ...asked }: TileAsked, viewer: Viewer | null): Promise<Tile> {
  const { fileSha256, width, height, isPublic } = await findVisiblePicture(asked, viewer)
  const [level = 0, column = 0, row = 0] = tile.replace('.webp', '').split('-').map(Number)
  const region = regionOf(width, height, level, column, row)
  if (!region) return fail('not_found')
  const bytes = await cutOnce(`${fileSha256}/${tile}`, () => cutOut(fileSha256, region))
  return bytes ? { bytes, isPublic } : fail('not_found')
}

async function cutOut(sha256: string, region: Region): Promise<Buffer | null> {
  const source = await store.read(fileKey(sha256))
  if (!source) return null
  const { left, top, width, height, shownWidth, shownHeight } = region
  return sharp(source)
    .extract({ left, top, width, height })
    .resize(shownWidth, shownHeight, { fit: 'fill' })
    .webp({ quality: 90 })
    .toBuffer()
}

async function cutOnce(key: string, make: () => Promise<Buffer | null>): Promise<Buffer | null> {
  const kept = cut.kept.get(key)
  if (kept) {
    // Asked for again: it is thrown out last.
    cut.kept.delete(key)
    cut.kept.set(key, kept)
    return kept
  }
  const running = cut.inFlight.get(key) ?? make().finally(() => cut.inFlight.delete(key))
  cut.inFlight.set(key, running)
  const bytes = await running
  if (bytes && !cut.kept.has(key)) keep(key, bytes)
  return bytes
}

function keep(key: string, bytes: Buffer): void {
  cut.kept.set(key, bytes)
  cut.bytes += bytes.length
  for (const [oldest, old] of cut.kept) {
    if (cut.bytes <= mostBytes) return
    cut.kept.delete(oldest)
    cut.bytes -= old.length
  }
}
