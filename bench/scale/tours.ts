// Which pages are visited for the plans of their statements: those that are measured, and all others
// that read growing tables.
import { CASES, type ScaleCase } from "@/bench/scale/cases";
import type { Places } from "@/bench/scale/places";
import { hiddenFields, type Visitor } from "@/bench/scale/visit";

export interface Tour {
  page: string;
  visits(places: Places, visitor: Visitor): Promise<void>;
}

/** So many visits of each: another place, another person. */
const VISITS = 5;

/** Turns that the measurement did not take. */
const FIRST_TURN = 1700;

const tourOf = ({ name, visit }: ScaleCase): Tour => ({
  page: name,
  visits: async (places, visitor) => {
    for (let turn = FIRST_TURN; turn < FIRST_TURN + VISITS; turn += 1) {
      await visitor.visit(await visit(places, turn, visitor));
    }
  },
});

/** The same pages signed out, as a member, and as somebody who moderates. */
const pages = (name: string, paths: (places: Places) => (string | undefined)[]): Tour => ({
  page: name,
  visits: async (places, visitor) => {
    for (const token of [undefined, places.readers[0]?.token, places.moderator]) {
      for (const path of paths(places)) {
        if (path !== undefined) await visitor.visit({ path, token });
      }
    }
  },
});

/** A list, and the page after its first: where the link at its end leads. */
const listed = (name: string, path: (places: Places) => string): Tour => ({
  page: name,
  visits: async (places, visitor) => {
    for (const token of [undefined, places.readers[0]?.token, places.moderator]) {
      const { body } = await visitor.visit({ path: path(places), token });
      const next = /href="([^"]*\?(?:after|before)=[^"]*)"/.exec(body)?.[1];
      if (next !== undefined) await visitor.visit({ path: next.replaceAll("&amp;", "&"), token });
    }
  },
});

const board = (places: Places) => `/b/${places.boards[3]}`;
const answered = (places: Places) => places.answered[0]?.post;

const signedIn = (name: string, paths: (places: Places) => string[]): Tour => ({
  page: name,
  visits: async (places, visitor) => {
    for (const path of paths(places)) {
      await visitor.visit({ path, token: places.moderator });
    }
  },
});

export const TOURS: readonly Tour[] = [
  ...CASES.map(tourOf),
  listed("Lists: hot", () => "/"),
  listed("Lists: new", () => "/new"),
  listed("Lists: top", () => "/top"),
  listed("Lists: active", () => "/active"),
  listed("A board: hot", board),
  listed("A board: new", (places) => `${board(places)}/new`),
  listed("A board: top", (places) => `${board(places)}/top`),
  listed("A board: active", (places) => `${board(places)}/active`),
  pages("The boards", () => ["/boards"]),
  listed("A person's next page", (places) => `/u/${places.people[0]}`),
  pages("A thread's other pages", ({ threads }) => [
    `/t/${threads[0]}?sort=new`,
    `/t/${threads[0]}/points`,
    `/t/${threads[0]}/graph`,
  ]),
  pages("A post's pages", (places) => [
    `/p/${answered(places)}/history`,
    `/p/${answered(places)}/points`,
    `/p/${answered(places)}.jsonld`,
  ]),
  {
    page: "An edit",
    visits: async (places, visitor) => {
      const token = places.moderator;
      for (const { post } of places.answered.slice(-1)) {
        const path = `/p/${post}/reply`;
        const { body } = await visitor.visit({ path, token });
        const form = { ...hiddenFields(body, "Publish"), text: "As it was.", intent: "publish" };
        const { location } = await visitor.visit({ path, token, form, encoding: "multipart" });
        const edit = `${new URL(location ?? "", visitor.url).pathname}/edit`;
        const shown = await visitor.visit({ path: edit, token });
        const fields = { ...hiddenFields(shown.body, "Publish"), intent: "publish" };
        const text = "As it is now.";
        await visitor.visit({
          path: edit,
          token,
          form: { ...fields, text },
          encoding: "multipart",
        });
      }
    },
  },
  pages("A quote", () => ["/q/1", "/q/1/context"]),
  signedIn("Forms and settings", (places) => [
    `/p/${answered(places)}/moderate/hide`,
    `/t/${places.threads[0]}/moderate/hide`,
    "/new-thread",
    "/quotes",
    "/settings",
    "/admin",
  ]),
];
