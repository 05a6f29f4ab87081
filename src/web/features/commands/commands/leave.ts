import type { Command } from "../command.ts";

export const leave: Command = {
  name: "leave",
  takes: "",
  summary: "Leave this room",
  offered: ({ room }) => room.kind !== "direct",
  async run(_rest, { api, room, goHome, tell }) {
    await api.rooms.leave.mutate({ roomId: room.id });
    goHome();
    // To a private room someone has to add one again, and who runs a room comes back as one of many.
    if (room.kind === "private" || room.membership.role === "admin") return;
    tell(`You left ${room.name}`, {
      label: "Undo",
      onAction: () => void api.rooms.join.mutate({ roomId: room.id }),
    });
  },
};
