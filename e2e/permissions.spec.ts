import { appendFileSync, existsSync, readFileSync } from "node:fs";
import path from "node:path";
import type { APIResponse, Page } from "@playwright/test";
import { block, mute } from "@/lib/blocks/commands";
import { bookmark } from "@/lib/bookmarks/commands";
import { db } from "@/lib/db/client";
import { openPrivateFeed } from "@/lib/feeds/commands";
import { ownFeedKey } from "@/lib/feeds/private.queries";
import { splitBranch } from "@/lib/moderation/splitting.commands";
import { POST_VERBS, THREAD_VERBS } from "@/lib/moderation/verbs";
import { newsOfPosts } from "@/lib/notices/news.commands";
import { setThreadLevel } from "@/lib/notices/watching.commands";
import { addDevice } from "@/lib/push/devices.commands";
import { newKeyPair } from "@/lib/push/keys";
import { routes } from "@/lib/routes";
import { actOnPerson } from "@/lib/sanctions/commands";
import { hideAll } from "@/lib/sanctions/hide-all.commands";
import { saveSearch } from "@/lib/search/saved.commands";
import { savedSearches } from "@/lib/search/saved.queries";
import { statementKey } from "@/lib/statements/key";
import { dump } from "./support/dump";
import { formWith, type ShownForm, send } from "./support/forms";
import { failedJob } from "./support/mail";
import {
  appealAgainst,
  heldReply,
  hiddenReply,
  type Reported,
  reportPost,
} from "./support/reports";
import {
  type Board,
  edit,
  expect,
  expireSessions,
  makeBoard,
  makeReply,
  moderation,
  type Person,
  remove,
  type Thread,
  test,
  unique,
  vote,
} from "./support/test";

// Every form and every address, tried by everybody who may not.

/** The build that is served: each page of the app, and each server action, by name. */
const BUILD = path.resolve(process.env.REJOINDER_BUILD_DIR ?? ".next-test");

const manifest = (name: string) => JSON.parse(readFileSync(path.join(BUILD, name), "utf8"));

type Kind = "signedOut" | "stranger" | "author" | "moderator" | "elsewhere" | "admin";

/** A board with a thread in every state, and one person of every kind. */
interface Scene {
  board: Board;
  people: Record<Exclude<Kind, "signedOut">, Person>;
  pages: Record<Kind, Page>;
  open: Thread;
  locked: Thread;
  hidden: Thread;
  /** Replies by `author` in the open thread. */
  post: number;
  hiddenPost: number;
  deletedPost: number;
  /** By `stranger`: quotes the hidden post. */
  quotingPost: number;
  /** The identity of the quote in it. */
  quote: number;
  /** What the author of the hidden post was told. */
  statement: number;
  inLocked: number;
  inHidden: number;
  /** Of the hidden post, and of the opening post of the hidden thread. */
  reportedPost: Reported;
  reportedThread: Reported;
  /** A reply by `author` that an automatic rule holds. */
  heldPost: number;
  /** Of `stranger`, who watches the threads: of the open post, and of the hidden one. */
  notices: { open: number; hidden: number };
  /** That asked whether the author's address is theirs. */
  mail: number;
  /** By `author`, against the hiding of a post of theirs by `moderator`. */
  appeal: number;
  /** The key of a private feed of `author`, of whose hidden words there are quotes. */
  quotesFeed: string;
  /** The feed of a search of theirs that finds for them what is hidden, too. */
  searchFeed: string;
  /** Words that stand in what is hidden or deleted, and nowhere else. */
  marker: string;
  scope: { boards: number[]; people: number[] };
}

const scened = test.extend<{ scene: Scene }>({
  scene: async ({ board, moderator, admin, person, thread, open }, use) => {
    const [author, stranger] = [await person({ name: "ann" }), await person({ name: "ben" })];
    const otherBoard = await makeBoard();
    const elsewhere = await person({ name: "eli", moderates: [otherBoard] });
    const people = { stranger, author, moderator, elsewhere, admin };
    const marker = unique("secret");
    const opened = await thread();
    await setThreadLevel(stranger.viewer, opened.id, "watch");
    const post = await makeReply(opened, author);
    const words = `Hidden words with ${marker} in them, and some more behind it.`;
    const hiddenPost = await makeReply(opened, author, words);
    // Word for word, shortened, altered, and in one block with words from elsewhere.
    const quoted = [
      `> ${words}`,
      `> ${words.replace("some more", "[…]")}`,
      `> ${words.replace("behind", "after")}`,
      `> From elsewhere, as it were.\n>\n> ${words}`,
    ].join("\n\nMine.\n\n");
    const quotingPost = await makeReply(hiddenPost, stranger, quoted);
    await makeReply(quotingPost, author, `> > ${words}\n>\n> Mine.\n\nYours?`);
    const { identity: quote } = await db().quote.findFirstOrThrow({
      where: { postId: quotingPost, sourcePostId: hiddenPost },
    });
    const deletedPost = await makeReply(opened, author, `Deleted words with ${marker}.`);
    await edit(deletedPost, author, `Deleted words, again with ${marker}.`);
    const locked = await thread();
    const inLocked = await makeReply(locked, author);
    const hidden = await thread({ title: `About ${marker}`, text: `All about ${marker}.` });
    await setThreadLevel(stranger.viewer, hidden.id, "watch");
    const inHidden = await makeReply(hidden, author, `More about ${marker}.`);
    // Told while they could be read, and hidden since.
    await newsOfPosts([post, hiddenPost, deletedPost, inHidden]);
    const noticeOf = async (postId: number) => {
      const where = { postId, userId: stranger.viewer.id };
      return (await db().notice.findFirstOrThrow({ where })).id;
    };
    const notices = { open: await noticeOf(post), hidden: await noticeOf(hiddenPost) };
    const reportedPost = await reportPost(hiddenPost, undefined, `It has ${marker} in it.`);
    const reportedThread = await reportPost(hidden.openingId);
    await moderation("hide", { post: hiddenPost }, moderator);
    const { actionId } = await hiddenReply({ thread: opened, author, moderator }, marker);
    const appeal = await appealAgainst(actionId, author);
    const heldPost = await heldReply({ thread: opened, author }, `Held words with ${marker}.`);
    await remove(deletedPost, author);
    // Bookmarked and voted on while it could be read, and hidden since.
    const keptPost = await makeReply(opened, author, `Kept words with ${marker}.`);
    await bookmark(stranger.viewer, { postId: keptPost, note: "A note." });
    await vote(keptPost, stranger, 1);
    await moderation("hide", { post: keptPost }, moderator);
    await openPrivateFeed(author.viewer, "quotes");
    const quotesFeed = (await ownFeedKey(author.viewer, "quotes")) ?? "";
    const search = { name: "Mine", query: "author:me words", order: "newest" } as const;
    await saveSearch(author.viewer, search, new Date());
    const [saved] = await savedSearches(author.viewer);
    const searchFeed = routes.searchFeed(saved?.id ?? 0, saved?.feedKey ?? "");
    await moderation("lock", { thread: locked.id }, moderator);
    await moderation("hide", { thread: hidden.id }, moderator);
    const { id: statement } = await db().statement.findFirstOrThrow({
      where: { userId: author.viewer.id, action: { postId: hiddenPost } },
    });
    const { id: mail } = await db().mail.findFirstOrThrow({
      where: { userId: author.viewer.id },
      select: { id: true },
    });
    await use({
      ...{ board, people, mail, open: opened, locked, hidden, marker, statement },
      ...{ quote, post, hiddenPost, deletedPost, quotingPost, inLocked, inHidden },
      ...{ reportedPost, reportedThread, heldPost, appeal, quotesFeed, searchFeed, notices },
      pages: {
        signedOut: await open(null, WITHOUT_SCRIPTS),
        stranger: await open(stranger, WITHOUT_SCRIPTS),
        author: await open(author, WITHOUT_SCRIPTS),
        moderator: await open(moderator, WITHOUT_SCRIPTS),
        elsewhere: await open(elsewhere, WITHOUT_SCRIPTS),
        admin: await open(admin, WITHOUT_SCRIPTS),
      },
      scope: {
        boards: [board.id, otherBoard.id],
        people: Object.values(people).map(({ viewer }) => viewer.id),
      },
    });
  },
});

const WITHOUT_SCRIPTS = { javaScriptEnabled: false };

/** Something that only some may do, and how the others try it. */
interface Attempt {
  /** Who may not. */
  not: Kind[];
  /** The form as somebody sees who may, filled in. */
  form: (scene: Scene) => Promise<ShownForm>;
}

