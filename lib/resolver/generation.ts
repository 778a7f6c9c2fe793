import { Searchable } from "./locate";

/** A revision of an earlier post in which a quote is looked for. */
export interface Source {
  postId: number;
  revisionId: number;
  ownText: string;
}

/** Some sources in the order of rule 3: ancestors, parent first; then the rest, nearest first. */
export interface Generation {
  ancestors: Source[];
  earlier: Source[];
}

/** Making a source ready is most of the work, and every quote of a post asks for the same ones. */
const searchables = new WeakMap<Source, Searchable>();
/** The same for whole lists, which one text's quotes are looked for in one after another. */
const lists = new WeakMap<readonly Source[], readonly Searchable[]>();

/** The sources with what they need to be searched. */
export function searchablesOf(sources: readonly Source[]): readonly Searchable[] {
  let known = lists.get(sources);
  if (known === undefined) {
    known = sources.map(searchable);
    lists.set(sources, known);
  }
  return known;
}

/** A source with what it needs to be searched. */
export function searchable(source: Source): Searchable {
  const known = searchables.get(source);
  if (known?.ownText === source.ownText) return known;
  const made = new Searchable(source.ownText);
  searchables.set(source, made);
  return made;
}
