import fastifyCookie from "@fastify/cookie";
import type { FastifyReply, FastifyRequest } from "fastify";

import { limits } from "../../shared/limits.ts";

const name = "snug_session";

/** The session's secret in a `Cookie` header. */
export function sessionTokenIn(cookieHeader: string | undefined): string | undefined {
  return cookieHeader === undefined ? undefined : fastifyCookie.parse(cookieHeader)[name];
}

/**
 * Out of reach of scripts, and not sent along when other sites make the browser call. `null` takes it
 * away. Over plain HTTP it cannot be `Secure`: the browser would throw it away.
 */
export function setSessionCookie(reply: FastifyReply, token: string | null, secure: boolean): void {
  const options = { path: "/", httpOnly: true, sameSite: "lax", secure } as const;
  if (token === null) void reply.clearCookie(name, options);
  else void reply.setCookie(name, token, { ...options, maxAge: limits.sessionDays * 86_400 });
}

/** Whether people reach the server over TLS, which a proxy may have ended. */
export function isSecure(request: FastifyRequest, publicUrl: string | null): boolean {
  return request.protocol === "https" || (publicUrl?.startsWith("https:") ?? false);
}
