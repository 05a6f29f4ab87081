import type { ChildProcess } from "node:child_process";
import { execFile, spawn } from "node:child_process";
import { createHmac } from "node:crypto";
import { mkdtempDisposable, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { promisify } from "node:util";

import { v7 } from "uuid";
import { beforeAll, expect, it } from "vitest";

import { freePort } from "../testing/freePort.ts";
import type { Person } from "../testing/people.ts";
import { setUp, signUp } from "../testing/people.ts";
import { startTestServer } from "../testing/server.ts";

const root = join(import.meta.dirname, "../..");

// The examples import the package by its name, as their readers will.
beforeAll(async () => {
  const build = ["src/cli/main.ts", "build", "--if-stale", "--package"];
  await promisify(execFile)(process.execPath, build, { cwd: root });
}, 600_000);

/** A server with Olivia and the first room, and the token of somebody else in it. */
async function openRoom() {
  const resources = new AsyncDisposableStack();
  const server = resources.use(await startTestServer());
  const olivia = resources.use(await setUp(server));
  const mia = resources.use(await signUp(server, olivia, { name: "mia" }));
  const { secret } = await mia.api.tokens.create.mutate({ name: "example", scope: "write" });
  const { rooms } = await olivia.api.events.snapshot.query();
  const roomId = rooms[0]?.id ?? "";
  const env = { SNUG_URL: server.url, SNUG_TOKEN: secret, SNUG_ROOM: roomId };
  return {
    olivia,
    mia,
    roomId,
    /** A program, and the lines that it prints while it runs. */
    run(command: string, args: string[], more: Record<string, string> = {}) {
      const child = spawn(command, args, {
        cwd: root,
        env: { ...process.env, ...env, ...more },
        stdio: ["ignore", "pipe", "inherit"],
      });
      resources.defer(() => ended(child));
      const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
      return { line: async () => (await lines.next()).value, end: () => ended(child) };
    },
    [Symbol.asyncDispose]: () => resources.disposeAsync(),
  };
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = new Promise((resolve) => child.once("exit", resolve));
  child.kill();
  await exited;
}

async function say({ api }: Person, roomId: string, body: string): Promise<void> {
  await api.messages.send.mutate({ roomId, clientId: v7(), body });
}

async function heard({ api }: Person, roomId: string, body: string): Promise<void> {
  await expect
    .poll(async () => {
      const { messages } = await api.messages.history.query({ roomId });
      return messages.map((message) => message.body);
    })
    .toContain(body);
}

it("the echo bot says again what is said to it, also while it was away", async () => {
  await using room = await openRoom();
  await using folder = await mkdtempDisposable(join(tmpdir(), "snug-echo-"));
  const start = () => {
    const env = { ECHO_BOT_PLACE: join(folder.path, "cursor") };
    return room.run(process.execPath, ["examples/echo-bot.ts"], env);
  };
  const first = start();
  expect(await first.line()).toBe("Listening.");
  await say(room.olivia, room.roomId, "Not for the bot");
  await say(room.olivia, room.roomId, `<@${room.mia.user.id}> is anybody there?`);
  await heard(room.olivia, room.roomId, "> is anybody there?");
  await expect.poll(() => readFile(join(folder.path, "cursor"), "utf8")).not.toBe("");
  await first.end();
  await say(room.olivia, room.roomId, `<@${room.mia.user.id}> and now?`);
  expect(await start().line()).toBe("Listening.");
  await heard(room.olivia, room.roomId, "> and now?");
});

it("the relay posts a push that is signed, and no other", async () => {
  await using room = await openRoom();
  const port = await freePort();
  const { line } = room.run(process.execPath, ["examples/webhook-relay.ts"], {
    WEBHOOK_SECRET: "shared",
    PORT: String(port),
  });
  expect(await line()).toBe("Listening.");
  const body = JSON.stringify({
    ref: "refs/heads/main",
    compare: "https://code.example.org/compare",
    pusher: { name: "ada" },
    commits: [{ message: "Mend the lamp\n\nIt flickered." }],
  });
  const post = async (secret: string) => {
    const digest = createHmac("sha256", secret).update(body).digest("hex");
    const headers = { "x-hub-signature-256": `sha256=${digest}` };
    const init = { method: "POST", headers, body };
    return (await fetch(`http://127.0.0.1:${port}`, init)).status;
  };
  expect(await post("guessed")).toBe(401);
  expect(await post("shared")).toBe(204);
  await heard(
    room.olivia,
    room.roomId,
    "**ada** pushed to [main](https://code.example.org/compare)\n- Mend the lamp",
  );
});

it("the Python script says and hears over REST", async () => {
  await using room = await openRoom();
  const { line } = room.run("python3", ["examples/notify.py", "From a script"]);
  expect(await line()).toBe("Said: From a script");
  expect(await line()).toBe("Heard: From a script");
  await say(room.olivia, room.roomId, "Answered by a person");
  expect(await line()).toBe("Heard: Answered by a person");
});
