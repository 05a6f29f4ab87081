import type { Command } from "../command.ts";
import { allPeople } from "../named.ts";

export const invite: Command = {
  name: "invite",
  takes: "@people",
  summary: "Add people to this room",
  offered: ({ room }) => room.kind !== "direct" && room.archivedAt === null,
  async run(rest, { api, room, users, tell }) {
    const people = allPeople(rest, users);
    await api.rooms.invite.mutate({ roomId: room.id, userIds: people.map(({ id }) => id) });
    tell(`${people.map(({ displayName }) => displayName).join(", ")} added`);
  },
};
