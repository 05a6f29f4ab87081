import type { DemoRoom } from "./room.ts";
import { team } from "./room.ts";

export const releases: DemoRoom = {
  key: "releases",
  kind: "public",
  name: "releases",
  topic: "What went out, and what it changed",
  createdBy: "tomasz",
  members: team,
  script: `
== 15
09:20 demo-notes: This room is demo data. Nothing was released.

== 14
16:00 plotbot: **2.8.0** is out on web, iOS and Android.

  - beds can be dragged into another order
  - search finds plants by their Latin names too
  - fixed: the map forgot where you were
  ^ 🎉 mira demo lucia samir priya

== 10
16:10 plotbot: **2.8.1** is out on Android.

  - fixed: crash at start with the font size at its largest
  ^ 👍 samir mira
  > 16:14 mira: That was Birgit from plot 3. She wrote us a letter. On paper.
  > 16:15 samir: I am writing back. On paper.
    ^ ❤️ lucia demo yuki mira

== 6
16:05 plotbot: **2.9.0** is out on web.

  - drafts follow you from one device to the next
  - the empty bed has kinder words
  ^ 🎉 priya jonas
16:07 jonas: The first line is Priya's first release. It went out on a Tuesday, without a single page being sent to anyone.
  ^ 🥂 demo mira samir lucia yuki tomasz
16:09 priya: 🥹

== 3
12:00 tomasz: Freeze. ‹main› takes fixes only until 3.0 is out.
  ^ 🧊 samir jonas priya
12:01 plotbot: **3.0.0-rc.1** is with the 23 beta gardens.

  - shared watering plans
  - works without reception, for as long as it takes
  - frost warnings the evening before
  ^ 🌱 mira lucia demo yuki
  ^ 🚿 samir

== 1
14:18 plotbot: **3.0.0-rc.2** is with the 23 beta gardens.

  - fixed: a watering entered at midnight belonged to two days
  - fixed: the frost warning used two kinds of space
  ^ 👍 tomasz jonas

== now
70 plotbot: **3.0.0** is built and signed. Waiting for a person.
  ^ 🤞 mira samir jonas priya yuki lucia tomasz
`,
};
