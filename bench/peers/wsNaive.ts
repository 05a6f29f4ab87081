// The usual WebSocket server of tutorials: what was said is encoded anew for every socket.
import { createServer } from "node:http";

import { WebSocketServer } from "ws";

import { messageOf, saidIn } from "./message.ts";
import { listenAndSay } from "./ready.ts";

const server = createServer();
const sockets = new WebSocketServer({ server });
sockets.on("connection", (socket) => {
  socket.on("message", (data) => {
    const message = messageOf(saidIn(data));
    for (const each of sockets.clients) {
      if (each.readyState === each.OPEN) each.send(JSON.stringify(message));
    }
  });
});
await listenAndSay(server);
