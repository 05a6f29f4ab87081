import type { Socket } from "node:net";

import type { FastifyInstance } from "fastify";

/** How long requests that were sent before the end may take. */
const patienceMs = 10_000;

/**
 * Returns what stops listening and finishes what is under way; what takes too long is cut off. Knows
 * the connections from now on.
 */
export function createDrain(app: FastifyInstance): () => Promise<void> {
  const { server } = app;
  const connections = new Set<Socket>();
  server.on("connection", (connection) => {
    connections.add(connection);
    connection.once("close", () => connections.delete(connection));
  });

  /**
   * Node closes the connections that are idle now. Those whose answer is under way promised the other
   * side to stay open after it; and one that never carried a request, as browsers open them to spare,
   * counts as busy.
   */
  function sweep(): void {
    server.closeIdleConnections();
    for (const connection of connections) if (connection.bytesRead === 0) connection.destroy();
  }

  return async () => {
    const cutOff = setTimeout(() => server.closeAllConnections(), patienceMs);
    const sweeping = setInterval(sweep, 50);
    try {
      await app.close();
    } finally {
      clearTimeout(cutOff);
      clearInterval(sweeping);
    }
  };
}
