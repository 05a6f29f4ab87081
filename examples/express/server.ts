/**
 * An Express app with a chat beside its own pages:
 *
 *     PORT=8080 DATA_DIR=./chat node examples/express/server.ts
 */
import { createServer } from "node:http";

import express from "express";
import { createSnug } from "snug/server";

const snug = await createSnug();

const app = express();
app.get("/hello", (_request, response) => {
  response.send("Hello from Express");
});
// Last: what is not the app's own is the chat's. A body parser belongs on routes above, not before this.
app.use(snug.handle);

const server = createServer(app).on("upgrade", snug.upgrade);
server.listen(Number(process.env.PORT ?? 8080), () => process.stdout.write("Listening.\n"));

process.once("SIGTERM", () => {
  server.close();
  void snug.close();
});
