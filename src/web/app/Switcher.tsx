import { QuickSwitcher } from "../features/switcher/QuickSwitcher.tsx";
import type { Early } from "../ui/TypedAhead.tsx";
import { useSwitcherCommands } from "./useSwitcherCommands.tsx";
import type { DialogName } from "./WorkspaceDialogs.tsx";

interface SwitcherProps extends Early {
  onOpenRoom: (roomId: string) => void;
  onSearch: (text: string) => void;
  onOpen: (dialog: DialogName) => void;
  onClose: () => void;
}

/** Ctrl-K: to rooms, people and messages, and what else one can do from anywhere. */
export function Switcher({ onOpen, ...rest }: SwitcherProps) {
  const commands = useSwitcherCommands({ onOpen, onClose: rest.onClose });
  return <QuickSwitcher {...rest} commands={commands} />;
}
