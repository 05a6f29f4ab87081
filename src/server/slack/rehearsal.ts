import { randomUUID } from "node:crypto";

import type { Imports, Rooms } from "../store/port.ts";

/** Takes everything and keeps nothing: what an import would do, without doing it. */
export function rehearsal(): Imports & Pick<Rooms, "addMembers"> {
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
    fileFor: async () => null,
    markImported: async () => undefined,
    addMembers: async () => undefined,
  };
}
