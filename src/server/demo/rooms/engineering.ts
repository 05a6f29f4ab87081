import type { DemoRoom } from "./room.ts";

export const engineering: DemoRoom = {
  key: "engineering",
  kind: "public",
  name: "engineering",
  topic: "Code, queries and the machines they run on",
  createdBy: "jonas",
  members: ["demo", "jonas", "samir", "tomasz", "priya", "mira", "plotbot"],
  hasNews: true,
  script: `
== 15
09:00 demo-notes: This room is demo data: made-up people talk about a made-up product. The code would run, though.
10:02 jonas: Starting on the watering plans. The question that everything hangs on: when two phones without reception both say “watered bed 4”, is that one watering or two?
10:05 samir: One, if it is the same can. Two, if it is the same bed and somebody is about to drown a courgette.
  ^ 😄 tomasz priya mira
10:11 jonas: So: two records, one fact. We keep what each phone said and derive the state:

  ~~~ts
  /** Who watered is history; whether a bed is wet is a question about history. */
  export function lastWatered(entries: Watering[]): Date | null {
    return entries.reduce<Date | null>(
      (latest, { at }) => (latest === null || at > latest ? at : latest),
      null,
    );
  }
  ~~~
  ^ 👍 samir tomasz
  > 10:15 samir: And the phone's clock? Mine was in 2041 last week.
  > 10:18 jonas: The server stamps what arrives. A phone's clock only orders what that phone said.
    ^ 💡 priya
  > 10:24 tomasz: Why was your phone in 2041
  > 10:25 samir: Testing. Then lunch. Then I forgot.
    ^ 😂 tomasz jonas priya

== 14
11:20 priya: Probably a beginner's question: where do I find which events the web app listens to? I found three places and a comment that says “see the other place”.
  > 11:24 jonas: Not a beginner's question. The other place is ‹src/events/names.ts›, and the comment is my fault.
  > 11:25 jonas: Comment mended.
  > 11:31 priya: Thank you! I wrote it down in the handbook so that the next person finds one place.
    ^ 🏅 jonas mira
15:48 plotbot: Build [#1412](https://ci.tansylane.example/1412) of ‹main› passed in 3 min 41 s. 1,204 tests.

== 12
09:40 tomasz: The nightly job took 48 minutes. It used to take 6. I have not touched it, which worries me more than if I had.
09:52 tomasz: It is this one:

  ~~~sql
  SELECT garden_id, count(*)
  FROM waterings
  WHERE date(at) = date('now', '-1 day')
  GROUP BY garden_id;
  ~~~
09:55 jonas: ‹date(at)› hides the column from its index. Ask for a range:

  ~~~sql
  SELECT garden_id, count(*)
  FROM waterings
  WHERE at >= date('now', '-1 day') AND at < date('now')
  GROUP BY garden_id;
  ~~~
  ^ 🎯 tomasz samir
10:20 tomasz: 1.8 seconds. I would like my morning back.
  ^ 🎉 jonas priya samir demo
10:22 priya: Keeping this one. Is there a way to see that it does not use the index, before it takes 48 minutes?
  > 10:26 jonas: Put ‹EXPLAIN QUERY PLAN› in front. ‹SCAN› is the word to be afraid of, ‹SEARCH … USING INDEX› is the one you want.
  > 10:27 priya: 🙏

== 11
17:02 jonas: Places where we assume that a device is one person:

  1. drafts are kept per device
  2. “seen” is per device
  3. the notification token is overwritten at sign-in
  4. undo undoes whoever was last
  5. my favourite: _delete account_ also signs out the other one
  ^ 😱 mira
  ^ 🙈 samir
17:10 samir: 3 and 5 are mine. Taking them.
17:11 priya: May I take 1? It looks like a size I can carry.
  ^ 💪 jonas samir
17:12 jonas: Please do. I will take 2 and 4, and a deep breath.

== 10
11:05 samir: Offline queue, first time end to end: aeroplane mode, eleven waterings, app killed twice, back online. Eleven on the server. Not twelve. Not ten.
  ^ 🔥 jonas tomasz demo mira
11:06 samir: I may have run it thirty times and I may have made a noise
11:09 jonas: The trick being?
  > 11:14 samir: An id that the phone makes before the first try, and keeps. The server has a unique index on it, so the same thing sent twice is the same thing.
  > 11:15 jonas: Boring and correct. The best kind.
    ^ ❤️ samir tomasz

== 8
10:30 priya: Drafts per person: <https://git.tansylane.example/web/pulls/388>. The diff is small, the test is larger than the change. Is that usual here?
10:41 jonas: It is what we hope for. Looking.
10:58 jonas: Approved, with one question about the name of a variable.
  > 11:02 priya: Renamed. ‹tmp2› was not my proudest moment.
    ^ 😄 jonas samir tomasz
11:20 plotbot: Build [#1437](https://ci.tansylane.example/1437) of ‹main› **failed**: 1 of 1,219 tests.

  ~~~text
  FAIL  src/frost/warning.test.ts
    expected "2 °C" to be "2 °C"
  ~~~
11:22 tomasz: I see nothing wrong with that and it frightens me
11:24 priya: Different spaces! One is a narrow no-break space. Fix is on its way.
  ^ 🕵️ jonas tomasz demo
11:31 plotbot: Build [#1438](https://ci.tansylane.example/1438) of ‹main› passed in 3 min 38 s. 1,219 tests.
  ^ ✅ priya

== 6
14:12 tomasz: Frost warnings are live for us. How it decides, so that nobody has to read my code:

  - forecast for the garden, not for the town
  - warn at **+2 °C** or below, between 18:00 and 08:00
  - once per night, however often the forecast changes its mind
  - never to people who switched it off, _not even if it is really cold_
14:15 jonas: Who chose +2?
  > 14:19 tomasz: Aksel from Mill Road. He said at 0 it is too late to find the fleece.
  > 14:20 mira: This is the most convincing requirement we ever had
    ^ 💯 lucia demo jonas

== 5
09:48 jonas: Conflict view is in. It shows both versions side by side and lets people pick; nobody loses a word. Thanks to <@yuki> for making it look as if it were simple.
  ^ 🙌 samir demo mira priya
16:33 samir: Could somebody with an old phone try build 212? Mine are all too new, which is not a sentence I expected to write.
16:35 tomasz: I have one from 2017 that I use as a door stop
16:52 tomasz: It runs. 4.1 s to start, 0.3 s after that. The door is now open.
  ^ 🚪 samir jonas priya

== 3
10:10 priya: What do we think of this for the release branch?

  ~~~bash
  git switch -c release/3.0
  npm ci
  npm test && npm run build
  npm run deploy -- --to staging --dry-run
  ~~~
  > 10:12 demo: Who presses the button on the day?
  > 10:13 priya: I would like it to be somebody who slept.
    ^ 😄 demo jonas tomasz
  > +3 23 jonas: I slept. And the list is in the handbook now, with a line for “what if it rains”.
  > +3 15 priya: What if it rains
10:14 tomasz: I think of it warmly. Add a tag, so we find home.
  ~ edited to I think of it warmly. Add a tag, so that we can find our way home.
10:15 priya: ‹git tag -a v3.0.0-rc.1 -m "Version 3, first try"›, done
  ^ 🏷️ tomasz jonas

== 1
14:20 plotbot: ‹v3.0.0-rc.2› is on staging. Smoke tests: 48 of 48.
  ^ ✅ tomasz samir
14:31 jonas: Load test on staging with twenty times the gardens we have: p95 41 ms, memory flat for two hours. I looked for something to complain about and found a typo.
  + load-test.png
  ^ 📈 demo mira
  ^ 🔍 priya

== now
140 jonas: Reading the sync code once more before we press anything, with coffee, from the top. I found one comment that says “this cannot happen”.
  + how-two-phones-agree.txt
  > 131 tomasz: Can it
  > 118 jonas: It can. Very rarely, and it loses nothing: the phone just asks again. Test written, fix is four lines.
    ^ 😮‍💨 samir demo
  > 104 priya: May I review it? I would like to understand that part.
  > 101 jonas: Please. Take your time, it is the part worth understanding.
74 plotbot: Build [#1466](https://ci.tansylane.example/1466) of ‹release/3.0› passed in 3 min 44 s. 1,241 tests.
  ^ ✅ jonas priya
48 tomasz: Left for today, in the order in which it scares me:

  - [x] backup restored into an empty machine
  - [x] certificates good until June
  - [ ] somebody other than me knows where the big lever is
  - [ ] lunch
  ^ 🥪 samir
  ~ pinned by jonas
31 priya: Reviewed and approved. I asked two questions and the answer to both was in the test, which I now consider a love letter.
  ^ ❤️ jonas samir
26 jonas: And it held again this morning, on the build that is tagged, with the coffee machine on the same circuit.
  ~ quotes Load test on staging
9 tomasz: <@demo> ‹v3.0.0› is tagged and waiting. Say when.
`,
};
