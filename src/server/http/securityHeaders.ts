import type { FastifyInstance } from "fastify";

/** The page loads what this server serves and nothing else, and nobody frames it. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  // data: and blob: for previews of what someone is about to send.
  "img-src 'self' data: blob:",
  "media-src 'self' blob:",
  // 'self' covers the WebSocket of the same host and scheme.
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join(";");

/** What Helmet sends, the last few for browsers of long ago. */
const securityHeaders: Record<string, string> = {
  "content-security-policy": contentSecurityPolicy,
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "origin-agent-cluster": "?1",
  // An invite's secret stands in its address: other sites never see it.
  "referrer-policy": "same-origin",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "x-dns-prefetch-control": "off",
  "x-download-options": "noopen",
  "x-permitted-cross-domain-policies": "none",
  "x-xss-protection": "0",
};

/**
 * The same for every answer, so made once: Helmet puts its policy together anew for each, which took longer
 * than to find out who asks. Pages that come from Vite in development go without the policy: it injects scripts
 * and styles.
 */
export function addSecurityHeaders(
  app: FastifyInstance,
  { publicUrl }: { publicUrl: string | null },
): void {
  const headers = new Map(Object.entries(securityHeaders));
  // Only an operator who says that people come by TLS can promise that they always will.
  if (publicUrl?.startsWith("https:")) {
    headers.set("strict-transport-security", "max-age=31536000");
  }
  app.addHook("onRequest", async (_request, { raw }) => {
    raw.setHeaders(headers);
  });
}
