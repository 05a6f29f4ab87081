import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";

import { SnugError } from "../../shared/errors.ts";
import { isShownInPlace } from "../../shared/fileKinds.ts";
import type { Attachment } from "../../shared/files.ts";
import type { BlobStore } from "../files/port.ts";
import type { IdentityOptions } from "./identity.ts";
import { parseRange } from "./range.ts";
import { requireUser } from "./signedIn.ts";

export interface FilesOptions extends IdentityOptions {
  blobs: BlobStore;
}

/**
 * `GET /files/<id>/<name>`: for members of the file's room, asked at every download [RT7]. With
 * `?thumbnail`, a small picture of it.
 */
export function serveFiles(app: FastifyInstance, options: FilesOptions): void {
  const { services, blobs } = options;
  // The second is the REST API's.
  for (const path of ["/files/:id/:name", "/api/files/:id"]) {
    app.get<FileRequest>(path, { compress: false }, (request, reply) => send(request, reply));
  }

  async function send(request: FastifyRequest<FileRequest>, reply: FastifyReply) {
    const user = await requireUser(request, options, "read");
    const file = await services.files.get(user, request.params.id);
    const small = request.query.thumbnail !== undefined;

    const etag = small ? `"${file.sha256}-thumbnail"` : `"${file.sha256}"`;
    void reply.headers({ etag, ...headersOf(small ? { ...file, type: "image/webp" } : file) });
    if (request.headers["if-none-match"] === etag) return reply.code(304).send();
    if (small) return reply.send(await services.files.thumbnail(file));

    const range = parseRange(request.headers.range, file.size);
    if (range === "unsatisfiable") {
      return reply.code(416).header("content-range", `bytes */${file.size}`).send();
    }
    const content = await blobs.read(file.sha256, range ?? undefined);
    if (content === null) throw new SnugError("NOT_FOUND", "The bytes of this file are missing.");
    const { start, end } = range ?? { start: 0, end: file.size - 1 };
    if (range) void reply.code(206).header("content-range", `bytes ${start}-${end}/${file.size}`);
    return reply
      .headers({ "accept-ranges": "bytes", "content-length": end - start + 1 })
      .send(content);
  }
}

interface FileRequest {
  Params: { id: string };
  Querystring: Record<string, unknown>;
}

function headersOf({ name, type }: Pick<Attachment, "name" | "type">) {
  const shown = isShownInPlace({ type });
  return {
    // Kept, but asked for each time: who has left the room no longer gets it.
    "cache-control": "private, no-cache",
    "content-type": shown ? type : "application/octet-stream",
    "content-disposition": disposition(shown ? "inline" : "attachment", name),
    // Opened by itself it is a page of ours, with bytes that are someone's.
    "content-security-policy": "sandbox; default-src 'none'",
  };
}

/** By RFC 6266: any name for those who know `filename*`, and one in ASCII for the others. */
function disposition(kind: "inline" | "attachment", name: string): string {
  const plain = name.replaceAll(/[^\x20-\x7e]|["\\%]/g, "_");
  const encoded = encodeURIComponent(name.toWellFormed()).replaceAll(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${kind}; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
