import { Button } from "@/components/ui/Button";
import { inputClass } from "@/components/ui/Field";
import { routes } from "@/lib/routes";
import { LONGEST_SEARCH } from "@/lib/search/parse";

/** The form of the search page: a GET, so that a search has an address and needs no script. */
export function SearchForm({ text, problem }: { text: string; problem: string | null }) {
  return (
    <search>
      <form action={routes.search()} className="grid gap-2">
        <label htmlFor="search-words" className="sr-only">
          Search for
        </label>
        <div className="flex gap-2">
          <input
            id="search-words"
            type="search"
            name="q"
            defaultValue={text}
            // Longer is refused by a sentence, not cut off in silence.
            maxLength={LONGEST_SEARCH * 4}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            enterKeyHint="search"
            aria-invalid={problem === null ? undefined : true}
            aria-describedby={problem === null ? undefined : "search-problem"}
            className={inputClass}
          />
          <Button look="primary" className="shrink-0">
            Search
          </Button>
        </div>
        {problem !== null && (
          <p id="search-problem" role="alert" className="m-0 text-danger">
            {problem}
          </p>
        )}
      </form>
    </search>
  );
}
