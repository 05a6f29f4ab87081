import { randomBytes } from "node:crypto";
import type { Socket } from "node:net";
import { connect } from "node:net";

import { encodeFrame, FrameReader, opcodes } from "./frames.ts";

export interface WebSocketOptions {
  port: number;
  path: string;
  headers?: Record<string, string>;
  /** The payload is good until it returns. */
  onText(payload: Buffer, socket: LoadSocket): void;
  onClose?(socket: LoadSocket): void;
}

/**
 * All sockets read into the same memory: each chunk is dealt with before the next one comes. With that
 * and with looking at nothing but frame heads, most of what a delivery costs here is the kernel's part.
 */
const readInto = Buffer.allocUnsafe(256 * 1024);

/** A client's end of a WebSocket, as cheap as Node allows. Rejects when the server refuses. */
export function openWebSocket(options: WebSocketOptions): Promise<LoadSocket> {
  return new Promise((resolve, reject) => {
    const frames = new FrameReader();
    let head: Buffer | null = Buffer.alloc(0);
    const tcp = connect({
      host: "127.0.0.1",
      port: options.port,
      noDelay: true,
      onread: { buffer: readInto, callback: onRead },
    });
    const socket = new LoadSocket(tcp);

    function onRead(length: number, memory: Uint8Array): boolean {
      const chunk = Buffer.from(memory.buffer, memory.byteOffset, length);
      if (head === null) frames.read(chunk, onFrame);
      else shakeHands(Buffer.concat([head, chunk]));
      return true;
    }
    function shakeHands(answer: Buffer): void {
      const end = answer.indexOf("\r\n\r\n");
      if (end < 0) {
        head = answer;
        return;
      }
      const [status = ""] = answer.toString("latin1", 0, end).split("\r\n");
      if (!status.startsWith("HTTP/1.1 101")) {
        tcp.destroy(new Error(`The server refused a socket: ${status}`));
        return;
      }
      head = null;
      resolve(socket);
      const rest = answer.subarray(end + 4);
      if (rest.length > 0) frames.read(rest, onFrame);
    }
    function onFrame(opcode: number, payload: Buffer): void {
      if (opcode === opcodes.text) options.onText(payload, socket);
      else if (opcode === opcodes.ping) tcp.write(encodeFrame(opcodes.pong, payload));
      else if (opcode === opcodes.close) tcp.end(encodeFrame(opcodes.close, payload));
    }

    tcp.once("connect", () => tcp.write(upgradeRequest(options)));
    tcp.once("error", reject);
    tcp.once("end", () => tcp.end());
    tcp.once("close", () => {
      // Nothing but the first outcome counts.
      reject(new Error("The server closed a socket before it was open."));
      if (head === null) options.onClose?.(socket);
    });
  });
}

export class LoadSocket {
  readonly #tcp: Socket;

  constructor(tcp: Socket) {
    this.#tcp = tcp;
  }

  /** All of it in one write. */
  say(...texts: string[]): void {
    this.#tcp.write(
      Buffer.concat(texts.map((text) => encodeFrame(opcodes.text, Buffer.from(text)))),
    );
  }

  close(): void {
    this.#tcp.destroy();
  }
}

function upgradeRequest({ port, path, headers = {} }: WebSocketOptions): string {
  const lines = [
    `GET ${path} HTTP/1.1`,
    `Host: 127.0.0.1:${port}`,
    "Connection: Upgrade",
    "Upgrade: websocket",
    "Sec-WebSocket-Version: 13",
    `Sec-WebSocket-Key: ${randomBytes(16).toString("base64")}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
  ];
  return `${lines.join("\r\n")}\r\n\r\n`;
}
