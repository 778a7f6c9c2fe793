import type { MouseEvent } from "react";
import { Button } from "@/components/ui/Button";

/** What can be done with the text. Without scripts every button sends the form. */
export function ComposerButtons({
  submit,
  busy,
  working,
  onPreview,
  onPoints,
  onRemoveUnanswered,
  onCancel,
}: {
  submit: string;
  busy: boolean;
  /** The answered post is being laid out. */
  working: boolean;
  onPreview: (event: MouseEvent) => void;
  /** Only for what answers a post. */
  onPoints: ((event: MouseEvent) => void) | undefined;
  /** Only while some quotes are answered and some are not. */
  onRemoveUnanswered: ((event: MouseEvent) => void) | undefined;
  onCancel: (() => void) | undefined;
}) {
  return (
    <div className="composer-buttons">
      <Button look="primary" name="intent" value="publish" disabled={busy}>
        {submit}
      </Button>
      <Button name="intent" value="preview" formNoValidate onClick={onPreview}>
        Preview
      </Button>
      {onPoints && (
        <Button
          name="intent"
          value="points"
          formNoValidate
          onClick={onPoints}
          aria-busy={working}
          title="Lays the post out as quotes, with room under each for your answer"
        >
          Answer point by point
        </Button>
      )}
      {onRemoveUnanswered && (
        <button
          type="submit"
          className="link"
          name="intent"
          value="remove-unanswered"
          formNoValidate
          onClick={onRemoveUnanswered}
        >
          Remove quotes without an answer
        </button>
      )}
      {onCancel && (
        <button type="button" className="link" onClick={onCancel}>
          Cancel
        </button>
      )}
      <span role="status">{busy ? "Sending…" : working ? "Laying out…" : ""}</span>
    </div>
  );
}
