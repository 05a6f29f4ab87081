import { ArchiveError } from "./archive.ts";
import { authorOf, botNameIn } from "./authors.ts";
import type { ExportedRoom, SlackExport } from "./export.ts";
import type { SlackMessage } from "./records.ts";
import { compareTimestamps } from "./timestamp.ts";

/** One room's file of one day, with the timestamp of its earliest message. */
export interface SurveyedDay {
  room: ExportedRoom;
  file: string;
  first: string;
}

/** What has to be known of all messages before the first is imported. */
export interface Survey {
  days: SurveyedDay[];
  messages: number;
  /** Who wrote, reacted or is a member, with what the messages tell of people that no list names. */
  people: Map<string, SlackMessage["user_profile"]>;
  mentioned: Set<string>;
  /** Names of bots by their id. */
  bots: Map<string, string>;
  /** Messages that have replies, by `messageKey`. */
  roots: Set<string>;
  /** Records that are no messages. */
  unreadable: number;
  problems: { file: string; reason: string }[];
}

export async function survey(
  slack: SlackExport,
  onProgress: (done: number, total: number) => void,
): Promise<Survey> {
  const found: Survey = {
    days: [],
    messages: 0,
    people: new Map(),
    mentioned: new Set(),
    bots: new Map(),
    roots: new Set(),
    unreadable: 0,
    problems: [],
  };
  for (const { record } of slack.rooms) {
    for (const member of record.members) found.people.set(member, undefined);
  }
  const total = slack.rooms.reduce((sum, { days }) => sum + days.length, 0);
  let done = 0;
  for (const room of slack.rooms) {
    for (const file of room.days) {
      await surveyDay(found, slack, { room, file });
      done += 1;
      onProgress(done, total);
    }
  }
  found.days.sort((a, b) => compareTimestamps(a.first, b.first));
  return found;
}

export function messageKey(room: ExportedRoom, timestamp: string): string {
  return `${room.record.id}:${timestamp}`;
}

async function surveyDay(
  found: Survey,
  slack: SlackExport,
  { room, file }: { room: ExportedRoom; file: string },
): Promise<void> {
  try {
    const { messages, unreadable } = await slack.messages(file);
    found.unreadable += unreadable;
    found.messages += messages.length;
    for (const message of messages) surveyMessage(found, room, message);
    const [first] = messages.map(({ ts }) => ts).toSorted(compareTimestamps);
    if (first !== undefined) found.days.push({ room, file, first });
  } catch (error) {
    if (!(error instanceof ArchiveError)) throw error;
    found.problems.push({ file, reason: error.message });
  }
}

function surveyMessage(found: Survey, room: ExportedRoom, message: SlackMessage): void {
  const { thread_ts, ts, reactions, user_profile, text = "" } = message;
  for (const [, id = ""] of text.matchAll(/<@(\w+)/g)) found.mentioned.add(id);
  if (thread_ts !== undefined && thread_ts !== ts) found.roots.add(messageKey(room, thread_ts));
  for (const { users } of reactions) {
    for (const user of users) if (!found.people.has(user)) found.people.set(user, undefined);
  }
  const author = authorOf(message);
  if (author.kind === "user") {
    found.people.set(author.id, found.people.get(author.id) ?? user_profile);
  }
  const bot = botNameIn(message);
  // The notice of its arrival names a bot better than the name that it first posted under.
  if (bot !== undefined && (bot.isOwn || !found.bots.has(bot.id))) found.bots.set(bot.id, bot.name);
}
