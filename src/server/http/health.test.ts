import { describe, expect, it } from "vitest";

import { setUp } from "../../testing/people.ts";
import { startTestServer } from "../../testing/server.ts";

describe("the server's health", () => {
  it("is alive and ready", async () => {
    await using server = await startTestServer();
    for (const path of ["/healthz", "/readyz"]) {
      const response = await fetch(server.url + path);
      expect(response.status).toBe(200);
      expect(await response.json()).toEqual({ status: "ok" });
    }
  });

  it("is told to Prometheus, without secrets or endless labels", async () => {
    await using server = await startTestServer();
    await using owner = await setUp(server);
    await owner.fetch("/invite/a-secret-token");
    await owner.fetch("/trpc/rooms.browse?input={}");
    const metrics = await (await fetch(`${server.url}/metrics`)).text();
    expect(metrics).toContain(
      'snug_http_request_duration_seconds_count{method="GET",route="/trpc/*",status="200"}',
    );
    expect(metrics).toContain("snug_sockets 0");
    expect(metrics).toContain("process_cpu_user_seconds_total");
    expect(metrics).not.toContain("secret");
  });
});
