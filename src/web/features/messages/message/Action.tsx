import { useUser } from "../../../../react/index.ts";
import type { Message } from "../../../../shared/messages.ts";
import { MessageBody } from "../markdown/MessageBody.tsx";
import styles from "./Action.module.css";

/** What someone does, after their name: "Ann waves". */
export function Action({ message, does }: { message: Message; does: string }) {
  const author = useUser(message.authorId);
  return (
    <div className={styles.action}>
      <span>{message.authorName ?? author?.displayName ?? "Someone"}</span>{" "}
      <MessageBody body={does} />
    </div>
  );
}
