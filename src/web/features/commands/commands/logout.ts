import type { Command } from "../command.ts";

export const logout: Command = {
  name: "logout",
  takes: "",
  summary: "Sign out on this device",
  run: (_rest, { signOut }) => signOut(),
};
