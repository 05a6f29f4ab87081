import type { Command } from "../command.ts";
import { refuse } from "../command.ts";

export const nick: Command = {
  name: "nick",
  takes: "your new name",
  summary: "Change the name that others see",
  async run(rest, { api, tell }) {
    if (rest === "") throw refuse("Write your new name after /nick.");
    const { displayName } = await api.users.updateProfile.mutate({ displayName: rest });
    tell(`You are ${displayName} now`);
  },
};
