import { expect, test } from "vitest";
import { rateOfAutocannon, rateOfWrk } from "@/bench/load";

const WRK = `Running 3s test @ http://127.0.0.1:3000/t/2
  1 threads and 8 connections
  Thread Stats   Avg      Stdev     Max   +/- Stdev
    Latency    28.11ms    3.02ms  61.15ms   91.11%
  843 requests in 3.00s, 702.14MB read
Requests/sec:    280.74
Transfer/sec:    233.83MB
`;

test("the rate is read from either program", () => {
  expect(rateOfWrk(WRK)).toBe(280.74);
  const result = { "2xx": 60, non2xx: 0, errors: 0, duration: 3 };
  expect(rateOfAutocannon(JSON.stringify(result))).toBe(20);
});

test("a server that fails fast is not taken for a fast one", () => {
  const refused = WRK.replace("Requests/sec", "  Non-2xx or 3xx responses: 843\nRequests/sec");
  expect(() => rateOfWrk(refused)).toThrow();
  const failed = { "2xx": 0, non2xx: 900, errors: 0, duration: 3 };
  expect(() => rateOfAutocannon(JSON.stringify(failed))).toThrow();
});
