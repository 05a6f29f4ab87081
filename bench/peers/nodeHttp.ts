// What Node itself takes: one HTTP answer and nothing else.
import { createServer } from "node:http";

const port = Number(process.env["PORT"] ?? 0);
const server = createServer((_request, response) => response.end("ok"));
server.listen(port, "127.0.0.1", () => {
  const address = server.address();
  console.log(`ready ${typeof address === "object" ? address?.port : port}`);
});
