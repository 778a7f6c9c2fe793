import type { DemoBoard } from "./types";

export const demoBoards: DemoBoard[] = [
  {
    slug: "policy",
    name: "Policy",
    description: "Law, rules and public questions, argued from what they do to people.",
  },
  {
    slug: "software",
    name: "Software",
    description: "How programs are made, and why they do that. Bring the smallest example.",
  },
  {
    slug: "reading",
    name: "Reading",
    description: "Books, essays, letters, and what other people wrote in the margins.",
  },
  {
    slug: "house",
    name: "The house",
    description: "How we talk here: quoting, disagreeing, and what the moderators did and why.",
  },
];
