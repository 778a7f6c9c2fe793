"use client";

import { Button } from "@/components/ui/Button";
import { Page } from "@/components/ui/Page";

/** Shown when a bug, or the database being away, kept a page from being made. */
export default function ErrorPage({ reset }: { reset: () => void }) {
  return (
    <Page title="That did not work">
      <p>Something went wrong on our side. Nothing that was saved is lost.</p>
      <p>
        <Button type="button" look="primary" onClick={reset}>
          Try again
        </Button>
      </p>
    </Page>
  );
}
