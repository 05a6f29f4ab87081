import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { RunningServer } from "../server/main.ts";
import { startServer } from "../server/main.ts";

export interface TestServer extends AsyncDisposable {
  /** Without a slash at the end; the same after a restart. */
  url: string;
  port: number;
  dataDir: string;
  /** The lines that it wrote to its log; none unless LOG_LEVEL is set. */
  log: string[];
  stop(): Promise<void>;
  /** On the same port and the same data; stops it first if it runs. */
  restart(): Promise<void>;
}

/**
 * A whole server on a free port, with data of its own in a folder that goes with it. `env` is what is set
 * beside that.
 */
export async function startTestServer(env: NodeJS.ProcessEnv = {}): Promise<TestServer> {
  const dataDir = await mkdtemp(join(tmpdir(), "snug-test-"));
  const log: string[] = [];
  let running = await start(0);
  const { port } = running;

  function start(onPort: number): Promise<RunningServer> {
    return startServer({
      env: {
        HOST: "127.0.0.1",
        PORT: String(onPort),
        DATA_DIR: dataDir,
        LOG_LEVEL: "silent",
        ...env,
      },
      log: { write: (line) => log.push(line) },
    });
  }
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    dataDir,
    log,
    stop: () => running.close(),
    async restart() {
      await running.close();
      running = await start(port);
    },
    async [Symbol.asyncDispose]() {
      await running.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
