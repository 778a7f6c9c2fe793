-- Whether anything changed since a snapshot is asked for each list of threads that is kept in memory
-- (lib/versions/queries.ts): the newest versions, and nothing else, are looked at for it.

-- CreateIndex
CREATE INDEX "page_versions_version_idx" ON "page_versions"("version");
