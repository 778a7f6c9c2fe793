import type { Failure, FailureKind } from "@/lib/result";

const STATUSES: Record<FailureKind, number> = {
  invalid: 400,
  "signed-out": 401,
  denied: 403,
  missing: 404,
  conflict: 409,
  limited: 429,
};

/** The HTTP status that says the same as a failure. */
export function statusOf(failure: Failure): number {
  return STATUSES[failure.kind];
}