const KINDS: Kind[] = ["signedOut", "stranger", "author", "moderator", "elsewhere", "admin"];
const allBut = (...kinds: Kind[]) => KINDS.filter((kind) => !kinds.includes(kind));

async function filled(
  page: Page,
  address: string,
  button: string,
  fields: Record<string, string>,
  sentTo = address,
): Promise<ShownForm> {
  const shown = await formWith(page, address, button);
  return { address: sentTo, fields: { ...shown.fields, ...fields } };
}

/** The reply form of a post that may be answered, as it would be for another post. */
const replyTo = (scene: Scene, id: number) =>
  filled(
    scene.pages.stranger,
    `/p/${scene.post}/reply`,
    "Publish",
    { post: String(id), text: "Not allowed." },
    `/p/${id}/reply`,
  );

const editOf = (scene: Scene, id: number) =>
  filled(
    scene.pages.author,
    `/p/${scene.post}/edit`,
    "Publish",
    { post: String(id), text: "Not allowed." },
    `/p/${id}/edit`,
  );

const deletionOf = (scene: Scene, id: number) =>
  filled(
    scene.pages.author,
    `/p/${scene.post}/delete`,
    "Delete",
    { post: String(id) },
    `/p/${id}/delete`,
  );

async function moderationOf(
  { pages }: Scene,
  target: "t" | "p",
  id: number,
  verb: "Hide" | "Unhide" | "Lock" | "Unlock",
): Promise<ShownForm> {
  const address = `/${target}/${id}/moderate/${verb.toLowerCase()}`;
  const { id: rule } = await db().rule.findFirstOrThrow({ where: { retiredAt: null } });
  return filled(pages.moderator, address, verb, { rule: String(rule), note: "Not allowed." });
}

/** A form of moderation that asks for something more. */
async function movingOf(
  { pages }: Scene,
  address: string,
  verb: "Move" | "Merge" | "Split",
  more: Record<string, string>,
): Promise<ShownForm> {
  return filled(pages.moderator, address, verb, { note: "Not allowed.", ...more });
}

/** The report form of a post that may be read, as it would be for another post. */
async function reportOf({ pages, post }: Scene, id: number): Promise<ShownForm> {
  const { id: ruleId } = await db().rule.findFirstOrThrow({ where: { retiredAt: null } });
  const fields = { post: String(id), about: `rule-${ruleId}`, explanation: "Not allowed." };
  // Whoever reported it already is led to the receipt: so it is not the stranger’s page.
  return filled(pages.signedOut, `/p/${post}/report`, "Send report", fields, `/p/${id}/report`);
}

const voteOn = (id: number): Promise<ShownForm> =>
  Promise.resolve({ address: "/vote", fields: { vote: `${id}:up`, back: "/" } });

/** As the service worker sends it. */
const lateReply = (post: number, author: number): ShownForm => {
  const fields = { post: String(post), text: "Not allowed.", formKey: crypto.randomUUID() };
  return { address: "/offline/replies", fields: { ...fields, author: String(author) } };
};

