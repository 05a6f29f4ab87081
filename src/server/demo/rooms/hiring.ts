import type { DemoRoom } from "./room.ts";

export const hiring: DemoRoom = {
  key: "hiring",
  kind: "private",
  name: "hiring",
  topic: "Private, and about people who do not exist",
  createdBy: "demo",
  members: ["demo", "mira", "jonas", "yuki"],
  script: `
== 12
10:00 demo-notes: This room is private demo data: only its four members see it.
10:30 demo: We can afford a second person for support from next quarter. Mira has answered every letter since we began, including the ones on paper.
10:33 mira: I like the ones on paper. But yes please.
  ^ ❤️ jonas yuki
10:40 jonas: What would they need to know that cannot be learnt here?
10:44 mira: How to be curious when somebody is cross. Everything else is in the handbook, or should be.
  ^ 💯 demo yuki

== 9
14:00 mira: Advert, second try:

  > You will talk to gardeners who are wet, cold and right. You will find out what they need, which is sometimes a button and more often an answer.
  >
  > Four days a week, from anywhere, paid like the rest of us (the table is in the handbook).
14:06 yuki: “Wet, cold and right” 👏
14:09 demo: Put it out. Please take out “rockstar” from the template's footer, who wrote that template
14:10 jonas: We did, in year one. We were young.
  ^ 😅 demo mira

== 4
11:30 mira: 31 letters so far. Nine are very good, one is from a retired lock keeper and is the best thing I read this year.
11:35 demo: Can we talk to the lock keeper first?
  ^ 🙋 yuki jonas
  > 11:37 mira: Wednesday at ten. He asked whether he may bring his dog.
  > 11:38 demo: It would be odd if he did not
    ^ 🐕 mira yuki

== 1
10:50 mira: Wednesday's talk in one sentence: he asked better questions about our users than we did.
10:55 yuki: The dog was also very good
10:58 jonas: Two yeses from me, one for each.
  ^ 👍 demo mira yuki
`,
};
