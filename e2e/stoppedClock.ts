// Loaded ahead of a server by NODE_OPTIONS, so that it takes every moment for the one in SNUG_NOW: what
// it writes down, and ends by itself, is then the same in every run. Timers run on.
const now = Date.parse(process.env["SNUG_NOW"] ?? "");

globalThis.Date = new Proxy(Date, {
  construct(target, args, newTarget) {
    const made: unknown = Reflect.construct(target, args.length === 0 ? [now] : args, newTarget);
    return made instanceof target ? made : new target(now);
  },
  get(target, name, receiver): unknown {
    return name === "now" ? () => now : Reflect.get(target, name, receiver);
  },
});
