// Hides a branch, for tests that kill it meanwhile: hide-branch-program.ts MODERATOR POST. Says when it begins.
import { db } from "@/lib/db/client";
import { moderate } from "@/lib/moderation/commands";

const [moderatorId, postId] = process.argv.slice(2).map(Number);
const { id, username } = await db().user.findUniqueOrThrow({ where: { id: moderatorId } });
const actor = { signedIn: true as const, id, username, admin: true, moderates: [] };
process.stdout.write("begins\n");
await moderate(actor, {
  ...{ verb: "hide", target: "post", id: postId ?? 0, branch: true, reason: "Rule" },
});
process.stdout.write("done\n");
process.exit(0);
