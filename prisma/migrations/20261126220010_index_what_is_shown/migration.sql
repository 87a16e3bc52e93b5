-- Alone, so that nobody waits while it is built.
CREATE UNIQUE INDEX CONCURRENTLY "PortraitOrder_showId_key" ON "PortraitOrder"("showId");
