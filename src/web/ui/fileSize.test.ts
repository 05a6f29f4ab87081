import { expect, it } from "vitest";
import { fileSize } from "./fileSize.ts";

it("says a file's size in few figures", () => {
  expect([0, 999, 1000, 4_720_000, 31_000_000_000].map(fileSize)).toEqual([
    "0 B",
    "999 B",
    "1.0 KB",
    "4.7 MB",
    "31 GB",
  ]);
});
