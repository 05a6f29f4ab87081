import { once } from "node:events";
import type { Socket } from "node:net";
import { connect } from "node:net";

/** The headers of an upgrade that nothing speaks against, but for who sends it. */
export const upgradeHeaders = [
  "Connection: Upgrade",
  "Upgrade: websocket",
  "Sec-WebSocket-Version: 13",
  "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==",
];

/** Sends this request, byte for byte, and gives the answer's first line; "" when there is none. */
export async function firstLineOf(port: number, lines: readonly string[]): Promise<string> {
  await using connection = await sendUpgrade(port, lines);
  return connection.firstLine;
}

/** As `firstLineOf`, and keeps the connection open, without ever answering what comes over it. */
export async function sendUpgrade(port: number, lines: readonly string[]) {
  const socket = connect(port, "127.0.0.1");
  socket.on("error", () => {});
  socket.write(`${lines.join("\r\n")}\r\n\r\n`);
  const closed = once(socket, "close");
  const answer = await Promise.race([once(socket, "data"), closed]);
  return {
    socket,
    closed,
    firstLine: Buffer.isBuffer(answer[0]) ? (answer[0].toString().split("\r\n")[0] ?? "") : "",
    [Symbol.asyncDispose]: () => destroyed(socket),
  };
}

async function destroyed(socket: Socket): Promise<void> {
  socket.destroy();
}
