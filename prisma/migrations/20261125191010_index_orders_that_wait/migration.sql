-- Alone, so that nobody waits while it is built.
CREATE INDEX CONCURRENTLY "PortraitOrder_leaderId_idx" ON "PortraitOrder"("leaderId");
