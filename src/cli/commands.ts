import type { Command } from "./command.ts";

interface Entry {
  /** One line for the overview. */
  summary: string;
  /** Loaded only when it is called, so that no command pays for another's imports. */
  load(): Promise<Command>;
}

/** Every command, in the order in which the overview shows them. */
export const commands: ReadonlyMap<string, Entry> = new Map<string, Entry>([
  ["start", { summary: "Serve the workspace", load: () => import("./start.ts") }],
  ["demo", { summary: "Fill an empty workspace, for a look", load: () => import("./demo.ts") }],
  ["import", { summary: "Bring in a Slack export", load: () => import("./import.ts") }],
  ["user", { summary: "List, make and change accounts", load: () => import("./user.ts") }],
  ["room", { summary: "List, make and change rooms", load: () => import("./room.ts") }],
  ["token", { summary: "List, make and revoke access tokens", load: () => import("./token.ts") }],
  ["send", { summary: "Say something in a room", load: () => import("./send.ts") }],
  ["tail", { summary: "Follow what is said in a room", load: () => import("./tail.ts") }],
  ["backup", { summary: "Copy everything, while people write", load: () => import("./backup.ts") }],
  ["export", { summary: "Write everything for others to read", load: () => import("./export.ts") }],
  ["restore", { summary: "Go back to a backup", load: () => import("./restore.ts") }],
  ["doctor", { summary: "Look whether the data is sound", load: () => import("./doctor.ts") }],
  ["dev", { summary: "Serve it while working on Snug itself", load: () => import("./dev.ts") }],
  ["build", { summary: "Build the web app and the server", load: () => import("./build.ts") }],
]);
