import { labelOf } from '@/server/depot/depot-work'
import { stateOf } from '@/server/exhibitions/submission-view'
import { db } from '@/server/platform/db'

/** Everything that the house knows of a person in words and numbers, for the person. */
export async function gatherAccount(personId: string) {
  const person = await db.person.findUniqueOrThrow({
    where: { id: personId },
    select: {
      id: true,
      name: true,
      email: true,
      role: true,
      createdAt: true,
      statementEn: true,
      statementZh: true,
      likes: { select: { artworkId: true, createdAt: true } },
      favourites: { select: { artworkId: true, note: true, createdAt: true } },
      follows: { select: { artistId: true, exhibition: { select: { slug: true } }, createdAt: true } },
      bookEntries: {
        select: { name: true, text: true, createdAt: true, exhibition: { select: { slug: true } } },
      },
      wantsMail: true,
      wantsOpenings: true,
      pageOpenedAt: true,
      exhibitions: {
        where: { kind: 'OWN_ROOM' },
        select: {
          slug: true,
          rooms: {
            select: {
              plan: true,
              hangings: { select: { artworkId: true, wall: true, slot: true, along: true, centreHeight: true } },
            },
          },
        },
      },
      collections: { include: { entries: { select: { artworkId: true, note: true, createdAt: true } } } },
      submissions: {
        select: {
          artworkId: true,
          status: true,
          wantsChanges: true,
          exhibition: { select: { slug: true, titleEn: true, titleZh: true } },
          steps: { select: { kind: true, note: true, createdAt: true } },
        },
      },
      comments: { select: { artworkId: true, text: true, createdAt: true } },
      notices: { select: { content: true, createdAt: true, readAt: true } },
      reports: { select: { reason: true, text: true, createdAt: true } },
      sessions: { select: { createdAt: true, expiresAt: true, ipAddress: true, userAgent: true } },
    },
  })
  const { exhibitions: ownRooms, ...own } = person
  return { ...own, ownRooms, submissions: person.submissions.map((each) => ({ ...each, status: stateOf(each) })) }
}

/** Own works with their labels and the files of their pictures. */
export async function gatherWorks(personId: string) {
  const works = await db.artwork.findMany({
    where: { ownerId: personId },
    orderBy: { id: 'asc' },
    include: { picture: { include: { file: true } }, earlier: { include: { picture: { include: { file: true } } } } },
  })
  return works.map((work) => ({
    id: work.id,
    kind: work.kind,
    isPublic: work.visibility === 'PUBLIC',
    createdAt: work.createdAt,
    likes: work.likeCount,
    label: labelOf(work),
    files: [work.picture, ...work.earlier.map(({ picture }) => picture)].map(({ file }) => file),
  }))
}

/** Orders with their photos and paintings. */
export async function gatherOrders(personId: string) {
  return db.portraitOrder.findMany({
    where: { personId },
    orderBy: { id: 'asc' },
    select: {
      id: true,
      status: true,
      styleId: true,
      strength: true,
      quality: true,
      longSide: true,
      createdAt: true,
      finishedAt: true,
      artworkId: true,
      photo: { select: { file: true } },
      painting: { select: { file: true } },
    },
  })
}
