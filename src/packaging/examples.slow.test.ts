import { execFile } from "node:child_process";
import { createHmac } from "node:crypto";
import { mkdtempDisposable, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

import { beforeAll, expect, it } from "vitest";

import { freePort } from "../testing/freePort.ts";
import { openProgramRoom, root } from "../testing/programRoom.ts";

// The examples import the package by its name, as their readers will.
beforeAll(async () => {
  const build = ["src/cli/main.ts", "build", "--if-stale", "--package"];
  await promisify(execFile)(process.execPath, build, { cwd: root });
}, 600_000);

it("the echo bot says again what is said to it, also while it was away", async () => {
  await using room = await openProgramRoom();
  await using folder = await mkdtempDisposable(join(tmpdir(), "snug-echo-"));
  const start = () => {
    const env = { ECHO_BOT_PLACE: join(folder.path, "cursor") };
    return room.run(process.execPath, ["examples/echo-bot.ts"], { env });
  };
  const welcome = await room.bodies();
  const bot = `<@${room.mia.user.id}>`;
  const first = start();
  expect(await first.line()).toBe("Listening.");
  await room.say("Not for the bot");
  await room.say(`${bot} is anybody there?`);
  await room.heard("> is anybody there?");
  await expect.poll(() => readFile(join(folder.path, "cursor"), "utf8")).not.toBe("");
  await first.end();
  await room.say(`${bot} and now?`);
  expect(await start().line()).toBe("Listening.");
  await room.heard("> and now?");
  // It answers in order: what it would say once more would stand before this.
  await room.say(`${bot} goodbye`);
  await room.heard("> goodbye");
  expect(await room.bodies()).toEqual([
    ...welcome,
    "Not for the bot",
    `${bot} is anybody there?`,
    "> is anybody there?",
    `${bot} and now?`,
    "> and now?",
    `${bot} goodbye`,
    "> goodbye",
  ]);
});

it("the relay posts a push that is signed, and no other", async () => {
  await using room = await openProgramRoom();
  const port = await freePort();
  const relay = room.run(process.execPath, ["examples/webhook-relay.ts"], {
    env: { WEBHOOK_SECRET: "shared", PORT: String(port) },
  });
  expect(await relay.line()).toBe("Listening.");
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
  await room.heard("**ada** pushed to [main](https://code.example.org/compare)\n- Mend the lamp");
});

it("the Python script says and hears over REST", async () => {
  await using room = await openProgramRoom();
  const script = room.run("python3", ["examples/notify.py", "From a script"]);
  expect(await script.line()).toBe("Said: From a script");
  expect(await script.line()).toBe("Heard: From a script");
  await room.say("Answered by a person");
  expect(await script.line()).toBe("Heard: Answered by a person");
});
