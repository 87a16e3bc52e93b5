CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- AlterTable
ALTER TABLE "Artwork" ADD COLUMN "fileName" TEXT,
ADD COLUMN "rights" TEXT NOT NULL DEFAULT '',
ADD COLUMN "searchText" TEXT NOT NULL DEFAULT '',
ADD COLUMN "sourceUrl" TEXT,
ADD COLUMN "tags" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- AlterTable
ALTER TABLE "Picture" ADD COLUMN "sourceSha256" TEXT;

-- CreateTable
CREATE TABLE "EarlierPicture" (
    "id" TEXT NOT NULL,
    "artworkId" TEXT NOT NULL,
    "pictureId" TEXT NOT NULL,
    "replacedById" TEXT,
    "replacedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "EarlierPicture_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Upload" (
    "id" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "sha256" TEXT,
    "received" INTEGER[] DEFAULT ARRAY[]::INTEGER[],
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Upload_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "EarlierPicture_artworkId_replacedAt_idx" ON "EarlierPicture"("artworkId", "replacedAt" DESC);

-- CreateIndex
CREATE INDEX "EarlierPicture_pictureId_idx" ON "EarlierPicture"("pictureId");

-- CreateIndex
CREATE INDEX "EarlierPicture_replacedById_idx" ON "EarlierPicture"("replacedById");

-- CreateIndex
CREATE INDEX "Upload_personId_sha256_idx" ON "Upload"("personId", "sha256");

-- CreateIndex
CREATE INDEX "Upload_createdAt_idx" ON "Upload"("createdAt");

-- AddForeignKey
ALTER TABLE "EarlierPicture" ADD CONSTRAINT "EarlierPicture_artworkId_fkey" FOREIGN KEY ("artworkId") REFERENCES "Artwork"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EarlierPicture" ADD CONSTRAINT "EarlierPicture_pictureId_fkey" FOREIGN KEY ("pictureId") REFERENCES "Picture"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EarlierPicture" ADD CONSTRAINT "EarlierPicture_replacedById_fkey" FOREIGN KEY ("replacedById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Upload" ADD CONSTRAINT "Upload_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Whoever writes a label, in whatever release, keeps its search text.
CREATE FUNCTION "Artwork_keep_search_text"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."searchText" := lower(concat_ws(' ', NEW."titleEn", NEW."titleZh", NEW."artistEn", NEW."artistZh", NEW."year",
    NEW."mediumEn", NEW."mediumZh", NEW."fileName", array_to_string(NEW."tags", ' ')));
  RETURN NEW;
END $$;

CREATE TRIGGER "Artwork_search_text"
  BEFORE INSERT OR UPDATE OF "titleEn", "titleZh", "artistEn", "artistZh", "year", "mediumEn", "mediumZh", "fileName", "tags"
  ON "Artwork" FOR EACH ROW EXECUTE FUNCTION "Artwork_keep_search_text"();

UPDATE "Artwork" SET "titleEn" = "titleEn";
