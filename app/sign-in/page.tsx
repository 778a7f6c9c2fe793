import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { ActionForm, type FormLine } from "@/components/account/ActionForm.client";
import { Notice } from "@/components/ui/Notice";
import { Page } from "@/components/ui/Page";
import { signInAction } from "@/lib/accounts/actions";
import { parameter, type SearchParams } from "@/lib/address";
import { viewer } from "@/lib/auth";
import { localPath, routes } from "@/lib/routes";

export const metadata: Metadata = { title: "Sign in" };

const LINES: readonly FormLine[] = [
  { name: "username", label: "Username", autoComplete: "username" },
  { name: "password", label: "Password", type: "password", autoComplete: "current-password" },
];

export default async function SignInPage({ searchParams }: { searchParams: SearchParams }) {
  const next = await parameter(searchParams, "next");
  const done = await parameter(searchParams, "done");
  if ((await viewer()).signedIn) redirect(localPath(next));
  return (
    <Page
      title="Sign in"
      intro={
        <>
          New here?{" "}
          <a href={routes.signUp(next)} className="underline">
            Sign up.
          </a>
        </>
      }
    >
      {done === "reset" && <Notice look="good">Your new password is set. Sign in with it.</Notice>}
      <ActionForm action={signInAction} lines={LINES} hidden={{ next }} submit="Sign in" />
      <p className="m-0 flex flex-wrap gap-x-6 gap-y-2 text-soft">
        <a href={routes.forgotPassword()}>Forgot your password?</a>
        <a href={routes.signInByMail()}>Sign in by mail instead</a>
      </p>
    </Page>
  );
}
