import { describe, expect, it } from "vitest";
import { linkOver, toggleMark } from "./textEdits.ts";
import type { TextEdit } from "./textEdits.ts";

function applied(value: string, edit: TextEdit | null): string | null {
  return edit && value.slice(0, edit.start) + edit.text + value.slice(edit.end);
}

describe("pasting a link over words", () => {
  it("links the words", () => {
    const edit = linkOver("see the plan now", [4, 12], " https://x.example/plan ");
    expect(applied("see the plan now", edit)).toBe("see [the plan](https://x.example/plan) now");
  });

  it("keeps brackets in the address from ending it", () => {
    const edit = linkOver("plan", [0, 4], "https://x.example/a_(b)");
    expect(applied("plan", edit)).toBe("[plan](https://x.example/a_(b%29)");
  });

  it("pastes plainly without a selection, over an address, or when it is no address", () => {
    expect(linkOver("plan", [4, 4], "https://x.example")).toBeNull();
    expect(linkOver("https://y.example", [0, 17], "https://x.example")).toBeNull();
    expect(linkOver("plan", [0, 4], "two words")).toBeNull();
  });
});

describe("marks", () => {
  it("go around the selection, which stays", () => {
    const edit = toggleMark("a word", [2, 6], "**");
    expect(applied("a word", edit)).toBe("a **word**");
    expect(edit.select).toEqual([4, 8]);
  });

  it("come off again", () => {
    const edit = toggleMark("a **word**", [4, 8], "**");
    expect(applied("a **word**", edit)).toBe("a word");
    expect(edit.select).toEqual([2, 6]);
  });
});
