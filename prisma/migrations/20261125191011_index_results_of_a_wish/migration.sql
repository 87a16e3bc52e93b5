-- Alone, so that nobody waits while it is built.
CREATE INDEX CONCURRENTLY "PortraitResult_wishKey_idx" ON "PortraitResult"("wishKey");
