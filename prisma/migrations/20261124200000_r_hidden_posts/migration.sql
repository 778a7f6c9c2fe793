-- Posts that are hidden, few among all: those that are held wait among them for a moderator.
CREATE INDEX "posts_hidden_idx" ON "posts"("hide_action_id") WHERE "hide_action_id" IS NOT NULL;
