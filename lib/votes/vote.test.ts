import fc from "fast-check";
import { expect, test } from "vitest";
import { parseForm } from "@/lib/form";
import { voteForm } from "@/lib/votes/schema";
import { changedTally, scoreOf, type VoteValue } from "@/lib/votes/vote";

const value = fc.constantFrom<VoteValue>(-1, 0, 1);

test("a tally kept up with each change equals a count of the votes at the end", () => {
  const changes = fc.array(fc.tuple(fc.integer({ min: 1, max: 5 }), value), { maxLength: 40 });
  fc.assert(
    fc.property(changes, (all) => {
      const votes = new Map<number, VoteValue>();
      let tally = { upVotes: 0, downVotes: 0 };
      for (const [person, after] of all) {
        tally = changedTally(tally, votes.get(person) ?? 0, after);
        votes.set(person, after);
      }
      const cast = [...votes.values()];
      expect(tally).toEqual({
        upVotes: cast.filter((vote) => vote === 1).length,
        downVotes: cast.filter((vote) => vote === -1).length,
      });
      expect(scoreOf(tally)).toBe(cast.reduce<number>((sum, vote) => sum + vote, 0));
    }),
  );
});

test("the same vote again changes nothing, and taking back undoes", () => {
  const tally = { upVotes: 3, downVotes: 2 };
  fc.assert(
    fc.property(value, value, (one, other) => {
      expect(changedTally(tally, one, one)).toEqual(tally);
      expect(changedTally(changedTally(tally, one, other), other, one)).toEqual(tally);
    }),
  );
});

test("a vote button says its post and its vote; anything else is no vote", () => {
  const parsed = (text: string) => {
    const form = new FormData();
    form.append("vote", text);
    return parseForm(voteForm, form);
  };
  for (const [text, vote] of [
    ...([
      ["12:up", { postId: 12, value: 1 }],
      ["1:down", { postId: 1, value: -1 }],
    ] as const),
    ...([["2147483647:none", { postId: 2_147_483_647, value: 0 }]] as const),
  ] as const) {
    expect(parsed(text)).toMatchObject({ ok: true, value: { vote } });
  }
  for (const text of [
    ...["", "12", ":up", "12:", "12:UP", "12:2", "0:up", "-1:up", "1e9:up", "12:up:up", "12:up\n"],
    ...["2147483648:up", "99999999999:up", "01:up", "12:constructor", "12:__proto__"],
  ]) {
    expect(parsed(text), text).toMatchObject({ ok: false, fields: { vote: expect.any(String) } });
  }
});
