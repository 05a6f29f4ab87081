import helmet from "@fastify/helmet";
import type { FastifyInstance } from "fastify";

/** The page loads what this server serves and nothing else, and nobody frames it. */
const contentSecurityPolicy = {
  useDefaults: false,
  directives: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    fontSrc: ["'self'"],
    // data: and blob: for previews of what someone is about to send.
    imgSrc: ["'self'", "data:", "blob:"],
    mediaSrc: ["'self'", "blob:"],
    // 'self' covers the WebSocket of the same host and scheme.
    connectSrc: ["'self'"],
    manifestSrc: ["'self'"],
    workerSrc: ["'self'"],
    objectSrc: ["'none'"],
    baseUri: ["'none'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
  },
};

/** Pages that come from Vite in development bypass these headers: it injects scripts and styles. */
export async function addSecurityHeaders(
  app: FastifyInstance,
  { publicUrl }: { publicUrl: string | null },
): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy,
    // Only an operator who says that people come by TLS can promise that they always will.
    hsts: publicUrl?.startsWith("https:") ? { includeSubDomains: false } : false,
    // An invite's secret stands in its address: other sites never see it.
    referrerPolicy: { policy: "same-origin" },
    frameguard: { action: "deny" },
  });
}
