import type { Metadata } from "next";
import { ActionForm } from "@/components/account/ActionForm.client";
import { Panel } from "@/components/account/Panel";
import { KeyList } from "@/components/ui/keyboard/KeyList";
import { KeysHere } from "@/components/ui/keyboard/KeysHere.client";
import { Page } from "@/components/ui/Page";
import { currentSession } from "@/lib/auth";
import { keysAction } from "@/lib/live/actions";

export const metadata: Metadata = { title: "Keys" };

export default async function KeyboardPage() {
  const session = await currentSession();
  const on = session?.keys ?? true;
  return (
    <Page
      title="Keys"
      intro="In threads and lists a key alone moves on or does something. Keys are silent while you type, and together with Ctrl, Alt or ⌘ they stay the browser's."
    >
      <KeyList />
      <Panel
        title="On or off"
        intro="Whoever speaks to their computer, or presses keys by accident, is better off without."
      >
        {session !== null ? (
          <>
            <p className="m-0">The keys are {on ? "on" : "off"} for you, in every browser.</p>
            <ActionForm
              action={keysAction}
              lines={[]}
              hidden={{ keys: on ? "off" : "on" }}
              submit={on ? "Turn the keys off" : "Turn the keys on"}
              look="plain"
            />
          </>
        ) : (
          <KeysHere />
        )}
      </Panel>
    </Page>
  );
}
