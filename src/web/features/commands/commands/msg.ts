import type { Command } from "../command.ts";
import { refuse } from "../command.ts";
import { firstPerson } from "../named.ts";

export const msg: Command = {
  name: "msg",
  takes: "@someone what you want to say",
  summary: "Write to someone directly",
  async run(rest, { api, me, users, sayIn, openRoom }) {
    const { user, after } = firstPerson(rest, users);
    if (user.id === me.id) throw refuse("That is you. Name someone else.");
    const room = await api.rooms.openDirect.mutate({ userIds: [user.id] });
    if (after !== "") sayIn(room.id, after);
    openRoom(room.id);
  },
};
