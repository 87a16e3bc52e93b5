-- AlterTable
ALTER TABLE "PortraitOrder" ADD COLUMN     "lapses" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "leaderId" TEXT,
ADD COLUMN     "wishKey" TEXT;

-- AlterTable
ALTER TABLE "PortraitResult" ADD COLUMN     "blur" TEXT,
ADD COLUMN     "colour" TEXT,
ADD COLUMN     "wishKey" TEXT;

-- AlterTable
ALTER TABLE "WorkerPresence" ADD COLUMN     "busy" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "concurrency" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "models" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "sizes" INTEGER[] DEFAULT ARRAY[]::INTEGER[],
ADD COLUMN     "warm" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- AddForeignKey
ALTER TABLE "PortraitOrder" ADD CONSTRAINT "PortraitOrder_leaderId_fkey" FOREIGN KEY ("leaderId") REFERENCES "PortraitOrder"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What Prisma's schema cannot say. NOT VALID: the table is not read for it, since every row there has the defaults.
ALTER TABLE "PortraitOrder"
  ADD CONSTRAINT "PortraitOrder_lapses_not_negative" CHECK ("lapses" >= 0) NOT VALID,
  ADD CONSTRAINT "PortraitOrder_leader_is_another" CHECK ("leaderId" <> "id") NOT VALID;
