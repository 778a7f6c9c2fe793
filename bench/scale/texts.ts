// Texts to fill a forum with, as the forum itself renders and stores them.
import { chance } from "@/bench/seed/chance";
import { paragraphs, sentencesFor } from "@/bench/seed/debate";
import { surroundings } from "@/lib/resolver/resolution";
import { renderPost } from "@/lib/text/render";

/** So many different texts; posts of one thread never share one (shape.ts has threads up to 1,000 long). */
export const TEXTS = 1024;

export interface StoredText {
  text: number;
  markdown: string;
  html: string;
  own_text: string;
  /** The Markdown of the run behind a quote. */
  markdown_after: string;
  sentences: number;
}

/** A passage of a text, as a quote of it is stored. */
export interface StoredSentence {
  text: number;
  sentence: number;
  words: string;
  start: number;
  end: number;
  prefix: string;
  suffix: string;
}

/** The first TEXTS are what posts say, the second what they said before they were edited. */
export function storedTexts(): { texts: StoredText[]; sentences: StoredSentence[] } {
  const draw = chance(TEXTS);
  const pick = <Item>(items: readonly Item[]) => items[Math.floor(draw() * items.length)] as Item;
  const sentences: StoredSentence[] = [];
  const texts = Array.from({ length: 2 * TEXTS }, (_, text): StoredText => {
    const written = sentencesFor(draw, pick);
    const markdown = paragraphs(written);
    const { htmlParts, ownText } = renderPost(markdown);
    for (const [sentence, words] of written.entries()) {
      const start = ownText.indexOf(words);
      const passage = { start, end: start + words.length };
      sentences.push({ text, sentence, words, ...passage, ...surroundings(ownText, passage) });
    }
    return {
      ...{ text, markdown, html: htmlParts.join(""), own_text: ownText },
      ...{ markdown_after: `\n${markdown}`, sentences: written.length },
    };
  });
  return { texts, sentences };
}
