import type { Command } from "../command.ts";
import { refuse } from "../command.ts";
import { firstPerson } from "../named.ts";

export const remove: Command = {
  name: "remove",
  takes: "@someone",
  summary: "Take someone out of this room",
  offered: ({ may }) => may.manage,
  async run(rest, { api, me, room, users, tell }) {
    const { user, after } = firstPerson(rest, users);
    if (after !== "") throw refuse("Name one person at a time.");
    if (user.id === me.id) throw refuse("To go yourself, write /leave.");
    await api.rooms.remove.mutate({ roomId: room.id, userId: user.id });
    tell(`${user.displayName} removed`);
  },
};
