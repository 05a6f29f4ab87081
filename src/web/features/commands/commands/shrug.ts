import type { Command } from "../command.ts";

/** ¯\_(ツ)_/¯, with what Markdown would take for its own escaped. */
const shrugging = String.raw`¯\\\_(ツ)\_/¯`;

export const shrug: Command = {
  name: "shrug",
  takes: "words before it",
  summary: String.raw`Send ¯\_(ツ)_/¯`,
  run(rest, here) {
    here.say(rest === "" ? shrugging : `${rest} ${shrugging}`);
  },
};
