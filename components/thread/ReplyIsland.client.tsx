"use client";

import { useCallback, useEffect, useState } from "react";
import { createPortal } from "react-dom";
import { Composer, type ComposerAction } from "@/components/composer/Composer.client";
import { insertQuote } from "@/components/composer/insert-quote";
import { useQuotableSelection } from "@/components/composer/selection.client";
import { ownTextOf } from "@/components/post/own-text";
import { buttonClass } from "@/components/ui/Button";
import { quoteMarkdown } from "@/lib/text/quoting";

interface OpenReply {
  parentId: number;
  formKey: string;
  text: string;
  host: HTMLElement;
}

/**
 * Replying and quoting in place, for all posts of a thread by one listener. Without scripts the
 * same links lead to the page of the reply.
 */
export function ReplyIsland({ action, userId }: { action: ComposerAction; userId: number }) {
  const [reply, setReply] = useState<OpenReply | null>(null);
  const selection = useQuotableSelection();

  const open = useCallback((postId: number, quoted: string) => {
    const area = document.querySelector<HTMLTextAreaElement>("#reply-in-place textarea");
    // A reply is being written already: what is quoted from another post goes into it.
    if (area !== null && quoted !== "") {
      insertQuote(area, quoted);
      return;
    }
    const article = document.getElementById(`post-${postId}`);
    if (article === null) return;
    document.getElementById("reply-in-place")?.remove();
    const host = document.createElement("div");
    host.id = "reply-in-place";
    article.append(host);
    const text = quoted === "" ? "" : `${quoted}\n\n`;
    setReply({ parentId: postId, formKey: crypto.randomUUID(), text, host });
  }, []);

  useEffect(() => {
    const onClick = (event: MouseEvent) => {
      const plain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey;
      if (!plain || !(event.target instanceof Element)) return;
      const link = event.target.closest<HTMLAnchorElement>("a[data-reply], a[data-quote]");
      if (link === null) return;
      event.preventDefault();
      if (link.dataset.quote === undefined) open(Number(link.dataset.reply), "");
      else open(Number(link.dataset.quote), quoteMarkdown(ownTextOf(link.dataset.quote)));
    };
    document.addEventListener("click", onClick);
    return () => document.removeEventListener("click", onClick);
  }, [open]);

  const close = useCallback(() => {
    setReply((current) => {
      current?.host.remove();
      return null;
    });
  }, []);

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
              draftKey={`${userId}:reply:${reply.parentId}`}
              submit="Publish"
              autoFocus
              onCancel={close}
            />
          </section>,
          reply.host,
        )}
      {selection && (
        <div className="selection-bar" style={selection.place}>
          <button
            type="button"
            className={buttonClass("primary")}
            // Pressing must not take the selection away before it is read.
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => {
              open(selection.postId, quoteMarkdown(selection.text));
              window.getSelection()?.removeAllRanges();
            }}
          >
            Quote
          </button>
        </div>
      )}
    </>
  );
}
