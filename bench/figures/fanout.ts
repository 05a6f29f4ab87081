import type { Chat, StartChat } from "../chats/chat.ts";
import { Crowd } from "../load/crowd.ts";
import type { ServerProcess } from "../processes/serverProcess.ts";
import type { Sample } from "./figure.ts";

export interface Room {
  chat: Chat;
  crowd: Crowd;
  /** How many were said so far: the number of the next one. */
  said: number;
}

/** A chat in which so many listen, for as long as `measure` takes. Fails unless everyone heard it all. */
export async function inRoomOf(
  start: StartChat,
  listeners: number,
  measure: (room: Room) => Promise<Sample>,
): Promise<Sample> {
  await using chat = await start(listeners);
  const crowd = new Crowd(listeners);
  await chat.listen({
    count: listeners,
    hear: (listener, payload) => crowd.hear(listener, payload),
  });
  const room = { chat, crowd, said: 0 };
  const sample = await measure(room);
  await crowd.everyoneHas(room.said);
  crowd.check(room.said);
  return sample;
}

/** Says so many together, and resolves when everyone has heard them and the speaker got the answer. */
export async function sayToAll(room: Room, together: number): Promise<void> {
  const numbers = Array.from({ length: together }, (_, index) => room.said + index);
  room.said += together;
  await Promise.all([room.chat.say(numbers), room.crowd.everyoneHas(room.said)]);
}

/** How much of one core each side had while `work` ran, for who wants to know which was the limit. */
export async function busyDuring(server: ServerProcess, work: () => Promise<void>) {
  const ourCpu = process.cpuUsage();
  const before = await server.usage();
  const startedAt = performance.now();
  await work();
  const micros = (performance.now() - startedAt) * 1000;
  const after = await server.usage();
  const { user, system } = process.cpuUsage(ourCpu);
  return {
    seconds: micros / 1e6,
    cpuMicros: after.cpuMicros - before.cpuMicros,
    busy: {
      "server, % of a core": ((after.cpuMicros - before.cpuMicros) / micros) * 100,
      "load generator, % of a core": ((user + system) / micros) * 100,
    },
  };
}
