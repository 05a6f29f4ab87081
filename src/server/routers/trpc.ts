import { initTRPC } from "@trpc/server";
import { z } from "zod";

import { SnugError } from "../../shared/errors.ts";
import { requireScope, signedIn } from "../services/access.ts";
import type { Context } from "./context.ts";
import { errorShape } from "./errors.ts";

const trpc = initTRPC.context<Context>().create({
  isDev: false,
  errorFormatter: ({ error }) => errorShape(error),
});

export const router = trpc.router;

/** The answer of a mutation whose outcome arrives as an event. */
export const okSchema = z.object({ ok: z.literal(true) });
export const ok = { ok: true } as const;

/**
 * Subscriptions over WebSocket, everything else over HTTP. A WebSocket's context is as old as the
 * socket, and a mutation must not be decided by the role that someone had when they connected; a
 * subscription over HTTP would escape the limits that sockets are held to.
 */
const onItsTransport = trpc.middleware(({ ctx, type, next }) => {
  const transport = type === "subscription" ? "websocket" : "http";
  if (ctx.transport === transport) return next();
  throw new SnugError(
    "INVALID_INPUT",
    transport === "http" ? "Call this over HTTP." : "Subscribe to this over a WebSocket.",
  );
});

/** Open to whoever reaches the server. */
export const publicProcedure = trpc.procedure.use(onItsTransport);

/**
 * For the signed-in, and for tokens that reach as far: to read what asks, to write what changes something.
 * `ctx.viewer` is who. What they may do is the services' business.
 */
export const procedure = publicProcedure.use(({ ctx, type, next }) => {
  const viewer = signedIn(ctx.viewer);
  requireScope(viewer, type === "mutation" ? "write" : "read");
  return next({ ctx: { viewer } });
});

/** What concerns everyone: a token reaches it that was made for it. */
export const adminProcedure = procedure.use(({ ctx, next }) => {
  requireScope(ctx.viewer, "admin");
  return next();
});

/** What a person decides alone, and no program in their name: how they and their programs come in. */
export const personProcedure = procedure.use(({ ctx, next }) => {
  if (ctx.viewer.scope === null) return next();
  throw new SnugError("FORBIDDEN", "No token can do this. Sign in with your password.");
});
