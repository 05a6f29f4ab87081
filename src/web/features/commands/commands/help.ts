import type { Command } from "../command.ts";

export const help: Command = {
  name: "help",
  takes: "",
  summary: "List these commands",
  run: (_rest, { openHelp }) => openHelp(),
};
