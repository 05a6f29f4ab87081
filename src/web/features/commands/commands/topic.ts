import type { Command } from "../command.ts";
import { refuse } from "../command.ts";

export const topic: Command = {
  name: "topic",
  takes: "what this room is about",
  summary: "Change the room’s topic",
  offered: ({ room }) => room.kind !== "direct",
  async run(rest, { api, room, tell }) {
    if (rest === "") throw refuse("Write the new topic after /topic.");
    await api.rooms.update.mutate({ roomId: room.id, topic: rest });
    tell("Topic changed");
  },
};
