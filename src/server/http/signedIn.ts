import type { FastifyRequest } from "fastify";

import type { TokenScope } from "../../shared/tokens.ts";
import type { User } from "../../shared/users.ts";
import { requireScope, signedIn } from "../services/access.ts";
import type { IdentityOptions } from "./identity.ts";
import { identify } from "./identity.ts";

/** Who asks, outside of tRPC; a token has to reach as far as `scope`. */
export async function requireUser(
  request: FastifyRequest,
  options: IdentityOptions,
  scope: TokenScope,
): Promise<User> {
  const viewer = signedIn((await identify(request, options)).viewer);
  requireScope(viewer, scope);
  return viewer.user;
}
