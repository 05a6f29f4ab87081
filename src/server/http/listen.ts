import type { FastifyInstance } from "fastify";

import { StartError } from "../environment.ts";

/**
 * Connections that may wait until they are accepted; the system may allow fewer. With Node's 511, whoever of a
 * thousand that dial at once comes too late is not told, and tries again after a second.
 */
const backlog = 4096;

/** Listens, and gives the port. Throws a `StartError` that says what to change. */
export async function listen(
  app: FastifyInstance,
  { host, port }: { host: string; port: number },
): Promise<number> {
  try {
    await app.listen({ host, port, backlog });
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    // A machine without IPv6: every interface is then every one of the older kind.
    if (host === "::" && code === "EAFNOSUPPORT") return listen(app, { host: "0.0.0.0", port });
    throw sentenceFor(code, { host, port }) ?? error;
  }
  const address = app.server.address();
  return typeof address === "object" && address !== null ? address.port : port;
}

/** Where a person on this machine finds the server. */
export function localUrl(host: string, port: number): string {
  const name = isLocal(host) ? "localhost" : host;
  return `http://${name.includes(":") ? `[${name}]` : name}:${port}`;
}

function isLocal(host: string): boolean {
  return ["::", "0.0.0.0", "::1", "127.0.0.1"].includes(host);
}

function sentenceFor(code: unknown, { host, port }: { host: string; port: number }) {
  switch (code) {
    case "EADDRINUSE":
      return new StartError(
        `Port ${port} is in use: stop what uses it, or set PORT to another one.`,
      );
    case "EACCES":
      return new StartError(
        `Port ${port} may not be used by this account: set PORT to one above 1023.`,
      );
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return new StartError(`HOST has to be an address of this machine, and is "${host}".`);
    default:
      return null;
  }
}
