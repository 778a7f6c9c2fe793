import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { block, mute } from "@/lib/blocks/commands";
import { db } from "@/lib/db/client";
import { moderate } from "@/lib/moderation/commands";
import { newsOfPosts } from "@/lib/notices/news.commands";
import { countUnreadNotices } from "@/lib/notices/queries";
import { DEFAULT_SETTINGS } from "@/lib/notices/settings";
import { changeNoticeSettings } from "@/lib/notices/settings.commands";
import { setThreadLevel } from "@/lib/notices/watching.commands";
import type { Member } from "@/lib/policy/viewer";
import { editPost } from "@/lib/posts/commands";
import { decideHeld } from "@/lib/reports/held.commands";
import { answer, board, person, succeeded, thread } from "@/scripts/test/debate";
import { doDueJobs } from "@/scripts/test/jobs";
import { told } from "@/scripts/test/notices";
import { countStatements } from "@/scripts/test/statements";

let ada: Member;
let ben: Member;
let carol: Member;
let moderator: Member;
let place: { id: number; slug: string };
let opened: { id: number; openingId: number };

const WORDS = "Words that open this thread for everybody.";

beforeAll(async () => {
  place = await board();
  moderator = await person({ moderates: [place.id] });
});

beforeEach(async () => {
  [ada, ben, carol] = [await person(), await person(), await person()];
  opened = await thread(ada, place, WORDS);
});

describe("a post is told", () => {
  test("once to each person, whatever it is to them, and never to its author", async () => {
    const text = `> ${WORDS}\n\nNo, @${ada.username}, and @${ben.username} knows.`;
    const id = await answer(ben, opened.openingId, text);
    expect(await told(ada)).toEqual([[id, "reply", "quote", "mention"]]);
    expect(await told(ben)).toEqual([]);
    expect(await told(carol)).toEqual([]);
  });

  test("to whom it calls by name, however the name is written, and not from quotes or code", async () => {
    const name = carol.username;
    const id = await answer(ben, opened.openingId, `Ask @${name.toUpperCase()}.`);
    await answer(ben, opened.openingId, `> Ask @${name}\n\n\`@${name}\` and no@${name}.`);
    expect(await told(carol)).toEqual([[id, "mention"]]);
  });

  test("to whom it quotes, but not to whom its quotes quote", async () => {
    const said = await answer(ben, opened.openingId, `> ${WORDS}\n\nThat is not so, I say.`);
    const id = await answer(carol, said, `> > ${WORDS}\n>\n> That is not so, I say.\n\nIt is.`);
    expect(await told(ben)).toEqual([[id, "reply", "quote"]]);
    expect((await told(ada)).map(([post]) => post)).toEqual([said]);
  });

  test("to who watches the thread, from when they began to", async () => {
    const before = await answer(ben, opened.openingId, "Before anybody watched.");
    succeeded(await setThreadLevel(carol, opened.id, "watch"));
    const after = await answer(ben, opened.openingId, "After somebody watched.");
    expect(await told(carol)).toEqual([[after, "watch"]]);
    // Told of late, as when it was held until now.
    await newsOfPosts([before]);
    expect(await told(carol)).toEqual([[after, "watch"]]);
    succeeded(await setThreadLevel(carol, opened.id, "follow"));
    await answer(ben, opened.openingId, "After they stopped.");
    expect(await told(carol)).toEqual([[after, "watch"]]);
  });

  test("to who wants to watch by themselves what they open, or write in", async () => {
    const wishes = { ...DEFAULT_SETTINGS, watchOpened: true };
    succeeded(await changeNoticeSettings(ben, wishes));
    const own = await thread(ben, place);
    const first = await answer(carol, own.openingId, "One.");
    const second = await answer(ada, first, "Two.");
    expect(await told(ben)).toEqual([
      [second, "watch"],
      [first, "reply", "watch"],
    ]);
    await answer(ben, opened.openingId, "Elsewhere, without watching it.");
    await answer(carol, opened.openingId, "Not for Ben.");
    expect(await told(ben)).toHaveLength(2);
    succeeded(await changeNoticeSettings(ben, { ...wishes, watchAnswered: true }));
    await answer(ben, opened.openingId, "Elsewhere, watching it.");
    await doDueJobs();
    const last = await answer(carol, opened.openingId, "For Ben.");
    expect((await told(ben))[0]).toEqual([last, "watch"]);
    // A choice of their own goes before it.
    succeeded(await setThreadLevel(ben, opened.id, "follow"));
    await answer(ben, opened.openingId, "Once more.");
    await doDueJobs();
    await answer(carol, opened.openingId, "Not for Ben either.");
    expect((await told(ben))[0]).toEqual([last, "watch"]);
  });

  test("to nobody who muted the thread or blocked its author, then or since", async () => {
    const [muted, blocking] = [await person(), await person()];
    for (const who of [muted, blocking]) succeeded(await setThreadLevel(who, opened.id, "watch"));
    const early = await answer(ben, opened.openingId, "Early.");
    expect(await told(muted)).toEqual([[early, "watch"]]);
    expect(await told(blocking)).toEqual([[early, "watch"]]);
    succeeded(await mute(muted, opened.id));
    succeeded(await block(blocking, ben.id));
    await answer(ben, opened.openingId, `@${muted.username} and @${blocking.username}`);
    await doDueJobs();
    expect(await db().notice.count({ where: { userId: { in: [muted.id, blocking.id] } } })).toBe(2);
    const blocker = { ...blocking, blocks: [ben.id] };
    for (const who of [muted, blocker]) {
      expect(await told(who)).toEqual([]);
      expect(await countUnreadNotices(who)).toBe(0);
    }
  });
});

