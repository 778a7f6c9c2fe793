// One visit of a page or one form sent, as a browser without JavaScript does it, and how long it took.
import http from "node:http";
import { COOKIE } from "@/bench/scale/people";
import { Problem } from "@/scripts/say";

export interface Visit {
  path: string;
  /** What is in the cookie; signed out without it. */
  token?: string;
  /** A form to send; a page is asked for without it. */
  form?: Record<string, string>;
  /** How the form is sent: "multipart" as a server action's forms ask for it. */
  encoding?: "urlencoded" | "multipart";
}

export interface Answer {
  /** Milliseconds to the last byte. */
  time: number;
  body: string;
  location: string | undefined;
}

const BOUNDARY = "----rejoinder-bench";

/** One after another over one connection. */
export class Visitor {
  readonly #agent = new http.Agent({ keepAlive: true, maxSockets: 1 });

  constructor(readonly url: string) {}

  close(): void {
    this.#agent.destroy();
  }

  /** Any answer but a page, or a redirection after a form, fails: it would be a fast wrong one. */
  visit(visit: Visit): Promise<Answer> {
    const { path, token, form } = visit;
    const { type, body } = bodyOf(visit);
    const headers: http.OutgoingHttpHeaders = {
      accept: "text/html",
      ...(token === undefined ? {} : { cookie: `${COOKIE}=${token}` }),
      ...(form === undefined
        ? {}
        : { origin: this.url, "content-type": type, "content-length": Buffer.byteLength(body) }),
    };
    const method = form === undefined ? "GET" : "POST";
    const wanted = form === undefined ? 200 : 303;
    return new Promise((resolve, reject) => {
      const began = performance.now();
      const url = new URL(path, this.url);
      const request = http.request(url, { method, headers, agent: this.#agent }, (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("error", reject);
        response.on("end", () => {
          const time = performance.now() - began;
          if (response.statusCode !== wanted) {
            reject(
              new Problem(`${method} ${path} answers ${response.statusCode} and not ${wanted}.`),
            );
          }
          const { location } = response.headers;
          resolve({ time, body: Buffer.concat(chunks).toString("utf8"), location });
        });
      });
      request.on("error", reject);
      request.end(body);
    });
  }
}

function bodyOf({ form = {}, encoding = "urlencoded" }: Visit): { type: string; body: string } {
  if (encoding === "urlencoded") {
    const type = "application/x-www-form-urlencoded";
    return { type, body: new URLSearchParams(form).toString() };
  }
  const fields = Object.entries(form).map(
    ([name, value]) =>
      `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const body = Object.keys(form).length === 0 ? "" : `${fields.join("")}--${BOUNDARY}--\r\n`;
  return { type: `multipart/form-data; boundary=${BOUNDARY}`, body };
}

/** The hidden fields of the form on a page that a button belongs to. */
export function hiddenFields(html: string, button: string): Record<string, string> {
  const forms = html.match(/<form\b[\s\S]*?<\/form>/g) ?? [];
  const form = forms.find((each) => each.includes(`>${button}</button>`));
  if (form === undefined) throw new Problem(`There is no form with the button ${button}.`);
  const fields: Record<string, string> = {};
  for (const [tag] of form.matchAll(/<input\b[^>]*type="hidden"[^>]*>/g)) {
    const name = /\sname="([^"]*)"/.exec(tag)?.[1];
    const value = /\svalue="([^"]*)"/.exec(tag)?.[1] ?? "";
    if (name !== undefined) fields[decoded(name)] = decoded(value);
  }
  return fields;
}

const CHARACTERS: Record<string, string> = {
  "&quot;": '"',
  "&#x27;": "'",
  "&lt;": "<",
  "&gt;": ">",
  "&amp;": "&",
};

function decoded(text: string): string {
  return text.replace(/&(?:quot|#x27|lt|gt|amp);/g, (entity) => CHARACTERS[entity] ?? entity);
}
