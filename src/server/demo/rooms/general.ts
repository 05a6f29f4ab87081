import type { DemoRoom } from "./room.ts";
import { team } from "./room.ts";

export const general: DemoRoom = {
  key: "general",
  kind: "public",
  name: "general",
  topic: "What everyone at Tansy Lane should know",
  createdBy: "demo",
  members: team,
  hasNews: true,
  script: `
== 15
08:55 demo-notes: **This workspace is a demo.** Tansy Lane, the people in it and every word they say are made up, so that there is something to look at. Nothing here was ever sent by anyone.

  To start for real, point ‹DATA_DIR› at an empty folder and start Snug again.
09:02 demo: Morning all. Three weeks to version 3, and for once the list fits on one page. <@mira> has the page.
  ^ ☕ jonas mira tomasz
09:06 mira: I have the page. It is this one:

  1. **Shared watering plans**: two people, one bed, no double watering
  2. **Offline on phones**: the gardens have no reception, as we keep being told
  3. **Frost warnings** the evening before, not the morning after

  Everything else waits, including the things I personally want.
  ^ 👏 demo jonas yuki samir
  ^ 🙏 tomasz
  ^ :tansy: lucia mira
  ~ pinned by demo
09:11 samir: Number two has my name all over it and I am _delighted_
09:13 tomasz: Number three has mine. I am whatever the calm version of delighted is.
  ^ 😄 mira lucia priya yuki
09:20 lucia: Can I tell the newsletter about frost warnings, or is that still a secret?
  > 09:24 mira: Tell them. If we say it out loud we have to finish it.
  > 09:25 lucia: That is either very wise or very unwise
    ^ 😅 mira demo
  > 09:31 demo: Both. Go ahead.
14:40 demo: Welcome to <@priya>, who starts today. She built the map on the Mill Road site, the one we all thought was ours.
  ^ 👋 mira jonas yuki samir lucia tomasz
14:44 priya: Hello! I did not know you all used it. Now I am nervous about the bugs in it.
  ^ 😄 yuki samir
14:45 yuki: ようこそ、Priyaさん 🌿
14:46 jonas: Welcome. We only ever found the good kind of bugs.
14:51 priya: ありがとうございます! (I had to look that up, and I hope it is right)
  ^ 💯 yuki

== 13
10:15 mira: Reminder that Thursday is the call with the Mill Road gardens. They bring eleven people and, I am told, cake.
10:17 tomasz: How does one bring cake to a call
10:18 mira: By post. It arrived this morning. It is plum.
  ^ 🍰 demo samir lucia jonas
  ^ 😮 tomasz
10:19 tomasz: I withdraw the question

== 11
09:30 demo: The office boiler is being mended between 11 and 1. Bring a jumper, or work from somewhere with a boiler.
  ^ 🧣 mira lucia
16:10 lucia: Notes from the Mill Road call, in short:

  - they plan on paper because _paper works under a glove_
  - nobody knows who watered, so everybody waters
  - two of them share one phone
  - the frost of 9 May is spoken of like a war

  Longer notes are in the shared folder. Go and read what Aksel said about slugs.
  ^ ❤️ demo mira yuki priya
  ^ 🐌 tomasz samir
  > 16:22 yuki: “Paper works under a glove” should hang on the wall
  > 16:25 lucia: I already ordered the print
    ^ 😂 yuki mira demo
  > 16:41 jonas: The shared phone is interesting. We assume one person per device in at least three places.
  > 16:44 mira: Would you list the three? I would like to know before they find them.
  > 17:02 jonas: Listed in <#engineering>. It was five.
    ^ 😬 mira samir

== 9
11:00 tomasz: Short downtime tonight, 22:00 to 22:10 UTC, while the database moves to the larger disk. You will not notice, which is how you will know it worked.
  ^ 👍 demo jonas mira samir priya
22:09 tomasz: Done. Nine minutes.
  ^ 🎉 jonas demo

== 8
09:05 mira: Numbers from last week, because somebody asked:

  | | this week | last week |
  |---|---:|---:|
  | gardens | 214 | 206 |
  | people | 1,893 | 1,760 |
  | watered twice | 31 | 88 |

  The last row is the one I care about.
  ^ 📉 jonas tomasz
  ^ 🌱 lucia yuki priya samir
  ~ saved
09:12 demo: I have never been so happy about a number going down
09:14 samir: Offline did that. I will be insufferable until Friday.
  ^ 😄 mira jonas lucia

== 6
12:30 lucia: Whoever put googly eyes on the office cactus: it has a name now. It is Gerald.
  ^ 🌵 demo mira yuki samir jonas tomasz priya
  ^ 👀 samir priya
12:32 samir: I can neither confirm nor deny
12:33 priya: I can confirm
  ^ 😂 lucia mira demo jonas
12:34 samir: Betrayal

== 4
09:00 demo: Code freeze is Tuesday at noon. After that only fixes, and only with a second pair of eyes. <!room> please move anything that will not make it to the next page _today_, without guilt.
  ^ 👍 mira jonas yuki samir lucia tomasz priya
  > 09:20 priya: Is copy a fix?
  > 09:22 mira: Copy that is wrong is a bug. Copy that is merely dull is a feature request.
    ^ 📌 lucia
09:45 jonas: Moved: bulk edit, the second half of import. Not moved: conflict view, it is nearly there.
09:47 samir: Moved: tablet layout. It hurts a bit.

== 2
17:40 demo: Went through the whole thing on a phone, in a real garden, in the rain, with gloves on. It works. It is _good_. Thank you, all of you.
  ^ ❤️ mira jonas yuki samir lucia tomasz priya
  ^ 🌧️ lucia
17:42 yuki: With gloves!
17:43 demo: With gloves. I have a photo of my own wet hand to prove it, and nobody needs to see it.
17:50 mira: お疲れさまでした, everybody. Did I say that right, <@yuki>?
17:51 yuki: Perfectly 🙇

== 1
10:05 lucia: Release announcement is written, in English, Spanish and Danish. Greta from the beta did the Danish and refused to be paid in anything but plum cake.
  ^ 🇩🇰 mira demo
  ^ 🍰 tomasz
10:12 demo: Then let plum cake be sent.
15:30 mira: All 23 beta gardens are on the release candidate. Two questions so far, both about colours, both friendly.
  ^ 🙌 samir priya jonas

== now
95 tomasz: Backups tested. I restored last night's into an empty machine and counted the gardens: 221 there, 221 here.
  ^ 🫡 jonas demo
63 lucia: Newsletter goes out at 16:00. Last chance to object to the word “delightful”.
58 yuki: I object to the word “delightful”
  ~ quotes Newsletter goes out
57 lucia: Noted, and removed, with sorrow :plop:
  ^ 😄 mira priya
26 mira: <@demo> the gardens' association would like a word before we publish, ten minutes, no drama. I said you would ring them after lunch?
19 jonas: For the record, the longest garden name that the new layout has to hold, and it does: _Kleingärtnerbewässerungsnachbarschaftshilfeverein Nordbahntrasse e. V._, whose page is <https://gardens.tansylane.example/kleingaertnerbewaesserungsnachbarschaftshilfeverein-nordbahntrasse/plots/14/beds/waterings?from=2026-02-01&to=2026-03-05&by=everyone>
  ^ 😮 priya tomasz
12 samir: Both app stores said **yes**. We can press the button whenever we like 🚀
  ^ :tansy: mira jonas lucia yuki
  ^ 🚀 mira jonas lucia priya
  ^ 🎉 tomasz yuki
`,
};
