// The part of OpenAPI 3.1 that the document is made of.

export type JsonSchema = Record<string, unknown>;

export interface Operation {
  operationId: string;
  tags: string[];
  summary: string;
  description?: string;
  parameters: Parameter[];
  requestBody?: { required: boolean; content: Content };
  responses: Record<string, { description: string; content: Record<string, unknown> } | Reference>;
  security?: Record<string, []>[];
}

export interface Parameter {
  name: string;
  in: "path" | "query" | "header";
  required: boolean;
  description?: string;
  schema: JsonSchema;
}

export interface Reference {
  $ref: string;
}

/** By media type. */
export type Content = Record<string, { schema: JsonSchema | Reference }>;

export const problem: Reference = { $ref: "#/components/responses/Problem" };

export function referenceTo(schema: string): Reference {
  return { $ref: `#/components/schemas/${schema}` };
}

export function jsonOf(schema: JsonSchema | Reference): Content {
  return { "application/json": { schema } };
}
