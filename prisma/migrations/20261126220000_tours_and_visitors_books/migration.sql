-- AlterTable
ALTER TABLE "Exhibition" ADD COLUMN     "hasBook" BOOLEAN NOT NULL DEFAULT true;

-- AlterTable
ALTER TABLE "PortraitOrder" ADD COLUMN     "showId" TEXT;

-- CreateTable
CREATE TABLE "Tour" (
    "id" TEXT NOT NULL,
    "exhibitionId" TEXT NOT NULL,
    "titleEn" TEXT NOT NULL,
    "titleZh" TEXT NOT NULL,
    "textEn" TEXT NOT NULL DEFAULT '',
    "textZh" TEXT NOT NULL DEFAULT '',
    "isPublished" BOOLEAN NOT NULL DEFAULT false,
    "position" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Tour_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TourStop" (
    "id" TEXT NOT NULL,
    "tourId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "artworkId" TEXT NOT NULL,
    "textEn" TEXT NOT NULL DEFAULT '',
    "textZh" TEXT NOT NULL DEFAULT '',
    "pauseSeconds" INTEGER NOT NULL DEFAULT 4,
    "audioEnSha256" TEXT,
    "audioZhSha256" TEXT,

    CONSTRAINT "TourStop_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BookEntry" (
    "id" TEXT NOT NULL,
    "exhibitionId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "name" TEXT NOT NULL DEFAULT '',
    "text" TEXT NOT NULL,
    "hiddenAt" TIMESTAMP(3),
    "keptAt" TIMESTAMP(3),
    "reportCount" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "BookEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BookReport" (
    "entryId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "BookReport_pkey" PRIMARY KEY ("entryId","personId")
);

-- CreateIndex
CREATE INDEX "Tour_exhibitionId_position_idx" ON "Tour"("exhibitionId", "position");

-- CreateIndex
CREATE INDEX "TourStop_tourId_position_idx" ON "TourStop"("tourId", "position");

-- CreateIndex
CREATE INDEX "TourStop_artworkId_idx" ON "TourStop"("artworkId");

-- CreateIndex
CREATE INDEX "TourStop_audioEnSha256_idx" ON "TourStop"("audioEnSha256");

-- CreateIndex
CREATE INDEX "TourStop_audioZhSha256_idx" ON "TourStop"("audioZhSha256");

-- CreateIndex
CREATE INDEX "BookEntry_exhibitionId_createdAt_idx" ON "BookEntry"("exhibitionId", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "BookEntry_personId_idx" ON "BookEntry"("personId");

-- CreateIndex
CREATE INDEX "BookReport_personId_idx" ON "BookReport"("personId");

-- AddForeignKey
ALTER TABLE "Tour" ADD CONSTRAINT "Tour_exhibitionId_fkey" FOREIGN KEY ("exhibitionId") REFERENCES "Exhibition"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TourStop" ADD CONSTRAINT "TourStop_tourId_fkey" FOREIGN KEY ("tourId") REFERENCES "Tour"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TourStop" ADD CONSTRAINT "TourStop_artworkId_fkey" FOREIGN KEY ("artworkId") REFERENCES "Artwork"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TourStop" ADD CONSTRAINT "TourStop_audioEnSha256_fkey" FOREIGN KEY ("audioEnSha256") REFERENCES "StoredFile"("sha256") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TourStop" ADD CONSTRAINT "TourStop_audioZhSha256_fkey" FOREIGN KEY ("audioZhSha256") REFERENCES "StoredFile"("sha256") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BookEntry" ADD CONSTRAINT "BookEntry_exhibitionId_fkey" FOREIGN KEY ("exhibitionId") REFERENCES "Exhibition"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BookEntry" ADD CONSTRAINT "BookEntry_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BookReport" ADD CONSTRAINT "BookReport_entryId_fkey" FOREIGN KEY ("entryId") REFERENCES "BookEntry"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BookReport" ADD CONSTRAINT "BookReport_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
