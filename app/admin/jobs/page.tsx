import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ActionForm } from "@/components/account/ActionForm.client";
import { FailedJobList } from "@/components/jobs/FailedJobList";
import { count } from "@/components/ui/count";
import { Page } from "@/components/ui/Page";
import { requireMember } from "@/lib/auth";
import { tryJobsAgainAction } from "@/lib/jobs/actions";
import { failedJobs } from "@/lib/jobs/queries";
import { routes } from "@/lib/routes";

export const metadata: Metadata = { title: "Failed jobs", robots: { index: false } };

export default async function FailedJobsPage() {
  const member = await requireMember(routes.failedJobs());
  const found = await failedJobs(member);
  if (found === null) notFound();
  return (
    <Page
      title="Failed jobs"
      intro={`What the forum does beside its pages, such as sending mail, and gave up after many tries over several days. ${count(found.waiting, "job")} waiting.`}
    >
      {found.jobs.length === 0 ? (
        <p className="empty">No job has failed.</p>
      ) : (
        <>
          {found.total > found.jobs.length && (
            <p className="m-0 text-soft">
              The newest {found.jobs.length} of {found.total}.
            </p>
          )}
          <FailedJobList jobs={found.jobs} now={new Date()} />
          <ActionForm
            action={tryJobsAgainAction}
            lines={[]}
            submit="Try all of them again"
            look="plain"
          />
        </>
      )}
    </Page>
  );
}
