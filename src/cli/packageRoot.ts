import { join } from "node:path";

/**
 * The folder of `package.json`. From the sources this file is `src/cli/…`, in the bundle it is part
 * of `dist/server/…`: both stand two levels below it.
 */
export const packageRoot = join(import.meta.dirname, "..", "..");
