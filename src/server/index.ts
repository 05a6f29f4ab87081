/** A Snug server inside another program: on a port of its own, or behind the program's own server. */
export { createSnug, startServer, StartError } from "./main.ts";
export type { LogSink, RunningServer, Snug, SnugOptions, StartOptions } from "./main.ts";
