import { Notice } from "@/components/ui/Notice";
import type { ComposerState } from "@/lib/posts/composer";
import { routes } from "@/lib/routes";

/** What became of sending the form, and that a draft was put back. */
export function ComposerMessages({
  state,
  restored,
  onDiscard,
}: {
  state: ComposerState;
  restored: boolean;
  onDiscard: () => void;
}) {
  return (
    <>
      {state.message !== "" && (
        <Notice look="bad">
          {state.message}{" "}
          {state.elsewhere && (
            <a href={state.elsewhere} target="_blank" rel="noreferrer">
              Open it in a new tab.
            </a>
          )}
          {state.signedOut && <SignInElsewhere then="press the button again" />}
        </Notice>
      )}
      {restored && (
        <p className="composer-draft">
          Your draft was restored.{" "}
          <button type="button" className="link" onClick={onDiscard}>
            Discard it
          </button>
        </p>
      )}
    </>
  );
}

/** The way to go on where the session has ended while somebody was writing. */
export function SignInElsewhere({ then }: { then: string }) {
  return (
    <a href={routes.signIn()} target="_blank" rel="noreferrer">
      Sign in in a new tab, then come back and {then}: your text stays here.
    </a>
  );
}
