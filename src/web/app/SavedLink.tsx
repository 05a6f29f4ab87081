import { Bookmark } from "lucide-react";
import { savedPath } from "../paths.ts";
import { SidebarLink } from "../ui/SidebarLink.tsx";
import styles from "./SavedLink.module.css";

/** In the sidebar, over the rooms. */
export function SavedLink() {
  return (
    <div className={styles.last}>
      <SidebarLink href={savedPath} icon={<Bookmark />}>
        Saved
      </SidebarLink>
    </div>
  );
}
