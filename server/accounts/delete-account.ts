import { deleteArtworks } from '@/server/artworks/delete-artworks'
import { recordAudit } from '@/server/audit/record'
import { announceChange } from '@/server/cache/announce-change'
import { tags } from '@/server/cache/tags'
import { letGoOfAll } from '@/server/follows/uncount-follows'
import { aboutArtist } from '@/server/notices/tell'
import { db, type Transaction } from '@/server/platform/db'
import { deletePortrait } from '@/server/portraits/delete-portrait'
import { dropSockets } from '@/server/realtime/drop-sockets'
import { removeUnusedFiles } from '@/server/storage/remove-unused-files'
import { store } from '@/server/storage/store'
import { uploadFolder } from '@/server/uploads/upload-view'
import { checkPassword } from './check-password'
import { keepAnOperator } from './keep-an-operator'
import { announcePeople } from './kept-sessions'
import { requireAccount } from './require-role'
import type { Viewer } from './viewer'

/** Works and files of one person may be many. */
const limits = { timeout: 60_000, maxWait: 10_000 }

/**
 * Deletes a person and everything that is theirs: orders, photos, portraits, works wherever they hang, own room, likes, favourites, follows, collections,
 * words, sessions, and the bytes of all pictures that nobody else has. Exhibitions of the house stay, without them. What the audit
 * trail says of them keeps an id that leads nowhere. If it breaks off, it can be asked for again and goes on.
 *
 * @throws {HouseError} not_signed_in, account_needed, wrong_credentials, too_many_requests, last_operator
 */
export async function deleteAccount(password: string, viewer: Viewer | null): Promise<void> {
  const person = requireAccount(viewer)
  await checkPassword(person, password)
  // Before anything is deleted, and again with it: another one may leave meanwhile.
  if (person.role === 'OPERATOR') await db.$transaction((tx) => keepAnOperator(tx, person.id))
  const orders = await db.portraitOrder.findMany({ where: { personId: person.id }, select: { id: true } })
  for (const { id } of orders) await deletePortrait(id, person.id)
  const { files, uploads } = await db.$transaction((tx) => erase(person, tx), limits)
  await dropSockets(person.id)
  for (const id of uploads) await store.removeAll(uploadFolder(id))
  await removeUnusedFiles(files)
}

async function erase({ id, role }: Viewer, tx: Transaction) {
  if (role === 'OPERATOR') await keepAnOperator(tx, id)
  // With the artists whose followers become one fewer, in the order of ids: of two who go and follow each other, one waits.
  await tx.$queryRaw`
    SELECT 1 FROM "Person" WHERE "id" = ${id} OR "id" IN (SELECT "artistId" FROM "Follow" WHERE "personId" = ${id})
    ORDER BY "id" FOR NO KEY UPDATE`
  await tx.$queryRaw`SELECT 1 FROM "Person" WHERE "id" = ${id} FOR UPDATE`
  const works = await tx.artwork.findMany({ where: { ownerId: id }, select: { id: true } })
  const files = await deleteArtworks(
    works.map((work) => work.id),
    tx,
  )
  const pictures = await tx.picture.findMany({ where: { ownerId: id }, select: { fileSha256: true } })
  const uploads = await tx.upload.findMany({ where: { personId: id }, select: { id: true } })
  const rooms = await tx.exhibition.findMany({ where: { ownerId: id, kind: 'OWN_ROOM' }, select: { id: true } })
  await tx.exhibition.updateMany({ where: { ownerId: id, kind: { not: 'OWN_ROOM' } }, data: { ownerId: null } })
  const liked = await takeMarksBack(id, tx)
  const followed = await letGoOfAll(id, tx)
  await tx.notice.deleteMany({ where: { about: aboutArtist(id) } })
  await tx.moderationCase.deleteMany({ where: { subjectKind: 'person', subjectId: id } })
  await tx.picture.deleteMany({ where: { ownerId: id } })
  await tx.person.delete({ where: { id } })
  await announcePeople(tx, [id])
  await recordAudit(tx, { actorId: id, action: 'person.deleted', subjectType: 'person', subjectId: id })
  await announceChange(tx, [...liked, ...followed].map(tags.count))
  const gone = [tags.person(id), tags.exhibitions, ...rooms.map((room) => tags.exhibition(room.id))]
  await announceChange(tx, gone, { isGone: true })
  return { files: [...files, ...pictures.map(({ fileSha256 }) => fileSha256)], uploads: uploads.map((each) => each.id) }
}

/** Likes and favourites go, and the counts of the works with them; works are locked in the order of ids, as everywhere. */
async function takeMarksBack(personId: string, tx: Transaction): Promise<string[]> {
  const marked = await tx.$queryRaw<{ id: string }[]>`
    SELECT a."id" FROM "Artwork" a WHERE a."id" IN (
      SELECT "artworkId" FROM "Like" WHERE "personId" = ${personId}
      UNION SELECT "artworkId" FROM "Favourite" WHERE "personId" = ${personId}
    ) ORDER BY a."id" FOR NO KEY UPDATE`
  await tx.$executeRaw`
    WITH gone AS (DELETE FROM "Like" WHERE "personId" = ${personId} RETURNING "artworkId")
    UPDATE "Artwork" a SET "likeCount" = a."likeCount" - 1 FROM gone WHERE a."id" = gone."artworkId"`
  await tx.$executeRaw`
    WITH gone AS (DELETE FROM "Favourite" WHERE "personId" = ${personId} RETURNING "artworkId")
    UPDATE "Artwork" a SET "favouriteCount" = a."favouriteCount" - 1 FROM gone WHERE a."id" = gone."artworkId"`
  return marked.map(({ id }) => id)
}
