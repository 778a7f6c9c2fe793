import { db } from "@/lib/db/client";

/** Empties the forum, for tests: as if it had just been set up, its own id forgotten too. */
export async function forgetEverything(): Promise<void> {
  await db().$executeRaw`
    TRUNCATE users, sessions, settings, rate_limits, boards, board_moderators, threads, posts,
             revisions, quotes, votes, moderation_actions RESTART IDENTITY CASCADE`;
}
