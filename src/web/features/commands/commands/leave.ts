import type { Command } from "../command.ts";

export const leave: Command = {
  name: "leave",
  takes: "",
  summary: "Leave this room",
  offered: ({ room }) => room.kind !== "direct",
  async run(_rest, { api, room, goHome }) {
    await api.rooms.leave.mutate({ roomId: room.id });
    goHome();
  },
};
