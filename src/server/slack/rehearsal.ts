import { randomUUID } from "node:crypto";

import type { Imports, Rooms, Workspaces } from "../store/port.ts";

/** What an import asks of the store. */
export type ImportStore = Imports & Pick<Rooms, "addMembers"> & Pick<Workspaces, "workspace">;

/** Takes everything and keeps nothing: what an import would do, without doing it. */
export function rehearsal(): ImportStore {
  return {
    importUser: async () => ({ userId: randomUUID(), created: true }),
    importRoom: async () => ({ roomId: randomUUID(), created: true }),
    importMessages: async (messages) => ({ created: messages.length, skipped: 0 }),
    importFile: async ({ name, type, size, width, height }) => ({
      id: randomUUID(),
      name,
      type,
      size,
      width,
      height,
      url: "",
    }),
    markImported: async () => undefined,
    addMembers: async () => undefined,
    workspace: async () => null,
  };
}
