import type { Command } from "../command.ts";

export const archive: Command = {
  name: "archive",
  takes: "",
  summary: "Close this room to new messages",
  offered: ({ may, room }) => may.close && room.archivedAt === null,
  async run(_rest, { api, room, tell }) {
    const archive = (archived: boolean) => api.rooms.archive.mutate({ roomId: room.id, archived });
    await archive(true);
    tell(`${room.name} is archived`, { label: "Undo", onAction: () => void archive(false) });
  },
};
