import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { chartOf } from "./chart.ts";
import { pageOf } from "./page.ts";
import type { Results } from "./results.ts";

/** The page, the numbers and the charts; charts of figures that are gone go, too. */
export async function writeReport(results: Results, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const name of await readdir(folder)) {
    if (name.endsWith(".svg")) await rm(join(folder, name));
  }
  await writeFile(join(folder, "README.md"), pageOf(results));
  await writeFile(join(folder, "results.json"), jsonOf(results));
  for (const figure of results.figures) {
    await writeFile(join(folder, `${figure.name}.svg`), chartOf(figure));
  }
}

/** As the formatter has it: numbers side by side. */
function jsonOf(results: Results): string {
  const json = JSON.stringify(results, null, 2);
  const inLine = json.replace(
    /\[\s+([\d.,e+\s-]+?)\s+\]/g,
    (_, numbers: string) => `[${numbers.split(/,\s+/).join(", ")}]`,
  );
  return `${inLine}\n`;
}
