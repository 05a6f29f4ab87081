/** A Snug server inside another program. It listens on a port of its own. */
export { startServer, StartError } from "./main.ts";
export type { RunningServer, StartOptions } from "./main.ts";
