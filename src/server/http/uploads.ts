import type { IncomingMessage } from "node:http";

import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";

import { SnugError } from "../../shared/errors.ts";
import { uploadSchema } from "../../shared/files.ts";
import { bodyMs } from "./bodies.ts";
import type { IdentityOptions } from "./identity.ts";
import { requireUser } from "./signedIn.ts";

/** The second is the REST API's: there, the room stands in the address. */
export const uploadPaths = ["/files", "/api/rooms/:roomId/files"];

/** `POST /files?roomId=…&name=…` with a file's bytes as its body; answers with the `Attachment`. */
export async function takeUploads(app: FastifyInstance, options: IdentityOptions): Promise<void> {
  await app.register(async (scope) => {
    // Whatever it claims to be, it stays a stream.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser("*", (_request, _body, done) => done(null));
    async function take(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
      const user = await requireUser(request, options, "write");
      const upload = uploadSchema.safeParse(placeIn(request));
      if (!upload.success) throw badUpload(upload.error);
      const length = request.headers["content-length"];
      const attachment = await options.services.files.upload(user, {
        ...upload.data,
        size: length === undefined ? null : Number(length),
        content: bytesOf(request.raw),
      });
      return reply.code(201).header("cache-control", "no-store").send(attachment);
    }
    for (const path of uploadPaths) scope.post(path, (request, reply) => take(request, reply));
  });
}

const fieldsSchema = z.record(z.string(), z.unknown());

function placeIn({ query, params }: FastifyRequest): Record<string, unknown> {
  return { ...fieldsSchema.parse(query), ...fieldsSchema.parse(params) };
}

function badUpload(error: z.ZodError): SnugError {
  const fields = z.flattenError(error).fieldErrors;
  return new SnugError("INVALID_INPUT", "Say which room the file is for, and its name.", {
    fields: Object.fromEntries(Object.keys(fields).map((name) => [name, "Missing or too long."])),
  });
}

/** The request itself is left open when the file is refused half-way: it still has to carry the answer. */
async function* bytesOf(request: IncomingMessage): AsyncIterable<Buffer> {
  const timer = setTimeout(() => request.destroy(), bodyMs);
  try {
    for await (const chunk of request.iterator({ destroyOnReturn: false })) {
      timer.refresh();
      yield chunk;
    }
  } catch {
    throw new SnugError("INVALID_INPUT", "The upload broke off. Send the file again.");
  } finally {
    clearTimeout(timer);
  }
}
