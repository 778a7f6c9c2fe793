import { someMoment } from "@/components/live/moment.client";
import { articleOf } from "@/components/live/shown.client";

// What must not be read any more leaves the page at once, before anything is asked.

/** Takes the words of a post out of the page at once, wherever they stand on it. */
export function blank(id: number): void {
  const article = articleOf(id);
  article?.querySelector("[data-post]")?.replaceChildren();
  article?.querySelector(".toc")?.remove();
  // What is opened beside it was taken from posts, too.
  for (const link of document.querySelectorAll(
    `.answers-room a[href$="/p/${id}"], .answers-room a[href$="#post-${id}"]`,
  ))
    (link.closest("li") ?? link).remove();
  for (const around of document.querySelectorAll(".quote-context")) {
    if (around.querySelector(`a[href$="/p/${id}"], a[href$="#post-${id}"]`))
      around.replaceChildren();
  }
}

/** What the page's head repeats of its posts for programs, which no reader of an open page needs. */
export function blankHead(): void {
  for (const data of document.head.querySelectorAll('script[type="application/ld+json"]'))
    data.remove();
}

/** Takes the quotes out of a post until the forum has said which of them are to be seen. */
export function blankQuotes(id: number): void {
  const quotes = articleOf(id)?.querySelectorAll<HTMLElement>(".prose > .quote") ?? [];
  for (const quote of quotes) {
    const words = document.createElement("p");
    words.className = "quote-source";
    words.textContent = "What is quoted here was changed.";
    quote.replaceChildren(words);
  }
}

/** The thread was hidden, or went elsewhere: its words go at once, and its address says what became of it. */
export function leave(): void {
  for (const words of document.querySelectorAll("[data-post], .opening-title, .toc, .graph-small"))
    words.replaceChildren();
  blankHead();
  for (const said of document.head.querySelectorAll("meta[property], meta[name=description]"))
    said.remove();
  document.title = "…";
  setTimeout(() => window.location.reload(), someMoment());
}
