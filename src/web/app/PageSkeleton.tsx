import { Skeleton } from "../ui/Skeleton.tsx";
import styles from "./PageSkeleton.module.css";

/** A page that is on its way. */
export function PageSkeleton() {
  return (
    <div className={styles.page} role="status" aria-label="Loading" aria-busy="true">
      <Skeleton width="8rem" height="1.25rem" />
      <Skeleton height="4rem" shape="block" />
      <Skeleton height="4rem" shape="block" />
    </div>
  );
}
