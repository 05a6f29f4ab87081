import type { ExportedRoom, SlackExport } from "./export.ts";
import type { SlackMessage } from "./records.ts";
import type { SurveyedDay } from "./survey.ts";
import { compareTimestamps } from "./timestamp.ts";

export interface TimelineEntry {
  room: ExportedRoom;
  message: SlackMessage;
}

/**
 * The messages of all rooms in the order in which they were written. Of the whole export only as much is
 * in memory as overlaps in time: days come by their first message, and a message leaves when no day that
 * is still to come begins before it.
 */
export async function* timeline(
  slack: SlackExport,
  days: readonly SurveyedDay[],
): AsyncGenerator<TimelineEntry> {
  let waiting: TimelineEntry[] = [];
  for (const [index, { room, file }] of days.entries()) {
    for (const message of (await slack.messages(file)).messages) waiting.push({ room, message });
    // Stable: what has the same timestamp stays in the order of the files.
    waiting.sort((a, b) => compareTimestamps(a.message.ts, b.message.ts));
    const next = days[index + 1]?.first;
    const staying =
      next === undefined
        ? -1
        : waiting.findIndex(({ message }) => compareTimestamps(message.ts, next) >= 0);
    yield* staying < 0 ? waiting : waiting.slice(0, staying);
    waiting = staying < 0 ? [] : waiting.slice(staying);
  }
}
