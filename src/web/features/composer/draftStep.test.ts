import { describe, expect, it } from "vitest";
import { draftStep } from "./draftStep.ts";

function step(here: string, saved: string, there: string, isFresh = true) {
  return draftStep({ here, saved, there, isFresh });
}

describe("a draft on several devices", () => {
  it("is left alone where all agree", () => {
    expect(step("", "", "")).toBeNull();
    expect(step("Dear all", "Dear all", "Dear all")).toBeNull();
  });

  it("is taken over where nothing was written here since", () => {
    expect(step("", "", "Dear all")).toBe("take");
    expect(step("Dear", "Dear", "Dear all")).toBe("take");
    expect(step("Dear all", "Dear all", "")).toBe("take");
  });

  it("is saved where something was written here, whatever others wrote", () => {
    expect(step("Dear all", "", "")).toBe("save");
    expect(step("Dear all", "Dear", "Something else")).toBe("save");
    expect(step("", "Dear all", "Dear all")).toBe("save");
  });

  it("is not taken back to what it was before our own save", () => {
    expect(step("", "", "Dear all", false)).toBeNull();
  });

  it("is settled when both wrote the same", () => {
    expect(step("Dear all", "", "Dear all")).toBe("note");
  });
});
