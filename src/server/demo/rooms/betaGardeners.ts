import type { DemoRoom } from "./room.ts";

export const betaGardeners: DemoRoom = {
  key: "beta-gardeners",
  kind: "private",
  name: "beta-gardeners",
  topic: "Gardeners who try things first, and those who listen",
  createdBy: "mira",
  members: ["demo", "mira", "samir", "yuki", "tomasz", "greta"],
  hasNews: true,
  script: `
== 11
09:00 demo-notes: This room is demo data. Greta is a guest: she sees this room and no other.
09:10 mira: Welcome, <@greta>! You are the first from Mill Road. Everything you find odd is useful, most of all what you find odd and then get used to.
  ^ 👋 samir yuki demo
09:42 greta: Thank you! I am Greta, plot 14, beans and too many dahlias. I have already found something odd: it says my bed is 40 metres long. It is 4. I wish it were 40.
  ^ 😄 mira demo tomasz
  > 09:50 samir: A comma that got lost on its way from Danish. Mended in the next build, and sorry about the 36 metres.
  > 09:52 greta: I had already planned them

== 9
07:30 greta: This morning, no reception behind the shed as always: watered beans, said so in the app, walked home, and at the gate it told Birgit. It _told Birgit_.
  ^ 🎉 samir mira demo tomasz
07:31 greta: She waved from her plot. We never wave.
  ^ 🥹 yuki mira
07:45 samir: Printing this and framing it

== 6
18:20 greta: Question from the whole garden: if it warns of frost, can it also tell who has spare fleece?
18:31 mira: Not in this version. But this is how most of our best things began. Who has spare fleece?
18:33 greta: Birgit. It is always Birgit.
  ^ 😂 mira samir demo
18:40 tomasz: Writing down: “fleece exchange, or: ask Birgit”

== 5
20:04 greta: The frost warning came at 18:02. I covered the dahlias. My neighbour laughed.
  > +1 06:41 greta: −2 °C. The dahlias are well. My neighbour is not laughing.
    ^ 🙌 tomasz mira samir
    ^ 🌼 yuki demo
  > +1 07:10 tomasz: I have shown this to my mother

== 2
17:15 greta: Danish release text is done. I changed “delightful” to “hyggelig”, and then changed it back, because it is not that kind of app. It is more _ordentlig_. Tidy, proper. This is praise.
  ^ ❤️ mira demo yuki
17:20 mira: We will take ordentlig over delightful any day

== now
88 greta: All eleven of us are on the new version. Aksel too, though he says that he is only looking.
79 mira: Tell Aksel that we are only looking as well
  ^ 😄 samir
52 frost-forecast: **Frost tonight** at Mill Road: −1 °C at 05:00. Eleven people were told at 18:00. [Forecast](https://frost.tansylane.example/mill-road)
  ^ 🧣 greta tomasz
35 greta: He has planned until next summer
  ^ 😂 samir yuki
20 greta: When is the day? I would like to tell the garden, and there will be cake. <@demo> you like plum?
`,
};
