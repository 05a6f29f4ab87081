import type { IncomingMessage } from "node:http";

import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";

import { SnugError } from "../../shared/errors.ts";
import { uploadSchema } from "../../shared/files.ts";
import type { Incoming } from "../services/incoming.ts";
import { bodyMs } from "./bodies.ts";
import type { IdentityOptions } from "./identity.ts";
import { requireUser } from "./signedIn.ts";

// The second of each is the REST API's: there, a file's room stands in the address.
const filePaths = ["/files", "/api/rooms/:roomId/files"];
const avatarPaths = ["/avatar", "/api/profile/avatar"];
export const uploadPaths = [...filePaths, ...avatarPaths];

/**
 * `POST /files?roomId=…&name=…` with a file's bytes as its body, which answers with the `Attachment`, and
 * `POST /avatar` with a picture's, which answers with the `User`.
 */
export async function takeUploads(app: FastifyInstance, options: IdentityOptions): Promise<void> {
  await app.register(async (scope) => {
    // Whatever it claims to be, it stays a stream.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser("*", (_request, _body, done) => done(null));
    async function take(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
      const user = await requireUser(request, options, "write");
      const upload = uploadSchema.safeParse(placeIn(request));
      if (!upload.success) throw badUpload(upload.error);
      const file = { ...upload.data, ...incoming(request) };
      const attachment = await options.services.files.upload(user, file);
      return reply.code(201).header("cache-control", "no-store").send(attachment);
    }
    async function takeAvatar(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
      const actor = await requireUser(request, options, "write");
      const user = await options.services.avatars.set(actor, incoming(request));
      return reply.header("cache-control", "no-store").send(user);
    }
    for (const path of filePaths) scope.post(path, (request, reply) => take(request, reply));
    for (const path of avatarPaths) {
      scope.post(path, (request, reply) => takeAvatar(request, reply));
    }
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

function incoming({ headers, raw }: FastifyRequest): Incoming {
  const length = headers["content-length"];
  return { size: length === undefined ? null : Number(length), content: bytesOf(raw) };
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
