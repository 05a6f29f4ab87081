import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, gzip } from "node:zlib";

import react from "@vitejs/plugin-react";
import type { Plugin, Rolldown } from "vite";
import { defineConfig } from "vite";

import { packageEnvironment } from "./src/packaging/environment.ts";

const here = import.meta.dirname;
const webOutput = join(here, "dist/web");

const workspaceChunk = workspaceChunks();

export default defineConfig({
  root: join(here, "src/web"),
  publicDir: join(here, "public"),
  cacheDir: join(here, "node_modules/.vite"),
  plugins: [
    react(),
    trpcFromSource(),
    iconsFromTheirFiles(),
    preloadFont(),
    keepServerOutOfBrowser(),
    precompress(),
  ],
  environments: {
    client: {
      build: {
        outDir: webOutput,
        emptyOutDir: true,
        sourcemap: true,
        // For .ci/size.ts, which adds up what a screen loads.
        manifest: true,
        // A data: URL would have to be allowed by the content security policy.
        assetsInlineLimit: 0,
        // The emoji are one chunk of data, loaded when one is looked for.
        chunkSizeWarningLimit: 1000,
        // Most of the time goes to compressing, as it should.
        rolldownOptions: {
          input: join(here, "src/web/index.html"),
          checks: { bundlerTimings: false },
          output: {
            // What every visit loads is one file, and what every room does: many small ones compress worse.
            codeSplitting: {
              groups: [
                { name: "initial", tags: ["$initial"] },
                { name: workspaceChunk("shared") },
                { name: workspaceChunk("room") },
                { name: "icons", test: /lucide-react/ },
              ],
            },
          },
        },
      },
    },
    server: {
      consumer: "server",
      resolve: {
        // One file loads many times faster than hundreds. Binaries cannot be in it.
        external: ["@node-rs/argon2", "better-sqlite3", "sharp", "vite"],
        noExternal: true,
      },
      build: {
        outDir: join(here, "dist/server"),
        emptyOutDir: true,
        copyPublicDir: false,
        sourcemap: true,
        minify: false,
        target: "node22",
        rolldownOptions: {
          input: {
            snug: join(here, "src/cli/main.ts"),
            server: join(here, "src/server/index.ts"),
            checkpoint: join(here, "src/server/store/sqlite/checkpoint.ts"),
          },
          // Chunks stand beside the entry: src/cli/packageRoot.ts counts on the depth.
          output: { entryFileNames: "[name].js", chunkFileNames: "[name]-[hash].js" },
        },
      },
    },
    embed: {
      consumer: "client",
      build: {
        outDir: join(webOutput, "embed"),
        emptyOutDir: true,
        copyPublicDir: false,
        rolldownOptions: {
          input: { room: join(here, "src/widget/standalone.ts") },
          // One file under a name that pages can count on.
          output: { entryFileNames: "[name].js", codeSplitting: false },
        },
      },
    },
    package: packageEnvironment(here),
  },
  builder: {
    async buildApp(builder) {
      for (const name of ["client", "embed", "server"]) {
        const environment = builder.environments[name];
        if (environment) await builder.build(environment);
      }
    },
  },
});

/**
 * Names two chunks of what the workspace loads: what other pages that one may come by first load as well,
 * and the rest. Left to itself, each part that something later shares would be a file.
 */
function workspaceChunks() {
  const routes = join(here, "src/web/app/Routes.tsx");
  const workspace = join(here, "src/web/app/WorkspaceRoutes.tsx");
  let chunks: Map<string, "shared" | "room"> | undefined;

  function chunksOf(chunking: Rolldown.ChunkingContext) {
    function loadedWith(...roots: string[]): Set<string> {
      const reached = new Set(roots);
      for (const each of reached) {
        for (const imported of chunking.getModuleInfo(each)?.importedIds ?? [])
          reached.add(imported);
      }
      return reached;
    }
    const pages = chunking.getModuleInfo(routes)?.dynamicallyImportedIds ?? [];
    const elsewhere = loadedWith(...pages.filter((page) => page !== workspace));
    const ours = Array.from(loadedWith(workspace));
    return new Map(ours.map((id) => [id, elsewhere.has(id) ? "shared" : "room"] as const));
  }

  return (chunk: "shared" | "room") => (id: string, chunking: Rolldown.ChunkingContext) => {
    chunks ??= chunksOf(chunking);
    return chunks.get(id) === chunk ? chunk : null;
  };
}

