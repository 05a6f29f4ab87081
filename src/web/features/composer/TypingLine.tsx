import { useTyping, useUsers } from "../../../react/index.ts";
import { listNames } from "../../ui/listNames.ts";
import styles from "./TypingLine.module.css";

/** Who is writing. Its line is always there, so that it moves nothing. */
export function TypingLine({ roomId }: { roomId: string }) {
  const typing = useTyping(roomId);
  const users = useUsers();
  const names = typing.map((id) => users.get(id)?.displayName ?? "Someone");
  return (
    <div className={styles.line}>
      {names.length > 0 && (
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
      )}
    </div>
  );
}
