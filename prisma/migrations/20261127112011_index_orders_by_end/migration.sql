-- Alone, so that nobody waits while it is built. The queue's figures ask what ended lately, and how.
CREATE INDEX CONCURRENTLY "PortraitOrder_status_finishedAt_idx" ON "PortraitOrder"("status", "finishedAt");
