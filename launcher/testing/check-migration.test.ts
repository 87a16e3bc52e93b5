import { readdir, readFile } from 'node:fs/promises'
import { describe, expect, it, test } from 'vitest'
import { checkMigration } from './check-migration'

/** Made before anybody ran two releases side by side. */
const BASELINE = '20261125165406_workers_say_what_they_lack'
const folder = new URL('../../prisma/migrations/', import.meta.url)

test('every migration leaves the release before at work', async () => {
  const names = (await readdir(folder)).filter((name) => /^\d/.test(name) && name > BASELINE).sort()
  const complaints = await Promise.all(
    names.map(async (name) => {
      const script = await readFile(new URL(`${name}/migration.sql`, folder), 'utf8')
      return checkMigration(script).map((complaint) => `${name}: ${complaint}`)
    }),
  )
  expect(complaints.flat()).toEqual([])
})

describe('expanding is allowed', () => {
  it.each([
    'CREATE TABLE "New" ("id" UUID NOT NULL, "n" INT NOT NULL); CREATE UNIQUE INDEX "i" ON "New"("n"); ALTER TABLE "New" ADD COLUMN "m" INT NOT NULL',
    'ALTER TABLE "Like" ADD COLUMN "mood" TEXT',
    'ALTER TABLE "Like" ADD COLUMN "at" DATE DEFAULT now(); ALTER TABLE "Like" ALTER COLUMN "at" DROP DEFAULT',
    `ALTER TABLE "Like" ADD COLUMN "mood" TEXT NOT NULL DEFAULT 'calm, dropped'`,
    'ALTER TABLE "Like" ADD COLUMN "n" BIGINT NOT NULL GENERATED ALWAYS AS (1) STORED, ADD COLUMN "m" NUMERIC(4, 2)',
    'ALTER TABLE "Like" ALTER COLUMN "n" SET DEFAULT 0, ALTER COLUMN "n" SET NOT NULL',
    'ALTER TABLE "Like" ADD CONSTRAINT "c" CHECK ("n" IS NOT NULL) NOT VALID; ALTER TABLE "Like" VALIDATE CONSTRAINT "c"',
    'ALTER TABLE "Like" RENAME CONSTRAINT "a" TO "b"; ALTER INDEX "a" RENAME TO "b"; DROP INDEX "c"',
    `CREATE TYPE "Mood" AS ENUM ('DROP TABLE', 'b'); -- DROP TABLE "Like";`,
    'CREATE INDEX CONCURRENTLY "i" ON "Like"("n")',
    'CREATE INDEX "i" ON "Style"("n")',
    'CREATE FUNCTION f() RETURNS void LANGUAGE sql AS $body$ DROP TABLE "Like"; $body$',
    'UPDATE "Like" SET "n" = 0; INSERT INTO "Style" VALUES (1)',
  ])('%s', (script) => {
    expect(checkMigration(script)).toEqual([])
  })
})

describe('what the release before could not live with is refused', () => {
  it.each([
    ['DROP TABLE "Like"', /drops what/],
    ['DROP TYPE "Mood"', /drops what/],
    ['TRUNCATE "Like"', /throws rows away/],
    ['ALTER TABLE "Like" ADD COLUMN "m" TEXT, DROP COLUMN "n"', /drops a column/],
    ['ALTER TABLE "Like" DROP "n"', /drops a column/],
    ['ALTER TABLE "Like" RENAME COLUMN "n" TO "m"', /renames/],
    ['ALTER TABLE "Like" RENAME "n" TO "m"', /renames/],
    ['alter table if exists public."Like" rename to "Love"', /renames/],
    [`ALTER TYPE "Mood" RENAME VALUE 'a' TO 'b'`, /renames/],
    [`ALTER TYPE "Mood" ADD VALUE 'c'`, /adds a value/],
    ['ALTER TABLE "Like" ADD COLUMN "n" INT NOT NULL', /old writers leave empty/],
    ['ALTER TABLE "Like" ALTER COLUMN "n" SET NOT NULL', /old writers do not give/],
    ['ALTER TABLE "Like" ALTER COLUMN "n" SET DEFAULT 0, ALTER COLUMN "m" SET NOT NULL', /old writers do not give/],
    ['ALTER TABLE "Like" ALTER COLUMN "n" SET DATA TYPE BIGINT', /changes a type/],
    ['ALTER TABLE "Like" ALTER COLUMN "n" TYPE BIGINT USING "n"::bigint', /changes a type/],
    ['ALTER TABLE "Like" ALTER COLUMN "n" DROP DEFAULT', /takes a default away/],
    [
      'ALTER TABLE "Like" ADD COLUMN "n" INT NOT NULL DEFAULT 0; ALTER TABLE "Like" ALTER COLUMN "n" DROP DEFAULT',
      /takes a default away/,
    ],
    ['CREATE INDEX "i" ON "Like"("n")', /locks Like/],
    ['CREATE UNIQUE INDEX IF NOT EXISTS "i" ON public."Like"("n")', /locks Like/],
    ['CREATE INDEX CONCURRENTLY "i" ON "Like"("n"); SELECT 1', /migration of its own/],
  ])('%s', (script, complaint) => {
    expect(checkMigration(script)).toEqual([expect.stringMatching(complaint)])
  })
})

describe('contracting', () => {
  const drop = 'ALTER TABLE "Like" DROP COLUMN "n";'
  it('is allowed where a comment above the statement says since which release nothing needs it', () => {
    expect(checkMigration(`-- contract: nothing reads it since 0.2.0\n${drop}`)).toEqual([])
  })
  it('is not allowed without a release, nor to the next statement', () => {
    expect(checkMigration(`-- contract: nobody needs it\n${drop}`)).toHaveLength(1)
    expect(checkMigration(`-- contract: nothing reads it since 0.2.0\n${drop}\n${drop}`)).toHaveLength(1)
  })
})
