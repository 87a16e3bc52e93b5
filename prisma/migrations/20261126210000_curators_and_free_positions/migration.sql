-- CreateEnum
CREATE TYPE "CuratorRole" AS ENUM ('LEAD', 'EDITOR', 'ADVISER');

-- AlterTable
ALTER TABLE "Exhibition" ADD COLUMN     "coverArtworkId" TEXT,
ADD COLUMN     "timeZone" TEXT NOT NULL DEFAULT 'UTC';

-- AlterTable
ALTER TABLE "Hanging" ADD COLUMN     "along" DOUBLE PRECISION,
ADD COLUMN     "changedById" TEXT,
ADD COLUMN     "centreHeight" DOUBLE PRECISION,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- CreateTable
CREATE TABLE "ExhibitionCurator" (
    "exhibitionId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "role" "CuratorRole" NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ExhibitionCurator_pkey" PRIMARY KEY ("exhibitionId","personId")
);

-- CreateIndex
CREATE INDEX "ExhibitionCurator_personId_idx" ON "ExhibitionCurator"("personId");

-- CreateIndex
CREATE INDEX "Exhibition_kind_createdAt_id_idx" ON "Exhibition"("kind", "createdAt" DESC, "id" DESC);

-- AddForeignKey
ALTER TABLE "ExhibitionCurator" ADD CONSTRAINT "ExhibitionCurator_exhibitionId_fkey" FOREIGN KEY ("exhibitionId") REFERENCES "Exhibition"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ExhibitionCurator" ADD CONSTRAINT "ExhibitionCurator_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
