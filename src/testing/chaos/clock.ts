// Loaded ahead of the server that is tried: its clock is wrong by what it is told, and it ends with whoever
// tries it.
let wrongByMs = Number(process.env["CHAOS_CLOCK_MS"] ?? 0);
const RightDate = Date;

function now(): number {
  return RightDate.now() + wrongByMs;
}

globalThis.Date = new Proxy(RightDate, {
  construct(target, values: unknown[], newTarget) {
    const date: unknown = Reflect.construct(
      target,
      values.length === 0 ? [now()] : values,
      newTarget,
    );
    if (date instanceof RightDate) return date;
    throw new TypeError("Not a date.");
  },
  get: (target, key, receiver): unknown =>
    key === "now" ? now : Reflect.get(target, key, receiver),
});

process.on("message", (ms) => {
  wrongByMs = Number(ms);
});
process.on("disconnect", () => process.exit(1));
// Being told is no reason to live.
process.channel?.unref();
