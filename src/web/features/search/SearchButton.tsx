import { Search } from "lucide-react";
import { useLocation } from "wouter";
import { searchPath } from "../../paths.ts";
import { IconButton } from "../../ui/IconButton.tsx";

/** Opens the search beside what is shown. */
export function SearchButton() {
  const [path, navigate] = useLocation();
  return (
    <IconButton
      label="Search messages"
      shortcut="Mod+Shift+F"
      tooltipSide="bottom"
      icon={<Search />}
      onClick={() => navigate(searchPath(path, ""))}
    />
  );
}
