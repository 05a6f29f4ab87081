import { expect, it } from "vitest";
import type { UploadTarget } from "../client/index.ts";
import { SnugError } from "../shared/errors.ts";
import type { Attachment } from "../shared/files.ts";
import { limits } from "../shared/limits.ts";
import { UploadTray } from "./uploadTray.ts";

it("sends a few at once and keeps the others waiting, in their order", async () => {
  const { tray, sent, statuses } = openTray();
  tray.add(files("a", "b", "c", "d"));
  expect(statuses()).toEqual(["a sending", "b sending", "c sending", "d waiting"]);
  sent[1]?.target.onProgress?.(0.5);
  expect(tray.current()[1]).toMatchObject({ name: "b", sent: 0.5 });
  await sent[1]?.arrive();
  expect(statuses()).toEqual(["a sending", "b done", "c sending", "d sending"]);
});

it("tells how many a message has no room for", () => {
  const { tray } = openTray();
  const names = Array.from({ length: limits.attachmentsPerMessage + 2 }, (_, at) => `${at}`);
  expect(tray.add(files(...names))).toBe(2);
  expect(tray.current()).toHaveLength(limits.attachmentsPerMessage);
  expect(tray.add(files("one more"))).toBe(1);
});

it("keeps what failed, with the reason, until it is tried again or removed", async () => {
  const { tray, sent, statuses } = openTray();
  tray.add(files("a", "b"));
  await sent[0]?.fail(new SnugError("TOO_LARGE", "Files may have up to 1 MB here."));
  await sent[1]?.arrive();
  expect(tray.current()[0]?.error).toMatchObject({ code: "TOO_LARGE" });
  tray.retry(tray.current()[0]?.id ?? 0);
  expect(statuses()).toEqual(["a sending", "b done"]);
  await sent[2]?.arrive();
  expect(tray.take().map(({ name }) => name)).toEqual(["a", "b"]);
  expect(tray.current()).toEqual([]);
});

it("stops what is removed, and takes back what has arrived", async () => {
  const { tray, sent, removed } = openTray();
  tray.add(files("a", "b", "c"));
  await sent[0]?.arrive();
  for (const { id } of tray.current()) tray.remove(id);
  expect(tray.current()).toEqual([]);
  expect(sent.map(({ target }) => target.signal?.aborted)).toEqual([false, true, true]);
  // The signal came too late for this one.
  await sent[1]?.arrive();
  await sent[2]?.fail(new Error("aborted"));
  expect(removed).toEqual(["a", "b"]);
  expect(tray.current()).toEqual([]);
});

it("restores what was uploaded before, unless there is something new", () => {
  const { tray, statuses } = openTray();
  tray.restore([attachmentOf("before")]);
  tray.restore([attachmentOf("again")]);
  expect(statuses()).toEqual(["before done"]);
  expect(tray.take()).toEqual([attachmentOf("before")]);
});

function openTray() {
  const sent: Sent[] = [];
  const removed: string[] = [];
  const client = {
    upload(_file: Blob, target: UploadTarget) {
      const { promise, resolve, reject } = Promise.withResolvers<Attachment>();
      sent.push({
        target,
        arrive: () => settle(() => resolve(attachmentOf(target.name))),
        fail: (error) => settle(() => reject(error)),
      });
      return promise;
    },
    api: {
      files: {
        remove: {
          mutate: async ({ fileId }: { fileId: string }) => {
            removed.push(fileId);
            return { ok: true as const };
          },
        },
      },
    },
  };
  const tray = new UploadTray(client, "r1");
  const statuses = () => tray.current().map(({ name, status }) => `${name} ${status}`);
  return { tray, sent, removed, statuses };
}

interface Sent {
  target: UploadTarget;
  arrive(): Promise<void>;
  fail(error: Error): Promise<void>;
}

async function settle(act: () => void): Promise<void> {
  act();
  await new Promise((resolve) => setImmediate(resolve));
}

function files(...names: string[]): File[] {
  return names.map((name) => new File(["x"], name));
}

function attachmentOf(name: string): Attachment {
  const url = `/files/${name}/${name}`;
  return { id: name, name, type: "text/plain", size: 1, width: null, height: null, url };
}
