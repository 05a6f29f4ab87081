#!/usr/bin/env node
// This file imports nothing statically: a Node that is too old to load the rest must still get as
// far as being told so in one sentence.

/** The oldest Node with everything the server stands on (better-sqlite3 needs its Node-API 10). */
const oldest = { major: 22, minor: 14 };

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);

if (major > oldest.major || (major === oldest.major && minor >= oldest.minor)) {
  // What was compiled once is kept for the next start, beside the package or not at all.
  const { enableCompileCache } = await import("node:module");
  enableCompileCache(`${import.meta.dirname}/../../node_modules/.cache/snug`);
  const { runCommandLine } = await import("./commandLine.ts");
  process.exitCode = await runCommandLine(process.argv.slice(2));
} else {
  console.error(
    `Snug needs Node ${oldest.major}.${oldest.minor} or newer, and this is ${process.version}: ` +
      "get one from https://nodejs.org, or run it through npm (npm start), which brings its own.",
  );
  process.exitCode = 1;
}
