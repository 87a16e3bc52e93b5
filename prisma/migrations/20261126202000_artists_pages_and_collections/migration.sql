-- CreateEnum
CREATE TYPE "CollectionKind" AS ENUM ('SERIES', 'COLLECTION');

-- AlterTable
ALTER TABLE "Person" ADD COLUMN "pageOpenedAt" TIMESTAMP(3),
ADD COLUMN "statementEn" TEXT NOT NULL DEFAULT '',
ADD COLUMN "statementZh" TEXT NOT NULL DEFAULT '';

-- CreateTable
CREATE TABLE "Collection" (
    "id" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "kind" "CollectionKind" NOT NULL,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL DEFAULT '',
    "isPublic" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Collection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CollectionEntry" (
    "collectionId" TEXT NOT NULL,
    "artworkId" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CollectionEntry_pkey" PRIMARY KEY ("collectionId","artworkId")
);

-- CreateIndex
CREATE INDEX "Collection_ownerId_id_idx" ON "Collection"("ownerId", "id" DESC);

-- CreateIndex
CREATE INDEX "CollectionEntry_collectionId_createdAt_artworkId_idx" ON "CollectionEntry"("collectionId", "createdAt", "artworkId");

-- CreateIndex
CREATE INDEX "CollectionEntry_artworkId_idx" ON "CollectionEntry"("artworkId");

-- AddForeignKey
ALTER TABLE "Collection" ADD CONSTRAINT "Collection_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CollectionEntry" ADD CONSTRAINT "CollectionEntry_collectionId_fkey" FOREIGN KEY ("collectionId") REFERENCES "Collection"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CollectionEntry" ADD CONSTRAINT "CollectionEntry_artworkId_fkey" FOREIGN KEY ("artworkId") REFERENCES "Artwork"("id") ON DELETE CASCADE ON UPDATE CASCADE;
