import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { describe, expect, it } from "vitest";

const main = join(import.meta.dirname, "main.ts");

function snug(args: string[], nodeOptions: string[] = []) {
  return spawnSync(process.execPath, [...nodeOptions, main, ...args], { encoding: "utf8" });
}

/** Makes the process believe that it runs on another Node. */
function pretend(version: string): string[] {
  const code = `Object.defineProperty(process, "versions", { value: { node: "${version}" } })`;
  return ["--import", `data:text/javascript,${encodeURIComponent(code)}`];
}

describe("the command line", () => {
  it("lists the commands when it is asked nothing or for help", () => {
    for (const args of [[], ["--help"]]) {
      const { status, stdout } = snug(args);
      expect(status).toBe(0);
      expect(stdout).toMatch(/^ {2}start {2,}\S/m);
    }
  });

  it("tells its version", () => {
    const manifest: unknown = JSON.parse(
      readFileSync(join(import.meta.dirname, "../../package.json"), "utf8"),
    );
    const { status, stdout } = snug(["--version"]);
    expect(manifest).toMatchObject({ version: stdout.trim() });
    expect(status).toBe(0);
  });

  it("explains a command", () => {
    const { status, stdout } = snug(["start", "--help"]);
    expect(stdout).toMatch(/^Usage: snug start/);
    expect(status).toBe(0);
  });

  it("refuses a command that it does not know", () => {
    const { status, stderr } = snug(["strat"]);
    expect(stderr).toBe('There is no command "strat". "snug --help" lists those there are.\n');
    expect(status).toBe(2);
  });

  it("answers an option that a command does not know with its usage", () => {
    const { status, stderr } = snug(["start", "--fast"]);
    expect(stderr).toMatch(/'--fast'[^]*Usage: snug start/);
    expect(status).toBe(2);
  });

  it.each(["20.20.2", "22.13.1", "8.0.0"])("refuses Node %s in one sentence", (version) => {
    const { status, stdout, stderr } = snug(["start"], pretend(version));
    expect(stderr).toMatch(/^Snug needs Node 22\.14 or newer[^\n]*\n$/);
    expect(stdout).toBe("");
    expect(status).toBe(1);
  });

  it.each(["22.14.0", "23.0.0", "24.1.0"])("accepts Node %s", (version) => {
    expect(snug(["--help"], pretend(version)).status).toBe(0);
  });
});
