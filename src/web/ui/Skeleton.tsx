import { classNames } from "./classNames.ts";
import styles from "./Skeleton.module.css";

interface SkeletonProps {
  /** CSS lengths of what will stand here. */
  width?: string;
  height?: string;
  shape?: "line" | "circle" | "block";
}

/**
 * Holds the place of what is loading, in its size. It stays unseen for the first 150 ms, so a fast
 * answer never flickers. Tell screen readers with `aria-busy` on the region, not here.
 */
export function Skeleton({ width = "100%", height = "0.75rem", shape = "line" }: SkeletonProps) {
  return (
    <span
      aria-hidden
      className={classNames(styles.skeleton, styles[shape])}
      style={{ inlineSize: width, blockSize: height }}
    />
  );
}
