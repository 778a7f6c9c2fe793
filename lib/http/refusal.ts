/** What a program is told in place of a feed, a picture or a list: a sentence. */
export function refusal(sentence = "There is nothing here.", status = 404): Response {
  return new Response(`${sentence}\n`, {
    status,
    headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-cache" },
  });
}
