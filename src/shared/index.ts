/** What travels between client and server: rooms, messages, people, and every event. Types alone. */
export type * from "./botCommands.ts";
export type * from "./bots.ts";
export type * from "./errors.ts";
export type * from "./events.ts";
export type * from "./files.ts";
export type * from "./invites.ts";
export type * from "./messages.ts";
export type * from "./presence.ts";
export type * from "./rooms.ts";
export type * from "./search.ts";
export type * from "./session.ts";
export type * from "./tokens.ts";
export type * from "./users.ts";
export type * from "./workspace.ts";
