import { expect, it } from "vitest";

import { FrameReader } from "./frames.ts";

it("finds every frame wherever the stream is cut", () => {
  const short = ["", "PING", "a".repeat(125), "b".repeat(126), "end"];
  for (const size of [1, 2, 3, 7, 130, 1000]) expect(heardIn(short, size)).toEqual(short);
  const long = ["PING", "c".repeat(70_000), "end"];
  for (const size of [4096, 65_536, 100_000]) expect(heardIn(long, size)).toEqual(long);
});

it("refuses what it does not read: parts of messages, masked frames", () => {
  const reader = () => new FrameReader();
  expect(() => reader().read(Buffer.from([0x01, 0x00]), () => {})).toThrow("whole message");
  expect(() => reader().read(Buffer.from([0x81, 0x80]), () => {})).toThrow("whole message");
});

function heardIn(texts: string[], size: number): string[] {
  const stream = Buffer.concat(texts.map(serverFrame));
  const heard: string[] = [];
  const reader = new FrameReader();
  for (let at = 0; at < stream.length; at += size) {
    const chunk = Buffer.from(stream.subarray(at, at + size));
    reader.read(chunk, (_opcode, payload) => heard.push(payload.toString()));
    // The next chunk will lie in the same memory.
    chunk.fill(0);
  }
  return heard;
}

function serverFrame(text: string): Buffer {
  const payload = Buffer.from(text);
  const { length } = payload;
  if (length < 126) return Buffer.concat([Buffer.from([0x81, length]), payload]);
  const head = Buffer.alloc(length < 65_536 ? 4 : 10);
  head[0] = 0x81;
  head[1] = length < 65_536 ? 126 : 127;
  if (length < 65_536) head.writeUInt16BE(length, 2);
  else head.writeUIntBE(length, 4, 6);
  return Buffer.concat([head, payload]);
}
