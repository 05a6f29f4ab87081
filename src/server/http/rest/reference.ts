import type { FastifyInstance } from "fastify";

import type { OpenApiDocument } from "./openApi.ts";
import { openApiDocument } from "./openApi.ts";
import type { Operation, Parameter } from "./operation.ts";
import { referenceStyle } from "./referenceStyle.ts";

/** What the API can do: for programs at `/api/openapi.json`, for people at `/api`. */
export function serveReference(app: FastifyInstance): void {
  // Made when someone first looks, and the same for everyone.
  let document: OpenApiDocument | undefined;
  const files = {
    "/api/openapi.json": {
      type: "application/json",
      read: () => JSON.stringify((document ??= openApiDocument())),
    },
    "/api": { type: "text/html", read: () => pageOf((document ??= openApiDocument())) },
    "/api/reference.css": { type: "text/css", read: () => referenceStyle },
  };
  for (const [path, { type, read }] of Object.entries(files)) {
    app.get(path, async (_request, reply) =>
      reply.type(`${type}; charset=utf-8`).header("cache-control", "no-cache").send(read()),
    );
  }
}

function pageOf(document: OpenApiDocument): string {
  const sections = document.tags.map(({ name }) => sectionOf(document, name)).join("\n");
  const links = document.tags.map(({ name }) => `<a href="#${idOf(name)}">${text(name)}</a>`);
  const schemas = Object.entries(document.components.schemas)
    .map(([name, schema]) => `<article id="schema-${name}">${details(name, schema)}</article>`)
    .join("\n");
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Snug API</title>
<link rel="stylesheet" href="/api/reference.css">
</head>
<body>
<header>
<h1>Snug API</h1>
<p>The REST API of this Snug, below <code>/api</code>. Programs come in
with <code>Authorization: Bearer</code> and a token from <a href="/settings/account">your account</a>. The same
as a document for machines: <a href="/api/openapi.json">OpenAPI</a>.</p>
<nav aria-label="Parts">${links.join("\n")}\n<a href="#schemas">Schemas</a></nav>
</header>
<main>
${sections}
<section aria-labelledby="schemas">
<h2 id="schemas">Schemas</h2>
${schemas}
</section>
</main>
</body>
</html>
`;
}

function sectionOf({ paths }: OpenApiDocument, tag: string): string {
  const articles = Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations)
      .filter(([, { tags }]) => tags.includes(tag))
      .map(([method, operation]) => articleOf(`${method.toUpperCase()} ${path}`, operation)),
  );
  return `<section aria-labelledby="${idOf(tag)}">
<h2 id="${idOf(tag)}">${text(tag)}</h2>
${articles.join("\n")}
</section>`;
}

function articleOf(address: string, operation: Operation): string {
  const [method = "", path = ""] = address.split(" ");
  const { parameters, requestBody, responses } = operation;
  const body = requestBody?.content["application/json"]?.schema;
  const answers = Object.entries(responses).flatMap(([status, response]) =>
    "content" in response ? details(`Answer ${status}`, response.content) : [],
  );
  return `<article id="${text(operation.operationId)}">
<h3><span>${method}</span> <code>${text(path)}</code></h3>
<p>${text(operation.summary)}.${operation.description ? ` ${text(operation.description)}` : ""}</p>
${parameters.length > 0 ? `<ul>${parameters.map(parameterOf).join("")}</ul>` : ""}
${body ? details("Body", body) : ""}
${answers.join("\n")}
</article>`;
}

function parameterOf({ name, in: place, required, description }: Parameter): string {
  const words = [place, required ? "required" : "optional"].join(", ");
  return `<li><code>${text(name)}</code> (${words})${description ? `: ${text(description)}` : ""}</li>`;
}

/** Folded away, as JSON, with what it refers to a click away. */
function details(summary: string, schema: unknown): string {
  const json = text(JSON.stringify(schema, null, 2)).replaceAll(
    /#\/components\/schemas\/(\w+)/g,
    '<a href="#schema-$1">$1</a>',
  );
  // A keyboard has to be able to scroll it.
  return `<details><summary>${text(summary)}</summary><pre tabindex="0">${json}</pre></details>`;
}

function idOf(name: string): string {
  return name.toLowerCase().replaceAll(/\W+/g, "-");
}

function text(value: string): string {
  return value.replaceAll(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);
}
