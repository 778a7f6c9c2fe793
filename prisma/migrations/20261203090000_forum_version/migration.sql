-- Whether anything changed since a snapshot is asked for each list of threads that is kept in memory
-- (lib/versions/queries.ts): the newest versions, and nothing else, are looked at for it.

-- Changing a version changes the index, so that no room beside the row is of use any more.
ALTER TABLE "page_versions" RESET (fillfactor);

-- CreateIndex
CREATE INDEX "page_versions_version_idx" ON "page_versions"("version");
