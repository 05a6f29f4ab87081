import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";

/** The one path that speaks WebSocket. */
const socketPath = "/trpc";

/** By hand: importing `node:http` for its names loads all of undici, a tenth of a start. */
const refusals = {
  400: "Bad Request",
  401: "Unauthorized",
  403: "Forbidden",
  404: "Not Found",
  503: "Service Unavailable",
} as const;

export type Refusal = keyof typeof refusals;

/**
 * Why an upgrade is refused, as an HTTP status; `null` when nothing speaks against it. Nobody is signed in
 * yet and nothing was checked before: whatever stands in the request, this must not throw.
 */
export function refusalOf(
  request: Pick<IncomingMessage, "url" | "headers">,
  allowedOrigins: readonly string[],
): Refusal | null {
  const { host, origin } = request.headers;
  const url = host === undefined ? null : requestUrl(request.url ?? "", host);
  if (url === null) return 400;
  if (url.pathname !== socketPath) return 404;
  // Programs send no origin; what keeps other people's pages from using a cookie does not concern them.
  if (origin === undefined) return null;
  return mayConnectFrom(origin, url.host, allowedOrigins) ? null : 403;
}

/** Answers in place of the upgrade and closes. */
export function refuse(socket: Duplex, status: Refusal): void {
  // Whoever is refused may be gone already; an error without a listener would end the process.
  socket.on("error", () => socket.destroy());
  socket.once("finish", () => socket.destroy());
  const headers = "Connection: close\r\nContent-Length: 0\r\n\r\n";
  socket.end(`HTTP/1.1 ${status} ${refusals[status]}\r\n${headers}`);
}

/** `null` unless the request target is a path and the host is a bare host, in the form of a URL each. */
function requestUrl(target: string, host: string): URL | null {
  // "//" would make the URL parser take the path for a host.
  if (!target.startsWith("/") || target.startsWith("//")) return null;
  const url = parseUrl(`http://${host}`);
  if (url === null || url.href !== `http://${url.host}/`) return null;
  return parseUrl(target, url.href);
}

/**
 * A page may connect from where it was served, or from an origin that the operator named. Compared
 * by host, because behind a proxy that ends TLS the scheme seen here is not the page's.
 */
export function mayConnectFrom(
  origin: string,
  host: string,
  allowedOrigins: readonly string[],
): boolean {
  if (allowedOrigins.includes(origin)) return true;
  const url = parseUrl(origin);
  if (url === null || (url.protocol !== "http:" && url.protocol !== "https:")) return false;
  return hostFor(url.protocol, host) === url.host;
}

/** A host without the port that its scheme implies. */
function hostFor(protocol: string, host: string): string | null {
  return parseUrl(`${protocol}//${host}`)?.host ?? null;
}

function parseUrl(text: string, base?: string): URL | null {
  return URL.canParse(text, base) ? new URL(text, base) : null;
}
