-- Nullable and without a default: the table is not rewritten, and processes of the release before go on without it.
ALTER TABLE "PortraitOrder" ADD COLUMN "traceparent" TEXT;
