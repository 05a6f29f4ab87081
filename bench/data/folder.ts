import { rmSync } from "node:fs";
import { cp, mkdir, mkdtemp, rm, statfs } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** What is made once and used again, and what lives for one measurement, on the same disk. */
const base = process.env["BENCH_DIR"] ?? join(tmpdir(), "snug-bench");

export interface TemporaryFolder extends AsyncDisposable {
  path: string;
}

const temporary = new Set<string>();

/** Last resort, for when the benchmark itself ends early. */
export function removeTemporaryFolders(): void {
  for (const path of temporary) rmSync(path, { recursive: true, force: true });
}

/** Empty, or with what is in `from`. */
export async function temporaryFolder(from?: string): Promise<TemporaryFolder> {
  await mkdir(base, { recursive: true });
  const path = await mkdtemp(join(base, "run-"));
  temporary.add(path);
  if (from !== undefined) await cp(from, path, { recursive: true });
  return {
    path,
    async [Symbol.asyncDispose]() {
      await rm(path, { recursive: true, force: true });
      temporary.delete(path);
    },
  };
}

/** Where what has this name is kept from run to run. */
export function keptFolder(name: string): string {
  return join(base, "kept", name);
}

/** In memory nothing is ever synced, and what is durable costs nothing there. */
export async function isInMemory(): Promise<boolean> {
  await mkdir(base, { recursive: true });
  const tmpfs = 0x01_02_19_94;
  return (await statfs(base)).type === tmpfs;
}
