import { expect, it } from "vitest";
import { snapshotOf } from "../testing/chatEvents.ts";
import { readMarker } from "./markRead.ts";

it("sends the furthest only, one at a time, and nothing that is read already", async () => {
  const sent: number[] = [];
  const answers: PromiseWithResolvers<void>[] = [];
  const mark = readMarker({
    snapshot: snapshotOf(),
    send: (_roomId, seq) => {
      sent.push(seq);
      const answer = Promise.withResolvers<void>();
      answers.push(answer);
      return answer.promise;
    },
  });
  mark("r1", 4);
  mark("elsewhere", 9);
  expect(sent).toEqual([]);
  mark("r1", 5);
  mark("r1", 7);
  mark("r1", 6);
  expect(sent).toEqual([5]);
  answers[0]?.resolve();
  await Promise.resolve();
  await Promise.resolve();
  expect(sent).toEqual([5, 7]);
  answers[1]?.reject(new Error("The network broke."));
  await new Promise((resolve) => setImmediate(resolve));
  mark("r1", 7);
  expect(sent).toEqual([5, 7, 7]);
});
