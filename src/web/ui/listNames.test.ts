import { expect, it } from "vitest";
import { listNames } from "./listNames.ts";

it("lists names in a sentence, and counts those past the first few", () => {
  expect(listNames(["Ann"])).toBe("Ann");
  expect(listNames(["Ann", "Bob"])).toBe("Ann and Bob");
  expect(listNames(["Ann", "Bob", "Cem"])).toBe("Ann, Bob and Cem");
  expect(listNames(["Ann", "Bob", "Cem", "Dia"])).toBe("Ann, Bob and 2 others");
});
