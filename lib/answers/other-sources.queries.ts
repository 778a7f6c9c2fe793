import { answerKey, type StoredAnswer } from "@/lib/answers/passages";
import type { OtherSource } from "@/lib/answers/points";
import { db } from "@/lib/db/client";
import { groupBy } from "@/lib/group";
import type { Viewer } from "@/lib/policy/viewer";
import { listedPosts } from "@/lib/policy/visibility";
import { snippet } from "@/lib/text/snippet";
import type { Hues } from "@/lib/threads/hues";

/** So many other posts of the thread are offered. */
const OTHERS_SHOWN = 12;

const EXCERPT = 110;

/** The posts of a thread other than this one that were answered, most answered first. */
export async function readOthers(
  viewer: Viewer,
  postId: number,
  all: readonly StoredAnswer[],
  hues: Hues,
): Promise<OtherSource[]> {
  const elsewhere = all.filter((each) => each.standing === "here" && each.sourcePostId !== postId);
  const counted = [...groupBy(elsewhere, ({ sourcePostId }) => sourcePostId)]
    .map(([id, answers]) => ({ id, answers: new Set(answers.map(answerKey)).size }))
    .sort((a, b) => b.answers - a.answers || a.id - b.id)
    .slice(0, OTHERS_SHOWN);
  const rows = await db().post.findMany({
    where: { id: { in: counted.map(({ id }) => id) }, ...listedPosts(viewer) },
    select: {
      ...{ id: true, parentId: true, authorId: true },
      author: { select: { username: true } },
      currentRevision: { select: { ownText: true } },
    },
  });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return counted.flatMap(({ id, answers }): OtherSource[] => {
    const row = byId.get(id);
    if (row === undefined) return [];
    return [
      {
        ...{ postId: id, opening: row.parentId === null, answers },
        author: row.author.username,
        hue: hues[row.authorId] ?? null,
        excerpt: snippet(row.currentRevision?.ownText ?? "", EXCERPT),
      },
    ];
  });
}
