"use client";

import { useState } from "react";
import { Composer } from "@/components/composer/Composer.client";
import { Field, FieldFrame, inputClass } from "@/components/ui/Field";
import type { ComposerState } from "@/lib/posts/composer";
import { openThreadAction } from "@/lib/threads/actions";
import type { ThreadKind } from "@/lib/threads/view";

const KINDS: { kind: ThreadKind; name: string; hint: string }[] = [
  { kind: "text", name: "Text", hint: "a question or a thought" },
  { kind: "link", name: "Link", hint: "a page to discuss" },
  { kind: "article", name: "Article", hint: "a long text with headings and a table of contents" },
];

/** The form of a new thread. Without scripts all fields are shown, and each says when it counts. */
export function NewThreadForm({
  boards,
  board,
  formKey,
  userId,
}: {
  boards: { slug: string; name: string }[];
  board: string;
  formKey: string;
  userId: number;
}) {
  return (
    <Composer
      action={openThreadAction}
      place={{}}
      hidden={{}}
      formKey={formKey}
      text=""
      draftKey={`${userId}:thread`}
      submit="Publish"
      rows={14}
      textRequired={false}
      fields={(state) => <ThreadFields state={state} boards={boards} board={board} />}
    />
  );
}

function ThreadFields({
  state,
  boards,
  board,
}: {
  state: ComposerState;
  boards: { slug: string; name: string }[];
  board: string;
}) {
  const { values, errors } = state;
  const [kind, setKind] = useState(values.kind ?? "text");
  return (
    <>
      <fieldset
        className="kinds"
        aria-invalid={errors.kind ? true : undefined}
        aria-describedby={errors.kind ? "kind-error" : undefined}
      >
        <legend>Kind</legend>
        {KINDS.map(({ kind: value, name, hint }) => (
          <label key={value}>
            <input
              type="radio"
              name="kind"
              value={value}
              defaultChecked={kind === value}
              onChange={() => setKind(value)}
            />{" "}
            {name} <span className="text-soft">{hint}</span>
          </label>
        ))}
        {errors.kind && (
          <p id="kind-error" className="text-sm text-danger">
            {errors.kind}
          </p>
        )}
      </fieldset>
      <FieldFrame label="Board" name="board" error={errors.board}>
        <select
          id="board"
          name="board"
          key={values.board ?? board}
          defaultValue={values.board ?? board}
          aria-invalid={errors.board ? true : undefined}
          aria-describedby={errors.board ? "board-error" : undefined}
          className={inputClass}
        >
          {boards.map(({ slug, name }) => (
            <option key={slug} value={slug}>
              {name}
            </option>
          ))}
        </select>
      </FieldFrame>
      <Field
        label="Title"
        name="title"
        required
        defaultValue={values.title}
        error={errors.title}
        autoComplete="off"
      />
      <Field
        label="URL"
        name="url"
        inputMode="url"
        defaultValue={values.url}
        error={errors.url}
        hint="Only for a link: the page to discuss."
        autoComplete="off"
      />
    </>
  );
}