/** By the name of the server action or the route that the form is sent to. */
const ATTEMPTS: Record<string, Record<string, Attempt>> = {
  openThreadAction: {
    "a new thread": {
      not: ["signedOut"],
      form: ({ pages, board }) => {
        const fields = { board: board.slug, title: "Not allowed", text: "Not allowed." };
        return filled(pages.stranger, `/new-thread?board=${board.slug}`, "Publish", fields);
      },
    },
  },
  replyAction: {
    "a reply": { not: ["signedOut"], form: (scene) => replyTo(scene, scene.post) },
    "a reply to a hidden post": { not: KINDS, form: (scene) => replyTo(scene, scene.hiddenPost) },
    "a reply to a deleted post": { not: KINDS, form: (scene) => replyTo(scene, scene.deletedPost) },
    "a reply in a locked thread": {
      not: allBut("moderator", "admin"),
      form: (scene) => replyTo(scene, scene.inLocked),
    },
    "a reply in a hidden thread": { not: KINDS, form: (scene) => replyTo(scene, scene.inHidden) },
  },
  editAction: {
    "an edit": { not: allBut("author"), form: (scene) => editOf(scene, scene.post) },
    "an edit of a hidden post": { not: KINDS, form: (scene) => editOf(scene, scene.hiddenPost) },
    "an edit of a deleted post": { not: KINDS, form: (scene) => editOf(scene, scene.deletedPost) },
    "an edit in a locked thread": { not: KINDS, form: (scene) => editOf(scene, scene.inLocked) },
    "an edit in a hidden thread": { not: KINDS, form: (scene) => editOf(scene, scene.inHidden) },
  },
  deleteAction: {
    "deleting a post": { not: allBut("author"), form: (scene) => deletionOf(scene, scene.post) },
    "deleting a hidden post": {
      not: allBut("author"),
      form: (scene) => deletionOf(scene, scene.hiddenPost),
    },
    "deleting in a hidden thread": {
      not: KINDS,
      form: (scene) => deletionOf(scene, scene.inHidden),
    },
  },
  settleQuoteAction: {
    "quoting anew what was edited in a source": {
      not: allBut("stranger"),
      form: async ({ pages, people, open }) => {
        const source = await makeReply(open, people.author, "The words as they were at first.");
        const quoted = "> The words as they were at first.\n\nMine.";
        const id = await makeReply(source, people.stranger, quoted);
        await edit(source, people.author, "The words as they are at last.");
        const { identity } = await db().quote.findFirstOrThrow({ where: { postId: id } });
        return filled(pages.stranger, `/q/${identity}`, "Quote what it says now", {});
      },
    },
  },
  moderateAction: {
    "hiding a post": {
      not: allBut("moderator", "admin"),
      form: (scene) => moderationOf(scene, "p", scene.post, "Hide"),
    },
    "showing a post": {
      not: allBut("moderator", "admin"),
      form: (scene) => moderationOf(scene, "p", scene.hiddenPost, "Unhide"),
    },
    "hiding a thread": {
      not: allBut("moderator", "admin"),
      form: (scene) => moderationOf(scene, "t", scene.open.id, "Hide"),
    },
    "showing a thread": {
      not: allBut("moderator", "admin"),
      form: (scene) => moderationOf(scene, "t", scene.hidden.id, "Unhide"),
    },
    "locking a thread": {
      not: allBut("moderator", "admin"),
      form: (scene) => moderationOf(scene, "t", scene.open.id, "Lock"),
    },
    "unlocking a thread": {
      not: allBut("moderator", "admin"),
      form: (scene) => moderationOf(scene, "t", scene.locked.id, "Unlock"),
    },
  },
  moveAction: {
    "moving a thread": {
      not: allBut("moderator", "admin"),
      form: async (scene) => {
        const { slug: board } = await makeBoard();
        return movingOf(scene, `/t/${scene.open.id}/moderate/move`, "Move", { board });
      },
    },
  },
  mergeAction: {
    "merging a thread": {
      not: allBut("moderator", "admin"),
      form: (scene) => {
        const into = String(scene.locked.id);
        return movingOf(scene, `/t/${scene.open.id}/moderate/merge`, "Merge", { into });
      },
    },
  },
  splitAction: {
    "splitting a branch off": {
      not: allBut("moderator", "admin"),
      form: (scene) =>
        movingOf(scene, `/p/${scene.post}/moderate/split`, "Split", { title: "Not allowed" }),
    },
  },
  undoAction: {
    "taking a split back": {
      not: allBut("moderator", "admin"),
      form: async ({ open, people, pages }) => {
        const id = await makeReply(open, people.author);
        const split = await splitBranch(people.moderator.viewer, { id, title: "Of its own" });
        if (!split.ok) throw new Error(split.message);
        return filled(pages.moderator, `/t/${open.id}/moderate`, "Take it back", {});
      },
    },
  },
  reportAction: {
    "reporting an own post": { not: ["author"], form: (scene) => reportOf(scene, scene.post) },
    "reporting a hidden post": {
      not: allBut("moderator", "admin"),
      form: (scene) => reportOf(scene, scene.hiddenPost),
    },
    "reporting a deleted post": { not: KINDS, form: (scene) => reportOf(scene, scene.deletedPost) },
    "reporting a post in a hidden thread": {
      not: allBut("moderator", "admin"),
      form: (scene) => reportOf(scene, scene.inHidden),
    },
  },
  takeCaseAction: {
    "taking a case": {
      not: allBut("moderator", "admin"),
      form: ({ pages, reportedPost }) =>
        filled(pages.moderator, `/queue/${reportedPost.caseId}`, "Take", {}),
    },
  },
  noteCaseAction: {
    "a note on a case": {
      not: allBut("moderator", "admin"),
      form: ({ pages, reportedPost }) => {
        const fields = { text: "Not allowed." };
        return filled(pages.moderator, `/queue/${reportedPost.caseId}`, "Add note", fields);
      },
    },
  },
  decideCaseAction: {
    "hiding what was reported": {
      not: allBut("moderator", "admin"),
      form: async ({ pages, open, people }) => {
        const { caseId } = await reportPost(await makeReply(open, people.author));
        return filled(pages.moderator, `/queue/${caseId}`, "Hide the post", {});
      },
    },
    "dismissing a report": {
      not: allBut("moderator", "admin"),
      form: ({ pages, reportedPost }) =>
        filled(pages.moderator, `/queue/${reportedPost.caseId}`, "Dismiss", {}),
    },
    "deciding on a report of an own post": {
      not: allBut("admin"),
      form: async ({ pages, open, people }) => {
        const { caseId } = await reportPost(await makeReply(open, people.moderator));
        return filled(pages.admin, `/queue/${caseId}`, "Dismiss", {});
      },
    },
  },
  decideHeldAction: {
    "approving what is held": {
      not: allBut("moderator", "admin"),
      form: ({ pages, heldPost }) =>
        filled(pages.moderator, `/queue/held/${heldPost}`, "Approve", {}),
    },
    "keeping hidden what is held": {
      not: allBut("moderator", "admin"),
      form: ({ pages, heldPost }) =>
        filled(pages.moderator, `/queue/held/${heldPost}`, "Keep it hidden", {}),
    },
  },
  appealAction: {
    "an appeal": {
      not: allBut("author"),
      form: async ({ pages, open, people }) => {
        const { author, moderator } = people;
        const { actionId } = await hiddenReply({ thread: open, author, moderator });
        const address = `/appeals/new?action=${actionId}`;
        return filled(pages.author, address, "Send appeal", { text: "Not allowed." });
      },
    },
  },
  decideAppealAction: {
    "upholding an appeal": {
      not: allBut("admin"),
      form: ({ pages, appeal }) => {
        const fields = { answer: "Not allowed." };
        return filled(pages.admin, `/appeals/${appeal}`, "Uphold the appeal", fields);
      },
    },
    "refusing an appeal": {
      not: allBut("admin"),
      form: ({ pages, appeal }) => {
        const fields = { answer: "Not allowed." };
        return filled(pages.admin, `/appeals/${appeal}`, "Refuse the appeal", fields);
      },
    },
  },
  keysAction: {
    "turning the keys off": {
      not: ["signedOut"],
      form: ({ pages }) => filled(pages.stranger, "/keyboard", "Turn the keys off", {}),
    },
  },
  "/vote": {
    "a vote": { not: ["signedOut", "author"], form: ({ post }) => voteOn(post) },
    "a vote on a hidden post": { not: KINDS, form: ({ hiddenPost }) => voteOn(hiddenPost) },
    "a vote on a deleted post": { not: KINDS, form: ({ deletedPost }) => voteOn(deletedPost) },
    "a vote in a hidden thread": { not: KINDS, form: ({ inHidden }) => voteOn(inHidden) },
  },
  createBoardAction: {
    "a new board": {
      not: allBut("admin"),
      form: ({ pages, board }) => {
        // The slug of a board that is there already would be refused to an admin too.
        const fields = { name: "Not allowed", slug: `${board.slug}-more`, description: "" };
        return filled(pages.admin, "/admin/boards/new", "Create board", fields);
      },
    },
  },
  changeBoardAction: {
    "changing a board": {
      not: allBut("admin"),
      form: ({ pages, board }) =>
        filled(pages.admin, `/admin/boards/${board.id}`, "Save board", { name: "Not allowed" }),
    },
  },
  changeScreeningAction: {
    "changing what a board holds and refuses": {
      not: allBut("admin"),
      form: ({ pages, board }) =>
        filled(pages.admin, `/admin/boards/${board.id}`, "Save what is held and refused", {
          heldWords: "allowed",
        }),
    },
  },
  addRuleAction: {
    "a new rule": {
      not: allBut("admin"),
      form: ({ pages }) =>
        filled(pages.admin, "/admin/rules", "Add rule", { title: "Not allowed", text: "" }),
    },
  },
  changeRuleAction: {
    "changing a rule": {
      not: allBut("admin"),
      form: ({ pages }) =>
        filled(pages.admin, "/admin/rules/1", "Save rule", { title: "Not allowed" }),
    },
  },
  arrangeRuleAction: {
    "retiring a rule": {
      not: allBut("admin"),
      form: ({ pages }) => filled(pages.admin, "/admin/rules", "Retire Spam", {}),
    },
  },
  appointModeratorAction: {
    "appointing a moderator": {
      not: allBut("admin"),
      form: ({ pages, board, people }) => {
        const fields = { username: people.stranger.username };
        return filled(pages.admin, `/admin/boards/${board.id}`, "Appoint moderator", fields);
      },
    },
  },
  dismissModeratorAction: {
    "dismissing a moderator": {
      not: allBut("admin"),
      form: ({ pages, board, people }) => {
        const button = `Dismiss ${people.moderator.username}`;
        return filled(pages.admin, `/admin/boards/${board.id}`, button, {});
      },
    },
  },
  appointAdminAction: {
    "appointing an admin": {
      not: allBut("admin"),
      form: ({ pages, people }) =>
        filled(pages.admin, "/admin", "Make admin", { username: people.stranger.username }),
    },
  },
  dismissAdminAction: {
    "dismissing an admin": {
      not: allBut("admin"),
      form: ({ pages, people }) =>
        filled(pages.admin, "/admin", `Dismiss ${people.admin.username}`, {}),
    },
  },
  changePasswordAction: {
    "changing a password": {
      not: ["signedOut"],
      form: ({ pages, people }) =>
        filled(pages.author, "/settings", "Change password", {
          currentPassword: people.author.password,
          newPassword: "not allowed at all",
        }),
    },
  },
  askAgainAction: {
    "asking again whose address it is": {
      not: allBut("author"),
      form: ({ pages }) => filled(pages.author, "/settings/mail", "Send the mail again", {}),
    },
  },
  changeAddressAction: {
    "another address": {
      not: allBut("author"),
      form: ({ pages, people }) =>
        filled(pages.author, "/settings/mail", "Ask for confirmation", {
          email: "not-allowed@example.org",
          currentPassword: people.author.password,
        }),
    },
  },
  setRhythmAction: {
    "how often mail comes": {
      not: ["signedOut"],
      form: ({ pages }) => filled(pages.author, "/settings/mail", "Save", { rhythm: "never" }),
    },
  },
  tryJobsAgainAction: {
    "trying failed jobs again": {
      not: allBut("admin"),
      form: async ({ pages }) => {
        await failedJob();
        return filled(pages.admin, "/admin/jobs", "Try all of them again", {});
      },
    },
  },
  personAction: {
    "warning a person": {
      not: allBut("moderator", "admin"),
      form: (scene) => personFormOf(scene, "warn", "Warn"),
    },
    "suspending a person": {
      not: allBut("admin"),
      form: (scene) => personFormOf(scene, "suspend", "Suspend"),
    },
    "banning a person": {
      not: allBut("admin"),
      form: (scene) => personFormOf(scene, "ban", "Ban"),
    },
    "lifting what is on a person": {
      not: allBut("admin"),
      form: async ({ pages, people }) => {
        const until = new Date(Date.now() + 3_600_000);
        const act = { verb: "suspend", personId: people.elsewhere.viewer.id, ruleId: 1 } as const;
        await actOnPerson(people.admin.viewer, { ...act, note: "A test.", until });
        return filled(pages.admin, `/u/${people.elsewhere.username}/moderate/lift`, "Lift", {});
      },
    },
  },
  withdrawWarningAction: {
    "withdrawing somebody else's warning": {
      not: allBut("admin"),
      form: async ({ pages, people }) => {
        const { viewer, username } = people.stranger;
        const act = { verb: "warn", personId: viewer.id, ruleId: 1, note: "A test." } as const;
        await actOnPerson(people.admin.viewer, act);
        return filled(pages.admin, `/u/${username}/record`, "Withdraw", {});
      },
    },
  },
  hideAllAction: {
    "hiding all that somebody wrote": {
      not: allBut("admin"),
      form: (scene) => personFormOf(scene, "hide-all", "Hide all"),
    },
  },
  goOnWithEverythingAction: {
    "going on with hiding all": {
      not: allBut("admin"),
      form: async (scene) => {
        await hideAllOf(scene);
        const address = `/u/${scene.people.stranger.username}/moderate/hide-all`;
        return filled(scene.pages.admin, address, "Go on", {});
      },
    },
  },
  showAllAction: {
    "showing all of it again": {
      not: allBut("admin"),
      form: async (scene) => {
        await hideAllOf(scene);
        const address = `/u/${scene.people.stranger.username}/moderate/show-all`;
        return filled(scene.pages.admin, address, "Show all again", {});
      },
    },
  },
  blockAction: {
    "blocking somebody": {
      not: ["signedOut"],
      form: ({ pages, people }) =>
        filled(pages.stranger, `/u/${people.author.username}`, "Block", {}),
    },
  },
  unblockAction: {
    "unblocking somebody": {
      not: ["signedOut"],
      form: async ({ pages, people }) => {
        await block(people.stranger.viewer, people.author.viewer.id);
        return filled(pages.stranger, `/u/${people.author.username}`, "Unblock", {});
      },
    },
  },
  muteAction: {
    "muting a thread": {
      not: ["signedOut"],
      form: ({ pages, open }) => filled(pages.stranger, `/t/${open.id}/mute`, "Mute", {}),
    },
    "muting a hidden thread": {
      not: allBut("moderator", "admin"),
      form: ({ pages, hidden }) => filled(pages.moderator, `/t/${hidden.id}/mute`, "Mute", {}),
    },
  },
  unmuteAction: {
    "unmuting a thread": {
      not: ["signedOut"],
      form: async ({ pages, people, open }) => {
        await mute(people.stranger.viewer, open.id);
        return filled(pages.stranger, `/t/${open.id}/mute`, "Unmute", {});
      },
    },
  },
  threadLevelAction: {
    "watching a thread": {
      not: ["signedOut"],
      form: ({ pages, open }) =>
        filled(pages.author, `/t/${open.id}/watch`, "Save", { level: "watch" }),
    },
    "watching a hidden thread": {
      not: allBut("moderator", "admin"),
      form: ({ pages, hidden }) =>
        filled(pages.moderator, `/t/${hidden.id}/watch`, "Save", { level: "watch" }),
    },
  },
  readAllAction: {
    "marking notices as read": {
      not: ["signedOut"],
      form: ({ pages }) => filled(pages.stranger, "/notices", "Mark all as read", {}),
    },
  },
  noticeSettingsAction: {
    "what somebody is told": {
      not: ["signedOut"],
      form: ({ pages }) => filled(pages.stranger, "/settings/notices", "Save", {}),
    },
  },
  pushWishesAction: {
    "what somebody has pushed": {
      not: ["signedOut"],
      form: ({ pages }) =>
        filled(pages.stranger, "/settings/notices", "Save what is pushed", { watch: "yes" }),
    },
  },
  removeDeviceAction: {
    "removing a device of somebody signed out": {
      not: ["signedOut"],
      form: async ({ pages, people }) => {
        await deviceOf(people.stranger);
        return filled(pages.stranger, "/settings/notices", "Turn off Unknown browser", {});
      },
    },
  },
  "/push/devices": {
    "a device that is told what is new": {
      not: ["signedOut"],
      form: async () => ({ address: "/push/devices", fields: newDevice() }),
    },
    "a device at a place that is no push service": {
      not: KINDS,
      form: async () => ({
        address: "/push/devices",
        fields: { ...newDevice(), endpoint: "http://127.0.0.1:22/" },
      }),
    },
  },
  saveSearchAction: {
    "saving a search": {
      not: ["signedOut"],
      form: ({ pages }) =>
        filled(pages.stranger, "/search?q=words", "Save", { name: "Not allowed" }),
    },
  },
  renameSearchAction: {
    "renaming somebody's search": {
      not: allBut("stranger"),
      form: async ({ pages, people }) => {
        const id = await savedBy(people.stranger);
        const address = `/settings/searches?rename=${id}`;
        return filled(pages.stranger, address, "Rename", { name: "Not allowed" });
      },
    },
  },
  renewFeedAction: {
    "another address for the feed of somebody's search": {
      not: allBut("stranger"),
      form: async ({ pages, people }) => {
        const address = `/settings/searches?feed=${await savedBy(people.stranger)}`;
        return filled(pages.stranger, address, "Make another address", {});
      },
    },
  },
  deleteSearchAction: {
    "deleting a search of somebody signed out": {
      not: ["signedOut"],
      form: async ({ pages, people }) => {
        await savedBy(people.stranger, "Some words");
        return filled(pages.stranger, "/settings/searches", "Delete Some words", {});
      },
    },
  },
  bookmarkAction: {
    "a bookmark": {
      not: ["signedOut"],
      form: ({ pages, post }) => bookmarkOf(pages.stranger, post),
    },
    "a bookmark of a hidden post": {
      not: allBut("author", "moderator", "admin"),
      form: ({ pages, hiddenPost }) => bookmarkOf(pages.moderator, hiddenPost),
    },
    "a bookmark of a post in a hidden thread": {
      not: allBut("moderator", "admin"),
      form: ({ pages, inHidden }) => bookmarkOf(pages.moderator, inHidden),
    },
  },
  removeBookmarkAction: {
    "removing a bookmark": {
      not: allBut("stranger"),
      form: async ({ pages, people, post }) => {
        await bookmark(people.stranger.viewer, { postId: post, note: "A note." });
        // As from the list: the page of the bookmark leads whoever sends it to their own list.
        const address = `/p/${post}/bookmark`;
        return filled(pages.stranger, address, "Remove bookmark", { from: "list" });
      },
    },
  },
  openQuotesFeedAction: {
    "an address for a private feed": {
      not: ["signedOut"],
      form: ({ pages }) => filled(pages.stranger, "/settings", "Make an address", {}),
    },
  },
  closeQuotesFeedAction: {
    "taking a private feed away": {
      not: ["signedOut"],
      form: async ({ pages, people }) => {
        await openPrivateFeed(people.stranger.viewer, "quotes");
        return filled(pages.stranger, "/settings", "Take the feed away", {});
      },
    },
  },
};

