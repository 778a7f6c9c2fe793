// What the jobs do: each in a transaction of its own, in which whatever was done is done once.
import { inPlainTransaction } from "@/lib/db/plain";
import { tellOfEdit, tellOfPosts } from "@/lib/notices/post-notices.commands";

/** Tells of posts that everybody can see from now on; done again, it tells nobody again. */
export async function newsOfPosts(posts: readonly number[]): Promise<void> {
  await inPlainTransaction((tx) => tellOfPosts(tx, posts));
}

/** Tells of an edit; done again, it tells nobody again. */
export async function newsOfEdit(revisionId: number): Promise<void> {
  await inPlainTransaction((tx) => tellOfEdit(tx, revisionId));
}
