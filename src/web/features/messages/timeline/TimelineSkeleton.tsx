import { Skeleton } from "../../../ui/Skeleton.tsx";
import styles from "./TimelineSkeleton.module.css";

const groups: readonly (readonly string[])[] = [
  ["62%", "38%"],
  ["48%"],
  ["84%", "71%", "29%"],
  ["41%"],
  ["66%", "52%"],
  ["35%"],
];

/** Messages to come, in the size of messages. */
export function TimelineSkeleton() {
  return (
    <div className={styles.frame} aria-busy="true" aria-label="Loading messages" role="status">
      {groups.map((lines, index) => (
        <div key={index} className={styles.group}>
          <Skeleton shape="circle" width="2.25rem" height="2.25rem" />
          <div className={styles.lines}>
            <Skeleton width="7rem" />
            {lines.map((width) => (
              <Skeleton key={width} width={width} />
            ))}
          </div>
        </div>
      ))}
    </div>
  );
}
