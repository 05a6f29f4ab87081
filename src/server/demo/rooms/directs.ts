import type { DemoRoom } from "./room.ts";

export const directs: DemoRoom[] = [
  {
    key: "demo-mira",
    kind: "direct",
    name: "",
    topic: "",
    createdBy: "mira",
    members: ["demo", "mira"],
    hasNews: true,
    script: `
== 13
17:30 demo-notes: These direct messages are demo data, too.
17:31 mira: You looked tired in the call. Everything all right?
17:38 demo: Budget week. Nothing that sleep and a spreadsheet do not mend.
17:39 mira: In that order, please
  ^ ❤️ demo

== 7
13:05 demo: Could you look over the letter to the gardens' association before it goes? It is one page, and I sound like a bank.
13:20 mira: You do sound like a bank, a nice one. Try the first paragraph like this:

  > We would like to publish how much water your gardens saved. The numbers are yours; say no and they stay with you.
13:22 demo: That is what I meant all along. Thank you.
  ^ 🙏 mira

== 2
18:02 mira: The rain test! I wish I had seen it.
18:05 demo: Somebody's grandmother offered me a towel. We have arrived.
  ^ 😂 mira

== now
29 mira: The letter as it stands:
  + association-letter.pdf
28 mira: The association: it is only about the photo on page two. They would like the other one, with the gate.
27 mira: Number is in your calendar. They are lovely and will talk about compost, plan for it.
`,
  },
  {
    key: "demo-tomasz",
    kind: "direct",
    name: "",
    topic: "",
    createdBy: "tomasz",
    members: ["demo", "tomasz"],
    script: `
== 9
22:15 demo-notes: These direct messages are demo data, too.
22:16 tomasz: Disk is moved. Going to bed.
22:18 demo: Thank you. Start late tomorrow, and that is an order.
22:18 tomasz: Aye

== 4
15:10 tomasz: The hosting bill, before you see it: it went down. I switched off the machine that nobody could explain.
15:12 demo: And?
15:13 tomasz: And nobody has noticed for two weeks
  ^ 😄 demo
15:14 demo: What was it for
15:16 tomasz: Its log says “temporary”. It is from before my time.
`,
  },
  {
    key: "demo-yuki",
    kind: "direct",
    name: "",
    topic: "",
    createdBy: "yuki",
    members: ["demo", "yuki"],
    script: `
== 6
09:00 demo-notes: These direct messages are demo data, too.
09:02 yuki: お茶にしませんか? The new place by the lock has matcha, and a cat that is in charge.
09:05 demo: はい!Half past three?
  ^ 🍵 yuki
15:50 yuki: 🐈
`,
  },
  {
    key: "demo-samir",
    kind: "direct",
    name: "",
    topic: "",
    createdBy: "samir",
    members: ["demo", "samir"],
    script: `
== 8
18:00 demo-notes: These direct messages are demo data, too.
18:01 samir: My mother has tried the app. She writes: «البرنامج جميل، لكن أين زر القهوة؟»
18:02 samir: (“The app is lovely, but where is the coffee button?”)
18:06 demo: Tell her that it is on the list, near the top
  ^ ☕ samir
`,
  },
  {
    key: "demo-jonas-priya",
    kind: "direct",
    name: "",
    topic: "",
    createdBy: "demo",
    members: ["demo", "jonas", "priya"],
    script: `
== 10
16:30 demo-notes: These direct messages are demo data, too.
16:31 demo: How is it going, the two of you, in the sync code?
16:34 priya: I read it on the train and missed my stop. I mean that kindly.
16:36 jonas: She found the comment that lies. It took me two years.
  ^ 😄 demo
16:40 demo: Would an hour a week of just reading code together be of use? No tickets, no aim.
16:41 priya: Yes please
16:41 jonas: Yes. I bring the biscuits.

== 3
15:02 priya: Reading hour today was about what happens when two phones disagree. I drew it:

  ~~~text
  phone A ─●───●──▶ watered at 9
            ╲
  server  ───●─●──▶ keeps both
            ╱
  phone B ─●─────●▶ watered at 9, too
  ~~~
  ^ 😍 jonas demo
15:05 jonas: This is now the first picture in the handbook
`,
  },
];
