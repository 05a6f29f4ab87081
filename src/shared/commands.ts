/** What someone wrote: a command, or text to send. */
export type Written =
  | { type: "text"; body: string }
  | { type: "command"; name: string; rest: string };

const command = /^\/(\p{L}[\p{L}\p{N}-]*)(?=\s|$)/u;

/**
 * `/name rest` is a command. With a space before it, or a second slash, it is text; so is what only looks
 * like a command, such as a path.
 */
export function readWritten(text: string): Written {
  const body = text.trim();
  const name = command.exec(text)?.[1];
  if (name !== undefined) {
    const rest = text.slice(name.length + 1).trim();
    return { type: "command", name: name.toLowerCase(), rest };
  }
  return {
    type: "text",
    body: literal(command.test(body.slice(1)) ? body.replace("//", "/") : body),
  };
}

const action = /^\/me\s+(?=\S)/;

/**
 * What the author does, when a body says that: `/me waves` is shown as "Ann waves". The body is kept as it
 * was written, so that it can be edited, searched and sent by a program like any other.
 */
export function actionIn(body: string): string | null {
  return action.test(body) ? body.replace(action, "") : null;
}

export function asAction(does: string): string {
  return `/me ${does}`;
}

/** Text that begins like an action and is none: in Markdown a backslash does not show. */
function literal(body: string): string {
  return action.test(body) ? `\\${body}` : body;
}
