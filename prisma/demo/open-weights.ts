import type { DemoThread } from "./types";

const lastCondition = "It ends by itself unless somebody renews it in public.";
const lastConditionDated =
  "It ends on a day named in advance, unless somebody argues the case again in public.";

const essay = `An open-weight model is a file. Whoever has the file can run the model, study it, cut it down and train it further, without asking anybody. That is the point of it, and it is also why some governments would like to decide who gets the file. This essay asks whether one country may keep such files from another: not whether the rule would be popular, and not only whether it would work, but whether it would be *right*, and on what conditions.

I do not know the answer. I changed my mind twice while writing, and I have tried to put each side so that those who hold it would sign it.

## What is being kept

Three things are often discussed as if they were one.

| What is withheld | Who has to act | Will it hold? |
| --- | --- | --- |
| The next release | the developer | until somebody else publishes |
| Copies of a published file | hosts and mirrors | hardly |
| The means to run it: chips, power | makers and sellers | in part |

This essay is about the first two rows. Chips can be counted, stopped at a port and sent back. A file of weights, once published, is copied in an afternoon by people who keep no list of what they copied.

## The case for keeping them back

### What is out stays out

Suppose that a model can lead a patient amateur through work that used to need a trained team. To publish it is to give that help to everyone, and no later regret withdraws it. A licence that says "do no harm with this" restrains those who read licences.

From this follows a claim that I cannot dismiss: **a release that cannot be recalled deserves a higher standard of proof than one that can.** We apply that rule to dams, and to new species let loose in a lake. We do not apply it to books. Much of the quarrel is over which of these a model resembles.

### A duty to one's own people

A government answers first to the people it governs. If it has good reason to believe that a neighbour would turn a model against them, "somebody else would have given it to him" is a thin excuse for having given it. We do not think that a locksmith must sell to a man who has announced a burglary just because there is another locksmith in town.

### Delay is worth something

Few controls stop anything for ever. They buy time, and time has a use: to mend software, to train those who must defend it, to agree on rules. A year of delay is worthless if nobody uses it and precious if somebody does.

## The case against

### The line is drawn round the wrong people

A rule that names a country falls on everyone who lives there, and most of them are nurses, students, shopkeepers and programmers who have threatened nobody. Those whom it is aimed at are the ones best able to get round it, since they have money, patience and friends abroad. The burden is shared out in reverse order of guilt.

### What is published is published

Export law in many countries leaves published information alone, for reasons of principle and because nothing else can be enforced. The [Wassenaar Arrangement](https://www.wassenaar.org/), in which some forty states coordinate their controls on dual-use goods, exempts software that is already in the public domain. In the 1990s strong cryptography counted as a munition in the United States; the attempt to hold it at the border ended mostly in retreat. [RFC 1984](https://www.rfc-editor.org/rfc/rfc1984), in which the Internet's standards bodies objected, takes ten minutes to read.

The parallel is not perfect. Cryptography chiefly protects the person who uses it. A model may be used on somebody else.

### Openness is a safeguard too

With open weights, strangers can look for faults, small languages get served, and nobody depends on the goodwill of one supplier. Close the file to a country and you leave it two choices: **rent a model from somebody else, or build its own**. It is not obvious that either makes the excluder safer. The tenant learns to resent his landlord; the builder learns to build, and owes nobody an explanation of what.

## Four conditions

If a state may do this at all, I think that it must meet at least these:

1. It can name the harm, and not only the adversary.
2. The restriction would reduce that harm, given what others have already published.
3. It is the narrowest that would do so: one capability rather than a whole model, one buyer rather than a whole people.
4. ${lastCondition}

A general ban on giving models to foreigners fails the first. A short, reasoned hold on one release, because of one capability that has been shown to exist, might pass all four. Most of what is proposed in earnest lies between these two, and there I am unsure.

## Where I stand this week

I lean towards this: *a country may decline to publish, but it may not stop others from passing on what has been published.* The first is a decision about its own conduct. The second is a claim on everybody else's shelves.

I should like to be argued out of it, or further in. Four questions, to be taken in any order:

- Is there a moral difference between not giving and taking away?
- Who should carry the burden of proof, the one who publishes or the one who forbids?
- If delay is the aim, how would we know that the time had been used well?
- Does it matter whether the country kept out is rich or poor?

Quote me where I am wrong. One sentence at a time is enough.`;

const scale = `Some scale, since "a file" can mean anything: eight billion weights at sixteen bits each come to 8 GB, and at four bits each to a quarter of whatever that is, with a loss that many uses don't notice. The largest open models are dozens of times bigger. Your student can copy one of those over a weekend. He can't run it.

You cannot unpublish a file, but you do still have to feed it.`;

const disclosure = `I break into things for a living, with permission.

> a release that cannot be recalled deserves a higher standard of proof than one that can.

If the rest of the essay burnt down I'd carry this sentence out. When I find a hole, I tell the people who can close it, I wait, and then I publish. Nobody calls that censorship. The wait has a length, it has a purpose, and at the end of it everybody knows what I know. I want the same for weights, and I don't see why the word *open* should get anybody out of it.`;

