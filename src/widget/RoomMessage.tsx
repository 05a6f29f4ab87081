import type { ReactNode } from "react";
import type { TimelineItem } from "../react/index.ts";
import { useClient, useUser } from "../react/index.ts";
import { Body } from "./Body.tsx";

interface RoomMessageProps {
  item: TimelineItem;
  /** Without the name above it. */
  goesOn: boolean;
}

export function RoomMessage({ item: { message, outbox }, goesOn }: RoomMessageProps): ReactNode {
  const author = useUser(message.authorId);
  const name = message.authorName ?? author?.displayName ?? "Somebody";
  const { attachments, reactions, thread } = message;
  return (
    <article className="message" data-pending={outbox?.status === "pending" || undefined}>
      {!goesOn && (
        <p className="by">
          <strong>{name}</strong> <Clock iso={message.createdAt} />
        </p>
      )}
      {message.deletedAt === null ? (
        <Body body={message.body} />
      ) : (
        <p className="faint">This message was deleted.</p>
      )}
      {attachments.map(({ id, name, url }) => (
        <p className="faint" key={id}>
          <Attached name={name} url={url} />
        </p>
      ))}
      {message.editedAt !== null && <span className="faint">edited</span>}
      {reactions.length > 0 && (
        <p className="faint">
          {reactions.map(({ emoji, userIds }) => `${emoji} ${userIds.length}`).join("  ")}
        </p>
      )}
      {thread !== null && <p className="faint">{countOf(thread.replyCount)}</p>}
      {outbox?.status === "failed" && (
        <Refused clientId={outbox.clientId} why={outbox.error?.message} />
      )}
    </article>
  );
}

/** Its bytes are for those who are signed in there; a page of another origin shows what it is called. */
function Attached({ name, url }: { name: string; url: string }): ReactNode {
  const here = URL.parse(url, location.href)?.origin === location.origin;
  return here ? <a href={url}>{name}</a> : `Attached: ${name}`;
}

function Refused({ clientId, why }: { clientId: string; why: string | undefined }): ReactNode {
  const { outbox } = useClient();
  return (
    <p className="refused" role="alert">
      {why ?? "This was not sent."}{" "}
      <button type="button" className="quiet" onClick={() => outbox.retry(clientId)}>
        Try again
      </button>
      <button type="button" className="quiet" onClick={() => outbox.remove(clientId)}>
        Delete
      </button>
    </p>
  );
}

function Clock({ iso }: { iso: string }): ReactNode {
  const shown = new Date(iso).toLocaleString([], { dateStyle: "medium", timeStyle: "short" });
  return (
    <time className="faint" dateTime={iso}>
      {shown}
    </time>
  );
}

function countOf(replies: number): string {
  return replies === 1 ? "1 reply" : `${replies} replies`;
}
