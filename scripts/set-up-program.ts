// Prints a code for making the first admin of the forum in DATABASE_URL, or nothing if there is one.
import { issueSetupCode } from "@/lib/accounts/commands";

process.stdout.write((await issueSetupCode()) ?? "");
process.exit(0);
