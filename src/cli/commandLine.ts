import { readFile } from "node:fs/promises";
import { join } from "node:path";

import type { Command } from "./command.ts";
import { CommandError, UsageError } from "./command.ts";
import { commands } from "./commands.ts";
import { packageRoot } from "./packageRoot.ts";

/**
 * Runs what the arguments ask for and gives the exit code: 0 when it went well, 1 when it failed,
 * 2 when the arguments made no sense.
 */
export async function runCommandLine(args: string[]): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === "help" || name === "--help" || name === "-h") {
    console.log(overview());
    return 0;
  }
  if (name === "--version" || name === "-v") {
    console.log(await version());
    return 0;
  }
  const entry = commands.get(name);
  if (entry === undefined) {
    console.error(`There is no command "${name}". "snug --help" lists those there are.`);
    return 2;
  }
  return await runCommand(await entry.load(), rest);
}

async function runCommand(command: Command, args: string[]): Promise<number> {
  if (args.includes("--help") || args.includes("-h")) {
    console.log(command.usage);
    return 0;
  }
  try {
    await command.run(args);
    return 0;
  } catch (error) {
    if (error instanceof UsageError || (error instanceof Error && isArgumentError(error))) {
      console.error(`${error.message}\n\n${command.usage}`);
      return 2;
    }
    console.error(error instanceof CommandError ? error.message : error);
    return 1;
  }
}

/** `parseArgs` throws these for options and arguments that a command does not know. */
function isArgumentError(error: Error): boolean {
  const code = "code" in error ? error.code : undefined;
  return typeof code === "string" && code.startsWith("ERR_PARSE_ARGS_");
}

function overview(): string {
  const lines = Array.from(commands, ([name, { summary }]) => `  ${name.padEnd(10)}${summary}`);
  return [
    "Snug: chat for a small team that runs it itself.",
    "",
    "Usage: snug <command> [options]",
    "",
    ...lines,
    "",
    '"snug <command> --help" explains one of them; "snug --version" tells which Snug this is.',
  ].join("\n");
}

async function version(): Promise<string> {
  const manifest: unknown = JSON.parse(await readFile(join(packageRoot, "package.json"), "utf8"));
  return typeof manifest === "object" && manifest !== null && "version" in manifest
    ? String(manifest.version)
    : "unknown";
}
