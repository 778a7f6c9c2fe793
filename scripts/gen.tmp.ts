import { generateClient } from "@/scripts/migrations";
await generateClient();
