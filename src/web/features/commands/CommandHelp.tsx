import { trpc } from "../../../react/index.ts";
import { Dialog } from "../../ui/Dialog.tsx";
import { isOwnCommand, offeredCommands } from "./all.ts";
import type { Here } from "./command.ts";
import styles from "./CommandHelp.module.css";

/** The commands that one may use here. */
export function CommandHelp({ here, onClose }: { here: Here; onClose: () => void }) {
  const { data: byBots = [] } = trpc.botCommands.inRoom.useQuery({ roomId: here.room.id });
  const own = offeredCommands(here);
  const commands = [...own, ...byBots.filter(({ name }) => !isOwnCommand(name))];
  return (
    <Dialog title="Commands" size="large" onClose={onClose}>
      <dl className={styles.list}>
        {commands.map(({ name, takes, summary }) => (
          <div key={name} className={styles.row}>
            <dt>
              /{name} <span className={styles.takes}>{takes}</span>
            </dt>
            <dd>{summary}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.note}>
        To send a text that begins with a slash, begin it with two, or with a space.
      </p>
    </Dialog>
  );
}
