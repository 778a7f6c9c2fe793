import { createHash } from "node:crypto";
import { normalUsername, USERNAME_LENGTH, usernameProblem } from "@/lib/accounts/username";

/** Six hexadecimal digits tell the authors of one import apart; two alike are one in 16 million. */
const MARK_LENGTH = 6;

/**
 * The username under which an author of another forum is known here: the name itself where the
 * rules of usernames allow it, with `-` for white space. Any other name keeps what can be kept and
 * gets a mark made from the whole of it (`C++` → `C-1b2c3d`), so that different names stay
 * different people, and one name is one person in every file. Names that differ in nothing but
 * white space and `-` are taken for one.
 */
export function importedUsername(author: string): string {
  const name = normalUsername(author.toWellFormed()).replace(/\s+/g, "-");
  if (usernameProblem(name) === null) return name;
  const words = name
    .normalize("NFKC")
    .replace(/[\p{Default_Ignorable_Code_Point}\p{C}]/gu, "")
    .replace(/[^\p{L}\p{M}\p{Nd}_]+/gu, "-");
  const marked = withEnding(words, `-${markOf(author)}`);
  return usernameProblem(marked) === null ? marked : `member-${markOf(author)}`;
}

/**
 * A username for an imported author whose name belongs to somebody with an account here: nobody
 * may put words in that person's mouth by a file.
 *
 * @param attempt 1 and up: the next one is tried where such a name is taken as well
 */
export function evadedUsername(username: string, attempt: number): string {
  const ending = attempt === 1 ? "-imported" : `-imported-${attempt}`;
  const fits = [...username].length + ending.length <= USERNAME_LENGTH.most;
  return withEnding(username, fits ? ending : `-${markOf(username)}${ending}`);
}

function withEnding(name: string, ending: string): string {
  const kept = [...name].slice(0, USERNAME_LENGTH.most - ending.length).join("");
  return kept.replace(/^[_-]+|[_-]+$/g, "") + ending;
}

function markOf(author: string): string {
  return createHash("sha256").update(author).digest("hex").slice(0, MARK_LENGTH);
}
