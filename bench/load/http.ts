import { Agent, request } from "node:http";

export interface HttpRequest {
  path: string;
  headers?: Record<string, string>;
  /** JSON. Makes it a POST. */
  body?: string;
}

/** Keeps its connections open, as browsers do. */
export class HttpClient {
  readonly #agent = new Agent({ keepAlive: true });
  readonly port: number;

  constructor(port: number) {
    this.port = port;
  }

  /** The answer's body. Rejects on any status but 200. */
  ask({ path, headers, body }: HttpRequest): Promise<string> {
    const { promise, resolve, reject } = Promise.withResolvers<string>();
    const asked = request(
      {
        agent: this.#agent,
        host: "127.0.0.1",
        port: this.port,
        path,
        method: body === undefined ? "GET" : "POST",
        headers: body === undefined ? headers : { ...headers, ...jsonHeaders(body) },
      },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on("data", (chunk: Buffer) => chunks.push(chunk));
        answer.once("error", reject);
        answer.once("end", () => {
          const text = Buffer.concat(chunks).toString();
          if (answer.statusCode === 200) resolve(text);
          else reject(new Error(`${path} was answered with ${answer.statusCode}: ${text}`));
        });
      },
    );
    asked.once("error", reject);
    asked.end(body);
    return promise;
  }

  close(): void {
    this.#agent.destroy();
  }
}

function jsonHeaders(body: string): Record<string, string> {
  return {
    "content-type": "application/json",
    "content-length": String(Buffer.byteLength(body)),
  };
}
