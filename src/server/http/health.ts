import type { FastifyInstance } from "fastify";

/** Whether the process lives, and whether it can do its work: for whoever restarts or routes to it. */
export function serveHealth(app: FastifyInstance, isReady: () => Promise<boolean>): void {
  let closing = false;
  app.addHook("preClose", async () => {
    closing = true;
  });
  app.get("/healthz", { compress: false }, async () => ({ status: "ok" }));
  app.get("/readyz", { compress: false }, async (_request, reply) => {
    const ready = !closing && (await isReady().catch(() => false));
    return reply.code(ready ? 200 : 503).send({ status: ready ? "ok" : "unavailable" });
  });
}
