import type { OpenWorkspace } from "../server/main.ts";
import type { DataFolder } from "../server/upkeep/dataFolder.ts";
import { SnugError } from "../shared/errors.ts";
import { CommandError } from "./command.ts";

/** Opens the data that the environment names, also while a server serves it, and lets go of it after. */
export async function withWorkspace<Result>(
  work: (workspace: OpenWorkspace) => Promise<Result>,
): Promise<Result> {
  const { openWorkspace, StartError } = await import("../server/main.ts");
  try {
    await using workspace = await openWorkspace({ env: process.env });
    return await work(workspace);
  } catch (error) {
    const isExpected = error instanceof StartError || error instanceof SnugError;
    throw isExpected ? new CommandError(error.message) : error;
  }
}

/** Does something to the data as it lies on the disk, whether it can be opened or not. */
export async function withData<Result>(
  work: (openFolder: (path?: string) => DataFolder) => Promise<Result>,
): Promise<Result> {
  const { dataFolder: openFolder, StartError, UpkeepError } = await import("../server/main.ts");
  try {
    return await work(openFolder);
  } catch (error) {
    const isExpected = error instanceof StartError || error instanceof UpkeepError;
    if (isExpected) throw new CommandError(error.message);
    throw isRefusal(error)
      ? new CommandError(`A file cannot be read or written: ${error.message}.`)
      : error;
  }
}

/** What the operating system does not do: a full disk, a folder that is not there or not ours. */
function isRefusal(error: unknown): error is Error {
  return error instanceof Error && "syscall" in error;
}

/** Stops a command that needs a workspace where there is none yet. */
export async function requireSetUp({ store }: OpenWorkspace): Promise<void> {
  if ((await store.workspace()) !== null) return;
  throw new CommandError(
    `There is no workspace in ${dataFolder()} yet. Start Snug and open it in a browser: ` +
      "whoever names the workspace there owns it. Then run this again.",
  );
}

/** As the person at the keyboard knows it. */
export function dataFolder(): string {
  return process.env["DATA_DIR"] || "./data";
}
