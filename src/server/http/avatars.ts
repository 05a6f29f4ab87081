import type { FastifyInstance } from "fastify";

import type { IdentityOptions } from "./identity.ts";
import { requireUser } from "./signedIn.ts";

/** `GET /avatars/<id>`: someone's picture, for the signed-in. */
export function serveAvatars(app: FastifyInstance, options: IdentityOptions): void {
  const { services } = options;
  app.get<{ Params: { id: string } }>(
    "/avatars/:id",
    { compress: false },
    async (request, reply) => {
      await requireUser(request, options, "read");
      const { content, size, sha256 } = await services.avatars.get(request.params.id);
      return reply
        .headers({
          etag: `"${sha256}"`,
          // Under one address there is ever one picture.
          "cache-control": "private, max-age=31536000, immutable",
          "content-type": "image/webp",
          "content-length": size,
          "content-security-policy": "sandbox; default-src 'none'",
        })
        .send(content);
    },
  );
}
