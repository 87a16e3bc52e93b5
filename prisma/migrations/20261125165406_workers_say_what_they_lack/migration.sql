-- AlterTable
ALTER TABLE "WorkerPresence" ADD COLUMN     "notes" TEXT[] DEFAULT ARRAY[]::TEXT[];
