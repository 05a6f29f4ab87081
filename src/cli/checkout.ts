import { existsSync } from "node:fs";
import { join } from "node:path";

import { CommandError } from "./command.ts";
import { packageRoot } from "./packageRoot.ts";

/** Stops a command that works on the sources where there are none, as in the published package. */
export function requireCheckout(): void {
  if (!existsSync(join(packageRoot, "src"))) {
    throw new CommandError("This needs Snug's sources: clone the repository and run it there.");
  }
}
