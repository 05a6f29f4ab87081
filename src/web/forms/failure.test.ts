import { describe, expect, it } from "vitest";
import { SnugError } from "../../shared/errors.ts";
import { failureWords, waitWords } from "./failure.ts";

describe("failureWords", () => {
  it("says what the server said", () => {
    expect(failureWords(new SnugError("USERNAME_TAKEN", "That username is taken."))).toBe(
      "That username is taken.",
    );
  });

  it("says how long to wait", () => {
    const error = new SnugError("RATE_LIMITED", "Slow down.", { retryAfterMs: 29_400 });
    expect(failureWords(error)).toBe("Too many tries. Wait 30 seconds, then try again.");
  });
});

describe("waitWords", () => {
  it.each([
    [0, "1 second"],
    [1_001, "2 seconds"],
    [60_000, "1 minute"],
    [61_000, "2 minutes"],
    [3_600_000, "1 hour"],
  ])("%i ms → %s", (milliseconds, expected) => {
    expect(waitWords(milliseconds)).toBe(expected);
  });
});
