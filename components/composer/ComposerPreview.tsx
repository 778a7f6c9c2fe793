import { PostBody } from "@/components/post/PostBody";
import type { Preview } from "@/lib/posts/view";

/** The text as it would be published, drawn by the component that draws posts. */
export function ComposerPreview({ preview }: { preview: Preview | null }) {
  if (preview === null) return null;
  return (
    <section aria-label="Preview" className="composer-preview">
      <h2 className="composer-preview-title">Preview</h2>
      <div className="prose">
        <PostBody body={preview.body} hues={preview.hues} />
      </div>
    </section>
  );
}
