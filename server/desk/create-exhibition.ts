import { randomBytes } from 'node:crypto'
import type { z } from 'zod'
import type { createExhibitionBodySchema } from '@/lib/contracts/desk'
import { planSchema } from '@/lib/hanging/plan'
import { requireRole } from '@/server/accounts/require-role'
import type { Viewer } from '@/server/accounts/viewer'
import { tags } from '@/server/cache/tags'
import { db, type Transaction } from '@/server/platform/db'
import { noteChange } from './note-change'
import { requireDeskAction } from './require-desk-action'
import { templateRooms } from './templates'

type Wish = z.output<typeof createExhibitionBodySchema>

/**
 * Begins a draft, led by whoever makes it: with a template's rooms, or as a copy of an exhibition that they may look at, with its
 * texts, rooms and what hangs in them, but without hours and curators. The works are the same ones, not copies.
 *
 * @throws {HouseError} not_signed_in, account_needed; forbidden for who is no curator of the house; not_found for what is copied
 */
export async function createExhibition(wish: Wish, viewer: Viewer | null): Promise<{ id: string }> {
  const curator = requireRole(viewer, 'CURATOR')
  return db.$transaction(async (tx) => {
    const { from, titleEn, titleZh } = wish
    const contents = 'template' in from ? fromTemplate(from.template) : await copyOf(from.exhibitionId, curator, tx)
    const { id } = await tx.exhibition.create({
      data: {
        ...contents,
        slug: draftSlug(titleEn),
        titleEn,
        titleZh,
        status: 'DRAFT',
        curators: { create: { personId: curator.id, role: 'LEAD' } },
      },
      select: { id: true },
    })
    const act = { exhibitionId: id, actorId: curator.id, what: 'created', also: [tags.exhibitions] }
    await noteChange({ ...act, detail: from }, tx)
    return { id }
  })
}

/** An address made of the title, with a tail, so that it is free; the curators may choose another one while it is a draft. */
function draftSlug(title: string): string {
  const words = title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
  const start = words.slice(0, 40).replace(/^-+|-+$/g, '') || 'exhibition'
  return `${start}-${randomBytes(3).toString('hex')}`
}

function fromTemplate(template: keyof typeof templateRooms) {
  const rooms = templateRooms[template]().map((room, position) => ({ ...room, position }))
  return { rooms: { create: rooms } }
}

async function copyOf(exhibitionId: string, curator: Viewer, tx: Transaction) {
  await requireDeskAction(exhibitionId, 'look', curator, tx)
  const hung = { select: { artworkId: true, wall: true, slot: true, along: true, centreHeight: true } } as const
  const original = await tx.exhibition.findUniqueOrThrow({
    where: { id: exhibitionId },
    select: {
      textEn: true,
      textZh: true,
      timeZone: true,
      coverArtworkId: true,
      rooms: {
        orderBy: { position: 'asc' },
        select: { position: true, nameEn: true, nameZh: true, plan: true, hangings: hung },
      },
    },
  })
  const rooms = original.rooms.map(({ plan, hangings, ...room }) => ({
    ...room,
    plan: planSchema.parse(plan),
    hangings: { create: hangings.map((hanging) => ({ ...hanging, changedById: curator.id })) },
  }))
  return { ...original, rooms: { create: rooms } }
}
