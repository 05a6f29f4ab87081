// tRPC's own WebSocket adapter with a subscription as its documentation has it: a generator on an emitter.
import { EventEmitter, on } from "node:events";
import { createServer } from "node:http";

import { initTRPC } from "@trpc/server";
import { applyWSSHandler } from "@trpc/server/adapters/ws";
import { WebSocketServer } from "ws";

import { messageOf, textIn } from "./message.ts";
import { listenAndSay } from "./ready.ts";

const emitter = new EventEmitter<{ message: [ReturnType<typeof messageOf>] }>();
emitter.setMaxListeners(0);

const { router, procedure } = initTRPC.create();
const appRouter = router({
  say: procedure
    .input((said: unknown) => ({ text: textIn(said) }))
    .mutation(({ input }) => {
      emitter.emit("message", messageOf(input));
    }),
  messages: procedure.subscription(async function* ({ signal }) {
    for await (const [message] of on(emitter, "message", signal && { signal })) yield message;
  }),
});

const server = createServer();
applyWSSHandler({ wss: new WebSocketServer({ server }), router: appRouter });
await listenAndSay(server);
