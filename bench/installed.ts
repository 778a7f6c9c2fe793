import { accessSync, constants } from "node:fs";
import path from "node:path";

/** Whether the system has a program of this name. */
export function isInstalled(program: string): boolean {
  return (process.env.PATH ?? "").split(path.delimiter).some((folder) => {
    try {
      accessSync(path.join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
