import type { ChildProcessByStdio } from "node:child_process";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { describe, expect, it } from "vitest";
import { readAll } from "../../../testing/storeReader.ts";
import type { Team } from "../contract/team.ts";
import { openTeam } from "../contract/team.ts";
import type { Store } from "../port.ts";
import { openSqliteStore } from "./index.ts";
import { temporaryStore } from "./temporaryStore.ts";

const writer = join(import.meta.dirname, "acknowledgingWriter.ts");
const index = join(import.meta.dirname, "index.ts");

type Child = ChildProcessByStdio<null, Readable, null>;

describe("an SQLite file", () => {
  it("[RT3] has everything that was acknowledged before the process was killed", async () => {
    await using temporary = temporaryStore();
    const { ann, lobby } = await openTeam(async () => temporary);
    await temporary.store[Symbol.asyncDispose]();
    const acknowledged = new Map<string, number>();
    for (const acks of [1, 40, 300, 77]) {
      const child = start([process.execPath, writer, temporary.file, ann.id, lobby]);
      let left = acks;
      for await (const [word, clientId = "", seq] of wordsOf(child)) {
        expect(word).toBe("acknowledged");
        acknowledged.set(clientId, Number(seq));
        left -= 1;
        if (left === 0) child.kill("SIGKILL");
      }
      await using store = openSqliteStore({ file: temporary.file });
      await expectWhole(store, lobby, acknowledged);
    }
  });

  it("[RT3] refuses what does not fit on the disk, keeps the rest, and takes more when it fits", async () => {
    await using temporary = temporaryStore();
    const { ann, lobby } = await openTeam(async () => temporary);
    await temporary.store[Symbol.asyncDispose]();
    const acknowledged = new Map<string, number>();
    const others = new Set<string>();
    // No file of that process grows past 2 MB: to SQLite, a write that fails like a full disk.
    const limited = `trap "" XFSZ; ulimit -f 2048; exec "$@"`;
    const command = [process.execPath, writer, temporary.file, ann.id, lobby];
    const child = start(["bash", "-c", limited, "bash", ...command]);
    for await (const [word = "", detail = "", seq] of wordsOf(child)) {
      if (word === "acknowledged") acknowledged.set(detail, Number(seq));
      else others.add(`${word} ${detail}`);
    }
    expect([...others]).toEqual(["refused UNAVAILABLE", "readable 100"]);
    expect(acknowledged.size).toBeGreaterThan(100);
    await using store = openSqliteStore({ file: temporary.file });
    await expectWhole(store, lobby, acknowledged);
    const { head } = await store.logState();
    const message = { authorId: ann.id, roomId: lobby, body: "Fits again", threadRootId: null };
    const sent = await store.appendMessage({ ...message, clientId: "c1", attachmentIds: [] });
    expect(sent.seq).toBe(head + 1);
  });

  it("is brought to the newest schema once when several processes start at the same moment", async () => {
    await using temporary = temporaryStore();
    const file = join(temporary.file, "..", "fresh.db");
    const script = `
      const { openSqliteStore } = await import(${JSON.stringify(index)});
      await using store = openSqliteStore({ file: ${JSON.stringify(file)} });
      console.log((await store.logState()).epoch);`;
    const starts = Array.from({ length: 4 }, async () => {
      const child = start([process.execPath, "--input-type=module", "-e", script]);
      let said = "";
      for await (const [word = ""] of wordsOf(child)) said += word;
      return said;
    });
    await using store = openSqliteStore({ file });
    const { epoch } = await store.logState();
    expect(await Promise.all(starts)).toEqual([epoch, epoch, epoch, epoch]);
  });
});

function start([command = "", ...args]: string[]): Child {
  return spawn(command, args, { stdio: ["ignore", "pipe", "inherit"] });
}

async function* wordsOf(child: Child): AsyncGenerator<string[]> {
  const closed = once(child, "close");
  for await (const line of createInterface({ input: child.stdout })) yield line.split(" ");
  await closed;
}

/** All of it, once each, at the seq that was acknowledged, in a log without gaps. */
async function expectWhole(
  store: Store,
  roomId: Team["lobby"],
  acknowledged: ReadonlyMap<string, number>,
): Promise<void> {
  const messages = await readAll((position) => store.history(roomId, position, 100));
  const stored = new Map(messages.map(({ clientId, seq }) => [clientId, seq]));
  expect(stored.size).toBe(messages.length);
  for (const [clientId, seq] of acknowledged) expect(stored.get(clientId)).toBe(seq);
  const { head } = await store.logState();
  const events = await store.eventsAfter(0, head + 1);
  expect(events.map(({ seq }) => seq)).toEqual(Array.from({ length: head }, (_, n) => n + 1));
}
