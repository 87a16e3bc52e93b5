-- AlterTable
ALTER TABLE "PortraitOrder" ADD COLUMN     "allowedSteps" INTEGER,
ADD COLUMN     "turn" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "wishedLongSide" INTEGER,
ADD COLUMN     "wishedQuality" "PortraitQuality";

-- AlterTable
ALTER TABLE "OutboxEntry" ADD COLUMN     "priority" INTEGER;

-- CreateTable
CREATE TABLE "PaintingOutcome" (
    "id" BIGSERIAL NOT NULL,
    "modelName" TEXT NOT NULL,
    "modelVersion" TEXT NOT NULL,
    "isFailure" BOOLEAN NOT NULL,
    "at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "PaintingOutcome_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AdmissionSwitch" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "forcedRung" INTEGER,
    "changedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "AdmissionSwitch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ClosedDoorTicket" (
    "id" BIGSERIAL NOT NULL,

    CONSTRAINT "ClosedDoorTicket_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "PaintingOutcome_at_idx" ON "PaintingOutcome"("at");
