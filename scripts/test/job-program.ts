// Begins the jobs of DATABASE_URL and never ends one: for tests that kill who does them.
import { HANDLERS } from "@/lib/jobs/handlers.commands";
import { work } from "@/lib/jobs/worker.commands";

const never = () => {
  process.stdout.write("begun\n");
  return new Promise<never>(() => {});
};
await work(process.env.DATABASE_URL ?? "", new AbortController().signal, {
  ...HANDLERS,
  "sweep-mail": never,
});
