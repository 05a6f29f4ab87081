import { z } from "zod";

import { botSchema } from "../../../shared/bots.ts";
import { errorCodes } from "../../../shared/errors.ts";
import { attachmentSchema } from "../../../shared/files.ts";
import { inviteSchema } from "../../../shared/invites.ts";
import { historyPageSchema, messageSchema } from "../../../shared/messages.ts";
import {
  browsedRoomSchema,
  joinedRoomSchema,
  memberSchema,
  roomSchema,
} from "../../../shared/rooms.ts";
import { accountSchema, profileSchema, userSchema } from "../../../shared/users.ts";
import { workspaceSchema } from "../../../shared/workspace.ts";
import type { Endpoint } from "./endpoints.ts";
import { endpointGroups, fieldsInPath } from "./endpoints.ts";
import { schemasOf } from "./rest.ts";

const jsonSchema = z.record(z.string(), z.unknown());
export type JsonSchema = z.infer<typeof jsonSchema>;

const objectSchema = z.object({
  properties: z.record(z.string(), jsonSchema).default({}),
  required: z.array(z.string()).default([]),
});

export interface Operation {
  operationId: string;
  tags: string[];
  summary: string;
  parameters: Parameter[];
  requestBody?: { required: boolean; content: Content };
  responses: Record<string, { description: string; content: Record<string, unknown> } | Reference>;
  security?: [];
}

export interface Parameter {
  name: string;
  in: "path" | "query" | "header";
  required: boolean;
  description?: string;
  schema: JsonSchema;
}

interface Reference {
  $ref: string;
}
type Content = Record<"application/json", { schema: JsonSchema | Reference }>;

/** What goes by one name wherever it stands. */
const named = z.registry<{ id: string }>();
const names = {
  Account: accountSchema,
  Attachment: attachmentSchema,
  Bot: botSchema,
  BrowsedRoom: browsedRoomSchema,
  Error: z.object({
    code: z.enum(errorCodes).describe("Stable: programs switch on it."),
    message: z.string().describe("A sentence that a user can act on."),
    fields: z
      .record(z.string(), z.string())
      .optional()
      .describe("The first problem of each field."),
    retryAfterMs: z.number().optional().describe("When to try again, in milliseconds."),
  }),
  HistoryPage: historyPageSchema,
  Invite: inviteSchema,
  JoinedRoom: joinedRoomSchema,
  Member: memberSchema,
  Message: messageSchema,
  Profile: profileSchema,
  Room: roomSchema,
  User: userSchema,
  Workspace: workspaceSchema,
};
for (const [id, schema] of Object.entries(names)) named.add(schema, { id });

const problem = { $ref: "#/components/responses/Problem" };

/** The OpenAPI 3.1 document of everything below `/api`, made from what the procedures check. */
export function openApiDocument() {
  const paths: Record<string, Record<string, Operation>> = {};
  for (const { name, endpoints } of endpointGroups) {
    for (const endpoint of endpoints) {
      const path = (paths[`/api${endpoint.path}`] ??= {});
      path[endpoint.method.toLowerCase()] = operationOf(endpoint, name);
    }
  }
  paths["/api/events"] = { get: eventsOperation };
  return {
    openapi: "3.1.0",
    info: {
      title: "Snug",
      version: "1",
      description: "The REST API of this Snug. What it answers a failure with is an Error.",
    },
    servers: [{ url: "/" }],
    tags: [...endpointGroups.map(({ name }) => ({ name })), { name: "Events" }],
    security: [{ token: [] }, { session: [] }],
    paths,
    components: {
      securitySchemes: {
        token: { type: "http", scheme: "bearer" },
        session: { type: "apiKey", in: "cookie", name: "snug_session" },
      },
      responses: {
        Problem: { description: "What went wrong.", content: jsonOf(referenceTo("Error")) },
      },
      schemas: componentSchemas(),
    },
  };
}

export type OpenApiDocument = ReturnType<typeof openApiDocument>;

function operationOf(endpoint: Endpoint, tag: string): Operation {
  const { input, output } = schemasOf(endpoint.procedure);
  const takes = objectSchema.parse(input === null ? {} : toJson(input, "input"));
  const inPath = fieldsInPath(endpoint.path);
  const elsewhere = new Set([...inPath, ...(endpoint.idempotent ? ["clientId"] : [])]);
  const fields = Object.entries(takes.properties).filter(([name]) => !elsewhere.has(name));
  const required = takes.required.filter((name) => !elsewhere.has(name));
  const hasBody = endpoint.method !== "GET" && fields.length > 0;
  return {
    operationId: endpoint.procedure.replace(".", "_"),
    tags: [tag],
    summary: endpoint.summary,
    parameters: [
      ...inPath.map((name): Parameter => {
        const schema = takes.properties[name] ?? { type: "string" };
        return { name, in: "path", required: true, schema };
      }),
      ...queryParameters(endpoint),
      ...(endpoint.idempotent ? [idempotencyKey] : []),
    ],
    ...(hasBody && {
      requestBody: {
        required: required.length > 0,
        content: jsonOf({
          type: "object",
          properties: Object.fromEntries(fields),
          ...(required.length > 0 && { required }),
        }),
      },
    }),
    responses: {
      [endpoint.status]: { description: "Done.", content: jsonOf(answerOf(output)) },
      default: problem,
    },
    ...(endpoint.open && { security: [] }),
  };
}

const idempotencyKey: Parameter = {
  name: "Idempotency-Key",
  in: "header",
  required: false,
  description:
    "A repeated call with the same key gets the first one's message, and sends no second.",
  schema: { type: "string", maxLength: 200 },
};

const eventsOperation: Operation = {
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

function queryParameters({ query }: Endpoint): Parameter[] {
  if (query === null) return [];
  const { properties } = objectSchema.parse(toJson(query, "output"));
  const { required } = objectSchema.parse(toJson(query, "input"));
  return Object.entries(properties).map(([name, { description, ...schema }]) => ({
    name,
    in: "query",
    required: required.includes(name),
    ...(typeof description === "string" && { description }),
    schema,
  }));
}

/** By its name where it has one. */
function answerOf(output: z.ZodType): JsonSchema | Reference {
  const id = named.get(output)?.id;
  if (id !== undefined) return referenceTo(id);
  if (output instanceof z.ZodArray && output.element instanceof z.ZodType) {
    return { type: "array", items: answerOf(output.element) };
  }
  return toJson(output, "output");
}

function componentSchemas(): Record<string, JsonSchema> {
  const { schemas } = z.toJSONSchema(named, {
    uri: (id) => `#/components/schemas/${id}`,
    unrepresentable: "any",
  });
  return Object.fromEntries(Object.entries(schemas).map(([id, schema]) => [id, plain(schema)]));
}

function toJson(schema: z.ZodType, io: "input" | "output"): JsonSchema {
  return plain(z.toJSONSchema(schema, { io, unrepresentable: "any" }));
}

/** Without what is said once for the whole document. */
function plain(schema: object): JsonSchema {
  const { $schema: _schema, $id: _id, ...rest } = jsonSchema.parse(schema);
  return rest;
}

function referenceTo(id: string): Reference {
  return { $ref: `#/components/schemas/${id}` };
}

function jsonOf(schema: JsonSchema | Reference): Content {
  return { "application/json": { schema } };
}
