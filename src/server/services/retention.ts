import { limits } from "../../shared/limits.ts";
import type { BlobStore } from "../files/port.ts";
import type { Store } from "../store/port.ts";

type OnError = (error: unknown) => void;

const hourMs = 60 * 60_000;
/** How much later than it was meant to a status may end; clients stop showing it in time. */
const statusLagMs = 5_000;

/** Forgets what is too old to resume from [RT6]: now, and again every hour. Returns how to stop. */
export function keepLogShort(store: Store, onError: OnError): () => void {
  return every(hourMs, () => pruneLog(store), onError);
}

/** Forgets uploads that were never sent and bytes that nothing refers to. Returns how to stop. */
export function keepFilesTidy(store: Store, blobs: BlobStore, onError: OnError): () => void {
  return every(hourMs, () => tidyFiles(store, blobs), onError);
}

/** Ends statuses and presence modes when their time is over. Returns how to stop. */
export function keepStatusesCurrent(store: Store, onError: OnError): () => void {
  return every(statusLagMs, () => store.endStatuses(new Date().toISOString()), onError);
}

function every(ms: number, task: () => Promise<void>, onError: OnError): () => void {
  function run(): void {
    task().catch(onError);
  }
  const timer = setInterval(run, ms);
  timer.unref();
  run();
  return () => clearInterval(timer);
}

async function pruneLog(store: Store): Promise<void> {
  const { head, oldest } = await store.logState();
  const last = head - limits.retainedEvents;
  if (last > oldest) await store.pruneLog(last);
}

/** Bytes are given the same time as uploads: an import stores them before it refers to them. */
async function tidyFiles(store: Store, blobs: BlobStore): Promise<void> {
  const ageMs = limits.unsentUploadHours * hourMs;
  await store.expireUploads(new Date(Date.now() - ageMs).toISOString());
  await blobs.sweep(ageMs, (hashes) => store.usedBlobs(hashes));
}
