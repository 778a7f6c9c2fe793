import type { QuoteStatus } from "@/lib/quotes/view";
import { surroundings } from "@/lib/resolver/resolution";
import { routes } from "@/lib/routes";
import { sliceCodePoints } from "@/lib/text/code-points";
import type { Range } from "@/lib/text/range";

/**
 * A post's quotes as W3C Web Annotations (https://www.w3.org/TR/annotation-model/): one
 * AnnotationPage, each quote with a known source an Annotation whose target is the passage.
 *
 * A quote that leaves words out has a target for each stretch: several selectors of one target would
 * say that all select the same words (§ 4.2). Positions count code points of the source's own text
 * in the revision named beside them, without its quotes.
 */

/** The annotations' profile of JSON-LD, as the Web Annotation Protocol asks. */
export const ANNOTATION_TYPE = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"';

/** Terms of our own beside those of the standard: the status of rule 6, the number of a revision. */
const CONTEXT = [
  "http://www.w3.org/ns/anno.jsonld",
  { quoteStatus: "urn:rejoinder:quoteStatus", revision: "urn:rejoinder:revision" },
] as const;

/** A quote, as far as the viewer may know of it; redacted ones never get here. */
export interface QuoteToAnnotate {
  identity: number;
  status: QuoteStatus;
  sourceEdited: boolean;
  /** The quoted words as the quoter has them. */
  exact: string;
  /** When it was first published. */
  createdAt: Date;
  /** What the quoter writes under it, as safe HTML; empty if nothing, or inside another quote. */
  answer: string;
  sourcePostId: number;
  /** Where the passage stands; null where no word of the source but the quoted ones may be told. */
  passage: {
    revision: number;
    savedAt: Date;
    ownText: string;
    ranges: readonly Range[];
  } | null;
}

export interface PostToAnnotate {
  postId: number;
  author: string;
  quotes: readonly QuoteToAnnotate[];
}

/** @param origin the forum's own, to make every address absolute */
export function annotationPage(post: PostToAnnotate, origin: string) {
  const id = origin + routes.annotations(post.postId);
  return {
    "@context": CONTEXT,
    id,
    type: "AnnotationPage",
    partOf: {
      id: `${id}#quotes`,
      type: "AnnotationCollection",
      label: `Quotes in post ${post.postId} by ${post.author}`,
      total: post.quotes.length,
    },
    startIndex: 0,
    items: post.quotes.map((quote) => annotation(quote, post.author, origin)),
  };
}

function annotation(quote: QuoteToAnnotate, author: string, origin: string) {
  const { identity, status, sourceEdited, answer, createdAt } = quote;
  const isAnswered = answer !== "";
  const body = {
    type: "TextualBody",
    format: "text/html",
    value: answer,
    purpose: "replying",
  };
  const targets = targetsOf(quote, origin);
  return {
    id: origin + routes.quote(identity),
    type: "Annotation",
    motivation: isAnswered ? "replying" : "highlighting",
    creator: { id: origin + routes.person(author), type: "Person", name: author },
    created: createdAt.toISOString(),
    quoteStatus: sourceEdited ? "source edited" : status,
    ...(isAnswered ? { body } : {}),
    target: targets.length === 1 ? targets[0] : targets,
  };
}

function targetsOf({ exact, sourcePostId, passage }: QuoteToAnnotate, origin: string) {
  const target = { type: "SpecificResource", source: origin + routes.post(sourcePostId) };
  if (passage === null) return [{ ...target, selector: { type: "TextQuoteSelector", exact } }];
  const { revision, savedAt, ownText, ranges } = passage;
  return ranges.map((range) => ({
    ...target,
    revision,
    state: { type: "TimeState", sourceDate: savedAt.toISOString() },
    selector: [
      { type: "TextQuoteSelector", ...wordsAt(ownText, range) },
      { type: "TextPositionSelector", start: range.start, end: range.end },
    ],
  }));
}

/** The source's own words in a range, and those around it. */
function wordsAt(ownText: string, range: Range) {
  return {
    exact: sliceCodePoints(ownText, range.start, range.end),
    ...surroundings(ownText, range),
  };
}
