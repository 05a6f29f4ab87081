import type { Socket } from "node:net";
import { connect } from "node:net";

export interface HttpRequest {
  path: string;
  headers?: Record<string, string>;
  /** JSON. Makes it a POST. */
  body?: string;
}

/** One at a time reads into it, and copies what is not whole. */
const readInto = Buffer.allocUnsafe(256 * 1024);

/**
 * Asks one server over connections that stay open, as browsers do; as many as there are questions at
 * once. By hand, since Node's own client would take more of a core than the server that is asked.
 */
export class HttpClient {
  readonly port: number;
  readonly #idle: Connection[] = [];
  readonly #all = new Set<Connection>();

  constructor(port: number) {
    this.port = port;
  }

  /** The answer's body. Rejects on any status but 200, and when the connection is lost. */
  async ask(request: HttpRequest): Promise<string> {
    const connection = this.#idle.pop() ?? this.#open();
    const answer = await connection.ask(encoded(request, this.port));
    this.#idle.push(connection);
    if (answer.status === 200) return answer.body;
    throw new Error(`${request.path} was answered with ${answer.status}: ${answer.body}`);
  }

  close(): void {
    this.#idle.length = 0;
    for (const connection of this.#all) connection.close();
  }

  #open(): Connection {
    const connection = new Connection(this.port, () => {
      this.#all.delete(connection);
      const place = this.#idle.indexOf(connection);
      if (place >= 0) this.#idle.splice(place, 1);
    });
    this.#all.add(connection);
    return connection;
  }
}

interface Answer {
  status: number;
  body: string;
}

class Connection {
  readonly #socket: Socket;
  #received: Buffer | null = null;
  #waiting: { resolve: (answer: Answer) => void; reject: (error: Error) => void } | null = null;

  constructor(port: number, onClose: () => void) {
    this.#socket = connect({
      host: "127.0.0.1",
      port,
      noDelay: true,
      onread: { buffer: readInto, callback: (length) => this.#read(length) },
    });
    this.#socket.on("error", (error) => this.#waiting?.reject(error));
    this.#socket.once("close", () => {
      onClose();
      this.#waiting?.reject(new Error("The server closed the connection."));
    });
  }

  ask(request: string): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject };
      this.#socket.write(request);
    });
  }

  close(): void {
    this.#socket.destroy();
  }

  #read(length: number): boolean {
    const chunk = readInto.subarray(0, length);
    const received = this.#received === null ? chunk : Buffer.concat([this.#received, chunk]);
    const answer = answerIn(received);
    this.#received = answer === null ? Buffer.from(received) : null;
    if (answer !== null) {
      const waiting = this.#waiting;
      this.#waiting = null;
      waiting?.resolve(answer);
    }
    return true;
  }
}

/** `null` while it is not whole. Only answers that tell their length, as all do that are measured. */
function answerIn(received: Buffer): Answer | null {
  const end = received.indexOf("\r\n\r\n");
  if (end < 0) return null;
  const head = received.toString("latin1", 0, end);
  const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1];
  if (length === undefined) throw new Error(`An answer without a length: ${head}`);
  const start = end + 4;
  if (received.length < start + Number(length)) return null;
  return { status: Number(head.slice(9, 12)), body: received.toString("utf8", start) };
}

function encoded({ path, headers = {}, body }: HttpRequest, port: number): string {
  const lines = [
    `${body === undefined ? "GET" : "POST"} ${path} HTTP/1.1`,
    `Host: 127.0.0.1:${port}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
  ];
  if (body !== undefined) {
    lines.push("Content-Type: application/json", `Content-Length: ${Buffer.byteLength(body)}`);
  }
  return `${lines.join("\r\n")}\r\n\r\n${body ?? ""}`;
}
