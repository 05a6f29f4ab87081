// The thread of checkpointer.ts.
import { parentPort, workerData } from "node:worker_threads";

import Connection from "better-sqlite3";

const connection = new Connection(String(workerData));

parentPort?.on("message", () => {
  connection.pragma("wal_checkpoint(PASSIVE)");
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  parentPort?.postMessage("done");
});
