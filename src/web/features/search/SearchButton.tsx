import { Search } from "lucide-react";
import { useLocation } from "wouter";
import { searchPath } from "../../paths.ts";
import { IconButton } from "../../ui/IconButton.tsx";

/** Opens the search beside what is shown and, while it is open, closes it. */
export function SearchButton({ open }: { open: boolean }) {
  const [path, navigate] = useLocation();
  return (
    <IconButton
      label="Search messages"
      shortcut="Mod+Shift+F"
      tooltipSide="bottom"
      icon={<Search />}
      aria-expanded={open}
      data-open={open || undefined}
      onClick={() => navigate(open ? path : searchPath(path, ""))}
    />
  );
}
