import { v7 as uuidv7 } from "uuid";
import { SnugError } from "../../../shared/errors.ts";
import { openSqliteStore } from "./index.ts";

/**
 * A process for tests to kill: `node acknowledgingWriter.ts FILE AUTHOR ROOM`. It sends messages, some at
 * once, and says on its output what the store acknowledged. It ends by itself when the store is full.
 */
const [file = "", authorId = "", roomId = ""] = process.argv.slice(2);
const store = openSqliteStore({ file });
let full = false;

async function send(): Promise<void> {
  const clientId = uuidv7();
  const body = `${clientId} ${"x".repeat(200)}`;
  const message = { authorId, roomId, clientId, body, threadRootId: null, attachmentIds: [] };
  try {
    const { seq } = await store.appendMessage(message);
    process.stdout.write(`acknowledged ${clientId} ${seq}\n`);
  } catch (error) {
    full = true;
    const code = error instanceof SnugError ? error.code : String(error);
    process.stdout.write(`refused ${code}\n`);
  }
}

async function keepSending(): Promise<void> {
  while (!full) await send();
}

await Promise.all(Array.from({ length: 8 }, keepSending));
// What was read before can be read after.
const { messages } = await store.history(roomId, null, 100);
process.stdout.write(`readable ${messages.length}\n`);
await store[Symbol.asyncDispose]();
