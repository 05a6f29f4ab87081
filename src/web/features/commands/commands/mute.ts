import type { Command } from "../command.ts";

export const mute: Command = {
  name: "mute",
  takes: "",
  summary: "Mute this room, or hear of it again",
  async run(_rest, { api, room, tell }) {
    const muted = !room.membership.muted;
    await api.rooms.setPreferences.mutate({ roomId: room.id, muted });
    tell(muted ? "Room muted" : "You hear of this room again");
  },
};