async function savedBy({ viewer }: Person, name = unique("search")): Promise<number> {
  const data = { userId: viewer.id, name, query: "words", sort: "newest", feedSalt: "salt" };
  return (await db().savedSearch.create({ data })).id;
}

/** What a browser says of itself when it is to be told. */
function newDevice() {
  const { publicKey } = newKeyPair();
  return {
    endpoint: `${process.env.REJOINDER_PUSH_SERVICES}/${unique("browser")}`,
    ...{ publicKey, secret: Buffer.alloc(16, 7).toString("base64url") },
    forumKey: process.env.REJOINDER_PUSH_PUBLIC_KEY ?? "",
  };
}

async function deviceOf({ viewer }: Person): Promise<void> {
  const { id } = await db().session.findFirstOrThrow({ where: { userId: viewer.id } });
  const added = await addDevice(viewer, id, newDevice());
  if (!added.ok) throw new Error(added.message);
}

function bookmarkOf(page: Page, id: number): Promise<ShownForm> {
  return filled(page, `/p/${id}/bookmark`, "Bookmark", { note: "Not allowed." });
}

/** The form that acts on somebody who wrote in the board, as an admin sees it. */
function personFormOf({ pages, people }: Scene, verb: string, button: string): Promise<ShownForm> {
  const address = `/u/${people.stranger.username}/moderate/${verb}`;
  return filled(pages.admin, address, button, { rule: "1", note: "Not allowed." });
}

/** Begins to hide all that somebody wrote: nothing of it is hidden yet. */
async function hideAllOf({ people }: Scene): Promise<void> {
  const input = { personId: people.stranger.viewer.id, ruleId: 1, note: "A test." };
  await hideAll(people.admin.viewer, input);
}

/** Those that anybody may send: elsewhere tested (account.spec.ts), or below. */
const FOR_EVERYBODY = [
  ...["signUpAction", "signInAction", "setUpAction", "endOtherSessionsAction"],
  // Tested in mail.spec.ts.
  ...["forgotPasswordAction", "signInByMailAction", "resetPasswordAction", "signInByLinkAction"],
  "confirmAddressAction",
];

/** A refusal that a person understands: the way to sign in, a page that says so, or a sentence. */
async function expectRefusal(response: APIResponse, label: string): Promise<void> {
  const status = response.status();
  if (status === 303 || status === 307) {
    expect(response.headers().location, label).toMatch(/^(http:\/\/[^/]+)?\/sign-in/);
    return;
  }
  expect([200, 400, 401, 403, 404, 409, 410], label).toContain(status);
  const text = await response.text();
  expect(text, label).toMatch(
    /role="alert"|There is nothing here|was hidden|already so|^[A-Z][^<]*\.$|"message":"[^"]+\."/,
  );
}

