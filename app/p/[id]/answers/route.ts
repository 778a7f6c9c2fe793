import { readAnswers } from "@/lib/answers/points.queries";
import { answersInput } from "@/lib/answers/schema";
import { viewer } from "@/lib/auth";
import { parseValues } from "@/lib/form";
import { statusOf } from "@/lib/http/failure";

/** The answers to a passage of a post (code points `start` to `end` of its own text), as this viewer sees them. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const { searchParams } = new URL(request.url);
  const input = parseValues(answersInput, {
    ...Object.fromEntries(searchParams),
    ...(await params),
  });
  if (!input.ok) {
    const message = Object.values(input.fields)[0] ?? input.message;
    return Response.json({ message }, { status: statusOf(input) });
  }
  const { id, ...range } = input.value;
  const answers = await readAnswers(await viewer(), id, range);
  if (answers === null) {
    return Response.json({ message: "There is no such post to be read." }, { status: 404 });
  }
  return Response.json(answers, { headers: { "cache-control": "private, no-store" } });
}
