import { encode } from "uqr";
import { describe, expect, it } from "vitest";

import { qrPath } from "./qrPath.ts";

describe("the path of a QR code", () => {
  it("has a square for every dark module, and none in the margin", () => {
    const text = "https://chat.example.com/device/abc";
    const { data } = encode(text, { ecc: "M", border: 0 });
    const { size, path } = qrPath(text);
    expect(size).toBe(data.length + 8);
    const squares = path.match(/\d+ \d+(?=h)/g) ?? [];
    const dark = data.flatMap((row, y) =>
      row.flatMap((on, x) => (on ? [`${x + 4} ${y + 4}`] : [])),
    );
    expect(squares).toEqual(dark);
  });
});