/** Fails the build, and the page in development, when browser code imports the server by value. */
function keepServerOutOfBrowser(): Plugin {
  const server = join(here, "src/server/");
  return {
    name: "snug:keep-server-out-of-browser",
    enforce: "pre",
    applyToEnvironment: (environment) => environment.config.consumer === "client",
    resolveId: {
      filter: { id: /server\// },
      async handler(source, importer, options) {
        const resolved = await this.resolve(source, importer, { ...options, skipSelf: true });
        if (resolved?.id.startsWith(server)) {
          this.error(
            `${importer} imports ${source} by value: the browser may know its types only.`,
          );
        }
        return resolved;
      },
    },
  };
}

/** Leaves a .br and a .gz beside every text file of the web app, so that no request compresses. */
function precompress(): Plugin {
  const text = /\.(?:js|css|html|svg|json|webmanifest)$/;
  const encoders = [
    { extension: ".br", encode: promisify(brotliCompress) },
    { extension: ".gz", encode: promisify(gzip) },
  ];
  return {
    name: "snug:precompress",
    apply: "build",
    applyToEnvironment: ({ name }) => name === "client" || name === "embed",
    async writeBundle() {
      const folder = this.environment.config.build.outDir;
      for (const name of await readdir(folder, { recursive: true })) {
        if (!text.test(name)) continue;
        const file = join(folder, name);
        const content = await readFile(file);
        await Promise.all(
          encoders.map(async ({ extension, encode }) => {
            await writeFile(file + extension, await encode(content));
          }),
        );
      }
    },
  };
}

/** Takes tRPC from the source that it publishes: its build copies objects key by key (ADR 23). */
function trpcFromSource(): Plugin {
  return {
    name: "snug:trpc-from-source",
    apply: "build",
    enforce: "pre",
    resolveId: {
      filter: { id: /^@trpc\/(?:client|react-query|server)(?:\/|$)/ },
      handler(source, importer, options) {
        const [, name = "", path = "index"] = /^@trpc\/([\w-]+)(?:\/(.+))?$/.exec(source) ?? [];
        const file = join(here, "node_modules/@trpc", name, "src", path);
        return this.resolve(file, importer, { ...options, skipSelf: true });
      },
    },
  };
}

/** Imports each icon from its own file: by way of the package's index, whatever shows one would load all. */
function iconsFromTheirFiles(): Plugin {
  const files = new Map<string, string>();
  return {
    name: "snug:icons-from-their-files",
    apply: "build",
    async buildStart() {
      const index = join(here, "node_modules/lucide-react/dist/esm/lucide-react.mjs");
      const exported = /^export \{ (.+) \} from '\.\/(icons\/[\w-]+)\.mjs';$/gm;
      for (const [, names = "", file = ""] of (await readFile(index, "utf8")).matchAll(exported)) {
        for (const [, name = ""] of names.matchAll(/\bas (\w+)/g)) files.set(name, file);
      }
    },
    transform: {
      filter: { code: "lucide-react", id: { exclude: /node_modules/ } },
      handler(code) {
        const rewritten = code.replaceAll(
          /import \{([^}]+)\} from "lucide-react";/g,
          (_, names: string) =>
            names
              .split(",")
              .map((specifier) => {
                const [name = "", local = name] = specifier.trim().split(" as ");
                const file = files.get(name);
                if (file === undefined) return this.error(`lucide-react has no icon ${name}.`);
                return `import ${local} from "lucide-react/${file}";`;
              })
              .join(" "),
        );
        return { code: rewritten, map: null };
      },
    },
  };
}

/** Asks for the font of most words with the page: its style sheet leads there only once there are words to show. */
function preloadFont(): Plugin {
  return {
    name: "snug:preload-font",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      handler(_html, { bundle = {} }) {
        const font = Object.keys(bundle).find((file) =>
          /\/inter-latin-wght-normal-.+\.woff2$/.test(file),
        );
        if (font === undefined) throw new Error("The font of most words is under another name.");
        const attrs = {
          rel: "preload",
          as: "font",
          type: "font/woff2",
          crossorigin: true,
          href: `/${font}`,
        };
        return [{ tag: "link", attrs, injectTo: "head" }];
      },
    },
  };
}
