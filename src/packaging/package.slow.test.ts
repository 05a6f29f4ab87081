import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { promisify } from "node:util";
import { Worker } from "node:worker_threads";

import { rolldown } from "rolldown";
import { v7 } from "uuid";
import { afterAll, beforeAll, expect, it } from "vitest";
import { z } from "zod";

import manifest from "../../package.json" with { type: "json" };
import { setUp } from "../testing/people.ts";
import { startTestServer } from "../testing/server.ts";
import { silentMembers } from "./silentMembers.ts";

const exec = promisify(execFile);
const root = join(import.meta.dirname, "../..");
const modules = join(root, "node_modules");

let folder: string;
/** A project that has nothing but the package, and what a page or a program with it needs. */
let project: string;
let packed: string[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "snug-package-"));
  project = join(folder, "project");
  const build = ["src/cli/main.ts", "build", "--if-stale", "--package"];
  await exec(process.execPath, build, { cwd: root });
  const [tarball] = await pack();
  packed = tarball.files.map(({ path }) => path);
  await mkdir(project);
  await writeFile(join(project, "package.json"), JSON.stringify(projectOf(tarball.filename)));
  await npm("install", "--no-audit", "--no-fund", "--prefer-offline");
  await cp(join(import.meta.dirname, "consumer"), join(project, "src"), { recursive: true });
}, 600_000);

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

function npm(...args: string[]) {
  return exec("npm", args, { cwd: project, maxBuffer: 10_000_000 });
}

async function pack() {
  const args = ["pack", "--ignore-scripts", "--json", "--pack-destination", folder];
  const { stdout } = await exec("npm", args, { cwd: root, maxBuffer: 10_000_000 });
  const listed = z.object({
    filename: z.string(),
    files: z.array(z.object({ path: z.string() })),
  });
  // npm 12 answers by the package's name, and those before it in a list.
  const answer: unknown = JSON.parse(stdout);
  return z
    .tuple([listed])
    .parse(
      Array.isArray(answer)
        ? answer
        : Object.values(z.record(z.string(), z.unknown()).parse(answer)),
    );
}

function projectOf(tarball: string) {
  const { devDependencies } = manifest;
  const named = [
    "@tanstack/react-query",
    "@types/node",
    "@types/react",
    "react",
    "react-dom",
  ] as const;
  const others = named.map((name) => [name, devDependencies[name]]);
  return {
    private: true,
    type: "module",
    dependencies: { snug: `file:../${tarball}`, ...Object.fromEntries(others) },
  };
}

it("carries what is built and nothing else", () => {
  const expected =
    /^(?:package\.json|README\.md|LICENSE|dist\/(?:package|server|web)\/.+|drizzle\/.+)$/;
  expect(packed.filter((path) => !expected.test(path))).toEqual([]);
  expect(
    packed.filter((path) => /test|bench|e2e|\.tsx?$/.test(path.replace(/\.d\.ts$/, ""))),
  ).toEqual([]);
  expect(packed).toContain("dist/web/index.html");
});

it("declares nothing of the server's insides", async () => {
  const declarations = await readDeclarations();
  expect([...declarations.keys()].toSorted()).toEqual(
    expect.arrayContaining(["client.d.ts", "react.d.ts", "server.d.ts", "types.d.ts"]),
  );
  const inside =
    /drizzle|sqlite|fastify|\bzod\b|\bz\.|Context\b.*services|passwordHash|token_?hash|ForStore/i;
  const allowed = /^(?:\.\/[\w-]+\.js|react|@tanstack\/react-query|@trpc\/(?:client|server).*)$/;
  const inNode = /^node:(?:http|stream)$/;
  for (const [name, text] of declarations) {
    expect(`${name}: ${inside.exec(text)?.[0] ?? "nothing"}`).toBe(`${name}: nothing`);
    const imports = Array.from(
      text.matchAll(/(?:from|import) "([^"]+)"/g),
      ([, from]) => from ?? "",
    );
    const strange = imports.filter((from) => !allowed.test(from));
    expect(strange.filter((from) => name !== "server.d.ts" || !inNode.test(from))).toEqual([]);
  }
});

it("says in a comment what each export is", async () => {
  const declarations = await readDeclarations();
  const all = [...declarations.values()].join("\n");
  const names = Object.keys(manifest.exports)
    .flatMap((path) => exportsOf(declarations.get(`${path.slice("./".length)}.d.ts`) ?? ""))
    .toSorted();
  expect(names).toEqual(expect.arrayContaining(["createSnugClient", "useTimeline", "Message"]));
  const kinds = "(?:export )?(?:declare )?(?:interface|type|function|class|const|let)";
  const silent = names.filter((name) => !new RegExp(`\\*/\n${kinds} ${name}\\b`).test(all));
  expect(silent).toEqual([]);
});

