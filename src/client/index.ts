/** The embeddable client: runs in browsers, workers and Node, without React and without a DOM. */
export { cookieSession } from "./cookieSession.ts";
export { createSnugClient } from "./snugClient.ts";
export type { ClientEvents, SnugClient, SnugClientOptions } from "./snugClient.ts";
export type { ConnectionState, ConnectionStatus } from "./connectionState.ts";
export { errorDetails } from "./errors.ts";
export { indexedDbStorage } from "./indexedDb.ts";
export type { Outbox, OutboxEntry, OutgoingMessage } from "./outboxEntry.ts";
export type { PresenceState } from "./presenceState.ts";
export { applyToPages, applyToSnapshot } from "./reduce.ts";
export type { HistoryScope } from "./reduce.ts";
export { memoryStorage } from "./storage.ts";
export type { ClientStorage } from "./storage.ts";
export type { RoomHandle } from "./room.ts";
export type { TokenSource } from "./transport.ts";
export type { Wake } from "./wake.ts";
export type { AppRouter } from "../server/router.ts";
export { SnugError } from "../shared/errors.ts";
export type { ErrorCode, ErrorDetails } from "../shared/errors.ts";
