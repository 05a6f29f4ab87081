import { VisuallyHidden } from "./VisuallyHidden.tsx";
import styles from "./FileName.module.css";

/** A file's name on one line. Where there is no room for all of it, its ending stays in sight. */
export function FileName({ name }: { name: string }) {
  const [ending = ""] = /\.\w{1,8}$/.exec(name) ?? [];
  return (
    <span className={styles.name} title={name}>
      {/* In two parts it would be read with a gap. */}
      <VisuallyHidden>{name}</VisuallyHidden>
      <span aria-hidden className={styles.stem}>
        {name.slice(0, name.length - ending.length)}
      </span>
      <span aria-hidden>{ending}</span>
    </span>
  );
}
