import type { Prisma } from '@/generated/prisma/client'
import type { OwnWork, OwnWorksPage } from '@/lib/contracts/artists'
import { requireAccount } from '@/server/accounts/require-role'
import type { Viewer } from '@/server/accounts/viewer'
import { depotSelect, depotWork } from '@/server/depot/depot-work'
import { stateOf } from '@/server/exhibitions/submission-view'
import { db } from '@/server/platform/db'
import { fail } from '@/server/platform/errors'

const PAGE = 24

function ownSelect() {
  return {
    ...depotSelect(),
    order: { select: { id: true } },
    submissions: {
      select: {
        status: true,
        wantsChanges: true,
        exhibition: { select: { slug: true, titleEn: true, titleZh: true } },
      },
      orderBy: { submittedAt: 'desc' },
      take: 20,
    },
  } as const satisfies Prisma.ArtworkSelect
}

type OwnRow = Prisma.ArtworkGetPayload<{ select: ReturnType<typeof ownSelect> }>

function ownWork(row: OwnRow): OwnWork {
  const { artwork, label, version, isHidden, takesComments, places } = depotWork(row)
  return {
    artwork,
    label,
    version,
    isHidden,
    takesComments,
    places,
    isPublic: row.visibility === 'PUBLIC',
    isPortrait: row.order !== null,
    offers: row.submissions.map(({ exhibition, ...state }) => ({
      slug: exhibition.slug,
      title: { en: exhibition.titleEn, zh: exhibition.titleZh },
      status: stateOf(state),
    })),
  }
}

/** One's own works, newest first, in pages of 24. `cursor`: id of the last one seen. Throws not_signed_in, account_needed. */
export async function listOwnWorks(viewer: Viewer | null, cursor?: string): Promise<OwnWorksPage> {
  const { id: ownerId } = requireAccount(viewer)
  const rows = await db.artwork.findMany({
    where: { ownerId, ...(cursor && { id: { lt: cursor } }) },
    orderBy: { id: 'desc' },
    take: PAGE + 1,
    select: ownSelect(),
  })
  const page = rows.slice(0, PAGE)
  return { works: page.map(ownWork), nextCursor: rows.length > PAGE ? (page.at(-1)?.id ?? null) : null }
}

/** Throws not_signed_in, account_needed, not_found for works of others. */
export async function readOwnWork(artworkId: string, viewer: Viewer | null): Promise<OwnWork> {
  const { id: ownerId } = requireAccount(viewer)
  const row = await db.artwork.findFirst({ where: { id: artworkId, ownerId }, select: ownSelect() })
  return row ? ownWork(row) : fail('not_found')
}
