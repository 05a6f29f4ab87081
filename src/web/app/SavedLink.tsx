import { Bookmark } from "lucide-react";
import { Link, useLocation } from "wouter";
import { savedPath } from "../paths.ts";
import styles from "./SavedLink.module.css";

/** In the sidebar, over the rooms. */
export function SavedLink() {
  const [path] = useLocation();
  return (
    <Link
      href={savedPath}
      aria-current={path === savedPath ? "page" : undefined}
      className={styles.link}
    >
      <Bookmark aria-hidden /> Saved
    </Link>
  );
}
