import type { DemoThread } from "./types";

export const netiquette: DemoThread = {
  key: "netiquette",
  board: "house",
  kind: "link",
  title: "RFC 1855: Netiquette Guidelines",
  url: "https://www.rfc-editor.org/rfc/rfc1855",
  hoursAgo: 33,
  posts: [
    {
      key: "link",
      parent: null,
      author: "dunmore",
      minutes: 0,
      body: `From October 1995, when a long signature was a public nuisance. Parts of it have aged. The advice on replying has not:

> When replying to a message, include enough original material to be understood but no more.

I propose that we take this for the rule of the house and argue about the rest. What would you keep?`,
      up: ["marit", "solveig", "tamsin", "yusra", "brandl"],
    },
    {
      key: "overnight",
      parent: "link",
      author: "corvin",
      minutes: 11,
      body: `> Wait overnight to send emotional responses to messages.

I'd keep that. It's the best line in the document, and no program that I have ever used makes it easy.`,
      up: ["marit", "okonkwo", "dunmore", "fennick"],
    },
    {
      key: "flame",
      parent: "overnight",
      author: "tamsin",
      minutes: 19,
      body: `Read on by one sentence. If you can't wait, you are to mark the beginning of your rage with FLAME ON and the end of it with FLAME OFF. It must be the only Internet standard with provisions for losing one's temper in good order.`,
      up: ["corvin", "solveig", "fennick", "iwata"],
    },
    {
      key: "flame-2",
      parent: "flame",
      author: "iwata",
      minutes: 27,
      body: `> the only Internet standard with provisions for losing one's temper in good order

FLAME ON. It's not a standard. It says so itself, at the very top:

> This memo does not specify an Internet standard of any kind.

FLAME OFF. You're right, that does feel tidier.`,
      up: ["tamsin", "corvin", "brandl", "solveig", "dunmore", "marit"],
    },
    {
      key: "enough",
      parent: "link",
      author: "yusra",
      minutes: 48,
      body: `> I propose that we take this for the rule of the house and argue about the rest.

Seconded, but the trouble is in "enough". For the person whom I answer, five words would do, since he knows what he wrote. For somebody who comes to the page next week I need the whole sentence, and often the one before it, or I shall be seen to have beaten a man who was not there. So I would measure it like this: enough that its author could not say that I answered something else.`,
      up: ["marit", "dunmore", "okonkwo", "solveig"],
    },
    {
      key: "enough-2",
      parent: "enough",
      author: "marit",
      minutes: 70,
      body: `> enough that its author could not say that I answered something else

I would add only that the choice is itself an argument. If I quote your weakest sentence I have said something about how I mean to treat you. I try to take the strongest one that I still disagree with, and there are evenings on which this leaves me with nothing to post.`,
      up: ["yusra", "tamsin", "okonkwo", "dunmore", "solveig", "fennick", "corvin"],
    },
    {
      key: "width",
      parent: "link",
      author: "fennick",
      minutes: 84,
      body: `> Limit line length to fewer than 65 characters

This one I do not understand. Screens were eighty wide, were they not?`,
      up: ["iwata"],
    },
    {
      key: "width-2",
      parent: "width",
      author: "brandl",
      minutes: 93,
      body: `> Screens were eighty wide, were they not?

They were. But every time somebody quotes you, your line gets a \`> \` in front and moves two to the right. Sixty-four, plus sixteen, and you can be quoted eight times before you fall off the edge. That's my guess, anyway.`,
      up: ["fennick", "iwata", "solveig", "dunmore"],
    },
    {
      key: "width-3",
      parent: "width-2",
      author: "fennick",
      minutes: 101,
      body: `> you can be quoted eight times before you fall off the edge

So that is how arguments used to end.`,
      up: ["brandl", "corvin", "marit", "tamsin"],
    },
  ],
};
