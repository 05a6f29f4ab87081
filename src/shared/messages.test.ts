import { expect, it } from "vitest";
import { messageBodySchema } from "./messages.ts";

it("takes a body with half a surrogate pair as what it will be read back as", () => {
  expect(messageBodySchema.parse("half \uD83D done")).toBe("half \uFFFD done");
  expect(messageBodySchema.parse("whole 🫖")).toBe("whole 🫖");
});
