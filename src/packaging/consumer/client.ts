// What an embedder may and may not write, checked by the compilers that the package supports.
import { createSnugClient, errorDetails, memoryStorage, SnugError } from "snug/client";
import type { LogEvent, LogEventOf, Message, Snapshot } from "snug/types";

export const client = createSnugClient({
  url: "https://chat.example.org",
  token: async () => "secret",
  storage: memoryStorage(),
});

export const off: () => void = client.on("message.created", ({ message, thread, seq }) => {
  const words: string[] = message.body.split(" ");
  const replies: number | undefined = thread?.summary.replyCount;
  // @ts-expect-error there is no such field
  const typo = message.text;
  // @ts-expect-error a number
  const text: string = seq;
  return [words, replies, typo, text];
});

client.on("connection", ({ status }) => {
  const online: boolean = status === "online";
  // @ts-expect-error no such status
  return online && status === "onlien";
});

// @ts-expect-error no such event
client.on("message.deleeted", () => {});
// @ts-expect-error an address is needed
createSnugClient({});

export async function follow(): Promise<string> {
  for await (const event of client.events()) {
    // @ts-expect-error not every event has a message
    const early = event.message;
    switch (event.type) {
      case "message.created":
      case "message.edited":
        return event.message.body + String(early);
      case "reaction.added":
        return event.emoji;
      default:
        break;
    }
  }
  return "";
}

export async function talk(roomId: string): Promise<Message> {
  const { rooms, me }: Snapshot = await client.api.events.snapshot.query();
  const page = await client.api.messages.history.query({ roomId, limit: 20 });
  const bodies: string[] = page.messages.map(({ body }) => body);
  // @ts-expect-error a room is needed
  await client.api.messages.history.query({ limit: 20 });
  // @ts-expect-error there is no such procedure
  await client.api.messages.sendd.mutate({ roomId });
  // @ts-expect-error a mutation is no query
  await client.api.rooms.join.query({ roomId });
  const room = client.room(rooms[0]?.id ?? roomId);
  await room.send({ body: bodies.join(), threadRootId: null });
  // @ts-expect-error a number is no message
  await room.send(5);
  return room.send(me.id);
}

export function explain(error: unknown): string {
  const { code, message } = errorDetails(error);
  // @ts-expect-error no such code
  if (code === "NO_SUCH_CODE") return "";
  return error instanceof SnugError && error.code === "RATE_LIMITED" ? "later" : message;
}

export function isLoud(event: LogEvent): event is LogEventOf<"message.created"> {
  return event.type === "message.created" && event.message.mentions.room;
}
