import type { Command } from "../command.ts";

export const active: Command = {
  name: "active",
  takes: "",
  summary: "Show whether you are here, as it is",
  async run(_rest, { presence, tell }) {
    await presence.setMode("auto");
    tell("You show as online while you are here");
  },
};
