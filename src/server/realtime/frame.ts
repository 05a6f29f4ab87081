// RFC 6455, section 5.2: a server's frames are not masked, so one buffer serves every socket.
const finalText = 0x81;
const twoBytes = 126;
const eightBytes = 127;

/** A text message in one frame. */
export function textFrame(text: string): Buffer {
  const length = Buffer.byteLength(text);
  const start = length < twoBytes ? 2 : length < 65_536 ? 4 : 10;
  const frame = Buffer.allocUnsafe(start + length);
  frame[0] = finalText;
  if (start === 2) {
    frame[1] = length;
  } else if (start === 4) {
    frame[1] = twoBytes;
    frame.writeUInt16BE(length, 2);
  } else {
    frame[1] = eightBytes;
    frame.writeBigUInt64BE(BigInt(length), 2);
  }
  frame.write(text, start);
  return frame;
}

/** tRPC's answer with an item of a subscription, tracked when it has a cursor. */
export function dataFrame(head: string, json: string, cursor: string | null): Buffer {
  if (cursor === null) return textFrame(`${head}"result":{"type":"data","data":${json}}}`);
  const id = JSON.stringify(cursor);
  return textFrame(
    `${head}"result":{"type":"data","id":${id},"data":{"id":${id},"data":${json}}}}`,
  );
}

/** How every answer to a request begins. */
export function headOf({
  id,
  jsonrpc,
}: {
  id: number | string;
  jsonrpc?: "2.0" | undefined;
}): string {
  return `${JSON.stringify({ id, jsonrpc }).slice(0, -1)},`;
}
