import { expect, it } from "vitest";

import { dataFrame, headOf } from "./frame.ts";

it("an item goes to a subscription as tRPC would write it", () => {
  const head = headOf({ id: 7 });
  const plain = payloadOf(dataFrame(head, '{"a":1}', null));
  expect(JSON.parse(plain)).toEqual({ id: 7, result: { type: "data", data: { a: 1 } } });
  const tracked = payloadOf(dataFrame(headOf({ id: '"', jsonrpc: "2.0" }), "[]", "e:1"));
  expect(JSON.parse(tracked)).toEqual({
    id: '"',
    jsonrpc: "2.0",
    result: { type: "data", id: "e:1", data: { id: "e:1", data: [] } },
  });
});

/** Of a frame that is shorter than 126 bytes. */
function payloadOf(frame: Buffer): string {
  expect(frame.subarray(0, 2)).toEqual(Buffer.from([0x81, frame.length - 2]));
  return frame.toString("utf8", 2);
}
