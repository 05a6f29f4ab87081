import type { FastifyInstance } from "fastify";

/** How long requests that were sent before the end may take. */
const patienceMs = 10_000;

/** Stops listening and finishes what is under way; what takes too long is cut off. */
export async function drain(app: FastifyInstance): Promise<void> {
  const { server } = app;
  const cutOff = setTimeout(() => server.closeAllConnections(), patienceMs);
  // Node closes the connections that are idle now; those whose answer is under way promised the other
  // side to stay open after it.
  const sweep = setInterval(() => server.closeIdleConnections(), 50);
  try {
    await app.close();
  } finally {
    clearTimeout(cutOff);
    clearInterval(sweep);
  }
}
