import { createHash, randomUUID } from 'node:crypto'
import type { Prisma } from '@/generated/prisma/client'
import type { Role } from '@/lib/contracts/common'
import { rectangularPlan } from '@/lib/hanging/rectangular-plan'
import type { Viewer } from '@/server/accounts/viewer'
import { announceChange } from '@/server/cache/announce-change'
import { tags } from '@/server/cache/tags'
import { db } from '@/server/platform/db'

/** Records for tests, as the house would have made them; the pictures' files do not exist. */

export async function makePerson(role: Role | 'GUEST' = 'ARTIST'): Promise<Viewer> {
  const isGuest = role === 'GUEST'
  const email = `${randomUUID()}@example.org`
  const data = { name: 'Ada', email, isAnonymous: isGuest, role: isGuest ? ('VISITOR' as const) : role }
  const { id } = await db.person.create({ data })
  return { id, name: 'Ada', email: isGuest ? null : email, isGuest, role: data.role }
}

export async function makeArtwork(changes: Partial<Prisma.ArtworkUncheckedCreateInput> = {}): Promise<string> {
  const sha256 = createHash('sha256').update(randomUUID()).digest('hex')
  await db.storedFile.create({ data: { sha256, bytes: 1000, mimeType: 'image/webp' } })
  const picture = await db.picture.create({
    data: {
      ownerId: changes.ownerId,
      fileSha256: sha256,
      width: 1600,
      height: 1200,
      blur: 'data:image/webp;base64,AA==',
      colour: '#336699',
    },
  })
  const { id } = await db.artwork.create({
    data: {
      kind: 'IMPORTED',
      pictureId: picture.id,
      visibility: 'PUBLIC',
      titleEn: 'Pond',
      titleZh: '池塘',
      artistEn: 'Nobody',
      artistZh: '佚名',
      year: '2026',
      mediumEn: 'Test',
      mediumZh: '测试',
      widthCm: 80,
      heightCm: 60,
      ...changes,
    },
  })
  return id
}

export async function makeExhibition(
  changes: Partial<Prisma.ExhibitionUncheckedCreateInput> = {},
): Promise<{ id: string; slug: string; roomId: string }> {
  const slug = `show-${randomUUID().slice(0, 8)}`
  const { id, rooms, ...made } = await db.exhibition.create({
    data: {
      slug,
      status: 'OPEN',
      titleEn: 'Show',
      titleZh: '展览',
      rooms: { create: { position: 0, nameEn: 'One', nameZh: '一', plan: rectangularPlan({ width: 8, depth: 6 }) } },
      ...changes,
    },
    select: { id: true, slug: true, rooms: { select: { id: true } } },
  })
  await announceChange(db, [tags.exhibitions])
  return { id, slug: made.slug, roomId: rooms[0]?.id ?? '' }
}
