import { mkdir, mkdtempDisposable, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";

import { fastify } from "fastify";
import { describe, expect, it } from "vitest";

import { answerFailure } from "./failures.ts";
import { addSecurityHeaders } from "./securityHeaders.ts";
import { decodableUrl, serveWebApp } from "./webApp.ts";

const page = "<!doctype html><title>Snug</title>";
const script = "export {};".repeat(100);

describe("the web app", () => {
  it.each([
    "/",
    "/rooms/1/m/2",
    "/invite/abc_D-9",
    "/sign-in?next=/rooms/a.b",
    "/@user",
    "/rooms/%E0%A4%A",
    "/rooms/1?search=100%",
  ])("is at every page's address: %s", async (path) => {
    await using web = await serveBuilt();
    const response = await web.get(path);
    expect(response.statusCode).toBe(200);
    expect(response.body).toBe(page);
    expect(response.headers).toMatchObject({
      "content-type": "text/html; charset=utf-8",
      "cache-control": "no-cache",
    });
  });

  it.each(["/api/%E0%A4%A", "/files/%E0%A4%A", "/assets/%zz.js"])(
    "leaves what cannot be decoded and is no page to be refused: %s",
    async (path) => {
      await using web = await serveBuilt();
      expect((await web.get(path)).statusCode).toBe(400);
    },
  );

  it("keeps what is named by its content for good, and asks for the rest each time", async () => {
    await using web = await serveBuilt();
    const asset = await web.get("/assets/app-4f3a.js");
    expect(asset.headers["cache-control"]).toBe("public, max-age=31536000, immutable");
    const icon = await web.get("/favicon.svg");
    expect(icon.headers["cache-control"]).toBe("no-cache");
    const again = await web.get("/favicon.svg", { "if-none-match": String(icon.headers.etag) });
    expect(again.statusCode).toBe(304);
  });

  it("sends what was compressed when it was built", async () => {
    await using web = await serveBuilt();
    const response = await web.get("/assets/app-4f3a.js", { "accept-encoding": "br" });
    expect(response.headers["content-encoding"]).toBe("br");
    expect(response.headers["content-type"]).toMatch(/javascript/);
    expect(response.rawPayload).toEqual(brotliCompressSync(script));
  });

  it.each([
    "/assets/app-old.js",
    "/nothing.png",
    "/robots.txt",
    "/trpc",
    "/api/rooms",
    "/files/1",
    "/assets",
    "/assets/",
    "/.env",
    "/..%2fsecret.txt",
    "/%2e%2e/secret.txt",
    "/assets/..%5c..%5csecret.txt",
  ])("is not at %s", async (path) => {
    await using web = await serveBuilt();
    const response = await web.get(path);
    expect(response.statusCode).toBe(404);
    expect(response.json()).toMatchObject({ code: "NOT_FOUND" });
  });

  it("runs nothing and loads nothing that is not its own", async () => {
    await using web = await serveBuilt();
    const { headers } = await web.get("/");
    const policy = String(headers["content-security-policy"]);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("style-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
    expect(headers).toMatchObject({
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
      "referrer-policy": "same-origin",
    });
    expect(headers).not.toHaveProperty("strict-transport-security");
  });

  it("promises TLS where people come by it", async () => {
    await using web = await serveBuilt("https://chat.example.org");
    const { headers } = await web.get("/");
    expect(headers["strict-transport-security"]).toMatch(/^max-age=\d+$/);
  });

  it("says so when it is not built", async () => {
    await using folder = await mkdtempDisposable(join(tmpdir(), "snug-web-"));
    await using web = await serve(folder.path, null);
    const response = await web.get("/");
    expect(response.statusCode).toBe(503);
    expect(response.json()).toMatchObject({ message: expect.stringContaining("npm run build") });
  });
});

async function serveBuilt(publicUrl: string | null = null) {
  const folder = await mkdtempDisposable(join(tmpdir(), "snug-web-"));
  const web = join(folder.path, "web");
  await mkdir(join(web, "assets"), { recursive: true });
  await writeFile(join(folder.path, "secret.txt"), "secret");
  await writeFile(join(web, "index.html"), page);
  await writeFile(join(web, "favicon.svg"), "<svg/>");
  await writeFile(join(web, "assets/app-4f3a.js"), script);
  await writeFile(join(web, "assets/app-4f3a.js.br"), brotliCompressSync(script));
  return serve(web, publicUrl, () => folder.remove());
}

async function serve(folder: string, publicUrl: string | null, onEnd = async () => {}) {
  const app = fastify({ frameworkErrors: answerFailure, rewriteUrl: decodableUrl });
  app.setErrorHandler(answerFailure);
  addSecurityHeaders(app, { publicUrl });
  await serveWebApp(app, folder);
  return {
    get: (url: string, headers: Record<string, string> = {}) =>
      app.inject({ method: "GET", url, headers }),
    async [Symbol.asyncDispose]() {
      await app.close();
      await onEnd();
    },
  };
}
