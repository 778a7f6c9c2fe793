import { asTheyStand, underRestriction } from "@/lib/accounts/standing.queries";
import { inTransaction, isUniqueViolation } from "@/lib/db/client";
import { lockPostAndThread } from "@/lib/db/locks";
import { inPlainTransaction } from "@/lib/db/plain";
import { enqueue } from "@/lib/jobs/commands";
import { tellOfChangedQuotes } from "@/lib/notices/changed-quotes.commands";
import { mayDelete, mayEdit, mayReply, mayReplyYet } from "@/lib/policy/debate";
import { POST_FACTS, postFacts, threadFacts } from "@/lib/policy/facts";
import type { Viewer } from "@/lib/policy/viewer";
import { readable, threadSight } from "@/lib/policy/visibility";
import { createReply, lockAnswered } from "@/lib/posts/answered.commands";
import { madeByForm, type PostPlace } from "@/lib/posts/queries";
import { writeRevision } from "@/lib/posts/revisions.commands";
import { checkEdited } from "@/lib/posts/schema";
import { markdownOf } from "@/lib/quotes/body";
import { chooseAnew } from "@/lib/quotes/choices";
import { quotesBefore } from "@/lib/quotes/kept.queries";
import { moveQuotes } from "@/lib/quotes/move.commands";
import { narrowQuotes } from "@/lib/quotes/narrow.commands";
import { quotesOf } from "@/lib/quotes/queries";
import { typedQuotes } from "@/lib/quotes/sources.queries";
import { placeholderIds, restorePlaceholders } from "@/lib/resolver/placeholder";
import type { Choices } from "@/lib/resolver/settle";
import { failure, type Result, success } from "@/lib/result";
import { routes } from "@/lib/routes";
import { holdIfScreened, refusal, screeningOf } from "@/lib/screening/holding.commands";
import { renderPost } from "@/lib/text/render";
import { countReply, recountThread } from "@/lib/threads/counters.commands";

const MISSING = failure("missing", "That post is not here any more.");

/**
 * Answers a post. Sent twice with one form key, it makes one post and returns it twice.
 *
 * @param input.markdown checked by lib/posts/schema.ts
 * @param input.choices which of several places a quote means
 */
export async function reply(
  actor: Viewer,
  input: { parentId: number; markdown: string; formKey: string; choices?: Choices },
): Promise<Result<PostPlace>> {
  if (!actor.signedIn) return failure("signed-out", "Please sign in to reply.");
  const before = await madeByForm(actor, input.formKey, input.markdown);
  if (before !== null) return before;
  const rendered = renderPost(input.markdown);
  try {
    return await inPlainTransaction(async (tx) => {
      const parent = await lockAnswered(tx, input.parentId, actor.id);
      if (parent === null) return MISSING;
      const who = await underRestriction(tx, actor, parent.restrictActionId);
      const decision = mayReply(who, parent.facts, parent.thread);
      if (!decision.allowed) return failure("denied", decision.why);
      const createdAt = new Date();
      const yet = mayReplyYet(actor, parent.thread, parent.pace, createdAt);
      if (!yet.allowed) return failure("limited", yet.why);
      const { boardId } = parent.thread;
      const screening = await screeningOf(tx, actor, boardId, rendered);
      const refused = refusal(screening);
      if (refused !== null) return refused;
      const { parentId, formKey, choices } = input;
      const place = { threadId: parent.threadId, parentId };
      const id = await createReply(tx, { ...place, authorId: actor.id, createdAt, formKey });
      const first = { number: 1, createdAt, rendered };
      const { id: revisionId } = await writeRevision(tx, { id, ...place }, first, { choices });
      const found = { threadId: place.threadId, postId: id };
      const written = { ...found, boardId, revisionId, quotes: rendered.quotes.length };
      const held = await holdIfScreened(tx, actor, written, screening);
      if (!held) {
        await countReply(tx, place.threadId, { revisionId, createdAt });
        await enqueue(tx, "tell-of-posts", { posts: [id] });
      }
      return success(found);
    });
  } catch (error) {
    // The same form, sent at the same moment: the other one has made the post.
    const made = isUniqueViolation(error)
      ? await madeByForm(actor, input.formKey, input.markdown)
      : null;
    if (made === null) throw error;
    return made;
  }
}

