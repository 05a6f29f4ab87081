import { useTyping, useUsers } from "../../../react/index.ts";
import { listNames } from "../../ui/listNames.ts";
import styles from "./StateLine.module.css";
import { useConnectionNews } from "./useConnectionNews.ts";

interface StateLineProps {
  roomId: string;
  /** What there is to know while nothing goes on. */
  note: string | null;
}

/** What is going on, over the composer. The line is always there, so that its words move nothing. */
export function StateLine({ roomId, note }: StateLineProps) {
  const news = useConnectionNews();
  return (
    <div className={styles.line}>
      <div role="status" className={styles.connection}>
        {news === "reconnecting" && "Reconnecting… your messages are kept"}
        {news === "back" && "Back online"}
      </div>
      {news === "nothing" && (note ?? <TypingWords roomId={roomId} />)}
    </div>
  );
}

/** Who is writing. */
function TypingWords({ roomId }: { roomId: string }) {
  const typing = useTyping(roomId);
  const users = useUsers();
  if (typing.length === 0) return null;
  const names = typing.map((id) => users.get(id)?.displayName ?? "Someone");
  return (
    <span className={styles.words}>
      <span className={styles.dots} aria-hidden>
        <i />
        <i />
        <i />
      </span>
      {names.length > 3
        ? "Several people are typing"
        : `${listNames(names)} ${names.length === 1 ? "is" : "are"} typing`}
    </span>
  );
}
