import type { FastifyInstance } from "fastify";
import { collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

/** `GET /metrics` for Prometheus: how the server does; nothing of what is said on it. */
export function serveMetrics(app: FastifyInstance, socketCount: () => number): void {
  const register = new Registry();
  collectDefaultMetrics({ register });
  const durations = new Histogram({
    name: "snug_http_request_duration_seconds",
    help: "Time to answer an HTTP request.",
    labelNames: ["method", "route", "status"],
    buckets: [0.001, 0.005, 0.02, 0.1, 0.5, 2, 10],
    registers: [register],
  });
  new Gauge({
    name: "snug_sockets",
    help: "Open WebSockets.",
    registers: [register],
    collect() {
      this.set(socketCount());
    },
  });

  app.addHook("onResponse", async (request, reply) => {
    const { method, routeOptions } = request;
    // The route and not the address: secrets stand in addresses, and there are endlessly many.
    const route = routeOptions.url ?? "none";
    durations.observe({ method, route, status: reply.statusCode }, reply.elapsedTime / 1000);
    request.log.debug(
      { method, route, status: reply.statusCode, ms: reply.elapsedTime },
      "answered",
    );
  });
  app.get("/metrics", async (_request, reply) => {
    return reply.type(register.contentType).send(await register.metrics());
  });
}
