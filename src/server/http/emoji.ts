import type { FastifyInstance } from "fastify";

import type { IdentityOptions } from "./identity.ts";
import { requireUser } from "./signedIn.ts";

/** `GET /emoji/<id>`: a picture of the workspace's own emoji, for the signed-in. */
export function serveEmoji(app: FastifyInstance, options: IdentityOptions): void {
  app.get<{ Params: { id: string } }>("/emoji/:id", { compress: false }, async (request, reply) => {
    await requireUser(request, options, "read");
    const { content, type, size, sha256 } = await options.services.emoji.image(request.params.id);
    return reply
      .headers({
        etag: `"${sha256}"`,
        // Under one address there is ever one picture.
        "cache-control": "private, max-age=31536000, immutable",
        "content-type": type,
        "content-length": size,
        "content-security-policy": "sandbox; default-src 'none'",
      })
      .send(content);
  });
}
