import { randomUUID } from "node:crypto";
import { constants } from "node:zlib";

import compress from "@fastify/compress";
import cookie from "@fastify/cookie";
import { fastify, LogController } from "fastify";
import type { FastifyBaseLogger, FastifyInstance } from "fastify";

import { limits } from "../../shared/limits.ts";
import type { Environment } from "../environment.ts";
import type { BlobStore } from "../files/port.ts";
import type { Services } from "../services/services.ts";
import { serveAvatars } from "./avatars.ts";
import { boundBodies } from "./bodies.ts";
import { serveEmoji } from "./emoji.ts";
import { answerFailure } from "./failures.ts";
import { serveFiles } from "./files.ts";
import { serveHealth } from "./health.ts";
import { serveIncomingWebhooks } from "./incomingWebhooks.ts";
import { serveMetrics } from "./metrics.ts";
import { guardOrigins } from "./origins.ts";
import { serveEventStream } from "./rest/eventStream.ts";
import { serveReference } from "./rest/reference.ts";
import { serveRest } from "./rest/rest.ts";
import { addSecurityHeaders } from "./securityHeaders.ts";
import { serveTrpc } from "./trpc.ts";
import { takeUploads, uploadPaths } from "./uploads.ts";
import { decodableUrl } from "./webApp.ts";

export interface AppOptions {
  environment: Environment;
  services: Services;
  blobs: BlobStore;
  logger: FastifyBaseLogger;
  /** Whether what the server stands on can be reached. */
  isReady: () => Promise<boolean>;
  /** How many WebSockets are open. */
  socketCount: () => number;
}

/** Everything that is answered over HTTP but the web app itself, which differs in development. */
export async function createApp(options: AppOptions): Promise<FastifyInstance> {
  const { environment, services, blobs, logger } = options;
  const { PUBLIC_URL: publicUrl, TRUST_PROXY: proxies } = environment;
  const app: FastifyInstance = fastify({
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    bodyLimit: limits.requestBytes,
    // Fastify waits for ever, where Node by itself would not: for whoever sends a byte a minute. Bodies
    // have a time of their own, since a large file takes its own.
    http: { headersTimeout: 60_000 },
    trustProxy: proxies.length > 0 && proxies,
    // While the server drains, what comes over an open connection is still answered.
    return503OnClosing: false,
    frameworkErrors: answerFailure,
    rewriteUrl: decodableUrl,
    // What comes and goes is checked by zod. Without this, a start loads two compilers of JSON schemas for nothing.
    schemaController: {
      compilersFactory: { buildValidator: noJsonSchemas, buildSerializer: noJsonSchemas },
    },
  });
  app.addHook("onRequest", async (request, reply) => {
    void reply.header("x-request-id", request.id);
  });
  app.setErrorHandler(answerFailure);
  boundBodies(app, { except: uploadPaths });
  addSecurityHeaders(app, { publicUrl });
  guardOrigins(app, environment.ALLOWED_ORIGINS);
  await app.register(cookie);
  await app.register(compress, {
    encodings: ["br", "gzip"],
    // The default is for files that are compressed once, and takes many times as long.
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
  });
  serveMetrics(app, options.socketCount);
  serveHealth(app, options.isReady);
  serveFiles(app, { services, publicUrl, blobs });
  serveEmoji(app, { services, publicUrl });
  serveAvatars(app, { services, publicUrl });
  await takeUploads(app, { services, publicUrl });
  await serveTrpc(app, { services, publicUrl });
  await serveRest(app, { services, publicUrl });
  await serveIncomingWebhooks(app, services);
  serveEventStream(app, { services, publicUrl });
  serveReference(app);
  return app;
}

function noJsonSchemas(): never {
  throw new Error("Routes have no JSON schema here: zod checks what comes.");
}
