import type { DemoThread } from "./types";

export const margins: DemoThread = {
  key: "margins",
  board: "reading",
  kind: "text",
  title: "A second-hand book with an argument in its margins",
  hoursAgo: 96,
  posts: [
    {
      key: "bees",
      parent: null,
      author: "solveig",
      minutes: 0,
      body: `I bought an old book on beekeeping because it was raining and the shop was warm. I do not keep bees. At home I found that two people had been arguing in it.

The first writes in pencil, small and upright, and evidently knows bees. The second writes in blue ink and evidently knows the first. Where the author remarks that a colony prefers its door to the south, the pencil says:

> Mine never did.

and under it, in blue:

> Did you ask them?

So it goes on for two hundred pages. Wherever the two touch, the ink lies on top of the pencil, so the pencil was there first and cannot have known. Yet from the chapter on swarming onwards it begins to leave a little room under each remark, as if it expected an answer.

Do you write in books? And would you have answered a stranger in one?`,
      up: ["marit", "corvin", "okonkwo", "yusra", "fennick", "tamsin"],
    },
    {
      key: "father",
      parent: "bees",
      author: "marit",
      minutes: 26,
      body: `> Do you write in books?

In pencil, and I rub most of it out. My father used a fountain pen and rubbed out nothing. When he died I was given his shelves, and for about two years I read his books in order to go on disagreeing with him. I lost more often than I had when he was alive.`,
      up: ["solveig", "okonkwo", "yusra", "tamsin", "dunmore", "corvin"],
    },
    {
      key: "library",
      parent: "bees",
      author: "fennick",
      minutes: 41,
      body: `> would you have answered a stranger in one?

I was taught that it is vandalism, and I still feel the teacher behind me. In a book of my own I might answer. Library books are different: whoever comes next has not asked for my opinion and cannot leave the room.`,
      up: ["marit", "yusra"],
      down: ["corvin"],
    },
    {
      key: "library-2",
      parent: "library",
      author: "brandl",
      minutes: 58,
      body: `> whoever comes next has not asked for my opinion and cannot leave the room

You've just described the author.`,
      up: ["corvin", "solveig", "fennick", "iwata", "okonkwo"],
    },
    {
      key: "third-hand",
      parent: "bees",
      author: "okonkwo",
      minutes: 95,
      body: `My physics textbook was third-hand and had all its exercises answered in the margin, in two colours, by people who had plainly never met. On one page the first owner had the sign wrong. The second had noticed, crossed it out, and got it wrong in another way. I was very proud of my correction until I lent the book to my sister, who put a small question mark beside all three of us.`,
      up: ["solveig", "fennick", "marit", "corvin", "tamsin", "brandl"],
    },
    {
      key: "third-hand-2",
      parent: "third-hand",
      author: "yusra",
      minutes: 112,
      body: `> put a small question mark beside all three of us

Peer review, in one character. Was she right?`,
      up: ["okonkwo", "iwata"],
    },
    {
      key: "third-hand-3",
      parent: "third-hand-2",
      author: "okonkwo",
      minutes: 130,
      body: `> Was she right?
She teaches it now.`,
      up: ["yusra", "solveig", "marit", "fennick", "corvin"],
    },
    {
      key: "endpaper",
      parent: "bees",
      author: "solveig",
      minutes: 1405,
      body: `> the ink lies on top of the pencil, so the pencil was there first and cannot have known

I have to take this back. Last night I reached the endpaper, and there the pencil runs across the ink. They had been passing the book to and fro, a chapter at a time, and the room under each remark was left for somebody in particular.

The last line is in pencil, and it answers a page of blue about whether any of this can be learnt from books:

> Then come and see the hives.

There is nothing after it, so I suppose that somebody went.`,
      up: [
        "marit",
        "okonkwo",
        "corvin",
        "yusra",
        "fennick",
        "tamsin",
        "brandl",
        "dunmore",
        "iwata",
      ],
    },
  ],
};
