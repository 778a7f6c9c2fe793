"use client";

import { useEffect, useState } from "react";
import { DRAFT, type DraftPlace, draftPlace, draftText } from "@/components/history/draft-names";
import { Button } from "@/components/ui/Button";
import { snippet } from "@/lib/text/snippet";

const EXCERPT_LENGTH = 200;

interface Draft extends DraftPlace {
  name: string;
  text: string;
}

/** The drafts that this browser keeps: the forum knows nothing of them. */
export function Drafts({ userId }: { userId: number }) {
  const [drafts, setDrafts] = useState<Draft[] | null>(null);
  useEffect(() => setDrafts(draftsHere(userId)), [userId]);
  if (drafts === null) {
    return (
      <p className="empty m-0">
        Drafts are kept by your browser, and listed here by a script: without scripts there are
        none.
      </p>
    );
  }
  if (drafts.length === 0) return <p className="empty m-0">This browser keeps no draft.</p>;
  const discard = (name: string) => {
    try {
      localStorage.removeItem(name);
    } catch {
      // Nothing was kept.
    }
    setDrafts(draftsHere(userId));
  };
  return (
    <ol className="post-lines">
      {drafts.map(({ name, what, href, text }) => (
        <li key={name} className="grid gap-1">
          <a href={href}>{what}</a>
          <p className="m-0 font-serif">{snippet(text, EXCERPT_LENGTH)}</p>
          <div>
            <Button type="button" className="text-sm" onClick={() => discard(name)}>
              Discard<span className="sr-only"> the draft: {what}</span>
            </Button>
          </div>
        </li>
      ))}
    </ol>
  );
}

function draftsHere(userId: number): Draft[] {
  try {
    return Object.keys(localStorage)
      .filter((name) => name.startsWith(DRAFT))
      .flatMap((name) => {
        const place = draftPlace(name, userId);
        return place === null
          ? []
          : [{ ...place, name, text: draftText(localStorage.getItem(name)) }];
      })
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return [];
  }
}
