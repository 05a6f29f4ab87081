import { useClient, useMarkRead, useSend, useTimeline, useTyping, useUsers } from "snug/react";
import { useEffect, useState } from "react";

export function Room({ roomId, title }: { roomId: string; title: string }) {
  const client = useClient();
  const users = useUsers();
  const typing = useTyping(roomId);
  const send = useSend();
  const markRead = useMarkRead();
  const timeline = useTimeline(roomId);
  const [body, setBody] = useState("");
  const nameOf = (id: string) => users.get(id)?.displayName ?? "someone";
  const newest = timeline.items.findLast(({ outbox }) => outbox === null)?.message.seq;

  useEffect(() => {
    if (newest !== undefined) markRead(roomId, newest);
  }, [markRead, roomId, newest]);

  function say() {
    if (body.trim() === "") return;
    send({ roomId, body });
    setBody("");
  }
  return (
    <main>
      <h1>{title}</h1>
      <div role="log" aria-label={`Messages in ${title}`}>
        {timeline.hasOlder && <button onClick={() => timeline.loadOlder()}>Older</button>}
        {timeline.items.map(({ key, message, outbox }) => (
          <p key={key} className={outbox ? "pending" : undefined}>
            <b>{message.authorName ?? nameOf(message.authorId)}</b> {message.body}
            {outbox?.status === "failed" && (
              <button onClick={() => client.outbox.retry(message.clientId)}>Send again</button>
            )}
          </p>
        ))}
      </div>
      <p role="status">{typing.length > 0 && `${typing.map(nameOf).join(", ")} is writing…`}</p>
      <form action={say}>
        <input
          aria-label={`Message ${title}`}
          value={body}
          onChange={({ target }) => {
            setBody(target.value);
            client.room(roomId).setTyping(target.value !== "");
          }}
        />
        <button>Send</button>
      </form>
    </main>
  );
}
