-- Partitions, one a month, live in a schema of their own: they are made and dropped by the sweeper, not by migrations.
CREATE SCHEMA IF NOT EXISTS "archive";

-- CreateTable
CREATE TABLE "ArchivedOrder" (
    "id" TEXT NOT NULL,
    "endedAt" TIMESTAMP(3) NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "startedAt" TIMESTAMP(3),
    "status" "PortraitStatus" NOT NULL,
    "failureCode" TEXT,
    "styleId" TEXT NOT NULL,
    "quality" "PortraitQuality" NOT NULL,
    "longSide" INTEGER NOT NULL,
    "rung" INTEGER NOT NULL,
    "attempt" INTEGER NOT NULL,

    CONSTRAINT "ArchivedOrder_pkey" PRIMARY KEY ("endedAt","id")
) PARTITION BY RANGE ("endedAt");

-- CreateTable
CREATE TABLE "ArchivedAuditEntry" (
    "id" BIGINT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "actorId" TEXT,
    "action" TEXT NOT NULL,
    "subjectType" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "detail" JSONB NOT NULL,

    CONSTRAINT "ArchivedAuditEntry_pkey" PRIMARY KEY ("createdAt","id")
) PARTITION BY RANGE ("createdAt");
