import type { ReactNode } from "react";
import type { JoinedRoom } from "../../../shared/rooms.ts";
import type { User } from "../../../shared/users.ts";
import { scoreOf } from "./score.ts";

/** Something to do, found by its title and by other words for it. */
export interface SwitcherCommand {
  title: string;
  words: string;
  icon: ReactNode;
  run: () => void;
}

/** Something to jump to, or to do. */
export type Entry =
  | { type: "room"; key: string; room: JoinedRoom; title: string; detail: string }
  | { type: "person"; key: string; user: User; title: string; detail: string }
  | { type: "command"; key: string; command: SwitcherCommand; title: string; detail: string }
  | { type: "search"; key: string; text: string; title: string; detail: string };

interface Sources {
  rooms: readonly JoinedRoom[];
  users: ReadonlyMap<string, User>;
  meId: string;
  /** The room that is open: the one place that one does not want to go to. */
  hereId: string | null;
  commands: readonly SwitcherCommand[];
}

const shown = 12;

/**
 * What fits the query, best first; among equals what was talked in last. Last, the way to the messages. After
 * a slash, as in a composer, only what one can do.
 */
export function entriesFor(query: string, sources: Sources): Entry[] {
  const { rooms, users, meId, hereId, commands } = sources;
  if (query.startsWith("/")) return bestOf(commandEntries(commands), query.slice(1));
  const asked = query.trim() !== "";
  const elsewhere = asked ? rooms : rooms.filter(({ id }) => id !== hereId);
  const places = [...roomEntries(elsewhere, users, meId), ...personEntries(rooms, users, meId)];
  // Without a word about what is wanted, where one was is likelier than anything one could do.
  const deeds = asked ? commandEntries(commands) : [];
  return [...bestOf([...places, ...deeds], query), ...searchEntries(query.trim())];
}

function bestOf(entries: readonly Entry[], query: string): Entry[] {
  const scored = entries
    .map((entry) => ({ entry, score: scoreFor(entry, query) }))
    .filter(({ score }) => score > 0);
  return scored
    .toSorted((a, b) => b.score - a.score || recency(b.entry) - recency(a.entry))
    .slice(0, shown)
    .map(({ entry }) => entry);
}

function scoreFor(entry: Entry, query: string): number {
  const score = Math.max(scoreOf(entry.title, query), scoreOf(entry.detail, query) * 0.9);
  // Rooms and people of that name come first.
  return entry.type === "command" ? score * 0.85 : score;
}

function commandEntries(commands: readonly SwitcherCommand[]): Entry[] {
  return commands.map((command) => ({
    type: "command",
    key: `command ${command.title}`,
    command,
    title: command.title,
    detail: command.words,
  }));
}

function searchEntries(text: string): Entry[] {
  if (text === "") return [];
  return [
    { type: "search", key: "search", text, title: `Search messages for “${text}”`, detail: "" },
  ];
}

function roomEntries(
  rooms: readonly JoinedRoom[],
  users: ReadonlyMap<string, User>,
  meId: string,
): Entry[] {
  return rooms
    .filter((room) => room.archivedAt === null)
    .map((room) => ({ type: "room", key: room.id, room, ...wordsFor(room, users, meId) }));
}

function wordsFor(room: JoinedRoom, users: ReadonlyMap<string, User>, meId: string) {
  if (room.kind !== "direct") return { title: room.name, detail: "" };
  const others = room.directUserIds.filter((id) => id !== meId).map((id) => users.get(id));
  const title = others.map((user) => user?.displayName ?? "Someone").join(", ");
  return { title, detail: others.map((user) => user?.username ?? "").join(" ") };
}

/** People whom one has no room of two with yet: choosing them makes it. */
function personEntries(
  rooms: readonly JoinedRoom[],
  users: ReadonlyMap<string, User>,
  meId: string,
): Entry[] {
  const known = new Set([meId]);
  for (const { kind, directUserIds } of rooms) {
    if (kind === "direct" && directUserIds.length === 2) {
      for (const id of directUserIds) known.add(id);
    }
  }
  return [...users.values()]
    .filter((user) => user.status === "active" && user.role !== "bot" && !known.has(user.id))
    .map((user) => ({
      type: "person",
      key: user.id,
      user,
      title: user.displayName,
      detail: user.username,
    }));
}

function recency(entry: Entry): number {
  return entry.type === "room" ? entry.room.lastMessageSeq : -1;
}
