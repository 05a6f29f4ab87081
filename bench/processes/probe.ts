// Loaded ahead of the program into every process that is measured, so that all are asked the same way.
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

process.on("message", (question) => {
  if (question === "collect") collectGarbage();
  const { user, system } = process.cpuUsage();
  const { rss, heapUsed, external } = process.memoryUsage();
  process.send?.({
    cpuMicros: user + system,
    residentBytes: rss,
    heldBytes: heapUsed + external,
  });
});
// Whoever measures is gone: nobody else would end this process.
process.on("disconnect", () => process.exit(1));
// Being asked is no reason to live.
process.channel?.unref();

function collectGarbage(): void {
  setFlagsFromString("--expose-gc");
  runInNewContext("gc()");
}
