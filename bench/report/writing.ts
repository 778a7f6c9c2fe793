import type { Measured } from "@/bench/measured";
import { figure, percent, table } from "@/bench/report/table";
import { median, spread } from "@/bench/statistics";
import { KINDS, type WritingRound } from "@/bench/writing/measure";
import { HAS_PGBENCH } from "@/bench/writing/pgbench";
import { WRITERS } from "@/bench/writing/writers";

const NAMES = { vote: "votes", reply: "replies with one quote" };

export function writingSection({ written }: Measured): string {
  if (written.vote.length === 0) return "";
  const rows = KINDS.map((kind) => {
    const of = (key: keyof WritingRound) =>
      figure(median(written[kind].map((round) => round[key])));
    const apart = spread(written[kind].map(({ rate }) => rate)) / 2;
    return [
      NAMES[kind],
      ...[of("rate"), `± ${percent(apart)}`, of("pgbench"), of("server"), of("database")],
    ];
  });
  const heads = ["what", "a second", "spread", "by pgbench", "CPU ms", "PostgreSQL ms"];
  return `## Writing

${table(heads, rows)}

${WRITERS} members at once, each on a connection of their own and with no pause, on threads of 100 posts: votes as
the page's script sends them, replies as a browser without scripts sends its form. The database waits
for the disk (\`fsync\` and \`synchronous_commit\` are on); limits of how often one may write are off.
${
  HAS_PGBENCH
    ? `Beside it, in turns, the same statements by pgbench with as many clients (\`bench/writing/*.sql\`); what
was written is taken back between the turns.`
    : "pgbench is not installed here, so PostgreSQL alone was not measured."
} What NodeBB did is a figure of another
run on a machine of this kind, not measured here.
`;
}
