import { asAction } from "../../../../shared/commands.ts";
import type { Command } from "../command.ts";
import { refuse } from "../command.ts";

export const me: Command = {
  name: "me",
  takes: "what you do",
  summary: "Say what you do: “Ann waves”",
  run(rest, here) {
    if (rest === "") throw refuse("Write what you do after /me, such as: /me waves");
    here.say(asAction(rest));
  },
};
