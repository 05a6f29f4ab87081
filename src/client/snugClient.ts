import type { TRPCClient } from "@trpc/client";
import type { AppRouter } from "../server/router.ts";
import type { LogEvent, LogEventOf, LogEventType, Snapshot } from "../shared/events.ts";
import type { Attachment } from "../shared/files.ts";
import type { PresenceItem } from "../shared/presence.ts";
import { Connection } from "./connection.ts";
import type { ConnectionState } from "./connectionState.ts";
import { Emitter } from "./emitter.ts";
import { eventQueue } from "./eventQueue.ts";
import { MessageOutbox } from "./outbox.ts";
import type { Outbox, OutboxEntry } from "./outboxEntry.ts";
import { LivePresence } from "./presence.ts";
import type { PresenceState } from "./presenceState.ts";
import type { ClientStorage } from "./storage.ts";
import { memoryStorage } from "./storage.ts";
import type { RoomHandle } from "./room.ts";
import { roomHandle } from "./room.ts";
import type { TokenSource } from "./transport.ts";
import type { UploadTarget } from "./upload.ts";
import { uploadAvatar, uploadFile } from "./upload.ts";
import type { Wake } from "./wake.ts";
import { browserWake } from "./wake.ts";

/** Where a client connects, as whom, and with what. */
export interface SnugClientOptions {
  /** Where the server is, such as `https://chat.example.org`, with or without a path. */
  url: string;
  /**
   * The secret of an access token or of a bot's, or a function that gives one, for programs and for pages of
   * other origins. It travels in a header and in the socket's first message, never in an address; cookies
   * are then left out. Without it, the browser's session counts.
   */
  token?: TokenSource;
  /** Where unsent messages are kept; by default in memory only. In browsers: `indexedDbStorage()`. */
  storage?: ClientStorage;
  /** Instead of the global one. It must send and keep the session's cookie. */
  fetch?: typeof fetch;
  /** Instead of the global one. It must send the session's cookie. */
  WebSocket?: typeof WebSocket;
  /** When to try again at once; by default when the browser goes online or its page becomes visible. */
  wake?: Wake;
}

/** What `client.on` can listen to: every kind of log event by its type, and these. */
export type ClientEvents = { [Type in LogEventType]: LogEventOf<Type> } & {
  /** Every log event, when the snapshot holds what it changed. */
  event: LogEvent;
  /** A new snapshot that does not follow from the last by events: the first, and after a reset [RT6]. */
  snapshot: Snapshot;
  /** How the connection is, when that changes. */
  connection: ConnectionState;
  /** All entries, when one came, went or changed. */
  outbox: readonly OutboxEntry[];
  /** Who came or went, and who types, as it is heard [RT8]. */
  presence: PresenceItem;
};

/** A connection to one workspace as one user. */
export interface SnugClient extends AsyncDisposable {
  /**
   * Every procedure of the server, typed: `client.api.rooms.browse.query({})`. Queries and mutations
   * travel by HTTP, subscriptions by WebSocket. They throw what `errorDetails` understands.
   */
  readonly api: TRPCClient<AppRouter>;
  /** The same object until it changes. */
  readonly connection: ConnectionState;
  /**
   * Everything one may see but messages, true at its cursor and kept so by events. `null` before the
   * first `connect` succeeds, and when the session has ended. The same object until it changes.
   */
  readonly snapshot: Snapshot | null;
  /** Messages on their way, for those who do not want to wait for each. */
  readonly outbox: Outbox;
  /** Who is there and who is typing. */
  readonly presence: PresenceState;
  /**
   * Connects, stays connected, and sends what is in the outbox. Resolves when online for the first time;
   * rejects with a `SnugError` when nobody is signed in (`UNAUTHENTICATED`) or `disconnect` comes first.
   * Without a network it waits for one. Calling it again while connected changes nothing.
   *
   * `after` is what `cursorAfter` gave in an earlier run: what happened since comes as events, each once and in order,
   * though the first snapshot holds it already. Where the log does not reach back to it, or it is another
   * workspace's, a second `snapshot` comes instead, as after any reset [RT6].
   */
  connect(options?: { after?: string | undefined }): Promise<void>;
  /**
   * Sends a file to a room that one is in. It is one's own until a message carries it: pass what comes of it
   * to `outbox.send`. What no message carries is forgotten after a day. Rejects with a `SnugError`, such
   * as `TOO_LARGE`, or with the signal's reason.
   */
  upload(file: Blob, target: UploadTarget): Promise<Attachment>;
  /**
   * Shows a picture wherever one's name stands, for everyone: the middle of it, square. A JPEG, PNG, GIF, WebP or
   * AVIF of up to 10 MB; `api.users.removeAvatar` takes it away. Rejects with a `SnugError`.
   */
  setAvatar(picture: Blob): Promise<void>;
  /** Closes the socket; the outbox and the last snapshot stay. */
  disconnect(): Promise<void>;
  /** Returns what takes the listener off again. */
  on<Type extends keyof ClientEvents>(
    type: Type,
    listener: (value: ClientEvents[Type]) => void,
  ): () => void;
  /** Log events from now on, until `disconnect`; `for await (const event of client.events())`. */
  events(): AsyncIterable<LogEvent>;
  /**
   * Where the log goes on after an event that was heard. A program that keeps it goes on from there when it is
   * started again: `connect({ after })`.
   */
  cursorAfter(event: LogEvent): string;
  /** What one does in a room, by its id. Whether one is in it shows when something is done. */
  room(roomId: string): RoomHandle;
}

/**
 * Makes a client; it does nothing before `connect`. Signing in and out goes through `api.session`: call
 * `connect` after the one and `disconnect` after the other.
 */
export function createSnugClient(options: SnugClientOptions): SnugClient {
  const { url, storage = memoryStorage(), wake = browserWake } = options;
  const emitter = new Emitter<ClientEvents>();
  let session = new AbortController();
  const connection = new Connection(
    { url, wake, token: options.token, fetch: options.fetch, WebSocket: options.WebSocket },
    emitter,
    {
      confirmed: (userId) => outbox.confirmed(userId),
      lost: () => {
        outbox.lost();
        presence.lost();
      },
      subscribe: (signal) => presence.watch(wake, signal),
    },
  );
  const { api } = connection;
  const presence = new LivePresence(api, emitter);
  const outbox = new MessageOutbox({
    api,
    emitter,
    storage,
    wake,
    onSend: ({ roomId }) => presence.setTyping(roomId, false),
  });

  async function disconnect(): Promise<void> {
    await connection.disconnect();
    session.abort();
    session = new AbortController();
  }

  return {
    api,
    outbox,
    presence,
    get connection() {
      return connection.state;
    },
    get snapshot() {
      return connection.snapshot;
    },
    connect({ after } = {}) {
      outbox.load();
      return connection.connect(after);
    },
    upload: (file, target) => uploadFile(options, file, target),
    setAvatar: (picture) => uploadAvatar(options, picture),
    disconnect,
    [Symbol.asyncDispose]: disconnect,
    on: (type, listener) => emitter.on(type, listener),
    events: () => eventQueue(emitter, session.signal),
    cursorAfter: (event) => connection.cursorAfter(event),
    room: (roomId) =>
      roomHandle(roomId, {
        api,
        outbox,
        presence,
        joined: () => connection.snapshot?.rooms.find(({ id }) => id === roomId),
      }),
  };
}
