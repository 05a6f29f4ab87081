import { afterEach, expect, it, vi } from "vitest";
import { attachmentSchema } from "../shared/files.ts";
import { openHouse } from "../testing/house.ts";
import { onePixel } from "../testing/uploads.ts";

const picture = new Blob([new Uint8Array(onePixel)]);

afterEach(() => {
  vi.unstubAllGlobals();
});

it("uploads a file that a message then carries", async () => {
  await using house = await openHouse();
  const { roomId } = house;
  const client = house.client();
  await client.connect();
  const file = await client.upload(picture, { roomId, name: "a.png" });
  expect(attachmentSchema.parse(file)).toMatchObject({ name: "a.png", type: "image/png" });
  const { settled } = client.outbox.send({ roomId, body: "", attachments: [file] });
  expect(client.outbox.entries()).toMatchObject([{ attachments: [file] }]);
  expect((await settled).attachments).toEqual([file]);
});

it("says why a file was refused, or that nobody answered", async () => {
  await using house = await openHouse();
  const client = house.client();
  await client.connect();
  const nowhere = client.upload(picture, { roomId: "nowhere", name: "a.png" });
  await expect(nowhere).rejects.toMatchObject({ code: "NOT_FOUND" });
  house.proxy.goOffline();
  const offline = client.upload(picture, { roomId: house.roomId, name: "a.png" });
  await expect(offline).rejects.toMatchObject({ code: "UNAVAILABLE" });
});

it("ends with its signal", async () => {
  await using house = await openHouse();
  const client = house.client();
  const signal = AbortSignal.abort();
  const upload = client.upload(picture, { roomId: house.roomId, name: "a.png", signal });
  await expect(upload).rejects.toThrow("abort");
});

it("tells how far it is where the platform knows", async () => {
  await using house = await openHouse();
  const file = { id: "f", name: "a.png", url: "/files/f/a.png" };
  const requests: FakeRequest[] = [];
  class FakeRequest extends EventTarget {
    readonly upload = new EventTarget();
    status = 0;
    responseText = "";
    constructor() {
      super();
      requests.push(this);
    }
    open() {}
    send() {}
    abort() {
      this.dispatchEvent(new Event("abort"));
    }
  }
  vi.stubGlobal("XMLHttpRequest", FakeRequest);
  const client = house.client({ fetch: undefined });
  const told: number[] = [];
  const target = { roomId: "r", name: "a.png", onProgress: (sent: number) => told.push(sent) };
  const upload = client.upload(picture, target);
  const [first] = requests;
  first?.upload.dispatchEvent(Object.assign(new Event("progress"), { loaded: 1, total: 4 }));
  Object.assign(first ?? {}, { status: 201, responseText: JSON.stringify(file) });
  first?.dispatchEvent(new Event("load"));
  expect(await upload).toEqual(file);
  expect(told).toEqual([0.25]);
  const abort = new AbortController();
  const ended = client.upload(picture, { ...target, signal: abort.signal });
  abort.abort(new Error("Not this one."));
  await expect(ended).rejects.toThrow("Not this one.");
});
