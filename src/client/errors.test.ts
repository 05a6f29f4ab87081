import { TRPCClientError } from "@trpc/client";
import { describe, expect, it, vi } from "vitest";
import { openHouse } from "../testing/house.ts";
import { SnugError } from "../shared/errors.ts";
import { errorDetails } from "./index.ts";

// Whole servers and their people, on a machine that may be busy.
vi.setConfig({ testTimeout: 20_000 });

async function detailsOf(call: Promise<unknown>) {
  return call.then(() => null, errorDetails);
}

describe("the details of an error", () => {
  it("are those that the server gave", async () => {
    await using house = await openHouse();
    const { api } = house.client();
    const tooLong = { roomId: house.roomId, name: "x".repeat(100) };
    expect(await detailsOf(api.rooms.update.mutate(tooLong))).toMatchObject({
      code: "INVALID_INPUT",
      fields: { name: expect.any(String) },
    });
    expect(await detailsOf(api.rooms.get.query({ roomId: "none" }))).toMatchObject({
      code: "NOT_FOUND",
    });
  });

  it("say that nobody answered when nobody did", async () => {
    await using house = await openHouse();
    await house.server.stop();
    const { api } = house.client();
    expect(await detailsOf(api.workspace.get.query())).toMatchObject({ code: "UNAVAILABLE" });
  });

  it("do not take a proxy's page for an answer", async () => {
    await using house = await openHouse();
    const page = () => Promise.resolve(new Response("<h1>Bad gateway</h1>", { status: 502 }));
    const { api } = house.client({ fetch: page });
    expect(await detailsOf(api.workspace.get.query())).toMatchObject({ code: "UNAVAILABLE" });
  });

  it.each([
    [413, "TOO_LARGE"],
    [500, "INTERNAL"],
    [502, "UNAVAILABLE"],
    [503, "UNAVAILABLE"],
    [504, "UNAVAILABLE"],
  ])(
    "tell of an upload by the status %i of what stands before the server",
    async (status, code) => {
      await using house = await openHouse();
      const page = () => Promise.resolve(new Response("<h1>Oh no</h1>", { status }));
      const client = house.client({ fetch: page });
      const target = { roomId: house.roomId, name: "a.txt" };
      expect(await detailsOf(client.upload(new Blob(["a"]), target))).toMatchObject({ code });
    },
  );

  it("make something of anything", () => {
    expect(errorDetails(new SnugError("FORBIDDEN", "No."))).toEqual({
      code: "FORBIDDEN",
      message: "No.",
    });
    expect(errorDetails(new TRPCClientError("?")).code).toBe("UNAVAILABLE");
    for (const thrown of [new Error("?"), "?", null, undefined]) {
      expect(errorDetails(thrown).code).toBe("INTERNAL");
    }
  });
});
