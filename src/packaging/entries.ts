interface Entry {
  /** `snug/NAME` to those who import it. */
  name: string;
  source: string;
  /** The server is built on its own, with what it needs of Node. */
  runsIn?: "node";
}

/** What the package exports. */
export const entries: readonly Entry[] = [
  { name: "client", source: "src/client/index.ts" },
  { name: "react", source: "src/react/index.ts" },
  { name: "server", source: "src/server/index.ts", runsIn: "node" },
  { name: "widget", source: "src/widget/index.ts" },
  { name: "types", source: "src/shared/index.ts" },
];
