import type { IncomingHttpHeaders } from "node:http";

import { mayConnectFrom } from "../realtime/upgrade.ts";
import type { Viewer } from "../services/requester.ts";
import type { Services } from "../services/services.ts";
import { sessionTokenIn } from "./sessionCookie.ts";

export interface Identity {
  /** `null`: nobody. */
  viewer: Viewer | null;
  /** The cookie's secret when its session was prolonged just now, so that the cookie has to be, too. */
  prolonged: string | null;
}

export interface Asker {
  headers: IncomingHttpHeaders;
  /** That the request was sent to, as a trusted proxy tells it. */
  host: string;
}

export interface IdentityOptions {
  services: Services;
  publicUrl: string | null;
}

const nobody: Identity = { viewer: null, prolonged: null };

/**
 * Who a request comes from. What shows a token is that token's user or nobody, whatever its cookie says; and
 * a cookie counts on our own pages alone: those of an origin that the operator named bring a token.
 */
export async function identify(
  { headers, host }: Asker,
  { services, publicUrl }: IdentityOptions,
): Promise<Identity> {
  const { authorization, origin, cookie } = headers;
  if (authorization !== undefined) {
    const secret = bearerIn(authorization);
    return { ...nobody, viewer: secret === null ? null : await services.tokens.resume(secret) };
  }
  const ours = publicUrl === null ? [] : [publicUrl];
  if (origin !== undefined && !mayConnectFrom(origin, host, ours)) return nobody;
  const secret = sessionTokenIn(cookie);
  const resumed = secret === undefined ? null : await services.session.resume(secret);
  if (secret === undefined || resumed === null) return nobody;
  return { viewer: resumed.viewer, prolonged: resumed.prolonged ? secret : null };
}

/** By RFC 6750, section 2.1. */
function bearerIn(authorization: string): string | null {
  return /^Bearer +([\w.~+/-]{1,200}=*) *$/i.exec(authorization)?.[1] ?? null;
}
