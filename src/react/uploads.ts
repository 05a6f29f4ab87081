import { useSyncExternalStore } from "react";
import type { SnugClient } from "../client/index.ts";
import { useClient } from "./clientContext.ts";
import type { Upload } from "./uploadTray.ts";
import { UploadTray } from "./uploadTray.ts";

/** By user and place: what was begun in one room goes on while one looks at another. */
const trays = new WeakMap<SnugClient, Map<string, UploadTray>>();

/** Where the files for the next message of a room, or of a thread in it, are gathered. */
export function useUploadTray(roomId: string, threadRootId: string | null = null): UploadTray {
  const client = useClient();
  const ofClient = trays.get(client) ?? new Map<string, UploadTray>();
  trays.set(client, ofClient);
  const place = [client.snapshot?.me.id, roomId, threadRootId].join(" ");
  const tray = ofClient.get(place) ?? new UploadTray(client, roomId);
  ofClient.set(place, tray);
  return tray;
}

/** What is in a tray, and how far each of it is. */
export function useUploads(tray: UploadTray): readonly Upload[] {
  return useSyncExternalStore(tray.subscribe, tray.current, tray.current);
}
