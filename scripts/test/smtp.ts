// A mail server for tests, on a port of its own: it does what a test tells it to, and keeps what it took.
import type { AddressInfo } from "node:net";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";

/**
 * `take`: as it should. `defer`: not now. `refuse`: never. `refuse us`: nothing from this sender. `busy`: turns everybody away at the door.
 * `cut in data`: the connection ends in the middle of the mail. `cut after data`: it takes the mail, but
 * the connection ends before it has said so. `silent`: it never answers the mail.
 */
export type Mood =
  | "take"
  | "defer"
  | "refuse"
  | "refuse us"
  | "busy"
  | "cut in data"
  | "cut after data"
  | "silent";

export class TestMailServer {
  mood: Mood = "take";
  readonly taken: ParsedMail[] = [];
  /** The same, byte for byte. */
  readonly raw: string[] = [];
  /** How often somebody began to send a mail. */
  tries = 0;

  private server: SMTPServer | undefined;
  private port = 0;

  /** Starts it, on the port it had before. @returns its address */
  async start(): Promise<string> {
    this.server = new SMTPServer({
      authOptional: true,
      disabledCommands: ["STARTTLS"],
      closeTimeout: 100,
      onConnect: (_session, done) =>
        done(this.mood === "busy" ? smtpError(421, "Too many of you") : undefined),
      onMailFrom: (_address, _session, done) =>
        done(this.mood === "refuse us" ? smtpError(530, "Say who you are first") : undefined),
      onRcptTo: (_address, _session, done) => {
        this.tries += 1;
        if (this.mood === "defer") return done(smtpError(451, "Come back later"));
        if (this.mood === "refuse") return done(smtpError(550, "Nobody here has this name"));
        done();
      },
      onData: (stream, session, done) => {
        const chunks: Buffer[] = [];
        stream.on("data", (chunk: Buffer) => {
          chunks.push(chunk);
          if (this.mood === "cut in data") this.cut(session.id);
        });
        stream.on("end", () => {
          if (this.mood === "cut in data") return;
          void this.keep(Buffer.concat(chunks)).then(() => {
            if (this.mood === "silent") return;
            if (this.mood === "cut after data") return this.cut(session.id);
            done();
          });
        });
      },
    });
    this.server.on("error", () => {});
    await new Promise<void>((resolve) => {
      this.server?.listen(this.port, "127.0.0.1", resolve);
    });
    this.port = (this.server.server.address() as AddressInfo).port;
    return `smtp://127.0.0.1:${this.port}`;
  }

  async stop(): Promise<void> {
    await new Promise<void>((resolve) => {
      if (this.server === undefined) resolve();
      else this.server.close(() => resolve());
    });
    this.server = undefined;
  }

  /** Forgets everything, and is in a good mood again. */
  clear(): void {
    this.taken.length = 0;
    this.raw.length = 0;
    this.tries = 0;
    this.mood = "take";
  }

  private async keep(mail: Buffer): Promise<void> {
    if (this.mood === "silent") return;
    this.raw.push(mail.toString());
    this.taken.push(await simpleParser(mail));
  }

  private cut(sessionId: string): void {
    const connections = (this.server as unknown as { connections: Set<Connection> }).connections;
    for (const { id, _socket } of connections) if (id === sessionId) _socket.destroy();
  }
}

interface Connection {
  id: string;
  _socket: { destroy(): void };
}

function smtpError(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}
