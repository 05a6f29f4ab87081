// Appends through the durable port as fast as it acknowledges, and prints how many it were.
import { readFile } from "node:fs/promises";
import { join } from "node:path";

import { v7 as uuidv7 } from "uuid";

import { openWorkspace } from "../../src/server/main.ts";
import { textOf } from "../load/texts.ts";
import { teamSchema } from "./team.ts";

const [folder = ".", seconds = "1"] = process.argv.slice(2);
const { roomId, userIds } = teamSchema.parse(
  JSON.parse(await readFile(join(folder, "team.json"), "utf8")),
);
await using workspace = await openWorkspace({ env: { DATA_DIR: folder } });
const { store } = workspace;

let appended = 0;
let stopped = false;

async function keepAppending(authorId: string): Promise<void> {
  while (!stopped) {
    await store.appendMessage({
      authorId,
      roomId,
      clientId: uuidv7(),
      body: textOf(appended),
      threadRootId: null,
      attachmentIds: [],
    });
    appended += 1;
  }
}

async function pass(ms: number): Promise<number> {
  const before = appended;
  await new Promise((resolve) => setTimeout(resolve, ms));
  return appended - before;
}

const appending = Promise.all(userIds.map(keepAppending));
await pass(Number(seconds) * 250);
const startedAt = performance.now();
const counted = await pass(Number(seconds) * 1000);
console.log(JSON.stringify({ appended: counted, seconds: (performance.now() - startedAt) / 1000 }));
stopped = true;
await appending;
