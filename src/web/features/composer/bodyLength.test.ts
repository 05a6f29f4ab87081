import { expect, it } from "vitest";
import { limits } from "../../../shared/limits.ts";
import { lengthNote } from "./bodyLength.ts";

it("tells of the limit near it, and of how much is too much", () => {
  expect(lengthNote(100)).toBeNull();
  expect(lengthNote(limits.messageBody - 10)).toEqual({ words: "10 left", over: false });
  expect(lengthNote(limits.messageBody + 1200)).toEqual({
    words: "1,200 characters too long. Shorten it or send it in parts.",
    over: true,
  });
});
