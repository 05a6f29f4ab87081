interface DraftPlace {
  meId: string;
  roomId: string;
  /** `null` in the room itself. */
  threadRootId: string | null;
}

/** Whose draft of what: of one person, in one room or thread. */
export function draftScopeOf({ meId, roomId, threadRootId }: DraftPlace): string {
  return [meId, roomId, threadRootId].filter((part) => part !== null).join(".");
}
