import type { Command } from "../command.ts";

export const mute: Command = {
  name: "mute",
  takes: "",
  summary: "Mute this room, or hear of it again",
  async run(_rest, { api, room, tell }) {
    const muted = room.membership.notify === "nothing";
    const notify = muted ? "everything" : "nothing";
    await api.rooms.setNotify.mutate({ roomId: room.id, notify });
    tell(muted ? "You hear of this room again" : "Room muted");
  },
};
