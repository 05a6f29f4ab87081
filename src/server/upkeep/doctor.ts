import { stat, statfs } from "node:fs/promises";

import type { StoreReport } from "../store/upkeep.ts";
import { measureBlob } from "./blobs.ts";
import type { DataFolder, OnProgress } from "./dataFolder.ts";
import { sizeText } from "./size.ts";

export interface Finding {
  subject: "database" | "files" | "permissions" | "clock" | "disk";
  /** What was looked at, when all is well. */
  summary: string;
  /** A sentence for each thing that is wrong. */
  faults: string[];
}

/** Less than this and the next large upload, or a backup's log, may not fit. */
const leastFreeBytes = 512 * 1024 * 1024;

/** Clocks that are set from the network differ by less. */
const clockToleranceMs = 60_000;

/** Looks the data over and changes nothing; a server may be serving it. */
export async function diagnose(data: DataFolder, onProgress: OnProgress): Promise<Finding[]> {
  const report = await data.store.examine();
  // What only the database knows cannot be looked at without it, and then nothing is said of it.
  const isRead = report.log !== null;
  return [
    database(report),
    ...(isRead ? [await files(data, report, onProgress)] : []),
    await permissions(data),
    ...(isRead ? [clock(report)] : []),
    await disk(data),
  ];
}

function database({ faults, log }: StoreReport): Finding {
  const events = log === null ? "" : `, and the log whole up to ${log.head}`;
  return { subject: "database", summary: `sound${events}`, faults };
}

async function files(
  { blobs }: DataFolder,
  report: StoreReport,
  onProgress: OnProgress,
): Promise<Finding> {
  const faults: string[] = [];
  let size = 0;
  for (const [index, expected] of report.blobs.entries()) {
    onProgress("files", index, report.blobs.length);
    const found = await measureBlob(blobs, expected.sha256);
    if (found === null) faults.push(`The file ${expected.sha256} is gone.`);
    else if (found.sha256 !== expected.sha256)
      faults.push(`The file ${expected.sha256} is damaged.`);
    size += found?.size ?? 0;
  }
  const summary = `${report.blobs.length} files (${sizeText(size)}) are what they were`;
  return { subject: "files", summary, faults };
}

/** Password hashes and everyone's messages are in there. */
async function permissions({ path, storeFile }: DataFolder): Promise<Finding> {
  const summary = "only its owner can look into the folder";
  if (process.platform === "win32") return { subject: "permissions", summary, faults: [] };
  const [folder, file] = [await stat(path), await stat(storeFile)];
  const isOpen = (folder.mode & 0o077) !== 0 && (file.mode & 0o077) !== 0;
  const isOthers = process.getuid !== undefined && ![0, file.uid].includes(process.getuid());
  const faults = [
    ...(isOpen ? [`Others on this machine can read the data. Run: chmod 700 ${path}`] : []),
    ...(isOthers ? [`${storeFile} belongs to another user than the one that runs this.`] : []),
  ];
  return { subject: "permissions", summary, faults };
}

function clock({ newestEventAt }: StoreReport): Finding {
  const aheadMs = newestEventAt === null ? 0 : Date.parse(newestEventAt) - Date.now();
  const fault = `The newest event is from ${newestEventAt}, and that is yet to come: set the clock.`;
  return {
    subject: "clock",
    summary: "not behind the newest event",
    faults: aheadMs > clockToleranceMs ? [fault] : [],
  };
}

async function disk({ path }: DataFolder): Promise<Finding> {
  const { bavail, bsize } = await statfs(path);
  const free = bavail * bsize;
  return {
    subject: "disk",
    summary: `${sizeText(free)} are free`,
    faults: free < leastFreeBytes ? [`Only ${sizeText(free)} are free where the data lies.`] : [],
  };
}
