// Loads the demo into the database of DATABASE_URL: a program of its own, so that the launcher need
// not hold the forum's code in memory while it waits.
import { loadDemo } from "@/prisma/seed";

await loadDemo();
process.exit(0);
