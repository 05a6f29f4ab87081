/** What to say when a room's field does not pass, by its name. */
export const roomWords = { name: "Give the room a name." };

/** The fields that the server's refusals of a room are about. */
export const roomFieldOf = { ROOM_NAME_TAKEN: "name" } as const;
