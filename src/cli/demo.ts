import { parseArgs } from "node:util";

import { CommandError, UsageError } from "./command.ts";
import { dataFolder, withWorkspace } from "./workspace.ts";

export const usage = `Usage: snug demo [--now TIME] [--json]

Fills an empty workspace in DATA_DIR (./data) with a made-up team's last three weeks, for a first look
around. The workspace says that it is a demo. One that is set up already is left alone.

  --now TIME   as if it were then, such as 2026-03-05T14:30:00Z: the same pictures every time
  --json       prints how to sign in as JSON`;

export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: { now: { type: "string" }, json: { type: "boolean" } },
  });
  const now = values.now === undefined ? new Date() : new Date(values.now);
  if (Number.isNaN(now.getTime())) {
    throw new UsageError(`"${values.now}" is no time: give one like 2026-03-05T14:30:00Z.`);
  }
  await withWorkspace(async ({ store, blobs, publicUrl }) => {
    const existing = await store.workspace();
    if (existing !== null) {
      throw new CommandError(
        `There is a workspace in ${dataFolder()} already, "${existing.name}", and the demo only ` +
          "fills an empty one. Set DATA_DIR to another folder for it.",
      );
    }
    const { fillDemo } = await import("../server/demo/fillDemo.ts");
    const demo = await fillDemo({ store, blobs }, now);
    if (values.json) {
      console.log(JSON.stringify({ url: publicUrl, ...demo }, null, 2));
      return;
    }
    console.log(`${demo.workspaceName}: ${demo.users} people, ${demo.rooms} rooms, ${demo.messages} messages.

Start Snug, open ${publicUrl} and sign in:

  username  ${demo.username}
  password  ${demo.password}

The password is shown this once; "snug user reset-link ${demo.username}" gives another way in.`);
  });
}
