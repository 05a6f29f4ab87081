import type { Operation, Parameter } from "./operation.ts";
import { jsonOf, problem, referenceTo } from "./operation.ts";

const events: Operation = {
  operationId: "events_stream",
  tags: ["Events"],
  summary: "Everything that happens, as server-sent events",
  parameters: [
    {
      name: "Last-Event-ID",
      in: "header",
      required: false,
      description: "The cursor to resume after; without one, from now on.",
      schema: { type: "string" },
    },
    {
      name: "after",
      in: "query",
      required: false,
      description: "The same, for who cannot set the header.",
      schema: { type: "string" },
    },
  ],
  responses: {
    200: {
      description: "Events without end, each with its cursor as its id.",
      content: { "text/event-stream": { schema: { type: "string" } } },
    },
    default: problem,
  },
};

const bytes = { type: "string", contentMediaType: "application/octet-stream" };

const fileId: Parameter = {
  name: "fileId",
  in: "path",
  required: true,
  schema: { type: "string" },
};

const upload: Operation = {
  operationId: "files_upload",
  tags: ["Files"],
  summary: "Upload a file, to be sent with a message",
  description:
    "The body is the file's bytes, whatever its Content-Type says. Name the answer's id in the attachmentIds of a message.",
  parameters: [
    { name: "roomId", in: "path", required: true, schema: { type: "string" } },
    {
      name: "name",
      in: "query",
      required: true,
      description: "The file's name.",
      schema: { type: "string" },
    },
  ],
  requestBody: { required: true, content: { "application/octet-stream": { schema: bytes } } },
  responses: {
    201: { description: "Done.", content: jsonOf(referenceTo("Attachment")) },
    default: problem,
  },
};

const setAvatar: Operation = {
  operationId: "users_setAvatar",
  tags: ["People"],
  summary: "Set one's own picture",
  description:
    "The body is a picture's bytes: a JPEG, PNG, GIF, WebP or AVIF of up to 10 MB. The middle of it is kept, and shown at the answer's avatarUrl.",
  parameters: [],
  requestBody: { required: true, content: { "application/octet-stream": { schema: bytes } } },
  responses: {
    200: { description: "Done.", content: jsonOf(referenceTo("User")) },
    default: problem,
  },
};

const download: Operation = {
  operationId: "files_download",
  tags: ["Files"],
  summary: "The bytes of a file, or a part of them",
  parameters: [
    fileId,
    {
      name: "thumbnail",
      in: "query",
      required: false,
      description: "Instead, a small picture of it in WebP.",
      schema: { type: "string" },
    },
    {
      name: "Range",
      in: "header",
      required: false,
      description: "Which part, by RFC 9110.",
      schema: { type: "string" },
    },
  ],
  responses: {
    200: { description: "The file.", content: { "application/octet-stream": { schema: bytes } } },
    206: { description: "A part.", content: { "application/octet-stream": { schema: bytes } } },
    default: problem,
  },
};

/** What takes or gives more than a piece of JSON, and so is no procedure; below `/api`, by method. */
export const streamOperations: Record<string, Partial<Record<"get" | "post", Operation>>> = {
  "/rooms/{roomId}/files": { post: upload },
  "/files/{fileId}": { get: download },
  "/profile/avatar": { post: setAvatar },
  "/events": { get: events },
};
