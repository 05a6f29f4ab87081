// The careful WebSocket server: what was said is encoded once, and the same bytes go to every socket.
import { createServer } from "node:http";

import { WebSocketServer } from "ws";

import { messageOf, saidIn } from "./message.ts";
import { listenAndSay } from "./ready.ts";

const server = createServer();
const sockets = new WebSocketServer({ server });
sockets.on("connection", (socket) => {
  socket.on("message", (data) => {
    const encoded = Buffer.from(JSON.stringify(messageOf(saidIn(data))));
    for (const each of sockets.clients) each.send(encoded, { binary: false });
  });
});
await listenAndSay(server);
