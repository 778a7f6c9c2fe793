import type { DemoThread } from "./types";

const table = `You don't need to start from the front each time. Walk the text once, keep a table, look up the rest:

\`\`\`ts
export function utf16Table(text: string): number[] {
  const at: number[] = [];
  let units = 0;
  for (const ch of text) {
    at.push(units);
    units += ch.length;
  }
  return at;
}
\`\`\`

\`table[7]\` is then your answer, and four hundred highlights cost one pass.`;

const tableMended = table.replace(
  `  return at;`,
  `  at.push(units); // the end of the text is a place, too
  return at;`,
);

export const codePoints: DemoThread = {
  key: "code-points",
  board: "software",
  kind: "text",
  title: "Python and the browser disagree about where a word begins. Which of them is right?",
  hoursAgo: 27,
  posts: [
    {
      key: "question",
      parent: null,
      author: "fennick",
      minutes: 0,
      body: `We store notes on documents as two numbers, start and end. The service that finds the passages is written in Python, and the page that highlights them in TypeScript. It worked for a year. Then somebody put an emoji in a heading, and since then every highlight below that heading sits one character too far to the left.

I have got it down to this. The service:

\`\`\`python
text = "Soup 🍲 for eight"
print(text.index("for"), len(text))  # 7 16
\`\`\`

The page:

\`\`\`ts
const text = "Soup 🍲 for eight";
console.log(text.indexOf("for"), text.length); // 8 17
\`\`\`

Which of the two is right, and on which side should I mend it?`,
      up: ["iwata", "brandl", "solveig", "tamsin", "okonkwo"],
    },
    {
      key: "both",
      parent: "question",
      author: "iwata",
      minutes: 12,
      body: `> Which of the two is right, and on which side should I mend it?

Both are right, they count different things. Python counts code points. JavaScript counts UTF-16 code units, and anything above U+FFFF, which is where most emoji live, takes two of those. Pick one unit for storage, write its name into the column's name, and convert at the border. I'd store code points, because they don't depend on how anyone's memory is laid out, and convert in the page:

\`\`\`ts
export function toUtf16(text: string, offset: number): number {
  let units = 0;
  let points = 0;
  for (const ch of text) {
    if (points === offset) break;
    units += ch.length;
    points += 1;
  }
  return units;
}
\`\`\`

\`for … of\` walks a string by code points, so it does the real work. For your example \`toUtf16(text, 7)\` is 8.`,
      up: ["fennick", "brandl", "solveig", "tamsin", "okonkwo", "corvin"],
    },
    {
      key: "bytes",
      parent: "question",
      author: "corvin",
      minutes: 17,
      body: `Count bytes. Then both sides are wrong and nobody has to apologise first.`,
      up: ["brandl"],
      down: ["iwata"],
    },
    {
      key: "bytes-2",
      parent: "bytes",
      author: "tamsin",
      minutes: 24,
      body: `> Count bytes.

You joke, but Go and Rust do precisely that with their strings, and it's a perfectly good unit as long as everybody means UTF-8 by it. It wouldn't help here. Fennick's page would still have to convert, only from a different wrong number.`,
      up: ["iwata", "fennick", "corvin"],
    },
    {
      key: "slow",
      parent: "both",
      author: "fennick",
      minutes: 31,
      body: `> \`if (points === offset) break;\`

That is right, and thank you: the soup is where it belongs. But it starts again from the first letter for every highlight, and our longest document has four hundred of them, most of them near the end. The page now stops for a moment on my telephone before anything turns yellow.`,
      up: ["iwata"],
    },
    {
      key: "table",
      parent: "slow",
      author: "brandl",
      minutes: 39,
      body: table,
      edits: [{ minutes: 55, body: tableMended }],
      up: ["fennick", "iwata", "tamsin"],
    },
    {
      key: "table-2",
      parent: "table",
      author: "iwata",
      minutes: 46,
      body: `> units += ch.length;
> }
> return at;

One entry short. A highlight that runs to the end of the text asks for \`table[16]\`, which is undefined, and the last word of every document stays white. Push once more after the loop.`,
      up: ["brandl", "fennick", "solveig"],
    },
    {
      key: "table-3",
      parent: "table-2",
      author: "brandl",
      minutes: 56,
      body: `Mended above. I've been off by one for thirty years and I see no reason to stop now.`,
      up: ["corvin", "fennick", "tamsin", "iwata"],
    },
    {
      key: "reader",
      parent: "both",
      author: "solveig",
      minutes: 63,
      body: `> Both are right, they count different things.

And a reader counts a third. Ask anyone how many characters this cook is:

\`\`\`ts
const cook = "👩‍🍳"; // a woman, an invisible joiner and a frying pan
console.log(cook.length, [...cook].length); // 5 3

const visible = new Intl.Segmenter("en", { granularity: "grapheme" });
console.log([...visible.segment(cook)].length); // 1
\`\`\`

I would not store that unit, since what counts as one visible character changes as Unicode grows. But if the start or the end of a highlight ever falls inside her, you will have drawn a woman who has lost her pan.`,
      up: ["fennick", "iwata", "marit", "corvin"],
    },
    {
      key: "words",
      parent: "question",
      author: "tamsin",
      minutes: 80,
      body: `Whatever you count, store the words as well: the passage itself and a few words on either side. The W3C's [Web Annotation Data Model](https://www.w3.org/TR/annotation-model/) does it this way, with one selector for the position and another for the quoted text. When the two disagree you know that something has moved. With numbers alone you only ever find out from a reader.`,
      up: ["iwata", "solveig", "fennick", "brandl", "okonkwo"],
    },
    {
      key: "second-bug",
      parent: "words",
      author: "fennick",
      minutes: 171,
      body: `> When the two disagree you know that something has moved.

It took an hour to disagree. There was a second bug, asleep under the first. Before it searches, our service does this, and it has nothing to do with emoji:

\`\`\`python
import unicodedata

typed = "pure\\u0301e"  # e, then a combining accent: 6 code points
stored = typed
searched = unicodedata.normalize("NFC", typed)
print(len(stored), len(searched))  # 6 5
\`\`\`

So its numbers were true of a text that we never stored. I now normalise once, on the way in, and nowhere else. Iwata's unit, brandl's table, tamsin's words. Closed, I hope.`,
      up: ["tamsin", "iwata", "brandl", "solveig", "marit"],
    },
    {
      key: "second-bug-2",
      parent: "second-bug",
      author: "solveig",
      minutes: 183,
      body: `> its numbers were true of a text that we never stored

I know several footnotes like that.`,
      up: ["corvin", "fennick", "marit", "dunmore"],
    },
  ],
};
