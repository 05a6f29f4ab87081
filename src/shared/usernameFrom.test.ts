import { expect, it } from "vitest";
import { limits } from "./limits.ts";
import { usernameFrom } from "./usernameFrom.ts";

it("is as near to the name as may be", () => {
  expect(usernameFrom("Grafana Alerts", "webhook")).toBe("grafana-alerts");
  expect(usernameFrom("  (CI) build #2! ", "webhook")).toBe("ci-build-2");
  expect(usernameFrom("Straße.Süd", "webhook")).toBe("straße.süd");
  expect(usernameFrom("ＡＢＣ", "webhook")).toBe("abc");
});

it("is no longer than it may be, and does not end where two words were joined", () => {
  const words = `${"a".repeat(limits.username - 1)} bc`;
  expect(usernameFrom(words, "webhook")).toBe("a".repeat(limits.username - 1));
});

it("is another where nothing of the name may be one", () => {
  expect(usernameFrom("🚨", "webhook")).toBe("webhook");
  expect(usernameFrom("x", "webhook")).toBe("webhook");
});
