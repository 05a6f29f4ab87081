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
  const failed = uploads.filter(({ status }) => status === "failed").length;
  if (failed === 0) return "";
  return failed === 1
    ? "One file did not arrive. Try it again or remove it to send."
    : `${failed} files did not arrive. Try them again or remove them to send.`;
}

/** Whether a message has to wait for it. */
export function isUnderWay({ status }: Upload): boolean {
  return status === "waiting" || status === "sending";
}