/**
 * Saves a new revision of a post. The same text and choices again change nothing. Quotes of this post in later
 * ones follow their words; this post's own quotes are resolved anew.
 *
 * @param input.revision the revision that was edited: if there is a newer one, nothing is saved
 */
export async function editPost(
  actor: Viewer,
  input: { postId: number; markdown: string; revision?: number; choices?: Choices },
): Promise<Result<PostPlace>> {
  if (!actor.signedIn) return failure("signed-out", "Please sign in to edit.");
  return inTransaction(async (tx) => {
    if ((await lockPostAndThread(tx, input.postId)) === null) return MISSING;
    const post = await tx.post.findUnique({
      where: { id: input.postId },
      select: {
        ...POST_FACTS,
        revisionCount: true,
        currentRevision: { select: { id: true, markdownParts: true } },
        thread: { select: { ...POST_FACTS.thread.select, kind: true } },
      },
    });
    if (post === null || post.currentRevision === null) return MISSING;
    const who = await asTheyStand(tx, actor);
    const decision = mayEdit(who, postFacts(post), threadFacts(post.thread));
    if (!decision.allowed) {
      const seen = readable(threadSight(actor, threadFacts(post.thread)));
      return seen ? failure("denied", decision.why) : MISSING;
    }
    const opening = post.parentId === null;
    const checked = checkEdited(input.markdown, { opening, kind: post.thread.kind });
    if (!checked.ok) return checked;
    const quotes = await quotesOf(actor, [post.currentRevision.id], tx);
    const shown = markdownOf({
      markdownParts: post.currentRevision.markdownParts,
      quotes: quotes.get(post.currentRevision.id) ?? [],
    });
    const found = { threadId: post.threadId, postId: post.id };
    const { choices = new Map() } = input;
    const before = await quotesBefore(tx, post.currentRevision.id);
    if (shown === checked.value && !chooseAnew(choices, before.choices)) return success(found);
    if (input.revision !== undefined && input.revision !== post.revisionCount) {
      return failure(
        "conflict",
        "This post was edited elsewhere since you opened it. Your text stays here: open the post in a new tab, and put the two together.",
        {},
        routes.history(post.id),
      );
    }
    const hidden = await typedQuotes(tx, post.id, placeholderIds(checked.value));
    const markdown = restorePlaceholders(checked.value, hidden);
    const rendered = renderPost(markdown, {
      headings: post.thread.kind === "article" && opening,
    });
    const next = { number: post.revisionCount + 1, createdAt: new Date(), rendered };
    const { boardId } = post.thread;
    const screening = await screeningOf(tx, actor, boardId, rendered, { edited: true });
    const refused = refusal(screening);
    if (refused !== null) return refused;
    const revision = await writeRevision(tx, post, next, {
      kept: before.kept,
      choices: new Map([...before.choices, ...choices]),
    });
    const edited = { postId: post.id, revisionId: revision.id, ownText: rendered.ownText };
    await moveQuotes(tx, edited);
    await narrowQuotes(tx, edited);
    await tellOfChangedQuotes(tx, edited);
    await enqueue(tx, "tell-of-edit", { revision: revision.id });
    const written = {
      boardId,
      threadId: post.threadId,
      postId: opening ? null : post.id,
      revisionId: revision.id,
      quotes: rendered.quotes.length,
    };
    await holdIfScreened(tx, actor, written, screening);
    await recountThread(tx, post.threadId);
    return success(found);
  });
}

/**
 * Takes a post back for its author: the words are shown to nobody any more, the place in the tree
 * stays. Done twice, it is done once.
 */
export async function deletePost(actor: Viewer, postId: number): Promise<Result<PostPlace>> {
  if (!actor.signedIn) return failure("signed-out", "Please sign in to delete.");
  return inTransaction(async (tx) => {
    if ((await lockPostAndThread(tx, postId)) === null) return MISSING;
    const post = await tx.post.findUnique({ where: { id: postId }, select: POST_FACTS });
    if (post === null) return MISSING;
    const found = { threadId: post.threadId, postId };
    if (post.deletedAt !== null && post.authorId === actor.id) return success(found);
    const decision = mayDelete(await asTheyStand(tx, actor), postFacts(post));
    if (!decision.allowed) return failure("denied", decision.why);
    await tx.post.update({ where: { id: postId }, data: { deletedAt: new Date() } });
    await recountThread(tx, post.threadId);
    return success(found);
  });
}
