import { describe, expect, it } from "vitest";
import type { Message } from "../../../../shared/messages.ts";
import { commandOfKey, commandsFor } from "./commands.ts";

const message: Message = {
  id: "message",
  clientId: "client",
  roomId: "room",
  authorId: "ann",
  authorName: null,
  body: "Hello",
  attachments: [],
  reactions: [],
  mentions: { userIds: [], room: false },
  threadRootId: null,
  thread: null,
  quotedId: null,
  pinned: null,
  seq: 7,
  createdAt: "2025-03-12T12:00:00.000Z",
  editedAt: null,
  deletedAt: null,
};
const reader = { meId: "ann", canWrite: true, canModerate: false, inThread: false };

describe("what one may do with a message", () => {
  it("lets authors edit and delete their own", () => {
    const own = commandsFor(message, null, reader);
    expect(own.has("edit")).toBe(true);
    expect(own.has("delete")).toBe(true);
  });

  it("lets others react and reply, not edit or delete", () => {
    const others = commandsFor(message, null, { ...reader, meId: "bob" });
    const reading = ["save", "copyText", "copyLink", "markUnread"];
    expect([...others]).toEqual(["react", "thread", "quote", "pin", ...reading]);
  });

  it("lets those who keep order delete what others wrote, but not edit it", () => {
    const moderated = commandsFor(message, null, { ...reader, meId: "bob", canModerate: true });
    expect(moderated.has("delete")).toBe(true);
    expect(moderated.has("edit")).toBe(false);
  });

  it("leaves only reading in an archived room", () => {
    const archived = commandsFor(message, null, { ...reader, canWrite: false });
    expect([...archived]).toEqual(["thread", "save", "copyText", "copyLink", "markUnread"]);
  });

  it("offers nothing on a message that is still being sent", () => {
    const entry = {
      clientId: "client",
      roomId: "room",
      threadRootId: null,
      quotedId: null,
      body: "Hello",
      attachments: [],
      createdAt: message.createdAt,
      status: "pending" as const,
      error: null,
    };
    expect(commandsFor(message, entry, reader).size).toBe(0);
  });

  it("keeps the thread of a deleted message within reach", () => {
    const deleted: Message = {
      ...message,
      body: "",
      deletedAt: message.createdAt,
      thread: { replyCount: 1, lastReplyAt: message.createdAt, userIds: ["bob"] },
    };
    expect([...commandsFor(deleted, null, reader)]).toEqual(["thread", "copyLink", "markUnread"]);
  });

  it("reads letters in either case, and Backspace as Delete", () => {
    expect(commandOfKey("e")).toBe("edit");
    expect(commandOfKey("E")).toBe("edit");
    expect(commandOfKey("Backspace")).toBe("delete");
    expect(commandOfKey("x")).toBeNull();
  });
});
