import { execFile } from "node:child_process";
import { join } from "node:path";

import type { CommandResult } from "./commandLine.ts";

const program = join(import.meta.dirname, "../cli/main.ts");

/** Runs a command of Snug as people do: in a process of its own, from the sources. */
export function snugProcess(args: string[], env: NodeJS.ProcessEnv): Promise<CommandResult> {
  const { promise, resolve, reject } = Promise.withResolvers<CommandResult>();
  const options = { env: { ...process.env, ...env }, timeout: 60_000, maxBuffer: 10_000_000 };
  const child = execFile(
    process.execPath,
    ["--disable-warning=ExperimentalWarning", program, ...args],
    options,
    (error, stdout, stderr) => {
      if (error?.killed) reject(error);
      else resolve({ status: child.exitCode ?? 1, stdout, stderr });
    },
  );
  return promise;
}
