import { expect, it } from "vitest";
import { draftStep } from "./draftStep.ts";
import { savedDraft, saveNow } from "./savedDrafts.ts";

it("does not give back what was sent while it was being saved", async () => {
  const answer = Promise.withResolvers<number>();
  const saving = saveNow("room", "Dear all", () => answer.promise);
  const step = (there: string, seq: number) => {
    const { text, seq: savedAt } = savedDraft("room");
    return draftStep({ here: "", saved: text, there, isFresh: seq >= savedAt });
  };
  expect(step("", 7)).toBe("note");
  expect(step("Dear all", 8)).toBe("save");
  const clearing = saveNow("room", "", async () => 9);
  expect(step("Dear all", 8)).toBeNull();
  answer.resolve(8);
  await Promise.all([saving, clearing]);
  expect(savedDraft("room")).toEqual({ text: "", seq: 9 });
  expect(step("Dear all", 8)).toBeNull();
  expect(step("From elsewhere", 10)).toBe("take");
});
