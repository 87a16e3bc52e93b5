import type { EaselView } from '@/lib/contracts/easels'
import type { PortraitStage } from '@/lib/contracts/portraits'
import { sizeOf } from '@/server/artworks/catalogue-rules'
import { namedCache } from '@/server/cache/named-cache'
import { catalogueDb } from '@/server/platform/catalogue-db'

/** Easels on the wall, those that were begun last. */
const mostEasels = 6
/** Everybody who looks on asks again and again: one question to the database a second and process is enough for all of them. */
const keepMs = 1_000

const kept = namedCache<EaselView[]>({
  name: 'easels',
  mostBytes: 256 * 1024,
  freshMs: keepMs,
  limitMs: 1_000,
  lastGoodMs: 5_000,
})

/** Portraits that are being painted at this moment and that their artists want to be seen. Says nothing of who they are. */
export async function listEasels(): Promise<EaselView[]> {
  const served = await kept.read('now', async () => {
    const easels = await readEasels()
    return { value: easels, tags: [], bytes: sizeOf(easels), until: Date.now() + keepMs }
  })
  return served?.value ?? []
}

async function readEasels(): Promise<EaselView[]> {
  const manner = { select: { titleEn: true, titleZh: true, artistEn: true, artistZh: true } } as const
  const rows = await catalogueDb.portraitOrder.findMany({
    where: { status: 'PAINTING', showId: { not: null } },
    orderBy: { startedAt: 'desc' },
    take: mostEasels,
    select: {
      showId: true,
      attempt: true,
      sequence: true,
      stage: true,
      progress: true,
      previewKey: true,
      style: manner,
    },
  })
  return rows.flatMap(({ showId, style, previewKey, stage, ...rest }) =>
    showId === null
      ? []
      : {
          id: showId,
          ...rest,
          stage: stage as PortraitStage | null,
          style: {
            title: { en: style.titleEn, zh: style.titleZh },
            artist: { en: style.artistEn, zh: style.artistZh },
          },
          previewUrl: previewKey && `/api/easels/${showId}/preview?v=${rest.attempt}-${rest.sequence}`,
        },
  )
}
