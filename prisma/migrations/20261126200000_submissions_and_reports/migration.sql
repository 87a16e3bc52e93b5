-- CreateEnum
CREATE TYPE "SubmissionStepKind" AS ENUM ('OFFERED', 'ACCEPTED', 'DECLINED', 'CHANGES_ASKED');

-- CreateEnum
CREATE TYPE "CaseStatus" AS ENUM ('OPEN', 'UPHELD', 'DISMISSED');

-- AlterTable
ALTER TABLE "Artwork" ADD COLUMN "depotAt" TIMESTAMP(3),
ADD COLUMN "hiddenAt" TIMESTAMP(3),
ADD COLUMN "shownAs" "Visibility";

-- AlterTable
ALTER TABLE "Exhibition" ADD COLUMN "callClosesAt" TIMESTAMP(3),
ADD COLUMN "callTextEn" TEXT NOT NULL DEFAULT '',
ADD COLUMN "callTextZh" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "Person" ADD COLUMN "hiddenAt" TIMESTAMP(3);

-- AlterTable
ALTER TABLE "Submission" ADD COLUMN "submittedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN "wantsChanges" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "SubmissionStep" (
    "id" TEXT NOT NULL,
    "submissionId" TEXT NOT NULL,
    "kind" "SubmissionStepKind" NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "byId" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SubmissionStep_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ModerationCase" (
    "id" TEXT NOT NULL,
    "subjectKind" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "status" "CaseStatus" NOT NULL DEFAULT 'OPEN',
    "note" TEXT NOT NULL DEFAULT '',
    "decidedById" TEXT,
    "decidedAt" TIMESTAMP(3),
    "openedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ModerationCase_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Report" (
    "id" TEXT NOT NULL,
    "caseId" TEXT NOT NULL,
    "reporterId" TEXT,
    "reason" TEXT NOT NULL,
    "text" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Notice" (
    "id" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "readAt" TIMESTAMP(3),
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Notice_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "SubmissionStep_submissionId_createdAt_idx" ON "SubmissionStep"("submissionId", "createdAt");

-- CreateIndex
CREATE INDEX "SubmissionStep_byId_idx" ON "SubmissionStep"("byId");

-- CreateIndex
CREATE INDEX "ModerationCase_status_openedAt_id_idx" ON "ModerationCase"("status", "openedAt", "id");

-- CreateIndex
CREATE UNIQUE INDEX "ModerationCase_subjectKind_subjectId_key" ON "ModerationCase"("subjectKind", "subjectId");

-- CreateIndex
CREATE INDEX "Report_reporterId_idx" ON "Report"("reporterId");

-- CreateIndex
CREATE UNIQUE INDEX "Report_caseId_reporterId_key" ON "Report"("caseId", "reporterId");

-- CreateIndex
CREATE INDEX "Notice_personId_id_idx" ON "Notice"("personId", "id" DESC);

-- CreateIndex
CREATE INDEX "Notice_personId_readAt_idx" ON "Notice"("personId", "readAt");

-- CreateIndex
CREATE INDEX "Submission_status_wantsChanges_submittedAt_id_idx" ON "Submission"("status", "wantsChanges", "submittedAt", "id");

-- CreateIndex
CREATE INDEX "Submission_personId_submittedAt_id_idx" ON "Submission"("personId", "submittedAt", "id");

-- AddForeignKey
ALTER TABLE "SubmissionStep" ADD CONSTRAINT "SubmissionStep_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SubmissionStep" ADD CONSTRAINT "SubmissionStep_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Report" ADD CONSTRAINT "Report_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "ModerationCase"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Report" ADD CONSTRAINT "Report_reporterId_fkey" FOREIGN KEY ("reporterId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Works of the house lie in its depot, and so does what was accepted before there was one.
UPDATE "Artwork" a SET "depotAt" = a."createdAt"
WHERE a."ownerId" IS NULL OR EXISTS (SELECT 1 FROM "Submission" s WHERE s."artworkId" = a."id" AND s."status" = 'ACCEPTED');

UPDATE "Submission" SET "submittedAt" = "createdAt";
