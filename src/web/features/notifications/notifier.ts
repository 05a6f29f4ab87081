import type { SnugClient } from "../../../client/index.ts";
import type { LogEventOf } from "../../../shared/events.ts";
import { messagePath } from "../../paths.ts";
import { lookedAt } from "./looking.ts";
import { playNote } from "./note.ts";
import type { Notice } from "./noticeOf.ts";
import { isRead, newsMs, noticeOf } from "./noticeOf.ts";
import { permission } from "./permission.ts";
import { notificationSettings } from "./settings.ts";

export interface NotifierOptions {
  /** Messages that came before there was a notifier. */
  early: readonly LogEventOf<"message.created">[];
  /** Opens an address of the app in this tab. */
  open: (path: string) => void;
  /** Something could have been shown by the system, if one had been asked. */
  onUntold: () => void;
}

/** Who reads a message within this time, here or on another device, need not be told of it. */
const patienceMs = 700;
const betweenNotesMs = 1_000;

/** Tells of messages while one is not looking. Of each, one tab of the browser does, for all of them. */
export function startNotifier(client: SnugClient, options: NotifierOptions): () => void {
  const stopping = new AbortController();
  const shown = new Map<string, { notification: Notification; notice: Notice }>();
  let lastNoteAt = -betweenNotesMs;

  const stops = [
    client.on("message.created", heard),
    client.on("read.updated", ({ roomId }) => takeBack(roomId)),
    client.on("message.deleted", ({ messageId }) => shown.get(messageId)?.notification.close()),
  ];
  for (const event of options.early) heard(event);
  return () => {
    stopping.abort();
    for (const stop of stops) stop();
  };

  function heard(event: LogEventOf<"message.created">): void {
    if (client.snapshot === null) return;
    const notice = noticeOf(event, client.snapshot, client.presence.now());
    if (notice) setTimeout(() => void tell(notice), patienceMs);
  }

  async function tell(notice: Notice): Promise<void> {
    const { id, roomId } = notice.message;
    if (stopping.signal.aborted || !(await claim(`tells.${id}`, newsMs))) return;
    const looked = await lookedAt();
    if (stopping.signal.aborted || looked.has(roomId) || isReadNow(notice)) return;
    const { desktop, sound } = notificationSettings();
    if (sound && looked.size === 0) void note();
    if (!desktop) return;
    if (permission() === "granted") show(notice);
    else if (permission() === "default") options.onUntold();
  }

  function show(notice: Notice): void {
    const { id, roomId } = notice.message;
    const { preview } = notificationSettings();
    const notification = new Notification(notice.title, {
      body: preview ? notice.body : "New message",
      // Of two with one tag, as from two tabs, the browser keeps one.
      tag: id,
      icon: "/favicon.svg",
      silent: true,
    });
    shown.set(id, { notification, notice });
    notification.addEventListener("close", () => shown.delete(id));
    notification.addEventListener("click", () => {
      window.focus();
      options.open(messagePath(roomId, id));
      notification.close();
    });
  }

  /** What was read elsewhere is no longer news here. */
  function takeBack(roomId: string): void {
    for (const { notification, notice } of shown.values()) {
      if (notice.message.roomId === roomId && isReadNow(notice)) notification.close();
    }
  }

  function isReadNow({ message }: Notice): boolean {
    const room = client.snapshot?.rooms.find(({ id }) => id === message.roomId);
    return room === undefined || isRead(message, room);
  }

  async function note(): Promise<void> {
    const now = performance.now();
    if (now - lastNoteAt < betweenNotesMs || !(await claim("note", betweenNotesMs))) return;
    lastNoteAt = now;
    playNote().catch(() => {
      // No sound device, or none to be had: the notification is still there.
    });
  }
}

/**
 * Whether no other tab has claimed it. A claim lasts for its time, and ends with its tab. Without HTTPS
 * there are no locks, and each tab claims for itself.
 */
function claim(what: string, forMs: number): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  if (!navigator.locks) resolve(true);
  void navigator.locks?.request(`snug.${what}`, { ifAvailable: true }, (lock) => {
    resolve(lock !== null);
    return lock && new Promise((done) => setTimeout(done, forMs));
  });
  return promise;
}
