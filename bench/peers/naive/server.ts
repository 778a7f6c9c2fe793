// The naive peer in production, behind a plain HTTP server as the forum is.
import { createServer } from "node:http";
import next from "next";

const port = Number(process.env.PORT);
const app = next({ dev: false, dir: import.meta.dirname, hostname: "127.0.0.1", port });
await app.prepare();
const handle = app.getRequestHandler();
createServer((request, response) => void handle(request, response)).listen(port, "127.0.0.1", () =>
  process.send?.({ port }),
);
process.on("disconnect", () => process.exit(0)).on("SIGTERM", () => process.exit(0));
