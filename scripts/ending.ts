// Ending in good order, however the end comes.
import { signalPrograms } from "@/scripts/programs";
import { explain } from "@/scripts/say";

/** Thrown out of whatever was going on when the operator asked for the end. */
class Ended extends Error {}

export interface Ending {
  /** Resolves once a signal has asked for the end. */
  asked: Promise<void>;
  /** Leaves the current work if a signal has asked for the end. */
  check(): void;
  /** Has something undone at the end; what came last is undone first. */
  undo(work: () => Promise<unknown>): void;
  /** Has something done at each further signal, for who cannot wait. */
  again(work: () => void): void;
  /** Has something done when all else is undone, unless a signal asked for the end. */
  last(work: () => void): void;
}

/**
 * Does some work, undoes what it set up and ends the process.
 *
 * @param work returns the exit code; by a signal it is 130 (Ctrl-C) or 0 (being told to stop)
 */
export async function endingInGoodOrder(work: (ending: Ending) => Promise<number>): Promise<void> {
  const undoing: (() => Promise<unknown>)[] = [];
  const impatient: (() => void)[] = [];
  let last = () => {};
  let signal: NodeJS.Signals | undefined;
  let resolveAsked = () => {};
  const asked = new Promise<void>((resolve) => {
    resolveAsked = resolve;
  });
  const onSignal = (name: NodeJS.Signals) => {
    if (signal !== undefined) for (const hurry of impatient) hurry();
    else signalPrograms(name);
    signal ??= name;
    resolveAsked();
  };
  process.on("SIGINT", onSignal).on("SIGTERM", onSignal).on("SIGHUP", onSignal);
  endWithNpm(() => onSignal("SIGTERM"));
  // The terminal may be gone before we are.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});

  const check = () => {
    if (signal !== undefined) throw new Ended();
  };
  let code = 1;
  try {
    code = await work({
      asked,
      check,
      undo: (each) => undoing.unshift(each),
      again: (each) => impatient.push(each),
      last: (each) => {
        last = each;
      },
    });
  } catch (error) {
    // What failed because it was told to stop did not fail.
    if (signal === undefined) explain(error);
  }
  for (const each of undoing) {
    await each().catch((error) => {
      code ||= 1;
      explain(error);
    });
  }
  if (signal === undefined) last();
  else code = signal === "SIGINT" ? 130 : 0;
  process.exit(code);
}

/**
 * npm runs us through a shell, and a signal to npm alone ends npm and the shell but never reaches
 * us: then our parent is gone.
 */
function endWithNpm(end: () => void): void {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    end();
  }, 500);
  timer.unref();
}
