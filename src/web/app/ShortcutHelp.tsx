import { Dialog } from "../ui/Dialog.tsx";
import { Kbd } from "../ui/Kbd.tsx";
import styles from "./ShortcutHelp.module.css";

const groups: readonly {
  title: string;
  keys: readonly (readonly [keys: string, what: string])[];
}[] = [
  {
    title: "Anywhere",
    keys: [
      ["Mod+K", "Jump to a room or person"],
      ["Mod+Shift+F", "Search messages"],
      ["Alt+Up", "The room above"],
      ["Alt+Down", "The room below"],
      ["Alt+Shift+Down", "The next unread room"],
      ["?", "These shortcuts"],
    ],
  },
  {
    title: "Writing",
    keys: [
      ["Enter", "Send"],
      ["Shift+Enter", "New line"],
      ["Up", "Edit your last message, while nothing is written"],
      ["Mod+B", "Bold"],
      ["Mod+I", "Italic"],
      ["Mod+E", "Code"],
    ],
  },
  {
    title: "On a message",
    keys: [
      ["Up", "The message above"],
      ["Down", "The message below"],
      ["R", "React"],
      ["T", "Reply in thread"],
      ["Q", "Quote"],
      ["E", "Edit"],
      ["P", "Pin or unpin"],
      ["S", "Save for later"],
      ["C", "Copy text"],
      ["L", "Copy link"],
      ["U", "Mark unread from here"],
      ["Delete", "Delete"],
    ],
  },
];

export function ShortcutHelp({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title="Keyboard shortcuts" size="large" onClose={onClose}>
      <div className={styles.groups}>
        {groups.map(({ title, keys }) => (
          <section key={title} aria-label={title}>
            <h3 className={styles.title}>{title}</h3>
            <dl>
              {keys.map(([combination, what]) => (
                <div key={combination} className={styles.row}>
                  <dt>{what}</dt>
                  <dd>
                    <Kbd keys={combination} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
