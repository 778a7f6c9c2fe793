import { type Goal, isMeasured, isReached } from "@/bench/goals";
import { figure, table } from "@/bench/report/table";

export function goalTable(goals: readonly Goal[]): string {
  const rows = goals.map((goal) => {
    const { number, measure, reach, unit, value } = goal;
    const [sign, bound] = "least" in reach ? ["≥", reach.least] : ["≤", reach.most];
    const of = (amount: string) => `${amount} ${unit}`.trim();
    const is = isMeasured(goal) ? of(figure(value)) : "";
    return [
      String(number),
      measure,
      `${sign} ${of(bound.toLocaleString("en"))}`,
      is,
      stateOf(goal),
    ];
  });
  return table(["#", "measure", "to reach", "is", ""], rows);
}

function stateOf(goal: Goal): string {
  if (!isMeasured(goal)) return "not measured";
  return isReached(goal) ? "reached" : "**missed**";
}
