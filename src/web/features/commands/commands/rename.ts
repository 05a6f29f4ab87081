import type { Command } from "../command.ts";
import { refuse } from "../command.ts";

export const rename: Command = {
  name: "rename",
  takes: "the room’s new name",
  summary: "Rename this room",
  offered: ({ may }) => may.manage,
  async run(rest, { api, room }) {
    if (rest === "") throw refuse("Write the new name after /rename.");
    await api.rooms.update.mutate({ roomId: room.id, name: rest });
  },
};
