import { limits } from "../../shared/limits.ts";
import type { ExportedRoom, SlackExport } from "./export.ts";
import type { Directory, Named } from "./mrkdwn.ts";
import { plainFrom } from "./mrkdwn.ts";
import type { People } from "./people.ts";
import type { ImportStore } from "./rehearsal.ts";
import type { Tally } from "./summary.ts";
import { timeOf } from "./timestamp.ts";

export interface ImportedRooms {
  /** By Slack's id. */
  ids: Map<string, Named>;
  created: number;
  members: number;
}

export async function importRooms(
  { slack, people, leftOut }: { slack: SlackExport; people: People; leftOut: Tally },
  imports: ImportStore,
): Promise<ImportedRooms> {
  const rooms: ImportedRooms = { ids: new Map(), created: 0, members: 0 };
  const directory = topicDirectory(slack, people);
  for (const room of slack.rooms) {
    const { record, kind } = room;
    const userIds = [...new Set(record.members)].flatMap((id) => people.ids.get(id)?.id ?? []);
    if (kind === "direct" && userIds.length === 0) {
      leftOut.add("direct rooms of nobody");
      continue;
    }
    const { roomId, created } = await imports.importRoom({
      key: `slack:${slack.team}:${record.id}`,
      kind,
      name: nameOf(room),
      topic: topicOf(room, directory),
      createdBy: people.ids.get(record.creator ?? "")?.id ?? null,
      createdAt: timeOf(record.created ?? 0),
      archived: record.is_archived ?? false,
      userIds,
    });
    // Of a room that came over before, people who are new here; others may have left it meanwhile.
    const arrivals =
      created || kind === "direct" ? [] : userIds.filter((id) => people.created.has(id));
    if (arrivals.length > 0) await imports.addMembers(roomId, arrivals);
    rooms.ids.set(record.id, { id: roomId, name: nameOf(room) });
    rooms.members += userIds.length;
    if (created) rooms.created += 1;
  }
  return rooms;
}

function nameOf({ record, kind }: ExportedRoom): string {
  if (kind === "direct") return "";
  const name = (record.name ?? "").replace(/\p{C}+/gu, " ").trim();
  return (name || record.id).slice(0, limits.roomName);
}

function topicOf({ record, kind }: ExportedRoom, directory: Directory): string {
  if (kind === "direct") return "";
  const text = record.topic?.value || record.purpose?.value || "";
  return plainFrom(text, directory).replace(/\s+/g, " ").trim().slice(0, limits.roomTopic);
}

/** Topics are plain text: they name people and rooms by their names. */
function topicDirectory({ rooms }: SlackExport, people: People): Directory {
  const names = new Map(rooms.map(({ record }) => [record.id, record.name ?? record.id]));
  return {
    user: (id) => people.ids.get(id),
    room: (id) => (names.has(id) ? { id, name: names.get(id) ?? id } : undefined),
  };
}
