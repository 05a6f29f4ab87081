import { Skeleton } from "../ui/Skeleton.tsx";
import styles from "./PanelSkeleton.module.css";

const widths = ["40%", "90%", "70%", "55%", "65%"];

/** What stands in the panel while its content is on its way. */
export function PanelSkeleton() {
  return (
    <div className={styles.panel} role="status" aria-label="Loading" aria-busy="true">
      {widths.map((width) => (
        <Skeleton key={width} width={width} />
      ))}
    </div>
  );
}
