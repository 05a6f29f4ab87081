import { createServer } from "node:http";

import * as pinned from "@trpc/client";
import { initTRPC, tracked, TRPCError } from "@trpc/server";
import { applyWSSHandler } from "@trpc/server/adapters/ws";
import { describe, expect, it, vi } from "vitest";
import { WebSocketServer } from "ws";
import { z } from "zod";

import { listen } from "../../testing/listen.ts";
import { ann, eventually } from "../../testing/lineServer.ts";
import { webSocketWith } from "../../testing/webSocketWith.ts";
import { Connections } from "./connections.ts";
import { attachSocket } from "./socket.ts";

const trpc = initTRPC.context<{ greeting: string | undefined }>().create();
const router = trpc.router({
  echo: trpc.procedure.input(z.string()).query(({ input }) => `echo ${input}`),
  shout: trpc.procedure.input(z.string()).mutation(({ input }) => input.toUpperCase()),
  greeting: trpc.procedure.query(({ ctx }) => ctx.greeting ?? null),
  refuse: trpc.procedure.query(() => {
    throw new TRPCError({ code: "FORBIDDEN", message: "Not for you." });
  }),
  countTo: trpc.procedure.input(z.number()).subscription(async function* ({ input }) {
    for (let count = 1; count <= input; count += 1) yield count;
  }),
  numbers: trpc.procedure
    .input(z.object({ lastEventId: z.string().default("0") }))
    .subscription(async function* ({ input, signal }) {
      for (let number = Number(input.lastEventId) + 1; ; number += 1) {
        if (signal?.aborted) return;
        yield tracked(String(number), number);
        await new Promise((resolve) => setTimeout(resolve, 2));
      }
    }),
  untilStopped: trpc.procedure.subscription(async function* ({ signal }) {
    yield "going";
    await new Promise<void>((resolve) => signal?.addEventListener("abort", () => resolve()));
    stopped += 1;
  }),
  breaks: trpc.procedure.subscription(async function* () {
    yield "whole";
    throw new TRPCError({ code: "CONFLICT", message: "Broken." });
  }),
});
type Router = typeof router;

let stopped = 0;

const servers = { "tRPC's own adapter": stock, "our handler": ours };
const clients = {
  "the pinned client": pinned,
  // Its own types are older; what it is asked here has not changed since.
  "the client of 11.0": await vi.importActual<typeof pinned>("trpc-client-11.0"),
};

