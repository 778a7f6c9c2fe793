/** A row of links of which one is where you are, such as the orders of a list. */
export function OrderTabs({
  label,
  tabs,
}: {
  label: string;
  tabs: { name: string; href: string; current: boolean }[];
}) {
  return (
    <nav aria-label={label} className="tabs">
      {tabs.map(({ name, href, current }) => (
        <a key={name} href={href} aria-current={current ? "page" : undefined} className="tab">
          {name}
        </a>
      ))}
    </nav>
  );
}
