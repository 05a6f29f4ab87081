import * as pinned from "@trpc/client";
import { initTRPC, TRPCError } from "@trpc/server";
import { createHTTPServer } from "@trpc/server/adapters/standalone";
import { fastify } from "fastify";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { z } from "zod";

import { listen } from "../../testing/listen.ts";
import { serveProcedures } from "./procedures.ts";

interface Context {
  user: string | null;
  setHeader(name: string, value: string): void;
}

const maxBatchSize = 3;
const trpc = initTRPC.context<Context>().create({ isDev: false });
const router = trpc.router({
  echo: trpc.procedure.input(z.string()).query(({ input }) => `echo ${input}`),
  optional: trpc.procedure.input(z.string().optional()).query(({ input }) => input ?? "nothing"),
  nothing: trpc.procedure.query(() => undefined),
  who: trpc.procedure.query(({ ctx }) => ctx.user),
  shout: trpc.procedure.input(z.string()).mutation(({ input }) => input.toUpperCase()),
  ring: trpc.procedure.mutation(() => "rung"),
  remember: trpc.procedure.mutation(({ ctx }) => {
    ctx.setHeader("x-remembered", "yes");
    return null;
  }),
  refuse: trpc.procedure.query(() => {
    throw new TRPCError({ code: "FORBIDDEN", message: "Not for you." });
  }),
  break: trpc.procedure.query(() => {
    throw new Error("Broken.");
  }),
  rooms: trpc.router({ list: trpc.procedure.query(() => ["general"]) }),
});
type Router = typeof router;

interface Served extends AsyncDisposable {
  url: string;
  /** The codes of the failures that the operator was told of. */
  told: string[];
}

const servers = { "tRPC's own adapter": stock, "our handler": ours };
const clients = {
  "the pinned client": pinned,
  // Its own types are older; what it is asked here has not changed since.
  "the client of 11.0": await vi.importActual<typeof pinned>("trpc-client-11.0"),
};
const links = ["httpLink", "httpBatchLink"] as const;

