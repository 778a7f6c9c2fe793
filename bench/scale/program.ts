// Fills the database of DATABASE_URL with as many posts as are asked for, and prints what to measure
// in it as one line of JSON: a program of its own, so that the process that measures need not hold
// the forum's code.
import { generate } from "@/bench/scale/generate";
import { placesIn } from "@/bench/scale/places";

const url = process.env.DATABASE_URL ?? "";
const extent = await generate(url, Number(process.argv[2]));
process.stdout.write(`${JSON.stringify(await placesIn(url, extent))}\n`);
