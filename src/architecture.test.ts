import { readdirSync, readFileSync } from "node:fs";
import { posix, sep } from "node:path";

import { describe, expect, it } from "vitest";

import type { Import } from "./testing/imports.ts";
import { importsOf } from "./testing/imports.ts";

/**
 * What the files of a layer may import. A path stands for a file, or for a folder and all below it;
 * with a slash at its end, for what is directly in the folder.
 */
interface Layer {
  imports: string[];
  /** In addition, as `import type`. */
  types?: string[];
  /** The only packages it may import; any by default. */
  packages?: string[];
  /** Packages it may not import. */
  without?: string[];
}

const ports = [
  "server/store/port.ts",
  "server/store/upkeep.ts",
  "server/realtime/port.ts",
  "server/files/port.ts",
];
const apiType = ["server/router.ts", "server/routers"];

/** Pages reach the server through `client` and `react` alone, as those who embed Snug do. */
const notInPages = ["node:", "@trpc/"];

/** The arrows. A file belongs to the longest path that it stands in, and may import that too. */
const layers: Record<string, Layer> = {
  shared: { imports: [], packages: ["zod"] },

  markdown: { imports: [], packages: ["mdast", "micromark"] },

  "server/main.ts": { imports: ["server", "shared"] },
  "server/index.ts": { imports: ["server/main.ts"] },
  "server/http": { imports: ["server", "shared"] },
  "server/router.ts": { imports: ["server/routers"] },
  "server/routers": { imports: ["server/services", "shared"] },
  "server/services": { imports: [...ports, "shared"] },
  "server/slack": { imports: [...ports, "shared"] },
  "server/demo": {
    imports: [...ports, "server/services/passwords.ts", "server/services/secrets.ts", "shared"],
  },
  "server/webhooks": { imports: [...ports, "shared"] },
  "server/upkeep": { imports: [...ports, "shared"] },
  "server/export": { imports: [...ports, "server/upkeep", "markdown", "shared"] },
  "server/store": { imports: ["server/files/port.ts", "shared"] },
  "server/files": { imports: ["shared"] },
  "server/realtime": { imports: [...ports, "shared"] },
  // What stands beside main.ts, such as the settings.
  "server/": { imports: ["shared"] },

  client: { imports: ["shared"], types: apiType, without: ["node:", "react"] },
  react: { imports: ["client", "shared"], types: apiType, without: ["node:"] },
  widget: { imports: ["react", "client", "shared"], without: ["node:"] },
  "web/ui": { imports: ["web/styles", "shared"], without: notInPages },
  "web/forms": { imports: ["web/ui", "client", "shared"], without: notInPages },
  "web/emoji": { imports: ["web/ui", "react", "client", "shared"], without: notInPages },
  // Signs in with as little as it takes: the first page has no room for the client.
  "web/features/account/session.ts": { imports: ["client", "shared"], without: ["node:"] },
  "web/features": {
    imports: [
      "web/ui",
      "web/forms",
      "web/emoji",
      "web/styles",
      "web/paths.ts",
      "react",
      "client",
      "markdown",
      "shared",
    ],
    types: apiType,
    without: notInPages,
  },
  web: { imports: ["web", "react", "client", "shared"], types: apiType, without: notInPages },

  // How the package is built; nothing of it runs in a server or a page.
  packaging: { imports: [] },
  cli: {
    imports: [
      "client",
      "shared",
      "server/main.ts",
      "server/slack",
      "server/demo",
      "server/upkeep",
      "server/export",
    ],
  },
};

/** For tests alone: what they start, and suites that every implementation of a port passes. */
const testGround = ["testing", "server/store/contract", "server/store/contract.ts"];

/** Rooms with one door: whatever the arrows say, only these may import them. */
const doors: Record<string, string[]> = {
  "server/store/sqlite": ["server/main.ts"],
  "server/realtime/memory": ["server/main.ts"],
  "server/files/disk.ts": ["server/main.ts"],
  "server/files/inspector.ts": ["server/main.ts"],
  "server/main.ts": ["cli", "server/index.ts"],
  ...Object.fromEntries(testGround.map((path) => [path, []])),
};

const vagueNames = /^(?:utils?|helpers?|misc|common|lib)$/i;
const mostLines = 400;

describe("the sources", () => {
  const sources = readSources();

  it("import along the arrows of the design and nothing else", () => {
    expect(forbiddenImports(sources)).toEqual([]);
  });

  it("are files and folders named after their subject", () => {
    const vague = [...sources.keys()].filter((path) =>
      path.split("/").some((part) => vagueNames.test(part.replace(/\..*$/, ""))),
    );
    expect(vague).toEqual([]);
  });

  it(`are files of at most ${mostLines} lines`, () => {
    const long = [...sources].filter(([, source]) => source.split("\n").length > mostLines);
    expect(long.map(([path]) => path)).toEqual([]);
  });
});

