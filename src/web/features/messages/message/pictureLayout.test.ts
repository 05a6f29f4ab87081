import { expect, it } from "vitest";
import { pictureSize, pictureSources } from "./pictureLayout.ts";

it.each([
  [
    { width: 4000, height: 3000 },
    { width: 360, height: 270 },
  ],
  [
    { width: 1000, height: 3000 },
    { width: 100, height: 300 },
  ],
  [
    { width: 200, height: 100 },
    { width: 200, height: 100 },
  ],
  [
    { width: 4000, height: 40 },
    { width: 360, height: 48 },
  ],
  [
    { width: 1, height: 1 },
    { width: 48, height: 48 },
  ],
])("fits a picture of %o into its box", (picture, size) => {
  expect(pictureSize(picture, true)).toEqual(size);
});

it("puts several into rows of one height, within bounds of width", () => {
  const widths = [4000, 1000, 10].map((width) => pictureSize({ width, height: 1000 }, false).width);
  expect(widths).toEqual([288, 144, 86]);
});

it.each([
  ["image/png", 5_000, { still: "/f" }],
  ["image/png", 5_000_000, { still: "/f?thumbnail" }],
  ["image/gif", 5_000_000, { still: "/f?thumbnail", moving: "/f" }],
  ["image/gif", 50_000_000, { still: "/f?thumbnail" }],
])("loads of %s with %i bytes no more than it has to", (type, size, sources) => {
  const picture = { id: "f", name: "f", url: "/f", width: 1, height: 1 };
  expect(pictureSources({ ...picture, type, size })).toEqual(sources);
});