describe.each(Object.entries(servers))("%s", (_server, serve) => {
  describe.each(Object.entries(clients))("with %s", (_client, library) => {
    /** Both ends, and all that happened to a subscription. */
    async function open(params?: Record<string, string>) {
      const opened = new AsyncDisposableStack();
      const server = opened.use(await serve());
      const socket = library.createWSClient({
        url: `ws://127.0.0.1:${server.port}/trpc`,
        WebSocket: webSocketWith({ cookie: "ann" }),
        retryDelayMs: () => 5,
        ...(params && { connectionParams: params }),
      });
      opened.defer(() => socket.close());
      const links = [library.wsLink<Router>({ client: socket })];
      const api = library.createTRPCClient<Router>({ links });
      return { api, server, [Symbol.asyncDispose]: () => opened.disposeAsync() };
    }

    function record() {
      const heard: unknown[] = [];
      const listener = {
        onStarted: () => void heard.push("started"),
        onData: (data: unknown) => void heard.push(data),
        onError: (error: { message: string }) => void heard.push(error.message),
        onComplete: () => void heard.push("complete"),
      };
      return { heard, listener };
    }

    it("answers queries and mutations, many at once", async () => {
      await using house = await open();
      const asked = Array.from({ length: 10 }, (_, index) => house.api.echo.query(`${index}`));
      expect(await Promise.all(asked)).toEqual(asked.map((_, index) => `echo ${index}`));
      expect(await house.api.shout.mutate("hello")).toBe("HELLO");
    });

    it("tells what went wrong", async () => {
      await using house = await open();
      await expect(house.api.refuse.query()).rejects.toMatchObject({
        message: "Not for you.",
        data: { code: "FORBIDDEN", httpStatus: 403, path: "refuse" },
      });
      // @ts-expect-error: the types say so too.
      await expect(house.api.echo.query(7)).rejects.toMatchObject({
        data: { code: "BAD_REQUEST" },
      });
    });

    it("brings a subscription from its start to its end", async () => {
      await using house = await open();
      const { heard, listener } = record();
      house.api.countTo.subscribe(3, listener);
      await eventually(() => expect(heard).toEqual(["started", 1, 2, 3, "complete"]));
    });

    it("ends a subscription that breaks with its error", async () => {
      await using house = await open();
      const { heard, listener } = record();
      house.api.breaks.subscribe(undefined, listener);
      await eventually(() => expect(heard).toEqual(["started", "whole", "Broken."]));
    });

    it("stops what the client has enough of", async () => {
      await using house = await open();
      const before = stopped;
      const { heard, listener } = record();
      const subscription = house.api.untilStopped.subscribe(undefined, listener);
      await eventually(() => expect(heard).toEqual(["started", "going"]));
      subscription.unsubscribe();
      await eventually(() => expect(stopped).toBe(before + 1));
      // The socket is still good.
      expect(await house.api.echo.query("after")).toBe("echo after");
    });

    it("stops what a socket leaves behind, and resumes what is tracked", async () => {
      await using house = await open();
      const before = stopped;
      const numbers: number[] = [];
      const { heard, listener } = record();
      house.api.numbers.subscribe({}, { onData: ({ data }) => void numbers.push(data) });
      house.api.untilStopped.subscribe(undefined, listener);
      await eventually(() => expect(numbers.length).toBeGreaterThan(2));
      await eventually(() => expect(heard).toContain("going"));
      house.server.cut();
      await eventually(() => expect(stopped).toBe(before + 1));
      const { length } = numbers;
      await eventually(() => expect(numbers.length).toBeGreaterThan(length + 2));
      expect(numbers).toEqual(numbers.map((_, index) => index + 1));
    });

    it("hears first who is there, where the client says so", async () => {
      await using house = await open({ greeting: "good evening" });
      expect(await house.api.greeting.query()).toBe("good evening");
    });

    it("moves to another socket when it is told to, without a hole", async () => {
      await using house = await open();
      const numbers: number[] = [];
      house.api.numbers.subscribe({}, { onData: ({ data }) => void numbers.push(data) });
      await eventually(() => expect(numbers.length).toBeGreaterThan(2));
      house.server.askToReconnect();
      await eventually(() => expect(house.server.opened).toBe(2));
      const { length } = numbers;
      await eventually(() => expect(numbers.length).toBeGreaterThan(length + 2));
      expect(numbers).toEqual(numbers.map((_, index) => index + 1));
    });
  });
});

interface Served extends AsyncDisposable {
  port: number;
  /** Sockets, from the first on. */
  readonly opened: number;
  cut(): void;
  askToReconnect(): void;
}

async function stock(): Promise<Served> {
  const http = createServer();
  const sockets = new WebSocketServer({ server: http });
  let opened = 0;
  sockets.on("connection", () => (opened += 1));
  const adapter = applyWSSHandler({
    wss: sockets,
    router,
    createContext: ({ info }) => ({ greeting: info.connectionParams?.["greeting"] }),
  });
  const port = await listen(http);
  return {
    port,
    get opened() {
      return opened;
    },
    cut: () => sockets.clients.forEach((socket) => socket.terminate()),
    askToReconnect: () => adapter.broadcastReconnectNotification(),
    async [Symbol.asyncDispose]() {
      sockets.clients.forEach((socket) => socket.terminate());
      sockets.close();
      http.close();
    },
  };
}

async function ours(): Promise<Served> {
  const http = createServer();
  const connections = new Connections();
  const duplexes = new Set<{ destroy(): unknown }>();
  http.on("upgrade", (_request, duplex) => duplexes.add(duplex));
  let opened = 0;
  const sockets = attachSocket({
    server: http,
    router,
    connections,
    log: { error: () => {}, warn: () => {} },
    resolveSession: async () => ann,
    createContext({ params }) {
      opened += 1;
      return { greeting: params?.["greeting"] };
    },
    times: { drainMs: 0 },
  });
  const port = await listen(http);
  return {
    port,
    get opened() {
      return opened;
    },
    cut: () => duplexes.forEach((duplex) => duplex.destroy()),
    askToReconnect: () => sockets.askToReconnect(),
    async [Symbol.asyncDispose]() {
      await sockets[Symbol.asyncDispose]();
      http.close();
    },
  };
}
