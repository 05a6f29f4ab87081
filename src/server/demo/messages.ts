import type { ImportedMessage } from "../store/port.ts";
import { minutesBefore, workdayBefore } from "./calendar.ts";
import type { Cast } from "./cast.ts";
import { idOf, idsOf, withIds } from "./cast.ts";
import type { DemoRoom } from "./rooms/room.ts";
import type { Line } from "./script.ts";

/** A room and what is said in it. */
export interface Scene {
  room: DemoRoom;
  lines: Line[];
}

/** What a line's message is called when it is imported. */
export function keyOf({ room, lines }: Scene, line: Line): string {
  return `demo:${room.key}:${lines.indexOf(line)}`;
}

/** When each person last said something, by username. */
export function lastWords(scenes: readonly Scene[], now: Date): ReadonlyMap<string, Date> {
  const last = new Map<string, Date>();
  const said = scenes.flatMap(({ lines }) => lines.flatMap((line) => [line, ...line.replies]));
  for (const line of said) {
    const time = timeOf(line, now);
    if (time > (last.get(line.author) ?? 0)) last.set(line.author, time);
  }
  return last;
}

/** A room's messages, each root before its replies. */
export function messagesOf(scene: Scene, cast: Cast, now: Date): ImportedMessage[] {
  const { room, lines } = scene;
  const roomId = idOf(cast.rooms, room.key);
  return lines.flatMap((line) => {
    const key = keyOf(scene, line);
    const quoted = line.quotes === null ? null : lineThatBegins(scene, line.quotes);
    const root = toMessage(line, { key, threadRootKey: null });
    const replies = line.replies.map((reply, number) =>
      toMessage(reply, { key: `${key}:${number}`, threadRootKey: key }),
    );
    return [{ ...root, quotedKey: quoted && keyOf(scene, quoted) }, ...replies];
  });

  function toMessage(
    line: Line,
    place: Pick<ImportedMessage, "key" | "threadRootKey">,
  ): ImportedMessage {
    const time = timeOf(line, now);
    return {
      ...place,
      roomId,
      authorId: idOf(cast.users, line.author),
      authorName: null,
      body: withIds(line.body, cast),
      createdAt: time.toISOString(),
      editedAt: line.isEdited ? new Date(time.getTime() + 90_000).toISOString() : null,
      reactions: line.reactions.map(({ emoji, names }) => ({
        emoji,
        userIds: idsOf(cast.users, names),
      })),
      attachmentIds: line.files.map((name) => idOf(cast.files, `${room.key}/${name}`)),
    };
  }
}

function lineThatBegins({ room, lines }: Scene, start: string): Line {
  const found = lines.find(({ body }) => body.startsWith(start));
  if (found === undefined) throw new Error(`Nobody in ${room.key} says “${start}”.`);
  return found;
}

function timeOf({ day, minute }: Line, now: Date): Date {
  return day === 0 ? minutesBefore(now, minute) : workdayBefore(now, day, minute);
}
