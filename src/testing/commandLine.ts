import { vi } from "vitest";

import { runCommandLine } from "../cli/commandLine.ts";

export interface CommandResult {
  status: number;
  stdout: string;
  stderr: string;
}

/** Runs a command of Snug in this process, with `env` beside what is set, and gives what it printed. */
export async function snug(args: string[], env: NodeJS.ProcessEnv = {}): Promise<CommandResult> {
  const stdout: string[] = [];
  const stderr: string[] = [];
  const spies = [
    vi.spyOn(console, "log").mockImplementation((line) => stdout.push(`${line}\n`)),
    vi.spyOn(console, "error").mockImplementation((line) => stderr.push(`${line}\n`)),
    vi.spyOn(process.stderr, "write").mockImplementation((chunk) => {
      return stderr.push(String(chunk)) > 0;
    }),
  ];
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  try {
    const status = await runCommandLine(args);
    return { status, stdout: stdout.join(""), stderr: stderr.join("") };
  } finally {
    vi.unstubAllEnvs();
    for (const spy of spies) spy.mockRestore();
  }
}
