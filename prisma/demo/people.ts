import type { DemoPerson } from "./types";

export const demoPeople: DemoPerson[] = [
  { username: "marit" },
  { username: "okonkwo" },
  { username: "dunmore" },
  { username: "tamsin" },
  { username: "brandl" },
  { username: "yusra" },
  { username: "iwata" },
  { username: "corvin" },
  { username: "solveig" },
  { username: "fennick" },
];
