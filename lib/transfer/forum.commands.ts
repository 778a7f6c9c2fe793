import { randomBytes } from "node:crypto";
import { db } from "@/lib/db/client";

const KEY = "forum-id";

/** What tells this forum from every other in the source ids of its export: made once, then kept. */
export async function forumId(): Promise<string> {
  await db().setting.createMany({
    data: { key: KEY, value: randomBytes(6).toString("hex") },
    skipDuplicates: true,
  });
  const { value } = await db().setting.findUniqueOrThrow({ where: { key: KEY } });
  return value;
}
