import { Skeleton } from "../ui/Skeleton.tsx";
import { Shell } from "./Shell.tsx";
import styles from "./ShellSkeleton.module.css";

const widths = ["55%", "70%", "48%", "62%", "40%"];

/** The three panes before the first snapshot. */
export function ShellSkeleton() {
  return (
    <Shell
      atHome={location.pathname === "/"}
      sidebar={
        <div className={styles.rooms}>
          <Skeleton width="75%" height="1.25rem" />
          {widths.map((width) => (
            <Skeleton key={width} width={width} />
          ))}
        </div>
      }
    >
      <div role="status" aria-label="Loading the workspace" />
    </Shell>
  );
}
