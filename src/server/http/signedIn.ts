import type { FastifyRequest } from "fastify";

import { SnugError } from "../../shared/errors.ts";
import type { User } from "../../shared/users.ts";
import type { Services } from "../services/services.ts";
import { sessionTokenIn } from "./sessionCookie.ts";

/** Who asks, outside of tRPC. */
export async function requireUser(request: FastifyRequest, services: Services): Promise<User> {
  const token = sessionTokenIn(request.headers.cookie);
  const resumed = token === undefined ? null : await services.session.resume(token);
  if (resumed === null) throw new SnugError("UNAUTHENTICATED", "Sign in first.");
  return resumed.viewer.user;
}
