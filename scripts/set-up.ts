// How the first admin comes to be: by a code that only who sees this terminal has.
import { runProgram, typescript } from "@/scripts/programs";
import { Problem } from "@/scripts/say";

/** A code for making the first admin of the forum in DATABASE_URL; empty when there is one. */
export async function setUpCode(): Promise<string> {
  const program = typescript("scripts/set-up-program.ts");
  const { output, code } = await runProgram(process.execPath, program);
  if (code === 0) return output.trim();
  process.stderr.write(output);
  throw new Problem("No set-up code could be made, as said above.");
}
