// A run as a picture: docs/performance.svg. Each measure as a bar on a logarithmic scale, reached on the
// right of the line.

import { type Goal, goalsOf, isMeasured, isReached } from "@/bench/goals";
import type { Measured } from "@/bench/measured";

const WIDTH = 800;
const ROW = 34;
const TOP = 44;
/** Where a measure that is exactly reached ends. */
const MIDDLE = 560;
/** Pixels for a factor of ten. */
const DECADE = 90;
const LEAST = MIDDLE - 2 * DECADE;

/** How many times what is asked for is reached: 1 is just enough, of what is to be small as of what is to be great. */
function reachedTimes({ reach, value }: Goal): number {
  if ("least" in reach) return value / reach.least;
  return value <= 0 ? 100 : reach.most / value;
}

export function plotOf(measured: Measured): string {
  const goals = goalsOf(measured).filter(isMeasured);
  const height = TOP + goals.length * ROW + 12;
  const rows = goals.map((goal, index) => {
    const y = TOP + index * ROW;
    const end = MIDDLE + Math.log10(reachedTimes(goal)) * DECADE;
    const width = Math.max(2, Math.min(WIDTH - 70, end) - LEAST);
    const value = `${Number(goal.value.toPrecision(2))} ${goal.unit}`;
    const look = isReached(goal) ? "reached" : "missed";
    return `<text x="${LEAST - 12}" y="${y + 19}" text-anchor="end">${goal.measure}</text><rect class="${look}" x="${LEAST}" y="${y + 6}" width="${width.toFixed(0)}" height="18" rx="2"/><text class="value" x="${(LEAST + width + 8).toFixed(0)}" y="${y + 19}">${value}</text>`;
  });
  const times = [0.01, 0.1, 1, 10].map((each) => {
    const x = MIDDLE + Math.log10(each) * DECADE;
    const look = each === 1 ? "goal" : "grid";
    const words = each === 1 ? "to reach" : `${each} of it`.replace("10 of it", "10 times");
    return `<line class="${look}" x1="${x}" x2="${x}" y1="${TOP - 8}" y2="${height - 8}"/><text class="soft" x="${x}" y="24" text-anchor="middle">${words}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="How far each measure reaches what is asked for">
<style>
text { font: 13px system-ui, sans-serif; fill: #24292f; } .soft { fill: #57606a; font-size: 12px; } .value { font-weight: 600; }
.reached { fill: #2f7d5b; } .missed { fill: #b5562f; } .grid { stroke: #d0d7de; } .goal { stroke: #24292f; stroke-dasharray: 4 3; }
@media (prefers-color-scheme: dark) { text { fill: #e6edf3; } .soft { fill: #9198a1; } .reached { fill: #4fae86; } .missed { fill: #d9794f; } .grid { stroke: #3d444d; } .goal { stroke: #e6edf3; } }
</style>
${[...times, ...rows].join("\n")}
</svg>
`;
}
