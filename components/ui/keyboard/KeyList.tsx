import { KEYS } from "@/components/ui/keyboard/keys";

/** The keys and what they do. */
export function KeyList() {
  return (
    <dl className="key-list">
      {KEYS.map(({ key, words }) => (
        <div key={key}>
          <dt>
            <kbd>{key}</kbd>
          </dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  );
}
