import type { Command } from "../command.ts";

export const archive: Command = {
  name: "archive",
  takes: "",
  summary: "Archive this room: nobody can write in it",
  offered: ({ may, room }) => may.close && room.archivedAt === null,
  async run(_rest, { api, room }) {
    await api.rooms.archive.mutate({ roomId: room.id, archived: true });
  },
};
