import { afterEach, expect, it, vi } from "vitest";
import { clientIdSchema } from "../shared/ids.ts";
import { uuidv7 } from "./uuid.ts";

afterEach(() => {
  vi.useRealTimers();
});

it("mints UUIDv7 that the server takes, each after the one before it", () => {
  vi.useFakeTimers({ now: new Date("2026-01-01T00:00:00.000Z") });
  const minted = Array.from({ length: 1000 }, uuidv7);
  for (const id of minted) expect(clientIdSchema.safeParse(id).success).toBe(true);
  expect(minted.toSorted()).toEqual(minted);
  expect(new Set(minted.map((id) => id.slice(14))).size).toBe(1000);
  // A clock that is set back does not set them back.
  vi.setSystemTime(new Date("2025-01-01T00:00:00.000Z"));
  expect(uuidv7() > (minted.at(-1) ?? "")).toBe(true);
  vi.setSystemTime(new Date("2027-01-01T00:00:00.000Z"));
  expect(Number.parseInt(uuidv7().replace("-", "").slice(0, 12), 16)).toBe(Date.UTC(2027, 0, 1));
});
