import type { WorkFigures } from '@/lib/contracts/figures'
import { db } from '@/server/platform/db'
import { type Counted, sumBy } from './count-marks'

interface LookSum {
  artworkId: string
  hallLooks: number
  hallSeconds: number
  pageLooks: number
  pageSeconds: number
}

const noLooks = { hallLooks: 0, hallSeconds: 0, pageLooks: 0, pageSeconds: 0 }

interface WorkCounts {
  ids: readonly string[]
  looks: readonly LookSum[]
  likes: readonly Counted[]
  favourites: readonly Counted[]
  isHung(artworkId: string): boolean
}

/** Works with their figures, those first that were looked at longest. */
export async function workFigures({ ids, looks, likes, favourites, isHung }: WorkCounts): Promise<WorkFigures[]> {
  const select = { id: true, titleEn: true, titleZh: true, artistEn: true, artistZh: true } as const
  const works = await db.artwork.findMany({ where: { id: { in: [...ids] } }, select })
  const lookOf = new Map(looks.map(({ artworkId, ...sum }) => [artworkId, sum]))
  const [liked, kept] = [sumBy(likes, 'of'), sumBy(favourites, 'of')]
  return works
    .map(({ id, titleEn, titleZh, artistEn, artistZh }) => ({
      artworkId: id,
      title: { en: titleEn, zh: titleZh },
      artist: { en: artistEn, zh: artistZh },
      ...(lookOf.get(id) ?? noLooks),
      likes: liked.get(id) ?? 0,
      favourites: kept.get(id) ?? 0,
      isHung: isHung(id),
    }))
    .sort((a, b) => secondsOf(b) - secondsOf(a) || b.likes - a.likes || (a.artworkId < b.artworkId ? -1 : 1))
}

const secondsOf = ({ hallSeconds, pageSeconds }: LookSum) => hallSeconds + pageSeconds
