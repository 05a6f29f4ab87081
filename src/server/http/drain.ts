import type { FastifyInstance } from "fastify";

/** How long requests that were sent before the end may take. */
const patienceMs = 10_000;

/** Stops listening and finishes what is under way; what takes too long is cut off. */
export async function drain(app: FastifyInstance): Promise<void> {
  const cutOff = setTimeout(() => app.server.closeAllConnections(), patienceMs);
  try {
    await app.close();
  } finally {
    clearTimeout(cutOff);
  }
}
