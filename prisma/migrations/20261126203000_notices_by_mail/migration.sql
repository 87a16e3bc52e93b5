-- AlterTable
ALTER TABLE "Exhibition" ADD COLUMN "openingToldAt" TIMESTAMP(3);

-- AlterTable
ALTER TABLE "Notice" ADD COLUMN "about" TEXT,
ADD COLUMN "mailedAt" TIMESTAMP(3);

-- AlterTable
ALTER TABLE "Person" ADD COLUMN "wantsMail" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN "wantsOpenings" BOOLEAN NOT NULL DEFAULT false;

-- CreateIndex
CREATE INDEX "Notice_personId_about_idx" ON "Notice"("personId", "about");

-- What the sender looks for, without reading what is settled.
CREATE INDEX "Notice_to_be_mailed" ON "Notice" ("createdAt") WHERE "readAt" IS NULL AND "mailedAt" IS NULL;

-- Nobody is told of openings long past.
UPDATE "Exhibition" SET "openingToldAt" = CURRENT_TIMESTAMP WHERE "status" IN ('OPEN', 'CLOSED', 'ARCHIVED');
