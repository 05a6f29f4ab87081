import type { Command } from "../command.ts";

export const away: Command = {
  name: "away",
  takes: "",
  summary: "Show yourself as away until /active",
  async run(_rest, { presence, tell }) {
    await presence.setMode("away");
    tell("You show as away");
  },
};
