-- AlterTable
ALTER TABLE "Favourite" ADD COLUMN "note" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "Person" ADD COLUMN "followerCount" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN "worksToldAt" TIMESTAMP(3);

-- AlterTable
ALTER TABLE "Exhibition" ADD COLUMN "closingToldFor" TIMESTAMP(3),
ADD COLUMN "followerCount" INTEGER NOT NULL DEFAULT 0;

-- Works that are shown already count as told of, without a rewrite of the table; private ones will be news.
ALTER TABLE "Artwork" ADD COLUMN "shownToldAt" TIMESTAMP(3) DEFAULT CURRENT_TIMESTAMP;
ALTER TABLE "Artwork" ALTER COLUMN "shownToldAt" DROP DEFAULT;
UPDATE "Artwork" SET "shownToldAt" = NULL WHERE "visibility" = 'PRIVATE' AND "ownerId" IS NOT NULL;

-- CreateTable
CREATE TABLE "Follow" (
    "id" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "artistId" TEXT,
    "exhibitionId" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Follow_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Follow_personId_id_idx" ON "Follow"("personId", "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "Follow_artistId_personId_key" ON "Follow"("artistId", "personId");

-- CreateIndex
CREATE UNIQUE INDEX "Follow_exhibitionId_personId_key" ON "Follow"("exhibitionId", "personId");

-- AddForeignKey
ALTER TABLE "Follow" ADD CONSTRAINT "Follow_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Follow" ADD CONSTRAINT "Follow_artistId_fkey" FOREIGN KEY ("artistId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Follow" ADD CONSTRAINT "Follow_exhibitionId_fkey" FOREIGN KEY ("exhibitionId") REFERENCES "Exhibition"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- One thing is followed by one row, and counts never fall below what they count.
ALTER TABLE "Follow" ADD CONSTRAINT "Follow_one_thing" CHECK (num_nonnulls("artistId", "exhibitionId") = 1);
ALTER TABLE "Person" ADD CONSTRAINT "Person_followerCount_check" CHECK ("followerCount" >= 0);
ALTER TABLE "Exhibition" ADD CONSTRAINT "Exhibition_followerCount_check" CHECK ("followerCount" >= 0);

-- Reports of lines in visitors' books become cases like all others: kept lines dismissed, hidden by their keepers upheld, the rest waiting.
INSERT INTO "ModerationCase" ("id", "subjectKind", "subjectId", "status", "decidedAt", "openedAt")
SELECT gen_random_uuid()::text, 'book-entry', e."id",
  (CASE WHEN e."keptAt" IS NOT NULL THEN 'DISMISSED' WHEN e."hiddenAt" IS NOT NULL AND e."reportCount" < 3 THEN 'UPHELD' ELSE 'OPEN' END)::"CaseStatus",
  CASE WHEN e."keptAt" IS NOT NULL THEN e."keptAt" WHEN e."hiddenAt" IS NOT NULL AND e."reportCount" < 3 THEN e."hiddenAt" END,
  (SELECT min(r."createdAt") FROM "BookReport" r WHERE r."entryId" = e."id")
FROM "BookEntry" e
WHERE EXISTS (SELECT 1 FROM "BookReport" r WHERE r."entryId" = e."id")
ON CONFLICT DO NOTHING;

INSERT INTO "Report" ("id", "caseId", "reporterId", "reason", "createdAt")
SELECT gen_random_uuid()::text, c."id", r."personId", 'other', r."createdAt"
FROM "BookReport" r
JOIN "ModerationCase" c ON c."subjectKind" = 'book-entry' AND c."subjectId" = r."entryId"
ON CONFLICT DO NOTHING;
