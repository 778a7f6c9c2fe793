// nginx in front of a web process, set up as docs/nginx.conf says, where it is installed.
import { spawn, spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { root } from "@/scripts/folders";
import { freePort, obstacle } from "@/scripts/ports";

/** Where Debian keeps it is not in everybody's path. */
export const nginx = ["nginx", "/usr/sbin/nginx"].find(
  (program) => spawnSync(program, ["-v"]).status === 0,
);

export interface Nginx {
  url: string;
  stop(): Promise<void>;
}

/** By this header a request through a test's proxy says whether it came by HTTPS. */
export const SCHEME = "x-test-scheme";

/** The published configuration for other ports, without the certificate that nobody has here. */
function siteFor(port: number, forum: number): string {
  const [servers = ""] = readFileSync(path.join(root, "docs/nginx.conf"), "utf8").split(
    "server {\n    listen 80;",
  );
  return servers
    .replace("127.0.0.1:3000", `127.0.0.1:${forum}`)
    .replace("listen 443 ssl", `listen 127.0.0.1:${port}`)
    .replace(/^ +ssl_.*\n/gm, "")
    .replace("$scheme", `$http_${SCHEME.replaceAll("-", "_")}`);
}

/** Starts it on a loopback port, in front of a forum's port. */
export async function startNginx(forum: number): Promise<Nginx> {
  const port = await freePort();
  const folder = mkdtempSync(path.join(tmpdir(), "rejoinder-nginx-"));
  // Started by root its processes are somebody else's, and keep large bodies here.
  chmodSync(folder, 0o755);
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
  const configuration = `
    daemon off;
    worker_processes 1;
    pid ${folder}/pid;
    events {}
    http {
      access_log off;
      ${temporary.map((name) => `${name}_temp_path ${folder}/${name};`).join("\n      ")}
      ${siteFor(port, forum)}
    }`;
  writeFileSync(path.join(folder, "nginx.conf"), configuration);
  const args = ["-p", folder, "-c", path.join(folder, "nginx.conf"), "-e", "stderr"];
  const child = spawn(nginx ?? "nginx", args, { stdio: ["ignore", "ignore", "pipe"] });
  let complaint = "";
  child.stderr.on("data", (text) => {
    complaint += String(text);
  });
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  for (let tries = 0; (await obstacle(port, "127.0.0.1")) === undefined; tries += 1) {
    if (child.exitCode !== null || tries === 200) throw new Error(`No nginx: ${complaint}`);
    await sleep(50);
  }
  const stop = async () => {
    child.kill("SIGTERM");
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  return { url: `http://127.0.0.1:${port}`, stop };
}
