// `npm run size`: what people download, compressed, beside what it was when `docs/sizes.json` was last
// written and what it may be. Fails over a limit. `npm run size -- --write` writes the file.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

import { rolldown } from "rolldown";
import { z } from "zod";

const root = join(import.meta.dirname, "..");
const committed = join(root, "docs/sizes.json");

interface Part {
  name: string;
  /** Kilobytes. */
  limit: number;
  measure(): Promise<number> | number;
}

const parts: Part[] = [
  { name: "sign-in, first JavaScript", limit: 90, measure: () => screen("index.html") },
  {
    name: "first room, all JavaScript",
    limit: 190,
    measure: () => screen("index.html", "app/Connected.tsx", "room"),
  },
  { name: "snug/client, core", limit: 15, measure: () => bundle("client", "createSnugClient") },
  { name: "snug/widget, client included", limit: 30, measure: () => bundle("widget", "SnugRoom") },
  { name: "embed/room.js, with React", limit: 110, measure: () => file("dist/web/embed/room.js") },
];

const manifestSchema = z.record(
  z.string(),
  z.object({
    file: z.string(),
    name: z.string().optional(),
    imports: z.array(z.string()).default([]),
  }),
);

/** What a page has loaded that shows what these modules bring, or chunks by the name that vite.config.ts gives them. */
function screen(...modules: string[]): number {
  const manifest = manifestSchema.parse(readJson("dist/web/.vite/manifest.json"));
  const scripts = Object.values(manifest).filter((chunk) => chunk.file.endsWith(".js"));
  const named = new Map(scripts.map((chunk) => [chunk.name, chunk]));
  const files = new Set<string>();
  const add = (name: string) => {
    const chunk = manifest[name] ?? named.get(name);
    if (chunk === undefined) throw new Error(`${name} is no chunk of the web app any more.`);
    if (files.has(chunk.file)) return;
    files.add(chunk.file);
    chunk.imports.forEach(add);
  };
  modules.forEach(add);
  return Array.from(files)
    .map((file) => compressed(readFileSync(join(root, "dist/web", file))))
    .reduce((sum, bytes) => sum + bytes, 0);
}

function file(path: string): number {
  return compressed(readFileSync(join(root, path)));
}

/** What one export of the package brings into someone's page, its dependencies but React included. */
async function bundle(module: string, name: string): Promise<number> {
  const entry = "snug:entry";
  const build = await rolldown({
    input: entry,
    external: /^(?:react|react-dom|@tanstack\/react-query)(?:\/|$)/,
    transform: { define: { "process.env.NODE_ENV": '"production"' } },
    plugins: [
      {
        name: entry,
        resolveId: (id) => (id === entry ? id : null),
        load: (id) =>
          id === entry
            ? `export { ${name} } from ${JSON.stringify(join(root, `dist/package/${module}.js`))};`
            : null,
      },
    ],
  });
  const { output } = await build.generate({ format: "es", minify: true });
  await build.close();
  return output
    .map((file) => (file.type === "chunk" ? compressed(file.code) : 0))
    .reduce((sum, bytes) => sum + bytes, 0);
}

function compressed(content: string | Buffer): number {
  return gzipSync(content, { level: 9 }).length;
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(join(root, path), "utf8"));
}

function kilobytes(bytes: number): string {
  return (bytes / 1000).toFixed(1).padStart(6);
}

const before = z.record(z.string(), z.number()).parse(readJson("docs/sizes.json"));
const now: Record<string, number> = {};
console.log("gzip kB".padEnd(30), "   now  before  limit");
for (const part of parts) {
  const { name, limit } = part;
  const bytes = await part.measure();
  now[name] = bytes;
  const over = bytes > limit * 1000;
  if (over) process.exitCode = 1;
  const was = before[name];
  console.log(
    name.padEnd(30),
    kilobytes(bytes),
    was === undefined ? "     –" : ` ${kilobytes(was)}`,
    String(limit).padStart(6),
    over ? "  over the limit" : "",
  );
}
if (process.argv.includes("--write")) {
  writeFileSync(committed, `${JSON.stringify(now, null, 2)}\n`);
}
