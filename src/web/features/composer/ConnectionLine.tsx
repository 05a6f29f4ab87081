import { useEffect, useState } from "react";
import { useConnection } from "../../../react/index.ts";
import { classNames } from "../../ui/classNames.ts";
import styles from "./ConnectionLine.module.css";

/** A short outage is nobody's business. */
const quietMs = 2_000;
const backMs = 2_500;

type Said = "nothing" | "reconnecting" | "back";

/** The state of the connection, when there is something to say about it. */
export function ConnectionLine() {
  const said = useSaid();
  return (
    <div role="status" className={classNames(said === "nothing" && "visually-hidden")}>
      {said === "reconnecting" && (
        <p className={styles.line}>Reconnecting… your messages are kept</p>
      )}
      {said === "back" && <p className={classNames(styles.line, styles.back)}>Back online</p>}
    </div>
  );
}

function useSaid(): Said {
  const { status, since } = useConnection();
  const [said, setSaid] = useState<Said>("nothing");
  const lost = status === "reconnecting" || status === "connecting";
  if (!lost && said === "reconnecting") setSaid("back");
  if (lost && said === "back") setSaid("nothing");
  useEffect(() => {
    const wait = lost ? since + quietMs - Date.now() : backMs;
    const timer = setTimeout(() => setSaid(lost ? "reconnecting" : "nothing"), Math.max(0, wait));
    return () => clearTimeout(timer);
  }, [lost, since]);
  return said;
}
