import { describe, expect, it } from "vitest";
import { shortcutGroups } from "./shortcutGroups.ts";
import { shortcutOf } from "./shortcuts.ts";

function press(
  key: string,
  held: Partial<Record<"alt" | "shift" | "ctrl" | "meta", boolean>> = {},
) {
  const { alt = false, shift = false, ctrl = false, meta = false } = held;
  return shortcutOf({ key, altKey: alt, shiftKey: shift, ctrlKey: ctrl, metaKey: meta });
}

describe("shortcuts", () => {
  it("are known by their keys, on Apple's machines too", () => {
    expect(press("k", { ctrl: true })).toBe("switcher");
    expect(press("K", { meta: true })).toBe("switcher");
    expect(press("F", { ctrl: true, shift: true })).toBe("search");
    expect(press("ArrowUp", { alt: true })).toBe("roomAbove");
    expect(press("ArrowDown", { alt: true, shift: true })).toBe("unreadBelow");
    expect(press("?", { shift: true })).toBe("help");
    expect(press("?")).toBe("help");
  });

  it("are nothing with other keys held", () => {
    expect(press("k")).toBeNull();
    expect(press("k", { ctrl: true, alt: true })).toBeNull();
    expect(press("ArrowUp", { ctrl: true, alt: true })).toBeNull();
    expect(press("?", { ctrl: true })).toBeNull();
  });

  it("have one meaning each within their group", () => {
    for (const { shortcuts } of shortcutGroups) {
      const keys = shortcuts.map((shortcut) => shortcut.keys);
      expect(new Set(keys).size).toBe(keys.length);
    }
  });
});
