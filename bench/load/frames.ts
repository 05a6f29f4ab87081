/** WebSocket frames (RFC 6455) as far as a load generator needs them: whole text messages. */
export const opcodes = { text: 1, close: 8, ping: 9, pong: 10 } as const;

/** Splits what a server sends into its frames; looks at no more than their heads. */
export class FrameReader {
  #rest: Buffer | null = null;

  /** The payload given to `onFrame` is good until that returns. */
  read(chunk: Buffer, onFrame: (opcode: number, payload: Buffer) => void): void {
    const data = this.#rest === null ? chunk : Buffer.concat([this.#rest, chunk]);
    let at = 0;
    for (;;) {
      const frame = headAt(data, at);
      if (frame === null || frame.end > data.length) break;
      onFrame(frame.opcode, data.subarray(frame.start, frame.end));
      at = frame.end;
    }
    // Copied, since the chunk's memory is used again.
    this.#rest = at === data.length ? null : Buffer.from(data.subarray(at));
  }
}

/** `null` while the head is not whole. */
function headAt(data: Buffer, at: number): { opcode: number; start: number; end: number } | null {
  const first = data[at];
  const second = data[at + 1];
  if (first === undefined || second === undefined) return null;
  // FIN without extensions, and servers do not mask.
  if ((first & 0xf0) !== 0x80 || second > 127) throw new Error("Not a frame of a whole message.");
  const opcode = first & 0x0f;
  if (second < 126) return { opcode, start: at + 2, end: at + 2 + second };
  const start = at + (second === 126 ? 4 : 10);
  if (start > data.length) return null;
  const length = second === 126 ? data.readUInt16BE(at + 2) : data.readUIntBE(at + 4, 6);
  return { opcode, start, end: start + length };
}

/** A frame as clients send it: masked, here with zeros, which changes nothing and costs nothing. */
export function encodeFrame(opcode: number, payload: Buffer): Buffer {
  const { length } = payload;
  if (length > 65_535) throw new Error("Too long for a load generator.");
  const long = length > 125;
  const head = Buffer.alloc(long ? 8 : 6);
  head[0] = 0x80 | opcode;
  head[1] = 0x80 | (long ? 126 : length);
  if (long) head.writeUInt16BE(length, 2);
  return Buffer.concat([head, payload]);
}
