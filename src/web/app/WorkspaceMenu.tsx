import { ChevronDown } from "lucide-react";
import { lazy } from "react";
import { useWorkspace } from "../../react/index.ts";
import { LazyMenu } from "../ui/LazyMenu.tsx";
import { Mark } from "../ui/Mark.tsx";
import { Tag } from "../ui/Tag.tsx";
import styles from "./WorkspaceMenu.module.css";

const loadItems = async () => ({
  default: (await import("./WorkspaceMenuItems.tsx")).WorkspaceMenuItems,
});
const WorkspaceMenuItems = lazy(loadItems);

/** The workspace's name, and the menu behind it. */
export function WorkspaceMenu({ onShortcuts }: { onShortcuts: () => void }) {
  const workspace = useWorkspace();
  return (
    <LazyMenu
      preload={loadItems}
      trigger={
        <button type="button" className={styles.trigger}>
          <Mark size={22} />
          <span className={styles.name}>{workspace.name}</span>
          {workspace.demo && <Tag>Demo</Tag>}
          <ChevronDown aria-hidden />
        </button>
      }
    >
      <WorkspaceMenuItems onShortcuts={onShortcuts} />
    </LazyMenu>
  );
}
