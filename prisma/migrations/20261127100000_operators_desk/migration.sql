-- AlterTable
ALTER TABLE "Person" ADD COLUMN "quotaMiB" INTEGER,
ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "WorkerPresence" ADD COLUMN "drainedAt" TIMESTAMP(3);

-- CreateTable
CREATE TABLE "StorageUse" (
    "personId" TEXT NOT NULL,
    "bytes" BIGINT NOT NULL DEFAULT 0,
    "files" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "StorageUse_pkey" PRIMARY KEY ("personId")
);

-- CreateTable
CREATE TABLE "House" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "nameEn" TEXT NOT NULL DEFAULT '',
    "nameZh" TEXT NOT NULL DEFAULT '',
    "isSignUpOpen" BOOLEAN NOT NULL DEFAULT true,
    "areCommentsOpen" BOOLEAN NOT NULL DEFAULT true,
    "areSubmissionsOpen" BOOLEAN NOT NULL DEFAULT true,
    "isHdOpen" BOOLEAN NOT NULL DEFAULT true,
    "quotaMiB" INTEGER DEFAULT 2048,
    "queuePausedAt" TIMESTAMP(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "changedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "House_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Announcement" (
    "id" TEXT NOT NULL,
    "textEn" TEXT NOT NULL,
    "textZh" TEXT NOT NULL,
    "startsAt" TIMESTAMP(3) NOT NULL,
    "endsAt" TIMESTAMP(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Announcement_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "StorageUse_bytes_personId_idx" ON "StorageUse"("bytes" DESC, "personId" DESC);

-- CreateIndex
CREATE INDEX "Announcement_startsAt_idx" ON "Announcement"("startsAt");

-- AddForeignKey
ALTER TABLE "StorageUse" ADD CONSTRAINT "StorageUse_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
