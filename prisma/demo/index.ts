import { codePoints } from "./code-points";
import { margins } from "./margins";
import { netiquette } from "./netiquette";
import { openWeights } from "./open-weights";
import type { DemoThread } from "./types";

export { demoBoards } from "./boards";
export { demoPeople } from "./people";
export type { DemoBoard, DemoPerson, DemoPost, DemoThread } from "./types";

export const demoThreads: DemoThread[] = [openWeights, codePoints, margins, netiquette];
