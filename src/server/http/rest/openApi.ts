import { z } from "zod";

import { botCommandSchema, invocationSchema } from "../../../shared/botCommands.ts";
import { botSchema } from "../../../shared/bots.ts";
import { errorCodes } from "../../../shared/errors.ts";
import { attachmentSchema, roomFileSchema, roomFilesPageSchema } from "../../../shared/files.ts";
import { incomingWebhookSchema } from "../../../shared/incomingWebhooks.ts";
import { inviteSchema } from "../../../shared/invites.ts";
import { historyPageSchema, messageSchema } from "../../../shared/messages.ts";
import { deliverySchema, outgoingWebhookSchema } from "../../../shared/outgoingWebhooks.ts";
import {
  browsedRoomSchema,
  joinedRoomSchema,
  memberSchema,
  roomSchema,
} from "../../../shared/rooms.ts";
import { accessTokenSchema } from "../../../shared/tokens.ts";
import { accountSchema, profileSchema, userSchema } from "../../../shared/users.ts";
import { workspaceSchema } from "../../../shared/workspace.ts";
import type { Endpoint } from "./endpoints.ts";
import { endpointGroups, fieldsInPath } from "./endpoints.ts";
import type { JsonSchema, Operation, Parameter, Reference } from "./operation.ts";
import { jsonOf, problem, referenceTo } from "./operation.ts";
import { schemasOf } from "./rest.ts";
import { streamOperations } from "./streams.ts";

const jsonSchema = z.record(z.string(), z.unknown());

const objectSchema = z.object({
  properties: z.record(z.string(), jsonSchema).default({}),
  required: z.array(z.string()).default([]),
});

/** What goes by one name wherever it stands. */
const named = z.registry<{ id: string }>();
const names = {
  AccessToken: accessTokenSchema,
  Account: accountSchema,
  Attachment: attachmentSchema,
  Bot: botSchema,
  BotCommand: botCommandSchema,
  BrowsedRoom: browsedRoomSchema,
  Delivery: deliverySchema,
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
  IncomingWebhook: incomingWebhookSchema,
  Invite: inviteSchema,
  Invocation: invocationSchema,
  JoinedRoom: joinedRoomSchema,
  Member: memberSchema,
  Message: messageSchema,
  OutgoingWebhook: outgoingWebhookSchema,
  Profile: profileSchema,
  Room: roomSchema,
  RoomFile: roomFileSchema,
  RoomFilesPage: roomFilesPageSchema,
  User: userSchema,
  Workspace: workspaceSchema,
};
for (const [id, schema] of Object.entries(names)) named.add(schema, { id });

/** The OpenAPI 3.1 document of everything below `/api`, made from what the procedures check. */
export function openApiDocument() {
  const paths: Record<string, Record<string, Operation>> = {};
  for (const { name, endpoints } of endpointGroups) {
    for (const endpoint of endpoints) {
      const path = (paths[`/api${endpoint.path}`] ??= {});
      path[endpoint.method.toLowerCase()] = operationOf(endpoint, name);
    }
  }
  for (const [path, operations] of Object.entries(streamOperations)) {
    Object.assign((paths[`/api${path}`] ??= {}), operations);
  }
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
    ...(endpoint.person && { security: [{ session: [] }], description: "No token can do this." }),
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
