"use client";

import { useCallback, useEffect, useState } from "react";
import { createPortal } from "react-dom";
import { CollectedTray } from "@/components/composer/CollectedTray.client";
import { Composer, type ComposerAction } from "@/components/composer/Composer.client";
import { useCollected } from "@/components/composer/collected.client";
import { insertQuote } from "@/components/composer/insert-quote";
import { SelectionBar } from "@/components/composer/SelectionBar.client";
import {
  type QuotableSelection,
  useQuotableSelection,
} from "@/components/composer/selection.client";
import { keepOpenReply, keptOpenReply } from "@/components/live/open-reply.client";
import { ownTextOf } from "@/components/post/own-text";
import { pressedLink } from "@/components/ui/pressed-link";
import { layOut, quoteMarkdown } from "@/lib/text/quoting";

interface OpenReply {
  parentId: number;
  formKey: string;
  /** What stands in it at first, and by itself is not worth keeping as a draft. */
  text: string;
  insert: string;
  host: HTMLElement;
  /** It was open when the page was left: it takes no focus, which may be elsewhere. */
  returned: boolean;
}

interface Opening {
  /** What is quoted was chosen with care: it is part of the draft from the start. */
  kept: boolean;
  returned?: boolean;
}

const draftOf = (userId: number, postId: number) => `${userId}:reply:${postId}`;

/**
 * Replying and quoting in place, for all posts of a thread by one listener. Without scripts the
 * same links lead to the page of the reply.
 */
export function ReplyIsland({ action, userId }: { action: ComposerAction; userId: number }) {
  const [reply, setReply] = useState<OpenReply | null>(null);
  const { selection, hold, drop } = useQuotableSelection();
  const { passages, collect, remove, clear } = useCollected(userId);

  const open = useCallback(
    (postId: number, quoted: string, { kept, returned = false }: Opening) => {
      const area = document.querySelector<HTMLTextAreaElement>("#reply-in-place textarea");
      // A reply is being written already: what is quoted from another post goes into it.
      if (area !== null && quoted !== "") {
        insertQuote(area, quoted);
        return true;
      }
      const article = document.getElementById(`post-${postId}`);
      if (article === null) return false;
      document.getElementById("reply-in-place")?.remove();
      const host = document.createElement("div");
      host.id = "reply-in-place";
      article.append(host);
      const text = kept ? "" : quoted;
      keepOpenReply(postId);
      setReply({
        parentId: postId,
        formKey: crypto.randomUUID(),
        text,
        insert: quoted,
        host,
        returned,
      });
      return true;
    },
    [],
  );

  useEffect(() => {
    const onClick = (event: MouseEvent) => {
      const link = pressedLink(event, "a[data-reply], a[data-quote]");
      if (link === null) return;
      event.preventDefault();
      const { reply: replied, quote } = link.dataset;
      const quoted = quote === undefined ? "" : layOut([quoteMarkdown(ownTextOf(quote))]);
      open(Number(quote ?? replied), quoted, { kept: false });
    };
    document.addEventListener("click", onClick);
    return () => document.removeEventListener("click", onClick);
  }, [open]);

  // After a reload or Back the draft is where it was written.
  useEffect(() => {
    const postId = keptOpenReply((id) => draftOf(userId, id));
    if (postId !== null) open(postId, "", { kept: false, returned: true });
  }, [open, userId]);

  const close = useCallback(() => {
    keepOpenReply(null);
    setReply((current) => {
      current?.host.remove();
      return null;
    });
  }, []);
  const onQuote = useCallback(
    ({ postId, text }: QuotableSelection) => {
      drop();
      open(postId, layOut([quoteMarkdown(text)]), { kept: false });
    },
    [open, drop],
  );
  const onCollect = useCallback(
    ({ postId, author, text }: QuotableSelection) => {
      drop();
      collect({ postId, author, text });
    },
    [collect, drop],
  );
  const onAnswer = useCallback(() => {
    const last = passages.at(-1);
    const quotes = layOut(passages.map(({ text }) => quoteMarkdown(text)));
    if (last && open(last.postId, quotes, { kept: true })) clear();
  }, [passages, open, clear]);

  return (
    <>
      {reply &&
        createPortal(
          <section aria-label="Your reply" className="reply-in-place">
            <Composer
              key={reply.formKey}
              action={action}
              place={{ parent: reply.parentId }}
              hidden={{ post: String(reply.parentId) }}
              formKey={reply.formKey}
              text={reply.text}
              insert={reply.insert}
              draftKey={draftOf(userId, reply.parentId)}
              submit="Publish"
              autoFocus={!reply.returned}
              onCancel={close}
            />
          </section>,
          reply.host,
        )}
      <div className="dock">
        {selection && (
          <SelectionBar
            selection={selection}
            onQuote={onQuote}
            onCollect={onCollect}
            onHold={hold}
            onDismiss={drop}
          />
        )}
        <CollectedTray
          passages={passages}
          replying={reply !== null}
          onAnswer={onAnswer}
          onRemove={remove}
          onClear={clear}
        />
      </div>
    </>
  );
}
