import { describe, expect, it } from "vitest";
import { roomViewOf } from "./roomView.ts";

describe("the view of a room", () => {
  it("follows the address", () => {
    expect(roomViewOf(undefined)).toEqual({ type: "room" });
    expect(roomViewOf("m/1")).toEqual({ type: "message", id: "1" });
    expect(roomViewOf("t/1")).toEqual({ type: "thread", id: "1" });
    expect(roomViewOf("details")).toEqual({ type: "details", tab: "members" });
    expect(roomViewOf("details/files")).toEqual({ type: "details", tab: "files" });
    expect(roomViewOf("pins")).toEqual({ type: "details", tab: "pins" });
  });

  it("knows what is no address of ours", () => {
    expect(roomViewOf("m")).toBeNull();
    expect(roomViewOf("details/1")).toBeNull();
    expect(roomViewOf("x/1")).toBeNull();
  });
});
