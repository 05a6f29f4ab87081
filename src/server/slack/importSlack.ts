import type { ImportedMessage, Imports } from "../store/port.ts";
import type { Archive } from "./archive.ts";
import { openArchive } from "./archive.ts";
import type { Conversion } from "./convert.ts";
import { convert } from "./convert.ts";
import type { SlackExport } from "./export.ts";
import { readExport } from "./export.ts";
import type { FileTarget } from "./files.ts";
import { FileImport } from "./files.ts";
import { importPeople } from "./people.ts";
import type { ImportStore } from "./rehearsal.ts";
import { rehearsal } from "./rehearsal.ts";
import type { ImportedRooms } from "./rooms.ts";
import { importRooms } from "./rooms.ts";
import type { ImportSummary } from "./summary.ts";
import { Tally } from "./summary.ts";
import { messageKey, survey } from "./survey.ts";
import type { TimelineEntry } from "./timeline.ts";
import { timeline } from "./timeline.ts";

export { ArchiveError } from "./archive.ts";
export type { Counted, ImportSummary } from "./summary.ts";

export interface ImportProgress {
  stage: "reading" | "importing";
  done: number;
  total: number;
}

/** What is written to: the store and the files of the workspace. */
export interface ImportTarget extends FileTarget {
  store: ImportStore;
}

/**
 * Brings a Slack export into the workspace: people, rooms, messages in the order of their times, threads,
 * reactions and files. Everything is known by its id in Slack, so that importing again, or a later export
 * of the same workspace, adds only what is new; so does going on after an import that was broken off.
 * Without a target it is a rehearsal that tells what would come. Throws an `ArchiveError` for a file that
 * is no export.
 */
export async function importSlack(
  path: string,
  target: ImportTarget | null,
  onProgress: (progress: ImportProgress) => void = () => undefined,
): Promise<ImportSummary> {
  await using archive = await openArchive(path);
  const slack = await readExport(archive);
  return await importExport({ archive, slack, target, onProgress });
}

/** Messages of one transaction: enough to share its fsync, few enough to let others write between. */
const batch = 200;

async function importExport({
  archive,
  slack,
  target,
  onProgress,
}: {
  archive: Archive;
  slack: SlackExport;
  target: ImportTarget | null;
  onProgress: (progress: ImportProgress) => void;
}): Promise<ImportSummary> {
  const changed = new Tally();
  const leftOut = new Tally();
  for (const [what, count] of slack.ignored) leftOut.add(what, count);
  const found = await survey(slack, (done, total) => onProgress({ stage: "reading", done, total }));
  leftOut.add("records that are no messages", found.unreadable);

  const store = target?.store ?? rehearsal();
  const people = await importPeople({ slack, found, changed, leftOut }, store);
  const rooms = await importRooms({ slack, people, leftOut }, store);
  await welcome(people.arrivals, store);
  const files = new FileImport(archive, slack.uploads, {
    files: target,
    imports: store,
  });
  const directory = {
    user: (id: string) => people.ids.get(id),
    room: (id: string) => rooms.ids.get(id),
  };
  const conversion = { team: slack.team, found, directory, files, changed, leftOut };
  const written = await writeMessages(conversion, { slack, store, onProgress });
  await store.markImported([...written.roomIds]);

  return {
    users: {
      total: new Set(Array.from(people.ids.values(), ({ id }) => id)).size,
      bots: people.bots,
      created: people.created.size,
    },
    rooms: { ...kindsOf(slack, rooms), created: rooms.created },
    members: rooms.members,
    messages: { total: written.total, created: written.created },
    threads: written.roots.size,
    replies: written.replies,
    reactions: written.reactions,
    files: written.files,
    changed: changed.list(),
    leftOut: leftOut.list(),
    problems: [...found.problems, ...files.problems],
  };
}

/** Who comes over joins the room that everyone joins on signing up. */
async function welcome(userIds: string[], store: ImportStore): Promise<void> {
  const firstRoomId = (await store.workspace())?.firstRoomId ?? null;
  if (firstRoomId !== null && userIds.length > 0) await store.addMembers(firstRoomId, userIds);
}

interface Destination {
  slack: SlackExport;
  store: Imports;
  onProgress: (progress: ImportProgress) => void;
}

async function writeMessages(conversion: Conversion, { slack, store, onProgress }: Destination) {
  const { found, changed, leftOut } = conversion;
  const written = {
    total: 0,
    created: 0,
    replies: 0,
    reactions: 0,
    files: 0,
    /** Rooms that got something new. */
    roomIds: new Set<string>(),
    roots: new Set<string>(),
  };
  const keys = new Set<string>();
  let pending: ImportedMessage[] = [];
  let done = 0;
  let last: TimelineEntry | undefined;

  for await (const entry of timeline(slack, found.days)) {
    done += 1;
    if (isSame(entry, last)) {
      leftOut.add("messages that stand in the archive twice");
      continue;
    }
    last = entry;
    for (const message of await convert(entry, conversion)) {
      // Only roots have to be remembered.
      if (found.roots.has(messageKey(entry.room, entry.message.ts))) keys.add(message.key);
      count(message);
      pending.push(message);
    }
    if (pending.length >= batch) await flush();
  }
  await flush();
  return written;

  function count({ threadRootKey, reactions, attachmentIds }: ImportedMessage): void {
    written.total += 1;
    written.files += attachmentIds.length;
    for (const { userIds } of reactions) written.reactions += userIds.length;
    if (threadRootKey === null) return;
    if (!keys.has(threadRootKey)) {
      changed.add("replies to messages that the archive lacks: they stand in the room");
      return;
    }
    written.replies += 1;
    written.roots.add(threadRootKey);
  }

  async function flush(): Promise<void> {
    const messages = pending;
    pending = [];
    if (messages.length > 0) {
      const { created } = await store.importMessages(messages);
      written.created += created;
      if (created > 0) for (const { roomId } of messages) written.roomIds.add(roomId);
    }
    onProgress({ stage: "importing", done, total: found.messages });
  }
}

function isSame(a: TimelineEntry, b: TimelineEntry | undefined): boolean {
  return b !== undefined && a.message.ts === b.message.ts && a.room === b.room;
}

function kindsOf(slack: SlackExport, rooms: ImportedRooms) {
  const kinds = { public: 0, private: 0, direct: 0 };
  for (const { record, kind } of slack.rooms) if (rooms.ids.has(record.id)) kinds[kind] += 1;
  return kinds;
}
