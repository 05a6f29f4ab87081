import type { FastifyInstance, FastifyRequest } from "fastify";

import { SnugError } from "../../shared/errors.ts";
import { limits } from "../../shared/limits.ts";
import type { Services } from "../services/services.ts";
import { clientIdFrom } from "./rest/clientIds.ts";
import { parseJson, refuseOthers } from "./rest/rest.ts";

/**
 * `POST /hooks/<secret>`: what other systems say, in the shape that they say it to Slack. It answers as Slack does,
 * for programs that look for that.
 */
export async function serveIncomingWebhooks(
  app: FastifyInstance,
  services: Services,
): Promise<void> {
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    const asString = { parseAs: "string" } as const;
    scope.addContentTypeParser(
      "application/json",
      asString,
      async (_request: FastifyRequest, body: string) => parseJson(body),
    );
    scope.addContentTypeParser(
      "application/x-www-form-urlencoded",
      asString,
      async (_request: FastifyRequest, body: string) =>
        parseJson(new URLSearchParams(body).get("payload") ?? ""),
    );
    scope.post<{ Params: { secret: string } }>("/hooks/:secret", async (request, reply) => {
      // With the emoji's names, which nothing else needs while the server runs.
      const { messageFrom, webhookPayloadSchema } = await import("../slack/webhook.ts");
      const payload = webhookPayloadSchema.safeParse(request.body);
      if (!payload.success) {
        throw new SnugError("INVALID_INPUT", 'Send a JSON object, such as {"text": "Hello"}.');
      }
      const message = messageFrom(payload.data);
      if (message.body === "")
        throw new SnugError("INVALID_INPUT", "Say something: text is empty.");
      if (message.body.length > limits.messageBody) {
        throw new SnugError("TOO_LARGE", `A message has ${limits.messageBody} characters at most.`);
      }
      const clientId = clientIdFrom(request.headers["idempotency-key"]);
      await services.incomingWebhooks.post(request.params.secret, { ...message, clientId });
      return reply.type("text/plain; charset=utf-8").header("cache-control", "no-store").send("ok");
    });
    refuseOthers(scope, "/hooks/:secret", ["POST"]);
  });
}
