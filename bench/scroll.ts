// `npm run bench:scroll`: scrolls through a room with 100,000 messages in a real Chromium, up from the newest
// and down again.
import { parseArgs } from "node:util";

import { scrollByGestures } from "./scroll/byGestures.ts";
import { scrollByScript } from "./scroll/byScript.ts";
import { openScrollRoom } from "./scroll/room.ts";

const usage = `Usage: npm run bench:scroll -- [options]

Moves the list frame by frame, or with Chromium's own gestures, and prints what was late.

  --gestures     wheel, flicks, the scroll bar and Page Up, as Chromium moves a list for a hand
  --seconds N    how long each way (8; by gestures 3)
  --only NAME    by gestures: only wheel, flick, bar or keys
  --rounds N     how often, by gestures (3)
  --other DIST   by gestures: another build, its \`dist\` folder, in turns with this one`;

const { values } = parseArgs({
  options: {
    gestures: { type: "boolean", default: false },
    only: { type: "string" },
    seconds: { type: "string" },
    rounds: { type: "string", default: "3" },
    other: { type: "string" },
    help: { type: "boolean", default: false },
  },
});
if (values.help) {
  console.log(usage);
} else {
  await using room = await openScrollRoom();
  if (values.gestures) {
    await using other = values.other === undefined ? null : await openScrollRoom(values.other);
    const seconds = Number(values.seconds ?? 3);
    const { only = null } = values;
    await scrollByGestures({ room, other, only, seconds, rounds: Number(values.rounds) });
  } else await scrollByScript(room, Number(values.seconds ?? 8));
}
