import type { Upload } from "../../../react/index.ts";
import { limits } from "../../../shared/limits.ts";

/** What there is to say about the files as a whole, read out when it changes. */
export function uploadWords(
  uploads: readonly Upload[],
  { leftOut, held }: { leftOut: number; held: boolean },
): string {
  if (held) return "Sends as soon as the files are there.";
  if (leftOut > 0) {
    const files = leftOut === 1 ? "1 file was" : `${leftOut} files were`;
    return `A message carries up to ${limits.attachmentsPerMessage} files. ${files} left out.`;
  }
  const failed = uploads.filter(({ status }) => status === "failed");
  if (failed.length === 0) return "";
  const [files, them] =
    failed.length === 1 ? ["One file", "it"] : [`${failed.length} files`, "them"];
  const ways = failed.some(mayArrive) ? "Try again or remove" : "Remove";
  return `${files} did not arrive. ${ways} ${them} to send.`;
}

/** Whether another try may bring one that failed: not when the file itself is not one that can be taken. */
export function mayArrive({ error }: Upload): boolean {
  return error?.code !== "INVALID_INPUT";
}

/** Whether a message has to wait for it. */
export function isUnderWay({ status }: Upload): boolean {
  return status === "waiting" || status === "sending";
}
