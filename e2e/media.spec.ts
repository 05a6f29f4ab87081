import type { Locator, Page } from "@playwright/test";

import { pick } from "./pick.ts";
import { RoomView } from "./room.ts";
import { expect, test } from "./test.ts";

test("sound and video play where they were sent", async ({ person }) => {
  const ada = await person("Ada Lovelace");
  const grace = await person("Grace Hopper");
  const [adas, graces] = [new RoomView(ada.page), new RoomView(grace.page)];
  await expect(adas.composer).toBeVisible();
  const video = Buffer.from(await recording(ada.page), "base64");
  await pick(adas, [
    { name: "kettle.wav", mimeType: "audio/wav", buffer: silence() },
    { name: "steam.webm", mimeType: "video/webm", buffer: video },
  ]);
  await adas.say("It sings");
  const message = graces.message("It sings");
  const audio = message.locator("audio");
  await expect(audio).toHaveAccessibleName("kettle.wav");
  expect(await played(audio)).toBeCloseTo(1);
  const shown = message.locator("video");
  await expect(shown).toHaveAccessibleName("steam.webm");
  expect(await played(shown)).not.toBe(0);
  await expect(message.getByRole("link", { name: /kettle\.wav/ })).toBeVisible();
});

/** A second of it. */
function silence(): Buffer {
  const rate = 8000;
  const wav = Buffer.alloc(44 + rate, 128);
  wav.write("RIFF", 0);
  wav.writeUInt32LE(36 + rate, 4);
  wav.write("WAVEfmt ", 8);
  wav.writeUInt32LE(16, 16);
  wav.writeUInt16LE(1, 20);
  wav.writeUInt16LE(1, 22);
  wav.writeUInt32LE(rate, 24);
  wav.writeUInt32LE(rate, 28);
  wav.writeUInt16LE(1, 32);
  wav.writeUInt16LE(8, 34);
  wav.write("data", 36);
  wav.writeUInt32LE(rate, 40);
  return wav;
}

/** A video of a few frames, as the browser itself records one. */
function recording(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [64, 48];
    const context = canvas.getContext("2d");
    const recorder = new MediaRecorder(canvas.captureStream(), { mimeType: "video/webm" });
    const parts: Blob[] = [];
    recorder.addEventListener("dataavailable", ({ data }) => parts.push(data));
    const stopped = new Promise((resolve) => recorder.addEventListener("stop", resolve));
    recorder.start();
    for (let frame = 0; frame < 20; frame += 1) {
      await new Promise(requestAnimationFrame);
      context?.fillRect(frame, frame, 8, 8);
    }
    recorder.stop();
    await stopped;
    const bytes = new Uint8Array(await new Blob(parts).arrayBuffer());
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  });
}

/** Seconds it lasts, once it plays; muted, since browsers let nothing else play by itself. */
function played(media: Locator): Promise<number> {
  return media.evaluate(async (element) => {
    if (!(element instanceof HTMLMediaElement)) return 0;
    element.muted = true;
    await element.play();
    return element.duration;
  });
}
