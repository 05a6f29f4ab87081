import { Writable } from "node:stream";

import { expect, it } from "vitest";

import { showProgress } from "./progress.ts";

function screen(isTTY: boolean) {
  const written: string[] = [];
  const stream = new Writable({
    write(chunk, _, done) {
      written.push(String(chunk));
      done();
    },
  });
  return Object.assign(stream, { isTTY, written });
}

it("draws one bar over the other where someone watches, and clears it at the end", () => {
  const stream = screen(true);
  {
    using progress = showProgress(stream);
    for (const done of [0, 1, 500, 1000]) progress.show("Importing", done, 1000);
  }
  expect(stream.written).toEqual([
    `\r\x1B[KImporting ${"░".repeat(30)} 0%`,
    `\r\x1B[KImporting ${"█".repeat(15)}${"░".repeat(15)} 50%`,
    `\r\x1B[KImporting ${"█".repeat(30)} 100%`,
    "\r\x1B[K",
  ]);
});

it("writes a line for each quarter into files and pipes", () => {
  const stream = screen(false);
  {
    using progress = showProgress(stream);
    for (let done = 0; done <= 1000; done += 10) progress.show("Importing", done, 1000);
  }
  expect(stream.written.join("")).toBe(
    [0, 25, 50, 75, 100].map((part) => `Importing: ${part}%\n`).join(""),
  );
});

it("is done where there is nothing to do", () => {
  const stream = screen(false);
  showProgress(stream).show("Importing", 0, 0);
  expect(stream.written).toEqual(["Importing: 100%\n"]);
});