it("says in a comment what each of their members is", async () => {
  const declarations = await readDeclarations();
  const silent = [...declarations.values()].flatMap(silentMembers);
  expect(silent).toEqual([]);
});

function exportsOf(text: string): string[] {
  const lists = Array.from(
    text.matchAll(/^export (?:type )?\{([^}]*)\}/gm),
    ([, list]) => list ?? "",
  );
  const listed = lists
    .flatMap((list) => list.split(","))
    .map((name) => /\w+$/.exec(name.trim())?.[0]);
  const declared = Array.from(
    text.matchAll(/^export declare (?:function|class|const) (\w+)/gm),
    ([, name]) => name,
  );
  return [...listed, ...declared].filter((name) => name !== undefined);
}

async function readDeclarations(): Promise<Map<string, string>> {
  const built = join(project, "node_modules/snug/dist/package");
  const names = (await readdir(built)).filter((name) => name.endsWith(".d.ts"));
  const read = async (name: string) => [name, await readFile(join(built, name), "utf8")] as const;
  return new Map(await Promise.all(names.map(read)));
}

it("leaves out of a page what it does not use", async () => {
  const entry = join(project, "src/small.js");
  await writeFile(entry, 'export { memoryStorage } from "snug/client";');
  // tRPC keeps a class of its own whatever is used of it.
  await using bundle = await rolldown({ input: entry, cwd: project, external: /^@trpc/ });
  const [{ code }] = (await bundle.generate({ format: "es" })).output;
  expect(code).toContain("structuredClone");
  expect(code.length).toBeLessThan(1000);
});

it.each([
  ["oldest", "typescript-5.7", "bundler"],
  ["oldest", "typescript-5.7", "nodenext"],
  ["newest", "typescript", "bundler"],
  ["newest", "typescript", "nodenext"],
])("type-checks with the %s TypeScript (%s, %s)", async (_age, compiler, resolution) => {
  const config = join(project, `tsconfig.${compiler}.${resolution}.json`);
  await writeFile(config, JSON.stringify(configOf(resolution)));
  const tsc = join(modules, compiler, "bin/tsc");
  const checked = exec(process.execPath, [tsc, "-p", config], { cwd: project }).then(
    () => "no errors",
    (error: unknown) => z.object({ stdout: z.string() }).parse(error).stdout,
  );
  expect(await checked).toBe("no errors");
});

function configOf(moduleResolution: string) {
  return {
    compilerOptions: {
      strict: true,
      noEmit: true,
      target: "es2022",
      lib: ["es2023", "esnext.disposable", "dom", "dom.iterable"],
      types: ["node"],
      module: moduleResolution === "bundler" ? "esnext" : moduleResolution,
      moduleResolution,
      jsx: "react-jsx",
      exactOptionalPropertyTypes: true,
      // Our own declarations are to be looked at, too.
      skipLibCheck: false,
    },
    include: ["src"],
  };
}

it("runs a bot that holds nothing but a token", async () => {
  await using server = await startTestServer();
  await using olivia = await setUp(server);
  const { secret } = await olivia.api.tokens.create.mutate({ name: "bot", scope: "write" });
  const { rooms } = await olivia.api.events.snapshot.query();
  const roomId = rooms[0]?.id ?? "";
  const bot = spawn(process.execPath, ["src/bot.ts"], {
    cwd: project,
    env: { ...process.env, SNUG_URL: server.url, SNUG_TOKEN: secret },
    stdio: ["ignore", "pipe", "inherit"],
  });
  using _end = { [Symbol.dispose]: () => bot.kill() };
  const lines = createInterface({ input: bot.stdout })[Symbol.asyncIterator]();
  expect((await lines.next()).value).toBe("online");
  await olivia.api.messages.send.mutate({ roomId, clientId: v7(), body: "ping" });
  expect((await lines.next()).value).toBe("pong");
  expect(await new Promise((resolve) => bot.once("exit", resolve))).toBe(0);
});

it("runs in a worker, where there is neither window nor document", async () => {
  await using server = await startTestServer();
  await using olivia = await setUp(server);
  const { secret: token } = await olivia.api.tokens.create.mutate({
    name: "worker",
    scope: "write",
  });
  const { rooms } = await olivia.api.events.snapshot.query();
  const roomId = rooms[0]?.id ?? "";
  const worker = new Worker(join(project, "src/worker.ts"), {
    workerData: { url: server.url, token, roomId },
  });
  await using _end = { [Symbol.asyncDispose]: async () => void (await worker.terminate()) };
  const [joined] = await once(worker, "message");
  expect(joined).toEqual([roomId]);
  const ended = once(worker, "exit");
  await olivia.api.messages.send.mutate({ roomId, clientId: v7(), body: "ping" });
  expect(await ended).toEqual([0]);
  const { messages } = await olivia.api.messages.history.query({ roomId });
  expect(messages.at(-1)?.body).toBe("pong");
});
