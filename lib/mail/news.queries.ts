import { env } from "@/lib/env";
import type { Block } from "@/lib/mail/letter";
import { didInWords, noticeInWords } from "@/lib/mail/news-words";
import type { Composed, Pointless, StoredMail } from "@/lib/mail/stored";
import { unsubscribeKey } from "@/lib/mail/unsubscribe-key";
import { type MailedNotice, MOST_MAILED, noticesForMail } from "@/lib/notices/mail.queries";
import { toldToBanned } from "@/lib/policy/mail";
import { routes } from "@/lib/routes";
import { statementKey } from "@/lib/statements/key";

const NOTHING: Pointless = { why: "What it was about was read by then, or is not to be seen." };

/** One notice that is mailed at once, as its owner may see it now. */
export async function composeNotice({ user, about }: StoredMail): Promise<Composed | Pointless> {
  const ids = [about.notice ?? 0];
  const [mailed] = await noticesForMail(user.id, { ids, pace: "at_once" });
  if (mailed === undefined) return NOTHING;
  const { notice } = mailed;
  if (user.banned && !toldToBanned(notice.kind)) return NOTHING;
  const key = unsubscribeKey(user.id);
  return {
    letter: {
      subject: noticeInWords(notice),
      blocks: [blockOf(mailed)],
      footer: footerOf(key, "This is mailed at once, as you chose for news of its kind."),
    },
    unsubscribe: key,
    ...("thread" in notice ? { threadId: notice.thread.id } : {}),
  };
}

/** All that is new and unread since the last digest, as its owner may see it now: thread by thread. */
export async function composeDigest({ user, about }: StoredMail): Promise<Composed | Pointless> {
  const { after = 0, upTo = 0 } = about;
  const news = await noticesForMail(user.id, { after, upTo, pace: "digest" });
  if (news.length === 0) return NOTHING;
  const key = unsubscribeKey(user.id);
  const forum = env().REJOINDER_NAME;
  const full = news.length >= MOST_MAILED;
  const things = news.length === 1 ? "1 thing is" : `${news.length}${full ? "+" : ""} things are`;
  return {
    letter: {
      subject: `${things} new for you at ${forum}`,
      blocks: [...byThread(news), ...(full ? [theRest()] : [])],
      footer: footerOf(key, "You get this mail because you have not read these."),
    },
    unsubscribe: key,
  };
}

/** A digest has an end; what comes behind it is not told in the next one either. */
function theRest(): Block {
  const url = `${env().REJOINDER_ORIGIN}${routes.notices()}`;
  return { is: "link", label: "There may be more. All that is new for you:", url };
}

function byThread(news: readonly MailedNotice[]): Block[] {
  const threads = new Map<number, { title: string; mailed: MailedNotice[] }>();
  const others: MailedNotice[] = [];
  for (const mailed of news) {
    const { notice } = mailed;
    if (!("thread" in notice)) others.push(mailed);
    else {
      const { id, title } = notice.thread;
      const group = threads.get(id) ?? { title, mailed: [] };
      group.mailed.push(mailed);
      threads.set(id, group);
    }
  }
  return [
    ...others.map(blockOf),
    ...[...threads.values()].flatMap(({ title, mailed }): Block[] => [
      { is: "heading", text: title },
      ...mailed.map(blockOf),
    ]),
  ];
}

function blockOf({ notice, path, text }: MailedNotice): Block {
  const { REJOINDER_ORIGIN: origin } = env();
  const url = `${origin}${path}`;
  if (notice.kind === "statement") {
    // With its key, for whoever can't sign in any more.
    const { id } = notice.statement;
    const label = `${noticeInWords(notice)}:`;
    return { is: "link", label, url: `${origin}${routes.statementOf(id, statementKey(id))}` };
  }
  if (notice.kind !== "post") return { is: "link", label: `${noticeInWords(notice)}:`, url };
  const did = didInWords(notice.reasons);
  const post = { author: notice.author, at: notice.at, did, url, markdown: text ?? "" };
  return { is: "post", post };
}

function footerOf(key: string, why: string): Block[] {
  const origin = env().REJOINDER_ORIGIN;
  return [
    { is: "words", text: `${why} Choose what is mailed, and how often:` },
    { is: "words", text: `${origin}${routes.mailSettings()}` },
    { is: "words", text: "Stop all mail of what is new:" },
    { is: "words", text: `${origin}${routes.unsubscribe(key)}` },
  ];
}
