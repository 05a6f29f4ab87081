import { afterEach } from "vitest";
import { describeStore } from "../contract.ts";
import type { TemporaryStore } from "./temporaryStore.ts";
import { temporaryStore } from "./temporaryStore.ts";

const opened: TemporaryStore[] = [];

afterEach(async () => {
  for (const temporary of opened.splice(0)) await temporary[Symbol.asyncDispose]();
});

// As the server has it.
describeStore("an SQLite file", async () => {
  const temporary = temporaryStore({ sync: "background" });
  opened.push(temporary);
  return temporary;
});
