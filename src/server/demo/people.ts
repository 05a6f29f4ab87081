import type { CustomStatus, Role } from "../../shared/users.ts";

export interface DemoPerson {
  username: string;
  displayName: string;
  role: Role;
  bio: string;
  timeZone: string | null;
  /** For so many minutes from now, or for good. */
  status?: Pick<CustomStatus, "emoji" | "text"> & { minutes?: number };
  /** Does not want to be disturbed for so long. */
  quietMinutes?: number;
}

/** Whoever looks around signs in as this one. */
export const owner: DemoPerson = {
  username: "demo",
  displayName: "Robin Marlowe",
  role: "owner",
  bio: "Keeps Tansy Lane running. Owns too many watering cans.",
  timeZone: "Europe/London",
};

/** Speaks for the demo itself. */
export const narrator = "demo-notes";

/** The others. All of them are made up. */
export const others: DemoPerson[] = [
  {
    username: "mira",
    displayName: "Mira Okafor",
    role: "admin",
    bio: "Product and support. Ask me what gardeners really said.",
    timeZone: "Europe/London",
    status: { emoji: "🌱", text: "Seedlings everywhere" },
  },
  {
    username: "jonas",
    displayName: "Jonas Lindqvist",
    role: "member",
    bio: "Servers and sync. I like small queries and long walks.",
    timeZone: "Europe/Stockholm",
    status: { emoji: "🎧", text: "Deep in the sync code", minutes: 90 },
    quietMinutes: 90,
  },
  {
    username: "yuki",
    displayName: "Yuki Tanabe",
    role: "member",
    bio: "Design. 田辺ゆき",
    timeZone: "Asia/Tokyo",
  },
  {
    username: "samir",
    displayName: "Samir Haddad",
    role: "member",
    bio: "Phone apps. Will review your pull request for a good tomato.",
    timeZone: "Asia/Beirut",
  },
  {
    username: "lucia",
    displayName: "Lucía Ferrer",
    role: "member",
    bio: "Community and words.",
    timeZone: "Europe/Madrid",
    status: { emoji: "🚆", text: "On the train", minutes: 210 },
  },
  {
    username: "tomasz",
    displayName: "Tomasz Wilk",
    role: "member",
    bio: "Keeps the lights on.",
    timeZone: "Europe/Warsaw",
  },
  {
    username: "priya",
    displayName: "Priya Nair",
    role: "member",
    bio: "Web. New here, so I ask a lot.",
    timeZone: "Asia/Kolkata",
  },
  {
    username: "greta",
    displayName: "Greta Holm",
    role: "guest",
    bio: "Plot 14 at the Mill Road gardens. Trying the beta.",
    timeZone: "Europe/Copenhagen",
  },
  {
    username: "plotbot",
    displayName: "Plotbot",
    role: "bot",
    bio: "Builds, deploys and counts.",
    timeZone: null,
  },
  {
    username: narrator,
    displayName: "About this demo",
    role: "bot",
    bio: "Everything in this workspace is made up.",
    timeZone: null,
  },
];

/** Other systems that post to a room of the demo, by what scripts call them. */
export const webhooks = [{ key: "frost-forecast", name: "Frost forecast", room: "beta-gardeners" }];