describe.each(Object.entries(servers))("%s", (_server, serve) => {
  describe.each(Object.entries(clients))("with %s", (_client, library) => {
    describe.each(links)("and its %s", (link) => {
      async function open(headers: Record<string, string> = {}) {
        const server = await serve();
        const api = library.createTRPCClient<Router>({
          links: [library[link]({ url: server.url, headers })],
        });
        return { api, server, [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() };
      }

      it("answers queries and mutations, some at once", async () => {
        await using house = await open();
        const { api } = house;
        const answers = [api.echo.query("a"), api.echo.query("&?ü%"), api.rooms.list.query()];
        expect(await Promise.all(answers)).toEqual(["echo a", "echo &?ü%", ["general"]]);
        expect(await api.shout.mutate("hello")).toBe("HELLO");
        expect(await api.ring.mutate()).toBe("rung");
        expect(await api.optional.query()).toBe("nothing");
        expect(await api.nothing.query()).toBeUndefined();
      });

      it("tells what went wrong, each of its own", async () => {
        await using house = await open();
        const [well, refused, wrong] = await Promise.allSettled([
          house.api.echo.query("well"),
          house.api.refuse.query(),
          // @ts-expect-error: the types say so too.
          house.api.echo.query(7),
        ]);
        expect(well).toEqual({ status: "fulfilled", value: "echo well" });
        expect(refused).toMatchObject({
          reason: {
            message: "Not for you.",
            data: { code: "FORBIDDEN", httpStatus: 403, path: "refuse" },
          },
        });
        expect(wrong).toMatchObject({ reason: { data: { code: "BAD_REQUEST", path: "echo" } } });
        expect(house.server.told.toSorted()).toEqual(["BAD_REQUEST", "FORBIDDEN"]);
      });

      it("knows who asks", async () => {
        await using house = await open({ cookie: "ann" });
        expect(await house.api.who.query()).toBe("ann");
      });
    });
  });
});

const json = { "content-type": "application/json" };
const post = (body?: string, headers: Record<string, string> = json): RequestInit => ({
  method: "POST",
  headers,
  ...(body !== undefined && { body }),
});
const inputs = (...values: unknown[]) =>
  `input=${encodeURIComponent(JSON.stringify(Object.assign({}, values)))}`;

/** What no client of tRPC's asks, or not in this way. */
const requests: [what: string, path: string, init?: RequestInit][] = [
  ["a query", 'echo?input="a"'],
  ["a query without its input", "echo"],
  ["a query without an input", "who"],
  ["a query with an empty input", "optional?input="],
  ["a query with two inputs", 'echo?input="a"&input="b"'],
  ["an input with a plus", 'echo?input="a+b"'],
  ["an input that is no JSON", "echo?input={"],
  ["an input in an escape that is none", "echo?input=%zz"],
  ["a query with a type of content", "who", { headers: json }],
  ["a query by POST", "who", post("{}")],
  ["a query by PUT", "who", { method: "PUT", headers: json, body: "{}" }],
  ["a query by HEAD", "who", { method: "HEAD" }],
  ["a mutation", "shout", post('"a"')],
  ["a mutation by GET", "shout?input=%22a%22"],
  ["a mutation by HEAD", "ring", { method: "HEAD" }],
  ["a mutation by DELETE", "ring", { method: "DELETE", headers: json, body: "{}" }],
  ["a mutation without a body", "ring", post()],
  ["a mutation whose input stands in the address", 'shout?input="a"', post()],
  ["a body that is no JSON", "shout", post("{")],
  ["a body of no type", "shout", { method: "POST" }],
  [
    "a body with a character set",
    "shout",
    post('"a"', { "content-type": "APPLICATION/json; charset=utf-8" }),
  ],
  ["a procedure that is not there", "nobody"],
  ["one that is everywhere", "constructor"],
  ["a part of a path", "rooms"],
  ["an escaped path", "rooms%2Elist"],
  ["an escape of an escape", "rooms%252Elist"],
  ["a batch of one", `echo?batch=1&${inputs("a")}`],
  ["a batch", `echo,who,optional?batch=1&${inputs("a", null, "c")}`],
  ["a batch with too few inputs", `echo,echo?batch=1&${inputs("a")}`],
  ["a batch without inputs", "echo,who?batch=1"],
  ["a batch whose inputs are a list", 'echo,who?batch=1&input=["a"]'],
  ["a batch whose inputs are a text", 'echo,who?batch=1&input="a"'],
  ["a batch whose inputs are nothing", "echo,who?batch=1&input=null"],
  ["a batch whose inputs are no JSON", "echo,who?batch=1&input={"],
  ["a batch with one that fails", `echo,refuse?batch=1&${inputs("a")}`],
  ["a batch that fails in one way", "refuse,refuse?batch=1"],
  ["a batch with one that is not there", "who,nobody?batch=1"],
  ["a batch that asks and changes", "who,ring?batch=1"],
  ["a batch of mutations", "shout,ring?batch=1", post('{"0":"a"}')],
  ["a batch of mutations by GET", "ring,ring?batch=1"],
  ["as many as may be", "who,who,who?batch=1"],
  ["one too many", "who,who,who,who?batch=1"],
  ["a comma without a batch", "who,who"],
  ["a batch that is none", "who?batch=0"],
  ["a failure that nobody expected", "break"],
  ["someone whom nobody may be", "who", { headers: { cookie: "nobody" } }],
  ["a batch of someone whom nobody may be", "who,who?batch=1", { headers: { cookie: "nobody" } }],
  ["a header that a procedure sets", "remember", post()],
];

describe("what both answer in the same way", () => {
  let both: { stock: Served; ours: Served };
  beforeAll(async () => {
    both = { stock: await stock(), ours: await ours() };
  });
  afterAll(async () => {
    await both.stock[Symbol.asyncDispose]();
    await both.ours[Symbol.asyncDispose]();
  });

  it.each(requests)("%s", async (_what, path, init) => {
    expect(await answerOf(both.ours, path, init)).toEqual(await answerOf(both.stock, path, init));
  });
});

it("is asked for one document at a time, and says so to who wants a stream", async () => {
  await using server = await ours();
  for (const header of ["trpc-accept", "accept"]) {
    const headers = { [header]: "application/jsonl" };
    const response = await fetch(`${server.url}/who?batch=1`, { headers });
    expect(response.status).toBe(400);
    expect(response.headers.get("content-type")).toContain("application/json");
  }
});

async function answerOf({ url, told }: Served, path: string, init?: RequestInit) {
  const before = told.length;
  const response = await fetch(`${url}/${path}`, init);
  const text = await response.text();
  const header = (name: string) => response.headers.get(name);
  return {
    status: response.status,
    allow: header("allow"),
    remembered: header("x-remembered"),
    body: text === "" ? null : wordless(JSON.parse(text)),
    told: told.slice(before),
  };
}

/** Of an error of the protocol, everything but the sentence. */
function wordless(body: unknown): unknown {
  return JSON.parse(JSON.stringify(body), (key, value: unknown) =>
    key === "message" ? "" : value,
  );
}

function contextFor(cookie: string | undefined, setHeader: Context["setHeader"]): Context {
  if (cookie === "nobody") throw new TRPCError({ code: "UNAUTHORIZED" });
  return { user: cookie ?? null, setHeader };
}

async function stock(): Promise<Served> {
  const told: string[] = [];
  const server = createHTTPServer({
    router,
    basePath: "/trpc/",
    maxBatchSize,
    createContext: ({ req, res }) =>
      contextFor(req.headers.cookie, (name, value) => res.setHeader(name, value)),
    onError: ({ error }) => void told.push(error.code),
  });
  const port = await listen(server);
  return {
    url: `http://127.0.0.1:${port}/trpc`,
    told,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function ours(): Promise<Served> {
  const told: string[] = [];
  const app = fastify();
  serveProcedures(app, "/trpc", {
    router,
    maxBatchSize,
    createContext: ({ headers }, reply) =>
      contextFor(headers.cookie, (name, value) => void reply.header(name, value)),
    onError: ({ error }) => void told.push(error.code),
  });
  await app.ready();
  const port = await listen(app.server);
  return {
    url: `http://127.0.0.1:${port}/trpc`,
    told,
    async [Symbol.asyncDispose]() {
      app.server.closeAllConnections();
      await app.close();
    },
  };
}
