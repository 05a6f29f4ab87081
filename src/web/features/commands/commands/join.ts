import type { Command, Here } from "../command.ts";
import { refuse } from "../command.ts";
import { isCalled, ownRoom } from "../named.ts";

export const join: Command = {
  name: "join",
  takes: "#room",
  summary: "Go to a room, joining it if need be",
  async run(rest, here) {
    if (rest === "") throw refuse("Write the room’s name after /join.");
    here.openRoom(ownRoom(rest, here.rooms)?.id ?? (await joined(rest, here)));
  },
};

async function joined(rest: string, { api }: Here): Promise<string> {
  const open = await api.rooms.browse.query({});
  const room = open.find((each) => isCalled(each, rest));
  if (!room) throw refuse(`There is no open room called ${rest}.`);
  await api.rooms.join.mutate({ roomId: room.id });
  return room.id;
}
