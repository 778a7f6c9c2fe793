import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { ActionForm } from "@/components/account/ActionForm.client";
import { ACCOUNT_LINES } from "@/components/account/account-lines";
import { Page } from "@/components/ui/Page";
import { signUpAction } from "@/lib/accounts/actions";
import { parameter, type SearchParams } from "@/lib/address";
import { viewer } from "@/lib/auth";
import { localPath, routes } from "@/lib/routes";

export const metadata: Metadata = { title: "Sign up" };

export default async function SignUpPage({ searchParams }: { searchParams: SearchParams }) {
  const next = await parameter(searchParams, "next");
  if ((await viewer()).signedIn) redirect(localPath(next));
  return (
    <Page
      title="Sign up"
      intro={
        <>
          You have an account?{" "}
          <a href={routes.signIn(next)} className="underline">
            Sign in instead.
          </a>
        </>
      }
    >
      <ActionForm action={signUpAction} lines={ACCOUNT_LINES} hidden={{ next }} submit="Sign up" />
    </Page>
  );
}
