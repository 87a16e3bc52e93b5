import type { Transaction } from '@/server/platform/db'

interface Gone {
  artistId: string | null
  exhibitionId: string | null
}

/** Takes follows that one person no longer has off the counts; rows are locked in the order of ids, as everywhere. */
export async function uncountFollows(gone: readonly Gone[], tx: Transaction): Promise<void> {
  const artists = gone.flatMap(({ artistId }) => artistId ?? [])
  const exhibitions = gone.flatMap(({ exhibitionId }) => exhibitionId ?? [])
  await tx.$queryRaw`SELECT 1 FROM "Person" WHERE "id" = ANY(${artists}) ORDER BY "id" FOR NO KEY UPDATE`
  await tx.$executeRaw`UPDATE "Person" SET "followerCount" = "followerCount" - 1 WHERE "id" = ANY(${artists})`
  await tx.$queryRaw`SELECT 1 FROM "Exhibition" WHERE "id" = ANY(${exhibitions}) ORDER BY "id" FOR NO KEY UPDATE`
  await tx.$executeRaw`UPDATE "Exhibition" SET "followerCount" = "followerCount" - 1 WHERE "id" = ANY(${exhibitions})`
}

/** Everything that a person follows is let go. Answers the ids of artists and exhibitions whose counts that changed. */
export async function letGoOfAll(personId: string, tx: Transaction): Promise<string[]> {
  const gone = await tx.$queryRaw<Gone[]>`
    DELETE FROM "Follow" WHERE "personId" = ${personId} RETURNING "artistId", "exhibitionId"`
  await uncountFollows(gone, tx)
  return gone.flatMap(({ artistId, exhibitionId }) => artistId ?? exhibitionId ?? [])
}