describe("the arrows", () => {
  it.each([
    ["shared/rooms.ts", 'import { join } from "node:path";'],
    ["shared/rooms.ts", 'import type { Client } from "../client/client.ts";'],
    ["server/store/port.ts", 'import type { Hub } from "../realtime/hub.ts";'],
    ["server/realtime/hub.ts", 'import { openStore } from "../store/sqlite/store.ts";'],
    ["server/services/rooms.ts", 'import { hub } from "../realtime/hub.ts";'],
    ["server/services/rooms.ts", 'export * from "../routers/rooms.ts";'],
    ["server/routers/rooms.ts", 'import type { Store } from "../store/port.ts";'],
    ["server/http/files.ts", 'import { bus } from "../realtime/memory/bus.ts";'],
    ["server/http/files.ts", 'const main = await import("../main.ts");'],
    ["client/client.ts", 'import { appRouter } from "../server/router.ts";'],
    ["client/client.ts", 'import { type AppRouter } from "../server/router.ts";'],
    ["client/client.ts", 'import type { Rooms } from "../server/services/rooms.ts";'],
    ["client/client.ts", 'import { useState } from "react";'],
    ["react/provider.tsx", 'type Room = import("../web/features/rooms/Room.tsx").Room;'],
    ["web/features/rooms/Room.tsx", 'import { Message } from "../messages/Message.tsx";'],
    ["web/features/rooms/Room.tsx", 'import { App } from "../../app/App.tsx";'],
    ["web/ui/Button.tsx", 'import { useRoom } from "../../react/rooms.ts";'],
    ["web/app/App.tsx", 'import { createTRPCClient } from "@trpc/client";'],
    ["web/features/rooms/Room.tsx", 'import { createTRPCReact } from "@trpc/react-query";'],
    ["cli/import.ts", 'import { openStore } from "../server/store/sqlite/store.ts";'],
    ["cli/start.ts", 'import { startTestServer } from "../testing/server.ts";'],
    ["cli/start.ts", 'import { describeStore } from "../server/store/contract.ts";'],
    ["client/client.ts", 'import { vi } from "vitest";'],
    ["server/environment.ts", 'import type { Store } from "./store/port.ts";'],
    ["server/elsewhere/rooms.ts", 'import "../../shared/rooms.ts";'],
    ["elsewhere/rooms.ts", 'import "../shared/rooms.ts";'],
  ])("do not let %s say: %s", (path, source) => {
    expect(forbiddenImports(new Map([[path, source]]))).toHaveLength(1);
  });

  it.each([
    ["shared/rooms.ts", 'import { z } from "zod"; import { idSchema } from "./ids.ts";'],
    ["server/main.ts", 'import { openStore } from "./store/sqlite/store.ts";'],
    ["server/store/sqlite/store.ts", 'import { rooms } from "./rooms.ts"; import "../port.ts";'],
    ["client/client.ts", 'import type { AppRouter } from "../server/router.ts";'],
    ["web/app/App.tsx", 'import { Room } from "../features/rooms/Room.tsx";'],
    ["cli/start.ts", 'const { startServer } = await import("../server/main.ts");'],
    ["server/store/contract/rooms.ts", 'import { expect } from "vitest"; import "../port.ts";'],
    ["shared/rooms.test.ts", 'import { startTestServer } from "../testing/server.ts";'],
  ])("let %s say: %s", (path, source) => {
    expect(forbiddenImports(new Map([[path, source]]))).toEqual([]);
  });
});

/** A sentence for each import that breaks a rule. */
function forbiddenImports(sources: Map<string, string>): string[] {
  return [...sources]
    .filter(([path]) => /\.tsx?$/.test(path) && !isTest(path))
    .flatMap(([path, source]) =>
      importsOf(path, source)
        .filter((found) => !mayImport(path, found))
        .map((found) => `${path} imports ${found.typeOnly ? "types of " : ""}${found.specifier}`),
    );
}

/** Tests may import everything. */
function isTest(path: string): boolean {
  return /\.test\.tsx?$/.test(path) || testGround.some((ground) => isWithin(path, ground));
}

function mayImport(path: string, { specifier, typeOnly }: Import): boolean {
  const place = longestPlace(path, Object.keys(layers));
  const layer = place === undefined ? undefined : layers[place];
  if (place === undefined || layer === undefined) return false;
  if (!specifier.startsWith(".")) return mayImportPackage(layer, specifier);

  const target = posix.join(posix.dirname(path), specifier.replace(/\?.*$/, ""));
  const room = longestPlace(target, Object.keys(doors));
  if (room !== undefined && !isWithin(path, room)) {
    if (doors[room]?.some((door) => isWithin(path, door)) !== true) return false;
  }
  const allowed = [...layer.imports, ...(typeOnly ? (layer.types ?? []) : []), home(path, place)];
  return allowed.some((folder) => isWithin(target, folder));
}

/** Where a file's own kin stand. A feature is a layer of its own: only the app composes them. */
function home(path: string, place: string): string {
  return place === "web/features" ? path.split("/").slice(0, 3).join("/") : place;
}

function mayImportPackage(layer: Layer, specifier: string): boolean {
  const named = (name: string): boolean => specifier.startsWith(name);
  if (["vitest", "fast-check", "@playwright/"].some(named)) return false;
  return (layer.packages?.some(named) ?? true) && !(layer.without?.some(named) ?? false);
}

function longestPlace(path: string, places: string[]): string | undefined {
  const around = places.filter((place) => isWithin(path, place));
  return around.toSorted((one, other) => other.length - one.length)[0];
}

function isWithin(path: string, folder: string): boolean {
  if (folder.endsWith("/")) return folder === `${posix.dirname(path)}/`;
  return folder === "" || path === folder || path.startsWith(`${folder}/`);
}

/** The text of every source file by its path below `src`. */
function readSources(): Map<string, string> {
  const paths = readdirSync(import.meta.dirname, { recursive: true, encoding: "utf8" })
    .map((path) => path.split(sep).join("/"))
    .filter((path) => /\.(?:tsx?|css|html)$/.test(path));
  return new Map(
    paths.map((path) => [path, readFileSync(`${import.meta.dirname}/${path}`, "utf8")]),
  );
}
