import type { Metadata } from "next";
import { Button, buttonClass } from "@/components/ui/Button";
import { Page } from "@/components/ui/Page";
import { viewer } from "@/lib/auth";
import { routes } from "@/lib/routes";

export const metadata: Metadata = { title: "Sign out" };

export default async function SignOutPage() {
  const looking = await viewer();
  if (!looking.signedIn) {
    return (
      <Page title="You are signed out">
        <p className="m-0">
          <a href={routes.front()} className={buttonClass()}>
            Go to the front page
          </a>
        </p>
      </Page>
    );
  }
  return (
    <Page
      title="Sign out?"
      intro={
        <>
          You are signed in as <bdi>{looking.username}</bdi>.
        </>
      }
    >
      <form action={routes.signOut()} method="post">
        <Button look="primary">Sign out</Button>
      </form>
    </Page>
  );
}
