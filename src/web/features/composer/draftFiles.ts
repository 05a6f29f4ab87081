import { useEffect } from "react";
import type { UploadTray } from "../../../react/index.ts";
import type { Attachment } from "../../../shared/files.ts";
import { limits } from "../../../shared/limits.ts";

const prefix = "snug.draft-files.";

/** Well before the server forgets an upload that was not sent. */
const keptMs = (limits.unsentUploadHours / 2) * 60 * 60_000;

/** Keeps what has arrived with the draft of its text: it survives a reload. */
export function useDraftFiles(tray: UploadTray, scope: string): void {
  useEffect(() => {
    tray.restore(stored(scope));
    return tray.subscribe(() =>
      store(
        scope,
        tray.current().flatMap(({ attachment }) => attachment ?? []),
      ),
    );
  }, [tray, scope]);
}

function store(scope: string, attachments: readonly Attachment[]): void {
  try {
    if (attachments.length === 0) localStorage.removeItem(prefix + scope);
    else localStorage.setItem(prefix + scope, JSON.stringify({ at: Date.now(), attachments }));
  } catch {
    // Where storage is closed to us, it lasts as long as the page.
  }
}

function stored(scope: string): Attachment[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(prefix + scope) ?? "null");
    return isKept(kept) && kept.at > Date.now() - keptMs ? kept.attachments : [];
  } catch {
    return [];
  }
}

/** Written by us, perhaps by another version. */
function isKept(value: unknown): value is { at: number; attachments: Attachment[] } {
  if (typeof value !== "object" || value === null) return false;
  return (
    "at" in value &&
    typeof value.at === "number" &&
    "attachments" in value &&
    Array.isArray(value.attachments)
  );
}
