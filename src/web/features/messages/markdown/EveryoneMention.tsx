import styles from "./Mention.module.css";

/** `@room` or `@here`: it concerns the reader, whoever that is. */
export function EveryoneMention({ word }: { word: "room" | "here" }) {
  const meaning = word === "here" ? "Everyone in this room who is online" : "Everyone in this room";
  return (
    <span className={styles.mine} title={meaning}>
      @{word}
    </span>
  );
}
