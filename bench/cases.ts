// What is asked of which server.
import type { Probe } from "@/bench/probe";
import type { ServerName } from "@/bench/servers";

export interface Case {
  server: ServerName;
  posts: number;
  /** Accepts compression, or is signed in; otherwise neither. */
  client: "plain" | "gzip" | "signed in";
}

export interface Round extends Probe {
  /** Answered requests per second. */
  rate: number;
}

export type CaseName = `${ServerName} ${number} ${Case["client"]}`;
export type Rounds = Map<CaseName, Round[]>;

export const nameOf = ({ server, posts, client }: Case): CaseName => `${server} ${posts} ${client}`;

const SHORT: Case[] = [
  { server: "forum", posts: 1000, client: "plain" },
  { server: "bare", posts: 1000, client: "plain" },
  { server: "naive", posts: 1000, client: "plain" },
  { server: "forum", posts: 1000, client: "gzip" },
  { server: "bare", posts: 1000, client: "gzip" },
  { server: "forum", posts: 1000, client: "signed in" },
  { server: "forum", posts: 100, client: "plain" },
  { server: "bare", posts: 100, client: "plain" },
  { server: "naive", posts: 100, client: "plain" },
  { server: "forum", posts: 100, client: "signed in" },
];

const LONG: Case[] = [
  { server: "forum", posts: 5000, client: "plain" },
  { server: "bare", posts: 5000, client: "plain" },
  { server: "naive", posts: 5000, client: "plain" },
];

/** @param long with threads of 5,000 posts */
export const casesOf = (long: boolean): Case[] => (long ? [...SHORT, ...LONG] : SHORT);
