import type ts from "typescript-5.7";

import type { Sources } from "./openSources.ts";
import type { TypePrinter } from "./typePrinter.ts";

const path = "src/shared/events.ts";

const head = `# Events

Every durable change is one event. \`client.on("message.created", …)\` hears one kind, \`client.events()\` all of them;
over REST they come from \`GET /api/events\`. What an event says is exact: a client that applies it to what it had holds
what the server holds.

\`seq\` numbers the events of the whole workspace without gaps, in the order of their commits; one does not get those that
one may not see. \`at\` is an ISO time. The types they refer to, such as \`Message\`, are exported by \`snug/types\`.

This page is written from \`${path}\`; a test holds the two together.
`;

/** Who gets an event, as its comment in the source begins. */
const audiences: Record<string, string> = {
  all: "Everyone in the workspace gets it.",
  room: "The members of the room get it.",
  user: "One user gets it, on all their devices.",
};

/** `docs/events.md`: every kind of event with its shape and who gets it. */
export function eventsDocument(sources: Sources, printer: TypePrinter): string {
  const union = sources.exportsOf(path).get("LogEvent");
  if (union === undefined) throw new Error(`${path} does not export LogEvent.`);
  const type = sources.checker.getDeclaredTypeOfSymbol(union);
  const kinds = type.isUnion() ? type.types : [type];
  return [head, ...kinds.map(section)].join("\n");

  function section(event: ts.Type): string {
    const kind = kindOf(event);
    const audience = audiences[audienceOf(kind)] ?? "";
    return `## \`${kind}\`\n\n${audience}\n\n\`\`\`text\n${printer.printOut(event)}\n\`\`\`\n`;
  }

  function kindOf(event: ts.Type): string {
    const field = event.getProperty("type");
    const kind = field === undefined ? undefined : sources.checker.getTypeOfSymbol(field);
    if (kind?.isStringLiteral() !== true) throw new Error("An event without a type.");
    return kind.value;
  }

  function audienceOf(kind: string): string {
    const before = sources.file(path).text.split(`z.literal("${kind}")`)[0] ?? "";
    const comments = Array.from(before.matchAll(/\/\* (all|room|user)\b/g), ([, who]) => who);
    return comments.at(-1) ?? "";
  }
}
