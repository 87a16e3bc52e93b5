-- Alone, so that nobody waits while it is built.
CREATE INDEX CONCURRENTLY "Notice_about_idx" ON "Notice"("about");
