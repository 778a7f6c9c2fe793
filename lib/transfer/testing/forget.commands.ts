import { inTransaction } from "@/lib/db/client";

/** Empties the forum, for tests: as if it had just been set up, its own id forgotten too. */
export async function forgetEverything(): Promise<void> {
  await inTransaction(async (tx) => {
    // What moderators did is never taken out; but for here, by whoever owns the database.
    await tx.$executeRaw`SET LOCAL session_replication_role = replica`;
    await tx.$executeRaw`
      TRUNCATE users, sessions, settings, rate_limits, boards, board_moderators, threads, posts,
               revisions, quotes, votes, moderation_actions, search_posts, search_texts,
               related_threads RESTART IDENTITY CASCADE`;
  });
}
