import { useEffect, useState } from "react";
import { useConnection } from "../../../react/index.ts";

/** A short outage is nobody's business. */
const quietMs = 2_000;
const backMs = 2_500;

export type ConnectionNews = "nothing" | "reconnecting" | "back";

/** The state of the connection, when there is something to say about it. */
export function useConnectionNews(): ConnectionNews {
  const { status, since } = useConnection();
  const [news, setNews] = useState<ConnectionNews>("nothing");
  const lost = status === "reconnecting" || status === "connecting";
  if (!lost && news === "reconnecting") setNews("back");
  if (lost && news === "back") setNews("nothing");
  useEffect(() => {
    const wait = lost ? since + quietMs - Date.now() : backMs;
    const timer = setTimeout(() => setNews(lost ? "reconnecting" : "nothing"), Math.max(0, wait));
    return () => clearTimeout(timer);
  }, [lost, since]);
  return news;
}
