// Socket.IO as its documentation has it: everyone joins a room, and what is said is emitted to the room.
import { createServer } from "node:http";

import { Server } from "socket.io";

import { messageOf } from "./message.ts";
import { listenAndSay } from "./ready.ts";

const server = createServer();
const io = new Server(server, { transports: ["websocket"] });
io.on("connection", (socket) => {
  void socket.join("general");
  socket.on("say", (said: unknown) => {
    io.to("general").emit("message", messageOf(said));
  });
});
await listenAndSay(server);
