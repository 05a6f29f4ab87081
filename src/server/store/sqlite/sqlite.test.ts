import { afterEach, describe } from "vitest";
import { describeStore } from "../contract.ts";
import type { TemporaryStore } from "./temporaryStore.ts";
import { temporaryStore } from "./temporaryStore.ts";

const opened: TemporaryStore[] = [];

afterEach(async () => {
  for (const temporary of opened.splice(0)) await temporary[Symbol.asyncDispose]();
});

describe.each(["commit", "background"] as const)("whose sync is in the %s:", (sync) => {
  describeStore("an SQLite file", async () => {
    const temporary = temporaryStore({ sync });
    opened.push(temporary);
    return temporary;
  });
});
