import type { DemoRoom } from "./room.ts";

export const oldWebsite: DemoRoom = {
  key: "new-website",
  kind: "public",
  name: "new-website",
  topic: "Done, and archived",
  createdBy: "lucia",
  members: ["demo", "lucia", "yuki", "priya", "mira"],
  isArchived: true,
  script: `
== 15
10:00 demo-notes: This room is demo data, and archived: it can be read and searched, and nobody writes in it any more.
10:05 lucia: Last things before the new site goes up: photos of gardens (from <@yuki>), prices (from <@demo>), and a page that explains what a bed is to people who think of sleep.
10:12 demo: Prices are in. Free for gardens under 20 people, as it always was.
10:40 yuki: Photos are in. All of them by gardeners, all of them asked.
  ^ 📷 lucia mira

== 14
12:00 priya: It weighs 84 KB with a photo on it. I could not find anything else to take away.
  ^ 🪶 yuki lucia demo
12:30 lucia: It is up!
  ^ 🎉 demo mira yuki priya
12:34 mira: First mail from it already: “What is a bed”
  ^ 😂 lucia demo yuki
12:36 lucia: The page is LINKED FROM THE TOP

== 13
09:00 lucia: Closing this room, with thanks. What is left goes to <#design>.
  ^ 👋 yuki priya mira demo
`,
};
