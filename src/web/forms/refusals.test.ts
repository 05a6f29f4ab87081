import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { currentToasts, dismissToast } from "../ui/toasts.ts";
import { attempt, refuse } from "./refusals.ts";

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  for (const { id } of currentToasts()) dismissToast(id);
  vi.useRealTimers();
});

it("says in a toast what is nowhere in sight, with a way to try again", async () => {
  const call = vi.fn<() => Promise<void>>().mockRejectedValue(new Error("No."));
  attempt({ about: "pin 1", failed: "The message is still pinned.", call });
  await vi.runAllTimersAsync();
  const [toast] = currentToasts();
  expect(toast?.message).toMatch(/^The message is still pinned\. \S/);
  expect(toast?.action?.label).toBe("Try again");
  call.mockResolvedValue();
  toast?.action?.onAction();
  expect(call).toHaveBeenCalledTimes(2);
  await vi.runAllTimersAsync();
  expect(currentToasts()).toHaveLength(1);
});

it("says nothing of what was done", async () => {
  attempt({ about: "pin 1", failed: "It was not pinned.", call: async () => {} });
  await vi.runAllTimersAsync();
  expect(currentToasts()).toEqual([]);
});

it("says the last of what was refused only", async () => {
  refuse("edit 1", { words: "First", written: "One" });
  refuse("edit 1", { words: "Second", written: "Two" });
  await vi.runAllTimersAsync();
  expect(currentToasts().map(({ message }) => message)).toEqual(["Second"]);
});
