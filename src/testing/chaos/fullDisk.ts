import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);

/**
 * To the process, a full disk: no file of its grows, and a write past its start fails (RLIMIT_FSIZE, set
 * from outside by util-linux' `prlimit`). It needs no rights, and unlike a small file system made for the
 * purpose, the syncs are those of the real disk.
 */
export const fullDiskMeans = "RLIMIT_FSIZE of the server process, set by prlimit";

/** False where there is no such thing. */
export async function canFillDisk(): Promise<boolean> {
  return run("prlimit", ["--version"]).then(
    () => true,
    () => false,
  );
}

export async function fillDiskOf(pid: number): Promise<void> {
  await run("prlimit", ["--pid", String(pid), "--fsize=1024:"]);
}

export async function freeDiskOf(pid: number): Promise<void> {
  await run("prlimit", ["--pid", String(pid), "--fsize=unlimited:"]);
}
