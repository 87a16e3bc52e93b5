-- AlterTable
ALTER TABLE "Person" ADD COLUMN     "bannedAt" TIMESTAMP(3);
