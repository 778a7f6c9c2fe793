import { routes } from "@/lib/routes";
import { LONGEST_SEARCH } from "@/lib/search/parse";

/** Search from the head of every page: a field where there is room for one, a link elsewhere. */
export function SiteSearch() {
  return (
    <>
      <a
        href={routes.search()}
        // The key for searching leads here where the field is not shown.
        data-search
        className="search-link"
      >
        Search
      </a>
      <search className="search-site">
        <form action={routes.search()}>
          <label htmlFor="site-search" className="sr-only">
            Search the forum
          </label>
          <input
            id="site-search"
            type="search"
            name="q"
            placeholder="Search"
            // The page of the search says what is too long, if it is not so long that no address holds it.
            maxLength={LONGEST_SEARCH * 4}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            enterKeyHint="search"
            className="w-44 rounded-md border border-edge bg-paper px-2.5 py-1 text-ink"
          />
        </form>
      </search>
    </>
  );
}
