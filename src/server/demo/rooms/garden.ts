import type { DemoRoom } from "./room.ts";
import { team } from "./room.ts";

export const garden: DemoRoom = {
  key: "garden",
  kind: "public",
  name: "garden-and-kitchen",
  topic: "What grew, what got eaten, by whom",
  createdBy: "lucia",
  members: team,
  hasNews: true,
  script: `
== 15
09:15 demo-notes: This room is demo data. The advice on slugs is better than nothing, and no more than that.
12:40 lucia: First figs. Seven of them. I have told nobody at home.
  ^ 🤫 mira samir
  ^ 😋 demo yuki
12:41 samir: You have told nine people at work
12:42 lucia: People at work do not eat my figs
12:43 tomasz: Yet

== 14
18:05 jonas: Question for people who know things: why are my tomatoes splitting?
  > 18:09 samir: Too dry, then too wet. They drink faster than they can grow.
  > 18:10 jonas: So there is a product that could have told me
  > 18:11 mira: There is, and you work on it
    ^ 😂 samir lucia demo tomasz
  > 18:12 jonas: I will file a bug against myself

== 13
13:00 mira: Plum cake is on the big table. The card says “for the people who make the app with the wet beds”.
  ^ 🍰 demo lucia samir priya tomasz
13:20 tomasz: I have changed my mind about calls
  ^ 😄 mira jonas

== 11
08:50 yuki: 🪶
  ^ 🪶 lucia mira
08:52 yuki: A heron on the canal, all the way along my walk to work. 今日はいい日になりそう。
  + heron.jpg
  ^ 😍 lucia priya demo

== 10
12:15 priya: What does everyone do for lunch on Wednesdays? The place with the soup is closed.
12:17 demo: Wednesday is soup from the place with the soup
12:18 priya: It is closed
12:19 demo: I heard you. I am in denial.
  ^ 😂 lucia mira samir tomasz
12:24 lucia: I bring tortilla tomorrow. For everyone. It is decided.
  ^ ❤️ demo priya yuki samir
12:25 samir: This is the best workplace

== 9
12:50 samir: The tortilla was very good. That is all. That is the message.
  ^ 💯 priya demo yuki mira jonas

== 7
09:20 tomasz: Something has eaten every one of my lettuces, to the ground, in one night.
09:21 lucia: Slugs
09:22 mira: Slugs
09:22 samir: Slugs, my friend
09:25 tomasz: What do they want
09:26 mira: Lettuce
  ^ 😂 demo lucia priya yuki jonas samir
09:40 lucia: Aksel's method, from the Mill Road notes: a board on the ground in the evening, turn it over in the morning, carry them to the far end of the compost, apologise.
  ^ 🐌 tomasz demo
  > 09:43 tomasz: Is the apology necessary
  > 09:44 lucia: He says it is the part that works
    ^ 🙏 mira samir yuki
  > +1 08:15 tomasz: Eleven. I apologised to all of them.
    ^ 👏 lucia mira demo

== 5
15:55 mira: Seedlings to give away: kale (too much), chard (far too much), something I did not label (exciting).
15:57 priya: The exciting one please!
15:58 demo: Chard, if there is still some
15:59 mira: There will always be chard
  ^ 😄 lucia samir tomasz

== 4
17:20 jonas: Tomato chutney, first attempt. The kitchen looks like a crime scene but the jars all went _plop_.
  ^ 🍅 samir lucia demo
  ^ 👏 mira yuki
17:22 lucia: The plop is everything
17:25 yuki: ロールキャベツと合いそうです (it would go well with stuffed cabbage)
17:26 jonas: Please tell me everything about stuffed cabbage
  > 17:40 yuki: It takes three hours and is worth four. I will write it down for you.
    ^ 🥬 jonas

== 2
13:10 priya: The exciting seedling has a first real leaf. I think it is a melon??
13:12 mira: On a windowsill?
13:13 priya: I have named it Hope
  ^ 🍈 lucia demo yuki samir
  ^ 😂 tomasz mira

== now
52 samir: صباح الخير from the balcony. First lemon on the new tree, size of a marble.
  ^ 🍋 lucia demo mira
48 samir: And somebody sings in it:
  + robin.wav
  ^ 🐦 yuki lucia
44 lucia: I have figs again. Five. I am only telling you because you will smell them.
  ^ 😋 samir priya
`,
};
