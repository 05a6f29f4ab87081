import type { DemoRoom } from "./room.ts";

export const design: DemoRoom = {
  key: "design",
  kind: "public",
  name: "design",
  topic: "How it looks, reads and feels under a glove",
  createdBy: "yuki",
  members: ["demo", "yuki", "mira", "samir", "lucia", "priya"],
  script: `
== 15
09:10 demo-notes: This room is demo data. No real garden was redesigned.
11:00 yuki: Starting the bed view again from nothing. One question on the wall: what does somebody want to know while holding a watering can?
11:04 mira: Is it my turn. Is it dry. Did somebody else already.
11:05 yuki: In that order?
11:06 mira: In that order.
  ^ ✍️ yuki
11:20 lucia: And on the third day: _what was this plant again_
  ^ 😄 yuki mira samir demo

== 14
13:40 yuki: First sketch. Everything that is a number is gone; a bed is a shape that gets paler as it dries.
13:44 samir: I love it. Can it be read in full sun?
  > 13:50 yuki: Not yet. The pale end disappears at noon.
  > 13:52 samir: I can stand in the sun with a phone as long as you need. It is a sacrifice.
    ^ ☀️ yuki mira
  > +1 12:30 samir: Stood. Pale end needs about a third more contrast. Also I need a hat.
    ^ 👒 yuki lucia

== 12
10:00 yuki: With a pattern beside the colour: dots for dry, lines for damp, full for wet. Now it also works for people who do not see the difference between green and brown, which is one gardener in twelve.
  ^ 💚 mira priya demo lucia
10:09 priya: Is the pattern an SVG or CSS? I would draw it with a gradient, then it costs nothing:

  ~~~css
  .bed[data-soil="damp"] {
    background: repeating-linear-gradient(
      45deg,
      var(--soil) 0 2px,
      transparent 2px 8px
    );
  }
  ~~~
  ^ 😍 yuki
10:15 yuki: Yes please. I did not know CSS could be so kind.

== 10
15:15 lucia: Words for the frost warning. Which one?

  - **A**: “Frost tonight. Cover what is tender.”
  - **B**: “It may freeze tonight (−1 °C). Consider covering sensitive plants.”
  - **C**: “Brr.”
  ^ 🅰️ mira samir demo priya yuki
15:18 demo: A. It sounds like a neighbour.
15:19 samir: C, but I will not fight
  ^ 🥶 lucia yuki

== 8
11:11 yuki: Gloves, continued. Buttons are now 56 px, the two that matter stand at the bottom where the thumb is, and nothing needs a long press.
11:13 mira: What happened to delete?
11:14 yuki: It is behind a question, far from the thumb. You should have to take the glove off to delete a garden.
  ^ 👏 lucia mira samir demo
  ^ 🧤 priya

== 7
16:20 samir: Arabic strings are in. Layout turns round nicely, apart from the watering can, which now pours backwards:

  > تم سقي الحوض الرابع قبل ساعتين. لا حاجة إلى الماء اليوم.

  (“Bed four was watered two hours ago. No water needed today.”)
  ^ ❤️ yuki lucia demo
16:24 yuki: The can should not be mirrored. Icons of things stay as they are, only arrows turn.
16:25 samir: شكراً, fixed. The can thanks you as well.
  ^ 🙏 yuki

== 5
09:30 yuki: Conflict view, final. Two cards, yours on the side you are used to, the newer one named as such. The words came from <@lucia>, and there are only nine of them.
  ^ 9️⃣ lucia
  ^ 🎉 demo mira
09:38 priya: Built it as drawn. The focus ring goes round both cards in order, and a screen reader says whose version it is first. <@mira> could you try it with your eyes closed? Really.
  > 10:02 mira: Tried it with my eyes closed. I picked the right version and I feel I have learnt something about the world.
    ^ 👏 priya yuki

== 3
13:00 yuki: Feedback from a garden in Taichung, translated by their daughter, who is twelve and did it better than any machine:

  > 圖案很清楚,戴手套也能用。希望可以看到鄰居種什麼。

  “The patterns are clear and it works with gloves. We wish we could see what the neighbours grow.”
  ^ 🥹 lucia mira demo
13:05 demo: That last sentence is the next release, is it not
13:06 mira: It was on my page of things I personally want. Top left.
  ^ 🌱 yuki lucia

== 1
11:45 yuki: All icons exported, all screenshots done, in light and dark, and in the sun. I am going for a walk.
  + beds-light.png
  + beds-dark.png
  + beds-in-the-sun.png
  ~ pinned by mira
  ~ saved
  ^ 🚶 demo samir
  ^ 🌳 lucia mira
11:46 lucia: Take a hat
  ^ 👒 samir

== now
180 priya: Small thing that made me smile: the empty bed now says “Nothing here yet. Plenty of room.”
  ^ 🌱 lucia yuki
171 lucia: I was proud of that one
`,
};