describe("an edit", () => {
  const edit = async (postId: number, markdown: string) =>
    succeeded(await editPost(ben, { postId, markdown }));

  test("tells whom it calls or quotes anew, and nobody a second time", async () => {
    const id = await answer(ben, opened.openingId, `Hello @${carol.username}.`);
    const dan = await person();
    expect(await told(carol)).toHaveLength(1);
    await db().notice.updateMany({ data: { readAt: new Date() } });
    await edit(id, `> ${WORDS}\n\nHello @${carol.username} and @${dan.username}.`);
    expect(await told(dan)).toEqual([[id, "mention"]]);
    expect(await told(ada)).toEqual([[id, "reply", "quote"]]);
    expect(await told(carol)).toEqual([[id, "mention"]]);
    // Read already, it is no news again.
    for (const who of [ada, carol]) expect(await countUnreadNotices(who)).toBe(0);
    expect(await countUnreadNotices(dan)).toBe(1);
  });

  test("that only keeps a name tells nobody who was not told then", async () => {
    succeeded(await mute(carol, opened.id));
    const id = await answer(ben, opened.openingId, `Hello @${carol.username}.`);
    await doDueJobs();
    succeeded(await setThreadLevel(carol, opened.id, "follow"));
    await edit(id, `Hello again, @${carol.username}.`);
    expect(await told(carol)).toEqual([]);
  });

  test("whose name is gone again by the time it is told tells nobody", async () => {
    const id = await answer(ben, opened.openingId, "Hello.");
    await doDueJobs();
    await edit(id, `Hello @${carol.username}.`);
    await edit(id, "Hello, nobody.");
    expect(await told(carol)).toEqual([]);
  });
});

describe("what is held", () => {
  const hold = (holdFirst: number) =>
    db().board.update({ where: { id: place.id }, data: { holdFirst } });

  test("is told when it is approved, and not before", async () => {
    await hold(9);
    const id = await answer(ben, opened.openingId, `Held, @${carol.username}.`);
    await newsOfPosts([id]);
    expect(await told(carol)).toEqual([]);
    expect(await db().notice.count({ where: { postId: id } })).toBe(0);
    // To moderators it is no news either: it waits in their queue.
    await hold(0);
    succeeded(await moderate(moderator, { verb: "unhide", target: "post", id }));
    expect(await told(carol)).toEqual([[id, "mention"]]);
    expect(await told(ada)).toEqual([[id, "reply"]]);
  });

  test("and kept hidden by a moderator at first is told when it is shown after all", async () => {
    await hold(9);
    const id = await answer(ben, opened.openingId, `Held, @${carol.username}.`);
    await hold(0);
    const { id: rule } = await db().rule.findFirstOrThrow({ where: { retiredAt: null } });
    succeeded(await decideHeld(moderator, { outcome: "keep", post: id, rule, note: "" }));
    expect(await told(carol)).toEqual([]);
    succeeded(await moderate(moderator, { verb: "unhide", target: "post", id }));
    expect(await told(carol)).toEqual([[id, "mention"]]);
    // Hidden and shown once more, it is no news again.
    await db().notice.updateMany({ data: { readAt: new Date() } });
    for (const verb of ["hide", "unhide"] as const) {
      succeeded(await moderate(moderator, { verb, target: "post", id, ruleId: rule }));
    }
    expect(await told(carol)).toEqual([[id, "mention"]]);
    expect(await countUnreadNotices(carol)).toBe(0);
  });

  test("as a thread is told with its approval too", async () => {
    await hold(9);
    const held = await thread(ben, place, `Held, @${carol.username}.`);
    expect(await told(carol)).toEqual([]);
    await hold(0);
    succeeded(await moderate(moderator, { verb: "unhide", target: "thread", id: held.id }));
    expect(await told(carol)).toEqual([[held.openingId, "mention"]]);
  });
});

describe("the fan-out", () => {
  test("run twice, and by several at once, tells nobody twice", async () => {
    const id = await answer(ben, opened.openingId, `> ${WORDS}\n\n@${carol.username}`);
    await Promise.all([newsOfPosts([id]), newsOfPosts([id]), newsOfPosts([id])]);
    await newsOfPosts([id]);
    expect(await db().notice.count({ where: { postId: id } })).toBe(2);
  });

  test("of thousands is one statement, made by a job after the post was written", async () => {
    const name = `watcher${opened.id}x`;
    await db().$executeRaw`
      INSERT INTO users (username, username_key)
      SELECT ${name} || n, ${name} || n FROM generate_series(1, 5000) AS n`;
    await db().$executeRaw`
      INSERT INTO thread_watches (user_id, thread_id, level)
      SELECT id, ${opened.id}, 'watch' FROM users WHERE username LIKE ${`${name}%`}`;
    await doDueJobs();
    const others = await thread(ada, place, WORDS);
    let id = 0;
    const few = await countStatements(() => answer(ben, others.openingId, "Nobody watches."));
    const many = await countStatements(async () => {
      id = await answer(ben, opened.openingId, "Many watch.");
    });
    expect(many).toBe(few);
    expect(await db().notice.count({ where: { postId: id } })).toBe(0);
    expect(await countStatements(() => newsOfPosts([id]))).toBeLessThan(8);
    expect(await db().notice.count({ where: { postId: id } })).toBe(5001);
    await doDueJobs();
    expect(await db().notice.count({ where: { postId: id } })).toBe(5001);
  });
});
