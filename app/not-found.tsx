import { Page } from "@/components/ui/Page";
import { routes } from "@/lib/routes";

export default function NotFound() {
  return (
    <Page title="There is nothing here">
      <p>The address may be mistyped, or what stood here is gone.</p>
      <p>
        <a href={routes.front()}>Go to the front page</a>
      </p>
    </Page>
  );
}