scened.describe("a form sent by who may not changes nothing, and is refused:", () => {
  // Many forms each, by everybody; a busy machine is no reason to fail.
  scened.describe.configure({ timeout: 120_000 });

  for (const [action, attempts] of Object.entries(ATTEMPTS)) {
    scened(`${Object.keys(attempts).join(", ")} (${action})`, async ({ scene }) => {
      for (const [name, { not, form }] of Object.entries(attempts)) {
        const shown = await form(scene);
        const before = await dump(scene.scope);
        for (const kind of not) {
          const label = `${name} as ${kind}`;
          await expectRefusal(await send(scene.pages[kind], shown), label);
          expect(await dump(scene.scope), label).toEqual(before);
        }
      }
      const slug = `${scene.board.slug}-more`;
      expect(await db().board.count({ where: { slug } })).toBe(0);
      expect(await db().rule.count({ where: { title: "Not allowed" } })).toBe(0);
      expect(await db().rule.count({ where: { title: "Spam", retiredAt: null } })).toBe(1);
    });
  }

  scened("a reply that was written without a network (/offline/replies)", async ({ scene }) => {
    const asOwn = (kind: Kind, post: number) =>
      lateReply(post, scene.people[kind === "signedOut" ? "stranger" : kind].viewer.id);
    const tries: [number, Kind[]][] = [
      [scene.post, ["signedOut"]],
      [scene.inLocked, allBut("moderator", "admin")],
      ...[scene.hiddenPost, scene.deletedPost, scene.inHidden].map((post): [number, Kind[]] => [
        post,
        KINDS,
      ]),
    ];
    const before = await dump(scene.scope);
    for (const [post, kinds] of tries) {
      for (const kind of kinds) {
        const label = `a late reply to ${post} as ${kind}`;
        const response = await send(scene.pages[kind], asOwn(kind, post));
        expect(response.status(), label).toBeGreaterThanOrEqual(400);
        await expectRefusal(response, label);
        await expectNoWord(response, scene.marker, label);
      }
    }
    // Written by somebody else than who is signed in when it is sent.
    for (const kind of allBut("author")) {
      const response = await send(scene.pages[kind], asOwn("author", scene.post));
      expect(response.status(), kind).toBe(401);
    }
    expect(await dump(scene.scope)).toEqual(before);
    expect((await send(scene.pages.author, asOwn("author", scene.post))).status()).toBe(200);
    expect(await dump(scene.scope)).not.toEqual(before);
  });

  scened("the forms above do work, sent by who may", async ({ scene }) => {
    const works = async (kind: Kind, shown: Promise<ShownForm>) => {
      const before = await dump(scene.scope);
      const response = await send(scene.pages[kind], await shown);
      expect([200, 303]).toContain(response.status());
      expect(await dump(scene.scope), kind).not.toEqual(before);
    };
    await works("elsewhere", replyTo(scene, scene.post));
    await works("moderator", replyTo(scene, scene.inLocked));
    await works("author", editOf(scene, scene.post));
    await works("stranger", voteOn(scene.post));
    await works("stranger", reportOf(scene, scene.post));
    await works("signedOut", reportOf(scene, scene.quotingPost));
    await works("moderator", moderationOf(scene, "p", scene.post, "Hide"));
    await works("admin", moderationOf(scene, "t", scene.locked.id, "Unlock"));
    await works("author", deletionOf(scene, scene.inLocked));
    for (const action of [
      // As long as the moderator is one.
      ...["takeCaseAction", "noteCaseAction", "decideCaseAction", "decideHeldAction"],
      "decideAppealAction",
      "changeBoardAction",
      "appointModeratorAction",
      "dismissModeratorAction",
    ]) {
      const [attempt] = Object.values(ATTEMPTS[action] ?? {});
      if (attempt) await works("admin", attempt.form(scene));
    }
  });

  scened("and no server action of the app is left out", async () => {
    const { node } = manifest("server/server-reference-manifest.json") as {
      node: Record<string, { exportedName: string }>;
    };
    const actions = new Set(Object.values(node).map(({ exportedName }) => exportedName));
    const tried = Object.keys(ATTEMPTS).filter((name) => name.endsWith("Action"));
    expect([...actions].sort()).toEqual([...tried, ...FOR_EVERYBODY].sort());
  });
});

scened(
  "who was a moderator a moment ago is none any more, whatever their page still shows",
  async ({ scene }) => {
    const shown = await moderationOf(scene, "p", scene.post, "Hide");
    await db().boardModerator.deleteMany({ where: { boardId: scene.board.id } });
    const before = await dump(scene.scope);
    await expectRefusal(await send(scene.pages.moderator, shown), "dismissed");
    expect(await dump(scene.scope)).toEqual(before);
  },
);

scened("whose session ended is led to sign in, and nothing is done", async ({ scene }) => {
  const forms = [
    await replyTo(scene, scene.post),
    await voteOn(scene.post),
    await filled(scene.pages.stranger, "/settings", "Change password", {
      currentPassword: scene.people.stranger.password,
      newPassword: "not allowed at all",
    }),
  ];
  await expireSessions(scene.people.stranger);
  const before = await dump(scene.scope);
  for (const shown of forms) {
    await expectRefusal(await send(scene.pages.stranger, shown), shown.address);
  }
  expect(await dump(scene.scope)).toEqual(before);
});

scened("the set-up is closed once there is an admin, also to a forged form", async ({ scene }) => {
  const { node } = manifest("server/server-reference-manifest.json") as {
    node: Record<string, { exportedName: string }>;
  };
  const idOf = (name: string) =>
    Object.entries(node).find(([, { exportedName }]) => exportedName === name)?.[0] ?? "";
  const username = unique("intruder");
  const shown = await filled(scene.pages.signedOut, "/sign-up", "Sign up", {
    ...{ username, email: "x@example.org", password: "three words together" },
    code: process.env.E2E_SETUP_CODE ?? "x",
  });
  const forged = Object.fromEntries(
    Object.entries(shown.fields).map(([name, value]) => [
      name,
      value.replace(idOf("signUpAction"), idOf("setUpAction")),
    ]),
  );
  expect(forged).not.toEqual(shown.fields);
  const response = await send(scene.pages.signedOut, { address: "/setup", fields: forged });
  expect(response.status()).toBeLessThan(500);
  expect(await db().user.count({ where: { username } })).toBe(0);
});

