import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";

import { v7 } from "uuid";
import { expect } from "vitest";

import type { Person } from "./people.ts";
import { setUp, signUp } from "./people.ts";
import { startTestServer } from "./server.ts";

export const root = join(import.meta.dirname, "../..");

interface Surroundings {
  /** Beside the server's address, a token and the room. */
  env?: Record<string, string>;
  /** The checkout unless it is said. */
  cwd?: string;
}

/** A server with Olivia and the first room, and programs that come with the token of Mia, who is in it too. */
export async function openProgramRoom() {
  const resources = new AsyncDisposableStack();
  const server = resources.use(await startTestServer());
  const olivia = resources.use(await setUp(server));
  const mia = resources.use(await signUp(server, olivia, { name: "mia" }));
  const { secret } = await mia.api.tokens.create.mutate({ name: "program", scope: "write" });
  const { rooms } = await olivia.api.events.snapshot.query();
  const roomId = rooms[0]?.id ?? "";
  const own = { SNUG_URL: server.url, SNUG_TOKEN: secret, SNUG_ROOM: roomId };
  return {
    url: server.url,
    secret,
    olivia,
    mia,
    roomId,
    /** A program, and the lines that it prints while it runs. */
    run(command: string, args: string[], { env = {}, cwd = root }: Surroundings = {}) {
      const child = spawn(command, args, {
        cwd,
        env: { ...process.env, ...own, ...env },
        stdio: ["ignore", "pipe", "inherit"],
      });
      resources.defer(async () => void (await ended(child)));
      const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
      return {
        async line(): Promise<string> {
          const { value, done } = await lines.next();
          if (done === true) throw new Error("The program says nothing more.");
          return value;
        },
        /** Its exit code, once it ends by itself or by the signal. */
        end: (signal?: NodeJS.Signals) => ended(child, signal),
        exit: () => exited(child),
      };
    },
    say: (body: string) => say(olivia, roomId, body),
    heard: (body: string) => heard(olivia, roomId, body),
    bodies: () => bodies(olivia, roomId),
    [Symbol.asyncDispose]: () => resources.disposeAsync(),
  };
}

async function exited(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) {
    await new Promise((resolve) => child.once("exit", resolve));
  }
  return child.exitCode;
}

async function ended(child: ChildProcess, signal?: NodeJS.Signals): Promise<number | null> {
  child.kill(signal);
  return exited(child);
}

async function say({ api }: Person, roomId: string, body: string) {
  return await api.messages.send.mutate({ roomId, clientId: v7(), body });
}

async function heard(person: Person, roomId: string, body: string): Promise<void> {
  await expect.poll(() => bodies(person, roomId)).toContain(body);
}

/** All that was said in the room, the first first. */
async function bodies({ api }: Person, roomId: string): Promise<string[]> {
  const { messages } = await api.messages.history.query({ roomId });
  return messages.map(({ body }) => body);
}
