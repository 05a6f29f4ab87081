import { X } from "lucide-react";
import { useUser } from "../../../react/index.ts";
import { Avatar } from "../../ui/Avatar.tsx";
import { IconButton } from "../../ui/IconButton.tsx";
import type { Answer } from "./answers.ts";
import { dismissAnswer, useAnswers } from "./answers.ts";
import { handsFocusOn } from "../../ui/handsFocusOn.ts";
import styles from "./CommandAnswers.module.css";

interface CommandAnswersProps {
  roomId: string;
  rootId: string | null;
}

/** What bots answered to commands that one wrote here, until it is put away. */
export function CommandAnswers({ roomId, rootId }: CommandAnswersProps) {
  const answers = useAnswers(roomId, rootId);
  return (
    <div role="status" className={styles.answers}>
      {answers.map((answer) => (
        <AnswerNote key={answer.seq} answer={answer} />
      ))}
    </div>
  );
}

function AnswerNote({ answer: { seq, botId, body } }: { answer: Answer }) {
  const bot = useUser(botId);
  return (
    <div ref={handsFocusOn} className={styles.answer}>
      {bot && <Avatar user={bot} size={24} />}
      <div className={styles.words}>
        <p className={styles.from}>
          <strong>{bot?.displayName ?? "A bot"}</strong> to you alone
        </p>
        <p dir="auto" className={styles.body}>
          {body}
        </p>
      </div>
      <IconButton size="small" label="Put away" icon={<X />} onClick={() => dismissAnswer(seq)} />
    </div>
  );
}