scened("a form sent from another site is refused for everybody", async ({ scene }) => {
  const forms: [Kind, ShownForm][] = [
    ["stranger", await replyTo(scene, scene.post)],
    ["author", await editOf(scene, scene.post)],
    ["author", await deletionOf(scene, scene.post)],
    ["moderator", await moderationOf(scene, "t", scene.open.id, "Hide")],
    ["stranger", await voteOn(scene.post)],
    ["stranger", { address: "/sign-out", fields: {} }],
    ["stranger", { address: "/preview", fields: { text: "x" } }],
    ["stranger", lateReply(scene.post, scene.people.stranger.viewer.id)],
    ["stranger", { address: "/api/auth/signout", fields: {} }],
  ];
  const before = await dump(scene.scope);
  const origin = new URL(process.env.E2E_BASE_URL ?? "").origin;
  const foreign = [
    { origin: "https://evil.example" },
    { origin: "null" },
    { origin: `${origin}0` },
    { origin: `${origin}.evil.example` },
    { "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "same-site" },
  ] as Record<string, string>[];
  for (const [kind, shown] of forms) {
    for (const headers of foreign) {
      const response = await send(scene.pages[kind], shown, headers);
      expect(response.status(), `${shown.address} ${JSON.stringify(headers)}`).toBe(403);
      expect(await response.text()).toMatch(/another site/);
    }
  }
  expect(await dump(scene.scope)).toEqual(before);
  // Nor has anybody been signed out, by that or by following a link.
  for (const address of ["/sign-out", "/api/auth/signout"]) {
    await scene.pages.stranger.context().request.get(address);
  }
  await scene.pages.stranger.goto("/settings");
  await expect(scene.pages.stranger).toHaveURL(/\/settings$/);
});

/** What is at an address for each kind of person: a status, or where it leads. */
type Answers = Partial<Record<Kind, number | RegExp>> & { others: number | RegExp };

const TO_SIGN_IN = /\/sign-in\?next=/;

/** Every page and route of the app, with addresses of it and who is answered what. */
const ROUTES: Record<string, (scene: Scene) => [string, Answers][]> = {
  "/": () => [["/", { others: 200 }]],
  "/[order]": () => [
    ["/new", { others: 200 }],
    ["/top", { others: 200 }],
    ["/active", { others: 200 }],
    ["/nothing", { others: 404 }],
  ],
  "/boards": () => [["/boards", { others: 200 }]],
  "/b/[slug]": ({ board }) => [
    [`/b/${board.slug}`, { others: 200 }],
    ["/b/no-such-board", { others: 404 }],
  ],
  "/b/[slug]/[order]": ({ board }) => [
    [`/b/${board.slug}/new`, { others: 200 }],
    [`/b/${board.slug}/active`, { others: 200 }],
  ],
  "/t/[id]": ({ open, locked, hidden }) => [
    [`/t/${open.id}`, { others: 200 }],
    [`/t/${open.id}?sort=new`, { others: 200 }],
    [`/t/${locked.id}`, { others: 200 }],
    [`/t/${hidden.id}`, { moderator: 200, admin: 200, others: 410 }],
    [`/t/${hidden.id}?sort=old&existed=yes`, { moderator: 200, admin: 200, others: 410 }],
  ],
  "/t/[id]/graph": ({ open, locked, hidden, people }) => [
    [`/t/${open.id}/graph`, { others: 200 }],
    [`/t/${open.id}/graph?person=${people.author.viewer.id}`, { others: 200 }],
    [`/t/${locked.id}/graph`, { others: 200 }],
    [`/t/${hidden.id}/graph`, { moderator: 200, admin: 200, others: 410 }],
  ],
  "/t/[id]/points": ({ open, locked, hidden }) => [
    [`/t/${open.id}/points`, { others: 200 }],
    [`/t/${open.id}/points?order=most&page=2`, { others: 200 }],
    [`/t/${locked.id}/points`, { others: 200 }],
    [`/t/${hidden.id}/points`, { moderator: 200, admin: 200, others: 410 }],
  ],
  "/t/[id]/posts": ({ open, hidden, post, hiddenPost, deletedPost, quotingPost, inHidden }) => [
    [
      `/t/${open.id}/posts?ids=${post},${hiddenPost},${deletedPost},${quotingPost}`,
      { others: 200 },
    ],
    [`/t/${open.id}/posts?ids=${inHidden}&sort=new`, { others: 200 }],
    [`/t/${hidden.id}/posts?ids=${inHidden}`, { moderator: 200, admin: 200, others: 404 }],
    [`/t/${open.id}/posts`, { others: 400 }],
  ],
  "/t/[id]/folds": ({ open }) => [[`/t/${open.id}/folds`, { others: 405 }]],
  "/keyboard": () => [["/keyboard", { others: 200 }]],
  "/t/[id]/moderate": ({ open, hidden }) => [
    [`/t/${open.id}/moderate`, MODERATORS_ONLY],
    [`/t/${hidden.id}/moderate`, MODERATORS_ONLY],
  ],
  "/t/[id]/moderate/[verb]": ({ open, hidden }) =>
    THREAD_VERBS.flatMap((verb) => [
      [`/t/${open.id}/moderate/${verb}`, MODERATORS_ONLY] as [string, Answers],
      [`/t/${hidden.id}/moderate/${verb}`, MODERATORS_ONLY] as [string, Answers],
    ]),
  "/p/[id]": ({ post, deletedPost, hiddenPost, inHidden, quotingPost }) => [
    [`/p/${post}`, { others: 200 }],
    [`/p/${quotingPost}`, { others: 200 }],
    [`/p/${deletedPost}`, { others: 200 }],
    [`/p/${hiddenPost}`, { author: 200, moderator: 200, admin: 200, others: 410 }],
    [`/p/${inHidden}`, { moderator: 200, admin: 200, others: 410 }],
  ],
  "/p/[id]/annotations": ({ quotingPost, deletedPost, hiddenPost, inHidden }) => [
    [`/p/${quotingPost}/annotations`, { others: 200 }],
    [`/p/${quotingPost}.jsonld`, { others: 200 }],
    [`/p/${deletedPost}.jsonld`, { others: 404 }],
    [`/p/${hiddenPost}.jsonld`, { author: 200, moderator: 200, admin: 200, others: 410 }],
    [`/p/${inHidden}.jsonld`, { moderator: 200, admin: 200, others: 410 }],
  ],
  "/p/[id]/points": ({ post, deletedPost, hiddenPost, inHidden, quotingPost }) => [
    [`/p/${post}/points`, { others: 200 }],
    [`/p/${quotingPost}/points?only=0-4`, { others: 200 }],
    [`/p/${deletedPost}/points`, { others: 200 }],
    [`/p/${hiddenPost}/points`, { author: 200, moderator: 200, admin: 200, others: 410 }],
    [`/p/${inHidden}/points`, { moderator: 200, admin: 200, others: 410 }],
  ],
  "/p/[id]/answers": (scene) => [
    ...readersOf(scene, "answers?start=0&end=99", 200),
    [`/p/${scene.post}/answers`, { others: 400 }],
    [`/p/${scene.post}/answers?start=9&end=3`, { others: 400 }],
  ],
  "/p/[id]/reply": (scene) => readersOf(scene, "reply", TO_SIGN_IN),
  "/p/[id]/edit": (scene) => readersOf(scene, "edit", TO_SIGN_IN),
  "/p/[id]/delete": (scene) => readersOf(scene, "delete", TO_SIGN_IN),
  "/p/[id]/history": (scene) => readersOf(scene, "history", 200),
  "/p/[id]/moderate/[verb]": ({ post, hiddenPost }) =>
    POST_VERBS.flatMap((verb) => [
      [`/p/${post}/moderate/${verb}`, MODERATORS_ONLY] as [string, Answers],
      [`/p/${hiddenPost}/moderate/${verb}`, MODERATORS_ONLY] as [string, Answers],
    ]),
  "/q/[identity]": ({ quote }) => [
    [`/q/${quote}`, { others: 200 }],
    ["/q/999999999", { others: 404 }],
  ],
  "/q/[identity]/context": ({ quote }) => [
    [`/q/${quote}/context`, { author: 200, moderator: 200, admin: 200, others: 404 }],
  ],
  "/quotes": () => [["/quotes", { signedOut: TO_SIGN_IN, others: 200 }]],
  "/statements": () => [["/statements", { signedOut: TO_SIGN_IN, others: 200 }]],
  "/statements/[id]": ({ statement }) => [
    [`/statements/${statement}`, { signedOut: TO_SIGN_IN, author: 200, others: 404 }],
    [
      `/statements/${statement}?key=${statementKey(statement + 1)}`,
      { signedOut: TO_SIGN_IN, author: 200, others: 404 },
    ],
    // The link in the mail that tells of it.
    [`/statements/${statement}?key=${statementKey(statement)}`, { others: 200 }],
  ],
  "/u/[name]/moderate/[verb]": ({ people: { stranger, moderator, admin } }) => [
    ...["warn", "suspend", "ban", "lift"].map(
      (verb) => [`/u/${stranger.username}/moderate/${verb}`, MODERATORS_ONLY] as [string, Answers],
    ),
    ...["hide-all", "show-all"].map(
      (verb) => [`/u/${stranger.username}/moderate/${verb}`, ADMINS_ONLY] as [string, Answers],
    ),
    [`/u/${moderator.username}/moderate/warn`, ADMINS_ONLY],
    [`/u/${admin.username}/moderate/ban`, { signedOut: TO_SIGN_IN, others: 404 }],
    [`/u/${stranger.username}/moderate/nothing`, { others: 404 }],
  ],
  "/u/[name]/record": ({ people: { stranger } }) => [
    [`/u/${stranger.username}/record`, { signedOut: TO_SIGN_IN, author: 404, others: 200 }],
    ["/u/nobody-of-this-name/record", { others: 404 }],
  ],
  "/t/[id]/mute": ({ open, hidden }) => [
    [`/t/${open.id}/mute`, { signedOut: TO_SIGN_IN, others: 200 }],
    [`/t/${hidden.id}/mute`, MODERATORS_ONLY],
  ],
  "/p/[id]/report": (scene) => readersOf(scene, "report", 200),
  "/reports": () => [["/reports", { signedOut: TO_SIGN_IN, others: 200 }]],
  "/reports/[receipt]": ({ reportedPost, reportedThread }) => [
    [reportedThread.receipt, { others: 200 }],
    [`${reportedPost.receipt.slice(0, -1)}-`, { others: 404 }],
    ["/reports/1", { signedOut: TO_SIGN_IN, others: 404 }],
  ],
  "/queue": () => [
    ["/queue?order=reported", { signedOut: TO_SIGN_IN, stranger: 404, author: 404, others: 200 }],
  ],
  "/queue/[id]": ({ reportedPost, reportedThread }) => [
    [`/queue/${reportedPost.caseId}`, MODERATORS_ONLY],
    [`/queue/${reportedThread.caseId}`, MODERATORS_ONLY],
    ["/queue/999999999", { signedOut: TO_SIGN_IN, others: 404 }],
  ],
  "/queue/held": () => [
    ["/queue/held", { signedOut: TO_SIGN_IN, stranger: 404, author: 404, others: 200 }],
  ],
  "/queue/held/[id]": ({ heldPost, post }) => [
    [`/queue/held/${heldPost}`, MODERATORS_ONLY],
    [`/queue/held/${post}`, { signedOut: TO_SIGN_IN, others: 404 }],
  ],
  "/appeals": () => [["/appeals", { signedOut: TO_SIGN_IN, others: 200 }]],
  "/appeals/new": () => [
    ["/appeals/new", { signedOut: TO_SIGN_IN, others: 404 }],
    ["/appeals/new?action=999999999", { signedOut: TO_SIGN_IN, others: 404 }],
    ["/appeals/new?statement=1&key=guessed", { others: 404 }],
  ],
  "/appeals/[id]": ({ appeal }) => [
    [`/appeals/${appeal}`, { signedOut: TO_SIGN_IN, author: 200, admin: 200, others: 404 }],
  ],
  "/u/[name]": ({ people, hidden }) => [
    [`/u/${people.author.username}`, { others: 200 }],
    [`/u/${hidden.author.viewer.username}`, { others: 200 }],
    ["/u/nobody-of-this-name", { others: 404 }],
  ],
  "/new-thread": ({ board }) => [
    [`/new-thread?board=${board.slug}`, { signedOut: TO_SIGN_IN, others: 200 }],
  ],
  "/settings": () => [["/settings", { signedOut: TO_SIGN_IN, others: 200 }]],
  "/sign-in": () => [["/sign-in", { signedOut: 200, others: /\/$/ }]],
  "/sign-up": () => [["/sign-up", { signedOut: 200, others: /\/$/ }]],
  "/sign-in/by-mail": () => [["/sign-in/by-mail", { signedOut: 200, others: /\/$/ }]],
  "/sign-in/link": () => [["/sign-in/link?token=guessed", { others: 410 }]],
  "/forgot-password": () => [["/forgot-password", { others: 200 }]],
  "/reset-password": () => [["/reset-password?token=guessed", { others: 410 }]],
  "/confirm-address": () => [["/confirm-address?token=guessed", { others: 410 }]],
  "/settings/mail": () => [["/settings/mail", { signedOut: TO_SIGN_IN, others: 200 }]],
  "/unsubscribe": () => [["/unsubscribe?key=1-guessed", { others: 404 }]],
  "/unsubscribe/at-once": () => [
    ["/unsubscribe/at-once?key=1-guessed", { others: /\/unsubscribe\?key=1-guessed$/ }],
  ],
  "/admin/outbox": () => [["/admin/outbox", ADMINS_ONLY]],
  "/admin/outbox/[id]": ({ mail }) => [
    [`/admin/outbox/${mail}`, ADMINS_ONLY],
    ["/admin/outbox/999999999", { signedOut: TO_SIGN_IN, others: 404 }],
  ],
  "/admin/jobs": () => [["/admin/jobs", ADMINS_ONLY]],
  "/sign-out": () => [["/sign-out", { others: /\/sign-out\/confirm$/ }]],
  "/sign-out/confirm": () => [["/sign-out/confirm", { others: 200 }]],
  "/setup": () => [["/setup?code=wrong", { others: 403 }]],
  "/admin": () => [["/admin", ADMINS_ONLY]],
  "/admin/boards/new": () => [["/admin/boards/new", ADMINS_ONLY]],
  "/admin/boards/[id]": ({ board }) => [[`/admin/boards/${board.id}`, ADMINS_ONLY]],
  "/modlog": () => [["/modlog", { others: 200 }]],
  "/modlog.atom": () => [["/modlog.atom", { others: 200 }]],
  "/modlog/numbers": () => [["/modlog/numbers", { others: 200 }]],
  "/b/[slug]/modlog": ({ board }) => [
    [`/b/${board.slug}/modlog`, { others: 200 }],
    ["/b/no-such-board/modlog", { others: 404 }],
  ],
  "/b/[slug]/modlog.atom": ({ board }) => [
    [`/b/${board.slug}/modlog.atom`, { others: 200 }],
    ["/b/no-such-board/modlog.atom", { others: 404 }],
  ],
  "/t/[id]/modlog": ({ open, hidden }) => [
    [`/t/${open.id}/modlog`, { others: 200 }],
    [`/t/${hidden.id}/modlog`, { others: 200 }],
    ["/t/999999999/modlog", { others: 404 }],
  ],
  "/t/[id]/modlog.atom": ({ open, hidden }) => [
    [`/t/${open.id}/modlog.atom`, { others: 200 }],
    [`/t/${hidden.id}/modlog.atom`, { others: 200 }],
    ["/t/999999999/modlog.atom", { others: 404 }],
  ],
  "/feed.atom": () => [["/feed.atom", { others: 200 }]],
  "/b/[slug]/feed.atom": ({ board }) => [
    [`/b/${board.slug}/feed.atom`, { others: 200 }],
    ["/b/no-such-board/feed.atom", { others: 404 }],
  ],
  "/t/[id]/feed.atom": ({ open, locked, hidden }) => [
    [`/t/${open.id}/feed.atom`, { others: 200 }],
    [`/t/${locked.id}/feed.atom`, { others: 200 }],
    // Programs that read feeds bring no session: to each it is what it is to who is signed out.
    [`/t/${hidden.id}/feed.atom`, { others: 410 }],
    ["/t/999999999/feed.atom", { others: 404 }],
  ],
  "/u/[name]/feed.atom": ({ people, hidden }) => [
    [`/u/${people.author.username}/feed.atom`, { others: 200 }],
    [`/u/${people.stranger.username}/feed.atom`, { others: 200 }],
    [`/u/${hidden.author.viewer.username}/feed.atom`, { others: 200 }],
    ["/u/nobody-of-this-name/feed.atom", { others: 404 }],
  ],
  "/feeds/quotes/[key]": ({ quotesFeed }) => [
    [`/feeds/quotes/${quotesFeed}`, { others: 200 }],
    [`/feeds/quotes/${quotesFeed.replace(/.\.atom$/, "-.atom")}`, { others: 404 }],
    ["/feeds/quotes/1-guessed.atom", { others: 404 }],
  ],
  "/feeds/searches/[key]": ({ searchFeed }) => [
    [searchFeed, { others: 200 }],
    [searchFeed.replace(/.\.atom$/, "-.atom"), { others: 404 }],
    ["/feeds/searches/1-guessed.atom", { others: 404 }],
  ],
  "/search": () => [
    ["/search", { others: 200 }],
    ["/search?q=hidden+words", { others: 200 }],
  ],
  "/settings/searches": () => [["/settings/searches", { signedOut: TO_SIGN_IN, others: 200 }]],
  "/t/[id]/picture.png": ({ open, hidden }) => [
    [`/t/${open.id}/picture.png`, { others: 200 }],
    [`/t/${hidden.id}/picture.png`, { others: 410 }],
    ["/t/999999999/picture.png", { others: 404 }],
  ],
  "/oembed": ({ open, post, hidden, hiddenPost, deletedPost, inHidden }) => {
    const of = (path: string) =>
      `/oembed?url=${encodeURIComponent(new URL(path, process.env.E2E_BASE_URL).href)}`;
    return [
      [of(`/t/${open.id}`), { others: 200 }],
      [of(`/p/${post}`), { others: 200 }],
      ...[`/t/${hidden.id}`, `/p/${hiddenPost}`, `/p/${deletedPost}`, `/p/${inHidden}`].map(
        (path) => [of(path), { others: 404 }] as [string, Answers],
      ),
      ["/oembed", { others: 400 }],
    ];
  },
  "/sitemap.xml": () => [["/sitemap.xml", { others: 200 }]],
  "/sitemap/[part]": () => [
    ["/sitemap/1.xml", { others: 200 }],
    ["/sitemap/99999.xml", { others: 404 }],
    ["/sitemap/x", { others: 404 }],
  ],
  "/robots.txt": () => [["/robots.txt", { others: 200 }]],
  "/notices": () => [["/notices", { signedOut: TO_SIGN_IN, others: 200 }]],
  "/notices/count": () => [["/notices/count", { others: 200 }]],
  "/notices/[id]": ({ notices, open }) => [
    [`/notices/${notices.hidden}`, { signedOut: TO_SIGN_IN, others: 404 }],
    [
      `/notices/${notices.open}`,
      { signedOut: TO_SIGN_IN, stranger: new RegExp(`/t/${open.id}`), others: 404 },
    ],
  ],
  "/settings/notices": () => [["/settings/notices", { signedOut: TO_SIGN_IN, others: 200 }]],
  "/t/[id]/watch": ({ open, hidden }) => [
    [`/t/${open.id}/watch`, { signedOut: TO_SIGN_IN, others: 200 }],
    [`/t/${hidden.id}/watch`, MODERATORS_ONLY],
  ],
  "/bookmarks": () => [["/bookmarks?q=secret", { signedOut: TO_SIGN_IN, others: 200 }]],
  "/p/[id]/bookmark": (scene) => readersOf(scene, "bookmark", TO_SIGN_IN),
  "/mine": () => [["/mine", { signedOut: TO_SIGN_IN, others: 200 }]],
  "/mine/votes": () => [["/mine/votes", { signedOut: TO_SIGN_IN, others: 200 }]],
  "/mine/drafts": () => [["/mine/drafts", { signedOut: TO_SIGN_IN, others: 200 }]],
  "/u/[name]/threads": ({ people, hidden }) => [
    [`/u/${people.author.username}/threads`, { others: 200 }],
    [`/u/${hidden.author.viewer.username}/threads`, { others: 200 }],
    ["/u/nobody-of-this-name/threads", { others: 404 }],
  ],
  "/rules": () => [["/rules", { others: 200 }]],
  "/admin/rules": () => [["/admin/rules", ADMINS_ONLY]],
  "/admin/rules/[id]": () => [
    ["/admin/rules/1", ADMINS_ONLY],
    ["/admin/rules/999999999", { signedOut: TO_SIGN_IN, others: 404 }],
  ],
  "/icon.svg": () => [["/icon.svg", { others: 200 }]],
  "/apple-icon.png": () => [["/apple-icon.png", { others: 200 }]],
  "/manifest.webmanifest": () => [["/manifest.webmanifest", { others: 200 }]],
  "/offline": () => [["/offline", { others: 200 }]],
  "/offline/replies": () => [["/offline/replies", { others: 405 }]],
  "/push/devices": () => [["/push/devices", { others: 200 }]],
  "/push/standing": ({ notices }) => [
    [`/push/standing?notices=${notices.open},${notices.hidden}`, { others: 200 }],
    ["/push/standing?notices=x", { others: 400 }],
  ],
  "/vote": () => [["/vote", { others: 405 }]],
  "/preview": () => [["/preview", { others: 405 }]],
  "/api/auth/[...nextauth]": () => [
    ["/api/auth/session", { others: 200 }],
    ["/api/auth/providers", { others: 200 }],
  ],
};

const MODERATORS_ONLY: Answers = { signedOut: TO_SIGN_IN, moderator: 200, admin: 200, others: 404 };
const ADMINS_ONLY: Answers = { signedOut: TO_SIGN_IN, admin: 200, others: 404 };

/** The pages of single posts are there for who may read the post. */
function readersOf(
  { post, quotingPost, hiddenPost, deletedPost, inHidden }: Scene,
  page: string,
  signedOut: number | RegExp,
): [string, Answers][] {
  const closed = signedOut === 200 ? 404 : signedOut;
  return [
    [`/p/${post}/${page}`, { signedOut, others: 200 }],
    [`/p/${quotingPost}/${page}`, { signedOut, others: 200 }],
    [
      `/p/${hiddenPost}/${page}`,
      { signedOut: closed, author: 200, moderator: 200, admin: 200, others: 404 },
    ],
    [`/p/${deletedPost}/${page}`, { signedOut: closed, others: 404 }],
    [`/p/${inHidden}/${page}`, { signedOut: closed, moderator: 200, admin: 200, others: 404 }],
  ];
}

const READERS: readonly Kind[] = ["author", "moderator", "admin"];

scened.describe("every address", () => {
  // Hundreds of requests each; a busy machine is no reason to fail.
  scened.describe.configure({ timeout: 150_000 });

  scened("of the app is tried here", async () => {
    expect(existsSync(BUILD), `a build in ${BUILD}`).toBe(true);
    const served = Object.values<string>(manifest("app-path-routes-manifest.json"));
    const own = served.filter((route) => !route.startsWith("/_"));
    expect(own.sort()).toEqual(Object.keys(ROUTES).sort());
  });

  // Several at a time: making a scene takes longer than trying a route in it.
  for (const routes of parted(Object.keys(ROUTES), 4)) {
    scened(
      `answers each as it should, and tells nobody what is hidden: ${routes.join(" ")}`,
      async ({ scene }) => {
        for (const [address, answers] of routes.flatMap((route) => ROUTES[route]?.(scene) ?? [])) {
          for (const kind of KINDS) await tryAddress(scene, address, answers, kind);
        }
      },
    );
  }

  scened(
    "tells the author of a hidden post its words, and not those of a hidden thread",
    async ({ scene }) => {
      const page = scene.pages.author;
      await page.goto(`/t/${scene.open.id}`);
      await expect(page.locator(`#post-${scene.hiddenPost}`)).toContainText(scene.marker);
      for (const address of ["/new", `/b/${scene.board.slug}`, `/t/${scene.hidden.id}`]) {
        const response = await page.context().request.get(address);
        await expectNoWord(response, scene.marker, address);
      }
    },
  );
});

function parted<Item>(items: readonly Item[], size: number): Item[][] {
  const parts = Array.from({ length: Math.ceil(items.length / size) }, (_, part) => part * size);
  return parts.map((start) => items.slice(start, start + size));
}

/** What the browser's scripts ask for in place of a whole page. */
const PARTIAL: Record<string, string>[] = [
  { rsc: "1" },
  { rsc: "1", "next-router-prefetch": "1", "next-router-segment-prefetch": "/_tree" },
];

async function tryAddress(
  { pages, marker }: Scene,
  address: string,
  answers: Answers,
  kind: Kind,
): Promise<void> {
  const label = `${address} for ${kind}`;
  const { request } = pages[kind].context();
  const response = await request.get(address);
  const expected = answers[kind] ?? answers.others;
  walked(address, kind, response);
  if (typeof expected === "number") expect(response.status(), label).toBe(expected);
  else expect(response.url(), label).toMatch(expected);
  // Whoever may read what is hidden is shown it; the author's own is tested below.
  if (READERS.includes(kind)) return;
  await expectNoWord(response, marker, label);
  for (const headers of PARTIAL) {
    const again = await request.get(address, { headers });
    expect(again.status(), label).toBeLessThan(500);
    await expectNoWord(again, marker, `${label} ${JSON.stringify(headers)}`);
  }
}

/** Where the walk is to be written down, a line for each address and viewer, if anywhere. */
const WALK = process.env.WALK_FILE;

function walked(address: string, kind: Kind, response: APIResponse): void {
  if (WALK === undefined) return;
  const { pathname } = new URL(response.url());
  const answer =
    response.status() === 200 && pathname === "/sign-in" ? "sign in" : response.status();
  appendFileSync(WALK, `${JSON.stringify({ address, kind, answer })}\n`);
}

async function expectNoWord(response: APIResponse, marker: string, label: string): Promise<void> {
  const text = await response.text();
  expect(text.includes(marker), `"${marker}" at ${label}`).toBe(false);
  const headers = response.headersArray().map(({ name, value }) => `${name}: ${value}`);
  expect(headers.join("\n").includes(marker), `"${marker}" in the headers of ${label}`).toBe(false);
}

scened(
  "a preview tells nobody the words of a hidden post, however they are asked for",
  async ({ scene }) => {
    const quote = await db().quote.findFirstOrThrow({ where: { postId: scene.quotingPost } });
    const line = `> [hidden quote ${quote.id}]`;
    const texts = [line, `\`\`\`\n${line}\n\`\`\``, `${line}\n> and more`, `> > ${line}`];
    for (const kind of ["signedOut", "stranger", "elsewhere"] as const) {
      const { request } = scene.pages[kind].context();
      for (const text of texts) {
        for (const place of [{ post: scene.quotingPost }, { parent: scene.hiddenPost }, {}]) {
          const response = await request.post("/preview", { data: { text, ...place } });
          expect(response.status()).toBe(kind === "signedOut" ? 401 : 200);
          await expectNoWord(response, scene.marker, `a preview of ${text} by ${kind}`);
        }
      }
    }
  },
);
