-- AlterTable
ALTER TABLE "PortraitOrder" ADD COLUMN     "blendPart" DOUBLE PRECISION NOT NULL DEFAULT 0,
ADD COLUMN     "blendStyleId" TEXT,
ADD COLUMN     "loss" DOUBLE PRECISION,
ADD COLUMN     "steps" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "stopRequestedAt" TIMESTAMP(3),
ADD COLUMN     "strokes" DOUBLE PRECISION NOT NULL DEFAULT 0.5;

-- AlterTable
ALTER TABLE "PortraitResult" ADD COLUMN     "end" TEXT,
ADD COLUMN     "loss" DOUBLE PRECISION,
ADD COLUMN     "steps" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "Style" ADD COLUMN     "artworkId" TEXT,
ADD COLUMN     "broadCode" BYTEA,
ADD COLUMN     "pictureSha256" TEXT,
ADD COLUMN     "target" BYTEA,
ALTER COLUMN "code" DROP NOT NULL,
ALTER COLUMN "codeLength" DROP NOT NULL,
ALTER COLUMN "modelName" DROP NOT NULL,
ALTER COLUMN "modelVersion" DROP NOT NULL;

-- CreateIndex
CREATE INDEX "PortraitOrder_styleId_idx" ON "PortraitOrder"("styleId");

-- CreateIndex
CREATE INDEX "PortraitOrder_blendStyleId_idx" ON "PortraitOrder"("blendStyleId");

-- CreateIndex
CREATE INDEX "PortraitResult_quality_createdAt_idx" ON "PortraitResult"("quality", "createdAt" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "Style_artworkId_key" ON "Style"("artworkId");

-- CreateIndex
CREATE INDEX "Style_pictureSha256_idx" ON "Style"("pictureSha256");

-- AddForeignKey
ALTER TABLE "PortraitOrder" ADD CONSTRAINT "PortraitOrder_blendStyleId_fkey" FOREIGN KEY ("blendStyleId") REFERENCES "Style"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Style" ADD CONSTRAINT "Style_artworkId_fkey" FOREIGN KEY ("artworkId") REFERENCES "Artwork"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Style" ADD CONSTRAINT "Style_pictureSha256_fkey" FOREIGN KEY ("pictureSha256") REFERENCES "StoredFile"("sha256") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma's schema cannot say: values that would be a lie are refused by the database itself.

-- A network with one manner takes no code: its length is 0.
ALTER TABLE "Style" DROP CONSTRAINT "Style_code_whole";
ALTER TABLE "Style"
  ADD CONSTRAINT "Style_code_whole" CHECK (octet_length("code") = "codeLength" * 4 AND "codeLength" >= 0),
  ADD CONSTRAINT "Style_numbers_together" CHECK (
    ("code" IS NULL) = ("codeLength" IS NULL) AND ("code" IS NULL) = ("modelName" IS NULL) AND ("code" IS NULL) = ("modelVersion" IS NULL)
    AND ("code" IS NOT NULL OR ("broadCode" IS NULL AND "target" IS NULL))),
  ADD CONSTRAINT "Style_broad_code_whole" CHECK ("broadCode" IS NULL OR octet_length("broadCode") = "codeLength" * 4),
  ADD CONSTRAINT "Style_target_whole" CHECK ("target" IS NULL OR (octet_length("target") > 0 AND octet_length("target") % 4 = 0)),
  ADD CONSTRAINT "Style_master_has_numbers" CHECK ("position" IS NULL OR "code" IS NOT NULL),
  ADD CONSTRAINT "Style_work_is_no_master" CHECK ("position" IS NULL OR ("artworkId" IS NULL AND "pictureSha256" IS NULL));

ALTER TABLE "PortraitOrder"
  ADD CONSTRAINT "PortraitOrder_strokes_range" CHECK ("strokes" >= 0 AND "strokes" <= 1),
  ADD CONSTRAINT "PortraitOrder_blend_range" CHECK ("blendPart" >= 0 AND "blendPart" <= 1),
  ADD CONSTRAINT "PortraitOrder_blend_is_another" CHECK (
    ("blendStyleId" IS NULL AND "blendPart" = 0) OR ("blendStyleId" IS NOT NULL AND "blendStyleId" <> "styleId")),
  ADD CONSTRAINT "PortraitOrder_refinement_not_negative" CHECK ("steps" >= 0 AND ("loss" IS NULL OR "loss" >= 0));

ALTER TABLE "PortraitResult"
  ADD CONSTRAINT "PortraitResult_refinement_not_negative" CHECK ("steps" >= 0 AND ("loss" IS NULL OR "loss" >= 0)),
  ADD CONSTRAINT "PortraitResult_end_known" CHECK ("end" IN ('steps', 'plateau', 'budget', 'stop'));
