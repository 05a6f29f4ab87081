import type { FastifyRequest } from "fastify";

import type { RequestFacts } from "../services/requester.ts";

export function requestFacts(request: FastifyRequest, publicUrl: string | null): RequestFacts {
  return {
    address: request.ip,
    userAgent: request.headers["user-agent"] ?? "",
    // Few ask for it, and it has to be parsed.
    get publicUrl() {
      return publicUrl ?? requestOrigin(request);
    },
  };
}

/** Where the request was sent to. A `Host` that is no host makes links without one, which open nowhere. */
function requestOrigin({ protocol, host }: FastifyRequest): string {
  const url = URL.parse(`${protocol}://${host}`);
  return url && url.href === `${url.origin}/` ? url.origin : "";
}