export const openWeights: DemoThread = {
  key: "open-weights",
  board: "policy",
  kind: "article",
  title: "May one country keep open-weight AI models from another?",
  hoursAgo: 52,
  posts: [
    {
      key: "essay",
      parent: null,
      author: "marit",
      minutes: 0,
      body: essay,
      edits: [{ minutes: 67, body: essay.replace(lastCondition, lastConditionDated) }],
      up: ["okonkwo", "dunmore", "tamsin", "yusra", "iwata", "corvin", "solveig", "fennick"],
    },

    // What is decided: the next file, not this one.
    {
      key: "mirror-1",
      parent: "essay",
      author: "brandl",
      minutes: 9,
      body: `The file is on my disk. It's on yours. It's on the disk of every second-year student with a gaming card and a slow weekend. I'd like somebody to tell me in one sentence what is being decided here.`,
      up: ["corvin", "fennick", "okonkwo"],
      down: ["yusra"],
    },
    {
      key: "mirror-2",
      parent: "mirror-1",
      author: "dunmore",
      minutes: 31,
      body: `> I'd like somebody to tell me in one sentence what is being decided here.

Whether the *next* file will be put where you can copy it.`,
      up: ["marit", "tamsin", "yusra", "iwata", "solveig"],
    },
    {
      key: "mirror-3",
      parent: "mirror-2",
      author: "brandl",
      minutes: 38,
      body: `> Whether the next file will be put where you can copy it.

Fine, that's a question, and I take back the tone. My answer is that the person who trained it decides, and that no ministry gets a vote.`,
      up: ["corvin", "iwata"],
      down: ["tamsin"],
    },
    {
      key: "mirror-4",
      parent: "mirror-3",
      author: "yusra",
      minutes: 66,
      body: `> the person who trained it decides, and no ministry gets a vote

Does that hold for whatever one has made oneself? A chemist studies for ten years, makes something in her own laboratory, and a ministry has a vote on whether she may post it abroad. I do not think that you find this scandalous. So there is some property of a model that takes it out of the ministry's hands, and I should like to know which you mean. That it is information? That it is yours? That it cannot be stopped? For a model that is really dangerous, the three give different answers.`,
      up: ["marit", "tamsin", "dunmore", "solveig"],
    },
    {
      key: "mirror-5",
      parent: "mirror-4",
      author: "brandl",
      minutes: 79,
      body: `> That it is information? That it is yours? That it cannot be stopped?
The first. Your chemist posts a substance. I post numbers, and whoever can read them may do with them what he would do with a book. I know that the numbers are long.`,
      up: ["corvin", "fennick"],
    },
    {
      key: "mirror-6",
      parent: "mirror-5",
      author: "tamsin",
      minutes: 101,
      body: `> whoever can read them may do with them what he would do with a book

Nobody can read them, and that's my trouble with the book. You can read a chemistry textbook before you print it and see what it teaches. You can't see what's in a model by looking. The people who trained it find out what it can do the way everybody else does, by asking it, and they stop asking on the day of the release.`,
      up: ["yusra", "marit", "okonkwo", "dunmore"],
      down: ["brandl"],
    },
    {
      key: "mirror-7",
      parent: "mirror-6",
      author: "iwata",
      minutes: 118,
      body: `> they stop asking on the day of the release

Everything up to there is right, but not this. They go on asking for months, and most of the asking is done by strangers, who can only do it because the weights are out. The worst failures I've had to fix in my own models were all reported by people I had never heard of.`,
      up: ["brandl", "tamsin", "marit"],
    },
    {
      key: "mirror-8",
      parent: "mirror-7",
      author: "tamsin",
      minutes: 133,
      body: `> most of the asking is done by strangers

Then let the strangers in first. A hundred outside groups, three months, no names of countries anywhere in the rule, and after that the file for everybody. It's nearly the short hold in the essay. I notice that I have stopped asking for a border, and I mean to be suspicious of that for the rest of the evening.`,
      up: ["iwata", "yusra", "okonkwo", "marit", "solveig"],
    },
    {
      key: "size-1",
      parent: "mirror-1",
      author: "iwata",
      minutes: 45,
      body: scale,
      edits: [{ minutes: 52, body: scale.replace("come to 8 GB", "come to 16 GB") }],
      up: ["okonkwo", "fennick"],
    },
    {
      key: "size-2",
      parent: "size-1",
      author: "corvin",
      minutes: 48,
      body: `> eight billion weights at sixteen bits each come to 8 GB

Sixteen bits were two bytes when I was at school.`,
      up: ["brandl", "fennick", "dunmore"],
    },
    {
      key: "size-3",
      parent: "size-2",
      author: "iwata",
      minutes: 53,
      body: `They still are. Corrected, and thank you. I've been counting at eight bits a weight all week and it has got into the walls.`,
      up: ["corvin"],
    },

    // The locksmith.
    {
      key: "lock-1",
      parent: "essay",
      author: "corvin",
      minutes: 14,
      body: `> We do not think that a locksmith must sell to a man who has announced a burglary just because there is another locksmith in town.

No. But we'd think it odd if he refused everybody from the burglar's home town, and odder if he went round asking the other locksmith to refuse them too. The comparison fits one named customer, and the essay is about countries. You see this yourself three headings further down, so perhaps I'm only asking you to introduce the two halves of your essay to each other.`,
      up: ["brandl", "okonkwo", "dunmore", "solveig", "iwata"],
    },
    {
      key: "lock-2",
      parent: "lock-1",
      author: "marit",
      minutes: 22,
      body: `> perhaps I'm only asking you to introduce the two halves of your essay to each other
They have met. It did not go well.

The honest version of the locksmith is this: he knows that somebody in the town has announced a burglary, and he does not know who. May he close the shop for a day? I think yes. For a year? I think no.`,
      up: ["corvin", "dunmore", "yusra", "tamsin"],
    },
    {
      key: "lock-3",
      parent: "lock-2",
      author: "tamsin",
      minutes: 41,
      body: `> May he close the shop for a day? I think yes. For a year? I think no.

Why? If the burglary is still announced after a year, the reason to stay shut is as good as it was on the first morning. What has changed is that it's got expensive, or that you've got used to the burglar. Either may be a reason, but I'd like to know which one I'm being asked to accept.`,
      up: ["yusra", "dunmore"],
    },
    {
      key: "lock-4",
      parent: "lock-3",
      author: "marit",
      minutes: 58,
      body: `Neither. On the first day he could not have known more than he did, and after a year he could, if he had tried to find out. I would let him close because he does not know yet. I would not let him close because he never asked.`,
      up: ["tamsin", "okonkwo", "yusra", "corvin", "iwata"],
    },
    {
      key: "lock-5",
      parent: "lock-4",
      author: "corvin",
      minutes: 63,
      body: `I want that on the shop sign.`,
      up: ["fennick", "marit"],
      down: ["dunmore"],
    },
    {
      key: "lock-6",
      parent: "lock-4",
      author: "yusra",
      minutes: 88,
      body: `> A year of delay is worthless if nobody uses it and precious if somebody does.

This sentence from the essay is the same thought in the currency of my trade. Then let whoever asks for the delay pay for its use: so much money, for the mending and the training, set aside on the very day on which the hold begins. It would be a useful test of sincerity. A ministry that will close a shop for nothing may hesitate if it has to pay for the detective.`,
      up: ["marit", "tamsin", "dunmore", "okonkwo"],
    },
    {
      key: "lock-7",
      parent: "lock-6",
      author: "dunmore",
      minutes: 120,
      body: `> set aside on the very day on which the hold begins

In nine years I saw one hold arrive with a budget. It was also the only one that ended early.`,
      up: ["yusra", "marit", "brandl", "tamsin", "okonkwo", "solveig"],
    },
    {
      key: "lock-8",
      parent: "lock-7",
      author: "corvin",
      minutes: 128,
      body: `A sample of one, every member of which agrees with you.`,
      up: ["iwata", "dunmore"],
    },

    // The hospital.
    {
      key: "ward-1",
      parent: "essay",
      author: "okonkwo",
      minutes: 33,
      body: `I look after the computers of a teaching hospital, in a country that has been on the wrong side of one list or another for most of my working life. Two of your sentences look different from here.

> Does it matter whether the country kept out is rich or poor?

It decides everything. A rich country that is cut off is insulted, loses a year and builds its own. We have one model of modest size, on a machine under a desk. It puts discharge letters into plain words in two languages for which no vendor ever gave us a price. If it goes, nobody is insulted and nobody builds anything. The letters stop.

> rent a model from somebody else, or build its own

There is a third choice, which is to do without. It is by far the commonest, and it is missing from lists like this one because those who make it are not asked to write them.`,
      up: [
        "marit",
        "dunmore",
        "tamsin",
        "brandl",
        "yusra",
        "iwata",
        "corvin",
        "solveig",
        "fennick",
      ],
    },
    {
      key: "ward-2",
      parent: "ward-1",
      author: "yusra",
      minutes: 47,
      body: `> There is a third choice, which is to do without.

I shall be repeating that sentence for years, so forgive me if I begin with a complaint. What you describe is the loss of a file, and you already have the file. What the first row of the table takes from you is the next one. That is a loss too, but it comes slowly, and a slow loss can be bargained over. The second row, in which somebody reaches out for the copy under your desk, is another matter, and there I am with you without reserve.`,
      up: ["okonkwo", "marit", "dunmore"],
      down: ["brandl"],
    },
    {
      key: "ward-3",
      parent: "ward-2",
      author: "okonkwo",
      minutes: 61,
      body: `> you already have the file. What the first row of the table takes from you is the next one.

Today I have it. A file that cannot be renewed gets old, and it gets old in the hands of those who are least able to notice. Ours has never heard of a medicine that we began to use this spring. It does not say so. It writes about it with confidence, like a student who has not done the reading.

Still, I grant you *slowly*. We are good at slowly.`,
      up: ["yusra", "iwata", "tamsin", "marit", "solveig"],
    },
    {
      key: "ward-4",
      parent: "ward-3",
      author: "iwata",
      minutes: 84,
      body: `> Ours has never heard of a medicine that we began to use this spring. It does not say so.

That part you can mend without anybody's next release. Keep your list of medicines beside the model as ordinary text, look up the right paragraph, and hand it over together with the question. The old file doesn't need to know the medicine; it only needs to be able to read. And it stays small enough to carry:

\`\`\`python
weights = 8_000_000_000
bits = 4  # each, after rounding them down
print(weights * bits / 8 / 1e9, "GB")  # 4.0 GB
\`\`\`

That fits on a DVD, if anybody there still has a drive. What you can't mend this way is skill. If the next model reasons better about doses, no folder of paragraphs will lend that to the old one.`,
      up: ["okonkwo", "fennick", "tamsin"],
    },
    {
      key: "ward-5",
      parent: "ward-4",
      author: "okonkwo",
      minutes: 97,
      body: `> The old file doesn’t need to know the medicine; it only needs to be able to read.

I forwarded this to the two people whom I have. One of them had built it already, in January, and kept quiet in case I asked him to support it.

So my loss is slower still. I seem to be conceding things faster than I meant to. We do have a drive.`,
      up: ["iwata", "corvin", "marit", "fennick", "yusra"],
    },
    {
      key: "ward-6",
      parent: "ward-5",
      author: "tamsin",
      minutes: 110,
      body: `> It puts discharge letters into plain words […] for which no vendor ever gave us a price.

Nobody I work with is afraid of these. What keeps them awake is a short list of things that your hospital will never ask for: finding holes in other people's software at three in the morning, say, ten thousand at a time. If those could be left out and the rest published to everyone, would you mind?`,
      up: ["yusra", "dunmore"],
    },
    {
      key: "ward-7",
      parent: "ward-6",
      author: "okonkwo",
      minutes: 126,
      body: `> If those could be left out and the rest published to everyone, would you mind?
Not at all. I would sign today.

But we were broken into last year, and not with a crowbar. The young woman who found the hole found it with exactly the sort of tool that you would leave out, after two weeks in which nobody who could be hired had found it. I do not say that this decides the matter. I only ask you to remember that we also lock doors here.`,
      up: ["brandl", "iwata", "marit", "yusra", "corvin", "solveig"],
    },
    {
      key: "ward-8",
      parent: "ward-7",
      author: "tamsin",
      minutes: 139,
      body: `> we also lock doors here

That's fair, and I have no answer that I'd be willing to say to her face.`,
      up: ["okonkwo", "marit", "brandl"],
    },
    {
      key: "drive-1",
      parent: "ward-1",
      author: "brandl",
      minutes: 55,
      body: `I run a mirror. The fifth point of the [Open Source Definition](https://opensource.org/osd) says that there must be no discrimination against persons or groups, and I've never seen why a border should be an exception. Tell me where to send the drive.`,
      up: ["okonkwo", "corvin", "fennick", "solveig"],
      down: ["dunmore"],
    },
    {
      key: "drive-2",
      parent: "drive-1",
      author: "dunmore",
      minutes: 64,
      body: `> The fifth point of the Open Source Definition says that there must be no discrimination against persons or groups

It says so of the licence. The published notes to the same point add that a licence may warn you of export law and merely may not contain it. So the licence is silent, the law is not, and the sender's name on the parcel would be yours. Ask a lawyer before you ask for the address.`,
      up: ["marit", "yusra", "tamsin"],
      down: ["brandl"],
    },
    {
      key: "drive-3",
      parent: "drive-2",
      author: "brandl",
      minutes: 69,
      body: `> Tell me where to send the drive.

Still standing. I've read the law of the country I live in, and I'm prepared to be wrong about it at my own expense.`,
      up: ["corvin", "okonkwo"],
      down: ["tamsin", "dunmore"],
    },
    {
      key: "drive-4",
      parent: "drive-3",
      author: "okonkwo",
      minutes: 81,
      body: `Keep the drive, and thank you. Files reach us. What does not reach us is a way to know that they are *the* files, and not something with a present inside. If you want to help a hospital, publish the checksums where they are hard to forge.`,
      up: ["brandl", "tamsin", "iwata", "marit", "dunmore", "fennick"],
    },
    {
      key: "drive-5",
      parent: "drive-4",
      author: "brandl",
      minutes: 92,
      body: `Done, in three places that don't share an owner:

\`\`\`sh
sha256sum --check SHA256SUMS
\`\`\`

If any line says something other than OK, somebody has been kind to you.`,
      up: ["okonkwo", "iwata", "tamsin", "corvin"],
    },
    {
      key: "region-1",
      parent: "ward-1",
      author: "marit",
      minutes: 75,
      body: `> it is missing from lists like this one because those who make it are not asked to write them

You are right, and the omission was worse than a gap. I counted the harm to the excluded as though each of them would find a way. I had pictured an engineer in your country, and I ought to have pictured the person who gets the letter.`,
      up: ["okonkwo", "yusra", "solveig", "tamsin"],
    },
    {
      key: "region-2",
      parent: "region-1",
      author: "okonkwo",
      minutes: 89,
      body: `> This service is not available in your region.

I have collected this message in four typefaces. None of the four says who decided it, or why, or when somebody will look at it again. So when you write your conditions for states, please notice that most of what stops us was never a state. It was a firm, being careful.`,
      up: ["marit", "brandl", "yusra", "dunmore", "corvin", "fennick"],
    },
    {
      key: "region-3",
      parent: "region-2",
      author: "dunmore",
      minutes: 103,
      body: `> most of what stops us was never a state. It was a firm, being careful.

I can confirm it from the other side of the counter. We would allow a thing, and the seller would refuse it all the same, since a refusal takes a minute and reading our letter took an hour. A rule casts a shadow about three times its own length. Whoever drafts one should be made to draw the shadow too.`,
      up: ["okonkwo", "marit", "yusra", "tamsin", "solveig"],
    },

    // The burden of proof.
    {
      key: "proof-1",
      parent: "essay",
      author: "tamsin",
      minutes: 26,
      body: disclosure,
      edits: [
        {
          minutes: 204,
          body: `${disclosure}

PS, since I've been asked: ninety days is the custom in my trade. I don't claim that the number means anything here.`,
        },
      ],
      up: ["dunmore", "yusra", "marit", "solveig"],
      down: ["brandl", "corvin"],
    },
    {
      key: "proof-2",
      parent: "proof-1",
      author: "brandl",
      minutes: 36,
      body: `> Nobody calls that censorship.
Because you're waiting for a *patch*. There's a vendor, there's a hole, the hole gets closed. What's the patch for 'a stranger knows more chemistry than he did'? If there isn't one, you aren't waiting. You're just not publishing.`,
      up: ["iwata", "corvin", "okonkwo", "marit"],
    },
    {
      key: "proof-3",
      parent: "proof-2",
      author: "tamsin",
      minutes: 49,
      body: `> Because you're waiting for a patch.

Not only. I also wait so that whoever runs the thing can read his logs and find out whether I was the first.

> If there isn't one, you aren't waiting. You're just not publishing.

To this I have no quick answer. For software there is a patch, or ten thousand of them, and somebody has to be given time to write them. For the rest I'd have to say what is being prepared during the wait, and by whom, and I can't. Leave it with me.`,
      up: ["marit", "yusra", "brandl", "iwata"],
    },
    {
      key: "proof-4",
      parent: "proof-3",
      author: "brandl",
      minutes: 54,
      body: `Left.`,
      up: ["corvin", "tamsin"],
    },
    {
      key: "proof-5",
      parent: "proof-2",
      author: "iwata",
      minutes: 77,
      body: `> What’s the patch for ‘a stranger knows more chemistry than he did’?

The dull answer is the one we have always had. He still has to buy the stuff, and he buys it at a counter, from a clerk who is supposed to ask. If the people who want controls spent them on the counter I'd be on their side by lunchtime.`,
      up: ["brandl", "yusra"],
      down: ["tamsin"],
    },
    {
      key: "proof-6",
      parent: "proof-1",
      author: "dunmore",
      minutes: 83,
      body: `> Who should carry the burden of proof, the one who publishes or the one who forbids?

In law it is the one who forbids, and he carries it to an official who works two doors down from him. The weakness was never where the burden lies. It is who holds the scales.

> The wait has a length, it has a purpose, and at the end of it everybody knows what I know.

You list three things as though they came with every wait. No control that I administered had any of them. If you can get all three written into the rule you will have made something new, and I shall come and look at it.`,
      up: ["marit", "tamsin", "yusra", "okonkwo", "brandl"],
    },
    {
      key: "proof-7",
      parent: "proof-6",
      author: "marit",
      minutes: 104,
      body: `> > Who should carry the burden of proof, the one who publishes or the one who forbids?
>
> In law it is the one who forbids, and he carries it to an official who works two doors down from him.

Your answer is better than my question. I asked who must speak first and left out who is listening. If I were to write it again I would ask for a judge who is employed by neither ministry, and who publishes how often he said no.`,
      up: ["dunmore", "tamsin", "solveig"],
    },
    {
      key: "cooker",
      parent: "proof-1",
      author: "corvin",
      minutes: 62,
      body: `> Do not open until the pressure has been released.

From the lid of my mother's pressure cooker, which says in nine words what has taken us an hour.`,
      up: ["iwata", "fennick", "solveig", "brandl", "marit"],
      down: ["dunmore"],
    },
    {
      key: "carp-1",
      parent: "proof-1",
      author: "corvin",
      minutes: 44,
      body: `> We apply that rule to dams, and to new species let loose in a lake. We do not apply it to books.

A model is a carp that has read the library. I don't claim that this helps anyone, but both sides are welcome to it, and it's the only animal in the discussion so far.`,
      up: ["fennick", "brandl", "solveig", "okonkwo"],
    },
    {
      key: "carp-2",
      parent: "carp-1",
      author: "okonkwo",
      minutes: 59,
      body: `> the only animal in the discussion so far

There was the burglar.`,
      up: ["corvin", "fennick"],
    },
    {
      key: "carp-3",
      parent: "carp-1",
      author: "yusra",
      minutes: 90,
      body: `> A model is a carp that has read the library.

I laughed, and then I found that I could use it. What makes a carp dangerous in a lake is that it breeds without you. A book does nothing of the kind: it waits until it is opened, and each reader must do his own reading. If weights only ever wait, I belong with the books. If they begin to act while nobody is looking, I belong with the lake.`,
      up: ["marit", "solveig", "corvin", "tamsin", "dunmore"],
    },
    {
      key: "carp-4",
      parent: "carp-3",
      author: "iwata",
      minutes: 108,
      body: `> If weights only ever wait, I belong with the books.

They wait. A file of weights does nothing until somebody spends electricity on it. What acts is the program around it, the loop that calls it again and gives it tools, and that's ordinary code of a few hundred lines. If you're afraid of the carp, look there, and be warned that it's even easier to copy.`,
      up: ["yusra", "fennick"],
    },
    {
      key: "cell",
      parent: "essay",
      author: "corvin",
      minutes: 29,
      body: `> hardly

The most candid cell I've ever seen in a table of policy options.`,
      up: ["marit", "brandl", "dunmore"],
    },

    // The law, and the day on which a control ends.
    {
      key: "law-1",
      parent: "essay",
      author: "dunmore",
      minutes: 51,
      body: `I decided export licences for nine years, and refused more of them than I granted. Take what follows as evidence or as confession.

> Export law in many countries leaves published information alone, for reasons of principle and because nothing else can be enforced.

Please turn these round. First it could not be enforced, and then a principle was found for it. The order matters. A rule that rests on weakness lapses on the day that the weakness is cured.

> It ends by itself unless somebody renews it in public.

By when? A control that lapses unless it is renewed is renewed on a Friday in August by a man with forty of them on his desk. I know, because I was the man. Name the day in advance, and let whoever wants more time argue the case again from nothing.`,
      up: ["marit", "okonkwo", "yusra", "tamsin", "corvin", "iwata", "solveig"],
    },
    {
      key: "law-2",
      parent: "law-1",
      author: "marit",
      minutes: 68,
      body: `> Name the day in advance, and let whoever wants more time argue the case again from nothing.

Yes. I have changed the fourth condition to say so. What you objected to is in the history of the essay, where anybody can see that you were right about it.`,
      up: ["dunmore", "yusra", "fennick"],
    },
    {
      key: "law-3",
      parent: "law-1",
      author: "brandl",
      minutes: 74,
      body: `> A rule that rests on weakness lapses on the day that the weakness is [thought to be] cured.

The words in brackets are mine, because believing it will do. They will ask the hosts to check which country an account comes from, every host will tick the box, and somebody will stand up and call it cured.`,
      up: ["corvin", "okonkwo", "dunmore"],
    },
    {
      key: "law-4",
      parent: "law-3",
      author: "iwata",
      minutes: 93,
      body: `> They will ask the hosts to check which country an account comes from [...] and call it cured.

I used to run that check for a living. It tells you which country the last machine in the chain says it's in. It stops visitors who have nothing to hide, and a fair number of our own colleagues in hotels.`,
      up: ["brandl", "okonkwo", "tamsin", "corvin"],
    },
    {
      key: "law-5",
      parent: "law-4",
      author: "dunmore",
      minutes: 107,
      body: `> because believing it will do

It did for most of what I stamped. You cannot unpublish a file, but you can give a whole department the feeling of having tried.`,
      up: ["brandl", "corvin", "marit", "solveig"],
    },
    {
      key: "law-6",
      parent: "law-2",
      author: "yusra",
      minutes: 112,
      body: `> If delay is the aim, how would we know that the time had been used well?

Now that the day is fixed, fix what will be looked at on the day. Before the delay begins, write down two or three things that will be true if the time has been used: the test is published, the worst holes are mended, a drill has been held and its results are known. If nobody can write the list, you have your answer before the delay has started, which is the cheapest moment to have it.`,
      up: ["marit", "dunmore", "tamsin", "iwata"],
    },
    {
      key: "law-7",
      parent: "law-6",
      author: "dunmore",
      minutes: 131,
      body: `> When in doubt, refuse. When certain, ask who told you.

This was on a card above the desk opposite mine, for as long as I worked there. In all that time nobody put up a card about what the time was for.`,
      up: ["yusra", "okonkwo", "corvin"],
    },

    // One capability rather than a whole model?
    {
      key: "narrow-1",
      parent: "essay",
      author: "iwata",
      minutes: 100,
      body: `> It is the narrowest that would do so: one capability rather than a whole model, one buyer rather than a whole people.

I train these things, and I'm sorry to say that the first half of this can't be built. You can teach a model not to show a skill. Once the weights are out, a little more training usually brings the skill back, and that costs about as much as a decent dinner. So with open weights "one capability" comes to mean the whole model, or nothing. I don't like that any better than you do.`,
      up: ["tamsin", "marit", "yusra", "dunmore", "brandl"],
    },
    {
      key: "narrow-2",
      parent: "narrow-1",
      author: "tamsin",
      minutes: 156,
      body: `> If those could be left out and the rest published to everyone, would you mind?

I asked okonkwo this today, in another branch, and he was decent enough to say that he'd sign. If iwata is right, I was offering him something that nobody can deliver. I take the offer back, with an apology. It would have been so comfortable.`,
      up: ["okonkwo", "iwata", "marit", "solveig"],
    },
    {
      key: "narrow-3",
      parent: "narrow-2",
      author: "iwata",
      minutes: 171,
      body: `> I was offering him something that no one can deliver.

Not quite as bad as that. What a model has been taught to hide comes back easily. What it was never shown is harder to put in: somebody has to find the material, and pay for it, and know what good looks like. Call it months instead of a dinner. That's a delay again, though. It isn't a wall.`,
      up: ["tamsin", "yusra"],
    },
    {
      key: "narrow-4",
      parent: "narrow-3",
      author: "okonkwo",
      minutes: 184,
      body: `> I was offering him something that nobody can deliver. I take the offer back, with an apology.

No apology is needed. An offer that cannot be delivered has at least never been delivered to the wrong address, which is more than I can say for our last shipment of gloves.`,
      up: ["tamsin", "corvin", "dunmore", "fennick", "brandl"],
    },

    // Who is it that declines to publish?
    {
      key: "hole-1",
      parent: "essay",
      author: "brandl",
      minutes: 105,
      body: `> a country may decline to publish, but it may not stop others from passing on what has been published.

Countries don't publish models. People do, and companies do. So when your country "declines", it's a ministry telling a firm, or a university, or me, not to publish what belongs to us. That is no decision about its own conduct. It's a claim on my shelf, made earlier in the day.`,
      up: ["corvin", "marit", "iwata", "okonkwo", "dunmore", "fennick"],
    },
    {
      key: "hole-2",
      parent: "hole-1",
      author: "marit",
      minutes: 122,
      body: `> it's a claim on my shelf, made earlier in the day

I have tried for a quarter of an hour to get round this, and I cannot. My sentence needs a country that trains its own models and keeps them in its own cupboard. Where the public paid for the training, the state does decline, and I stand by it. Where somebody else paid, it forbids, and then it owes him all four conditions. The neat symmetry is gone. I was fond of it.`,
      up: ["brandl", "dunmore", "tamsin", "yusra", "okonkwo", "iwata", "corvin"],
    },
    {
      key: "hole-3",
      parent: "hole-2",
      author: "brandl",
      minutes: 127,
      body: `I came here to be annoyed and I'd like it noted that you're not helping.`,
      up: ["marit", "corvin", "fennick", "solveig"],
    },
    {
      key: "hole-4",
      parent: "hole-2",
      author: "dunmore",
      minutes: 144,
      body: `> Where the public paid for the training, the state does decline, and I stand by it.

Whoever takes this line should look up how little of anything is paid for by one purse. A grant here, a tax credit there, a university's electricity. I have seen a state find its own two per cent in a thing and conclude that it was the parent.`,
      up: ["brandl", "yusra", "marit"],
    },
    {
      key: "hole-5",
      parent: "hole-1",
      author: "yusra",
      minutes: 161,
      body: `> My answer is that the person who trained it decides, and that no ministry gets a vote.

You wrote that upstairs, and here you write of what belongs to you. Then I think that your real ground is the second of the three I offered you, that the thing is yours, and not the first. I do not mean it as a trap. Ownership seems to me the better ground, but it has a price: what one owns, one may be asked to answer for.`,
      up: ["tamsin", "marit", "dunmore"],
      down: ["corvin"],
    },

    // One careful answer to the four conditions.
    {
      key: "price-1",
      parent: "essay",
      author: "yusra",
      minutes: 150,
      body: `Economists are said to know the price of everything, so let me take your conditions and ask of each what it costs and who pays. I have kept my own opinion for the end.

> It can name the harm, and not only the adversary.

This is cheap for an honest state and impossible for the other kind, which is what one wants from a condition. But there will be cases in which naming the harm does part of the damage, since it tells people that the thing can be done. For those I would let a court hear the reason in private, and I would have the court say at the end of each year how often it had done so.

> The restriction would reduce that harm, given what others have already published.

Here you ask too little. What others have published is a photograph. What matters is what they will publish while the restriction lasts, and they decide that partly by looking at it. When one country holds back, the reward for stepping into its place goes up: the users, the goodwill, the habits of a generation of students. A hold can call forth the very release that makes it useless. Most of the proposals I have read think one move ahead, and this game has two.

> Chips can be counted, stopped at a port and sent back.
>
> The burden is shared out in reverse order of guilt.

I put these side by side because each explains the other. Where a good can be counted, the guilty need it in quantities that show, and a control can reach them at a bearable price to everyone else. That is why one may defend such controls on ships and banks. For a file that can be carried in a pocket, the guilty lose an afternoon and the innocent lose a year. I cannot think of another good for which the ratio is so bad. A state that has a port, and reaches for the file instead, has chosen the dearest tool on the bench.

My opinion, as promised: a short hold before a release, the same for everybody at home and abroad; nothing at all after it; and no list of countries at either stage. I hold it with about two thirds of my weight.`,
      up: ["marit", "dunmore", "okonkwo", "tamsin", "iwata", "solveig", "fennick"],
    },
    {
      key: "price-2",
      parent: "price-1",
      author: "corvin",
      minutes: 166,
      body: `> I hold it with about two thirds of my weight.
May I ask what the other third is leaning on?`,
      up: ["brandl", "fennick"],
    },
    {
      key: "price-3",
      parent: "price-2",
      author: "yusra",
      minutes: 178,
      body: `On the suspicion that I would think otherwise if I had met somebody whom it had been used against.`,
      up: ["tamsin", "marit", "okonkwo", "corvin", "dunmore", "solveig"],
    },
    {
      key: "price-4",
      parent: "price-1",
      author: "iwata",
      minutes: 172,
      body: `> A state that has a port, and reaches for the file instead, has chosen the dearest tool on the bench.

Only before the release. The chips that *train* a model stand in a few large halls and can be counted. The chips that *run* one are sold in games shops. Once the file is out, the port has nothing left to stop, and a state that was late for the first job will reach for the file because there's nothing else within reach.`,
      up: ["yusra", "dunmore", "brandl"],
    },
    {
      key: "price-5",
      parent: "price-4",
      author: "yusra",
      minutes: 190,
      body: `> once the file is out, the port has nothing left to stop

Agreed, and I had it wrong: I spoke as if there were one moment to choose a tool and there are two. It does not move my conclusion. It gives me a better reason for "nothing at all after it".`,
      up: ["iwata", "marit"],
    },
    {
      key: "price-6",
      parent: "price-1",
      author: "okonkwo",
      minutes: 196,
      body: `> For a file that can be carried in a pocket, the
> guilty lose an afternoon and the innocent lose a
> year. I cannot think of another good for which the
> ratio is so bad.

Textbooks come close. When I was a student the proper edition was kept from us by its price, and the photocopy was kept from nobody. Those who had no scruples had the book in September. The rest of us waited for the library. I mention it so that nobody believes that computers invented the ratio.`,
      up: ["yusra", "solveig", "brandl", "marit"],
    },

    // A hasty post that its author took down, and what it called forth.
    {
      key: "hot-1",
      parent: "essay",
      author: "brandl",
      minutes: 210,
      body: `Show me one person in favour of this who has ever stood on the wrong side of a border.`,
      deleted: true,
      up: ["corvin"],
      down: ["tamsin", "yusra", "marit", "iwata"],
    },
    {
      key: "hot-2",
      parent: "hot-1",
      author: "tamsin",
      minutes: 218,
      body: `> Show me one person in favour of this who has ever stood on the wrong side of a border.

Good evening. I crossed two to get to the desk I'm sitting at, the second of them lying down. I know what it is to be the person whom the rule wasn't meant for. I still think that some doors should be opened slowly. Call that mistaken if you like. You may not call it ignorant.`,
      up: ["okonkwo", "marit", "yusra", "dunmore", "iwata", "corvin", "solveig"],
    },
    {
      key: "hot-3",
      parent: "hot-2",
      author: "corvin",
      minutes: 241,
      body: `The post above has been taken down by whoever wrote it, which I count in their favour. Leave the answer where it is. It's better than what it answers.`,
      up: ["tamsin", "marit", "brandl"],
    },
    {
      key: "hot-4",
      parent: "hot-2",
      author: "okonkwo",
      minutes: 253,
      body: `> I know what it is to be the person whom the rule wasn't meant for.

Then you and I have been answering each other all day without knowing what we had in common. I am sorry that it took somebody's bad temper to show it.`,
      up: ["tamsin", "brandl", "yusra", "marit"],
    },

    // Words that two people wrote.
    {
      key: "twice-1",
      parent: "essay",
      author: "okonkwo",
      minutes: 268,
      body: `> You cannot unpublish a file

Two people have written this today in the same words, and I cannot say which of them I am quoting. Both of them meant it as a warning. From here it sounds like good news. Most things that were once given to us have been taken back since: the scholarships, the spare parts, the satellite time. This is the first gift I know of that stays given, and I should like somebody on the careful side to say that they see why that matters before they tell me what it costs.`,
      up: ["brandl", "marit", "tamsin", "solveig", "corvin", "fennick"],
    },
    {
      key: "twice-2",
      parent: "twice-1",
      author: "dunmore",
      minutes: 281,
      body: `> This is the first gift I know of that stays given … I should like somebody on the careful side to say that they see why that matters

I see why that matters. I had a hand in one of the three that you name, and I have thought about the letter that we sent more often than about any other. The cost can wait until tomorrow.`,
      up: ["okonkwo", "marit", "tamsin", "yusra", "brandl", "solveig"],
    },

    // The next day.
    {
      key: "turn-1",
      parent: "essay",
      author: "tamsin",
      minutes: 1490,
      body: `I've slept on it. I have changed my mind about one thing and not about the other, and since I came in rather loudly I'd better say so in the open.

> I want the same for weights, and I don't see why the word *open* should get anybody out of it.

This I keep: a wait, with a length and a purpose.

> Countries don't publish models. People do, and companies do.

This is what did it, together with okonkwo's young woman and her two weeks. Last night I tried to write down the rule that I wanted, with the border in it, and the border wouldn't do any work. It never made the harm smaller. It only made the list of those who'd be inconvenienced easier to live with. And nothing that I do in my own job — the telling, the waiting, the publishing — has ever had a country in it.

So: a delay for all, yes. A border, no.`,
      up: ["okonkwo", "marit", "brandl", "yusra", "iwata", "dunmore", "solveig"],
    },
    {
      key: "turn-2",
      parent: "turn-1",
      author: "brandl",
      minutes: 1512,
      body: `> A delay for all, yes. A border, no.

I came in wanting no delay at all, and I find that I can live with ninety days. Don't tell the other mirrors.`,
      up: ["tamsin", "marit", "corvin", "yusra"],
    },
    {
      key: "turn-3",
      parent: "turn-2",
      author: "corvin",
      minutes: 1518,
      body: `They copied this page an hour ago.`,
      up: ["brandl", "fennick", "iwata", "tamsin"],
    },
    {
      key: "turn-7",
      parent: "turn-1",
      author: "iwata",
      minutes: 1534,
      body: `> nothing that I do in my own job - the telling, the waiting, the publishing - has ever had a country in it
Nor mine, now that I look. We do keep a list of countries at work. It is in the folder with the fire drill, and about as often rehearsed.`,
      up: ["tamsin", "okonkwo", "fennick"],
    },
    {
      key: "turn-4",
      parent: "turn-1",
      author: "dunmore",
      minutes: 1555,
      body: `> It only made the list of people who'd be inconvenienced easier to live with.

That sentence ought to be read aloud at the start of a good many meetings. But before everybody shakes hands: a delay for all needs somebody to hold the clock. He will live somewhere and be paid by someone, and then it is a border again, with better manners. Who is he?`,
      up: ["tamsin", "yusra", "okonkwo"],
    },
    {
      key: "turn-5",
      parent: "turn-4",
      author: "tamsin",
      minutes: 1581,
      body: `> a delay for all needs somebody to hold the clock

Whoever publishes holds it. On the first day they announce the last one, and what will be looked at in between, as yusra said. Nobody can make them keep to it. But if they don't, everybody on earth owns a calendar.`,
      up: ["yusra", "marit", "brandl"],
    },
    {
      key: "turn-6",
      parent: "turn-5",
      author: "dunmore",
      minutes: 1603,
      body: `Weaker than a law, and likely to be kept better than most of mine were. I shall stop here, since I am in danger of agreeing with somebody.`,
      up: ["tamsin", "corvin", "marit", "iwata"],
    },
    {
      key: "after-1",
      parent: "essay",
      author: "marit",
      minutes: 1710,
      body: `I asked to be argued out of it, so I owe an account. What I would write differently today:

> There is a third choice, which is to do without.

The essay would begin here, with the one who does without, and not with the state that decides.

> First it could not be enforced, and then a principle was found for it.

I would stop leaning on the exemption for published information as if it were bedrock. It needs an argument of its own, and I have not got one that I trust.

> So with open weights "one capability" comes to mean the whole model, or nothing.

My third condition asks for something that cannot be had. I do not yet know what to put in its place.

The sentence about declining to publish I have given up already, further up. That leaves a short hold, the same for everybody, with its last day announced on the first. Three of you got there before me, from three directions.

Of my four questions, one was hardly touched: whether there is a moral difference between not giving and taking away. I am still curious.`,
      up: ["okonkwo", "dunmore", "tamsin", "yusra", "iwata", "brandl", "solveig", "fennick"],
    },
    {
      key: "after-2",
      parent: "after-1",
      author: "okonkwo",
      minutes: 2065,
      body: `> Is there a moral difference between not giving and taking away?

There is on the first day. After some years people have arranged their lives around the gift: they have trained the nurse, thrown away the typewriter, promised the patient a letter. By then they are the same thing done at different speeds. So I would say to anybody who means to stop giving what I would say to a doctor who means to stop a treatment. You may. But not suddenly, and not without looking up from the chart.`,
      up: [
        "marit",
        "tamsin",
        "dunmore",
        "yusra",
        "brandl",
        "iwata",
        "corvin",
        "solveig",
        "fennick",
      ],
    },
    {
      key: "shelf-1",
      parent: "essay",
      author: "solveig",
      minutes: 2110,
      body: `> a release that cannot be recalled

In my trade that is the definition of a release. I have pulped one book in thirty years, and it is in four libraries.

> A year of delay is worthless if nobody uses it

Then ask for the timetable before the delay is granted. A publisher who wants another year is asked what she will have done by Easter.`,
      up: ["marit", "corvin", "yusra"],
    },
    {
      key: "shelf-2",
      parent: "shelf-1",
      author: "fennick",
      minutes: 2131,
      body: `> We apply that rule to dams, and to new species let loose in a lake. We do not apply it to books.

We did, for about three hundred years, and the office that applied it was always a little behind the printers.

> what she will have done by Easter

The question works on ministries as well, but only in writing.`,
      up: ["solveig", "dunmore"],
    },
  ],
};
