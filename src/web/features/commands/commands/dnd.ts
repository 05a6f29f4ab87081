import type { Command } from "../command.ts";
import { secondsIn } from "../duration.ts";

export const dnd: Command = {
  name: "dnd",
  takes: "30m, 2h or 1d; nothing: until /active",
  summary: "Do not disturb",
  async run(rest, { presence, tell }) {
    if (rest === "") {
      await presence.setMode("dnd");
      tell("Nothing disturbs you until you are /active");
    } else {
      await presence.setMode("dnd", secondsIn(rest));
      tell(`Nothing disturbs you for ${rest}`);
    }
  },
};
