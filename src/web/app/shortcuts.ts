/** What works wherever one is. */
export const anywhere = {
  switcher: { keys: "Mod+K", what: "Jump to a room, person or command" },
  search: { keys: "Mod+Shift+F", what: "Search messages" },
  roomAbove: { keys: "Alt+Up", what: "The room above" },
  roomBelow: { keys: "Alt+Down", what: "The room below" },
  unreadAbove: { keys: "Alt+Shift+Up", what: "The unread room above" },
  unreadBelow: { keys: "Alt+Shift+Down", what: "The unread room below" },
  help: { keys: "?", what: "These shortcuts" },
} as const;

export type AnywhereShortcut = keyof typeof anywhere;

type Keys = Pick<KeyboardEvent, "key" | "altKey" | "shiftKey" | "ctrlKey" | "metaKey">;

/** Which shortcut a key press is, if it is one. */
export function shortcutOf(event: Keys): AnywhereShortcut | null {
  for (const [name, { keys }] of Object.entries(anywhere)) {
    if (isAnywhere(name) && keys === combinationOf(event)) return name;
  }
  return null;
}

/** In the words of the registry: `Mod+K`, `Alt+Shift+Up`; a sign stands for itself, however it is typed. */
function combinationOf({ key, altKey, shiftKey, ctrlKey, metaKey }: Keys): string {
  const isSign = key.length === 1 && key.toLowerCase() === key.toUpperCase();
  const held = [
    (ctrlKey || metaKey) && "Mod",
    altKey && "Alt",
    shiftKey && !isSign && "Shift",
    key.length === 1 ? key.toUpperCase() : key.replace(/^Arrow/, ""),
  ];
  return held.filter((part) => part !== false).join("+");
}

function isAnywhere(name: string): name is AnywhereShortcut {
  return name in anywhere;
}
