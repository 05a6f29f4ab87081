import { describe, expect, it } from "vitest";
import { actionIn, asAction, readWritten } from "./commands.ts";

const text = (body: string) => ({ type: "text", body });

describe("what someone wrote", () => {
  it("is a command when it begins with a slash and a name", () => {
    expect(readWritten("/nick Ann Lee ")).toEqual({
      type: "command",
      name: "nick",
      rest: "Ann Lee",
    });
    expect(readWritten("/Leave")).toEqual({ type: "command", name: "leave", rest: "" });
    expect(readWritten("/me waves\nand goes")).toMatchObject({ rest: "waves\nand goes" });
  });

  it("is text with a space before it, and without that space", () => {
    expect(readWritten(" /nick Ann")).toEqual(text("/nick Ann"));
    expect(readWritten("\n/leave")).toEqual(text("/leave"));
  });

  it("is text with two slashes, of which one is sent", () => {
    expect(readWritten("//nick Ann")).toEqual(text("/nick Ann"));
    expect(readWritten(" //nick")).toEqual(text("/nick"));
  });

  it("is text where a slash is only a slash", () => {
    for (const body of ["/", "/usr/bin/env", "/2", "// a remark", "//", "and/or", "http://a"]) {
      expect(readWritten(body)).toEqual(text(body));
    }
  });

  it("stays text for who reads it, though it begins like an action", () => {
    const written = readWritten("//me waves");
    expect(written).toEqual(text("\\/me waves"));
    expect(actionIn("\\/me waves")).toBeNull();
    expect(readWritten("//me")).toEqual(text("/me"));
  });
});

describe("an action", () => {
  it("is what follows /me", () => {
    expect(actionIn(asAction("waves"))).toBe("waves");
    expect(actionIn("/me  waves\ntwice")).toBe("waves\ntwice");
  });

  it("is in no other body", () => {
    for (const body of ["/me", "/me ", "/meow loud", "he said /me waves", "/nick Ann"]) {
      expect(actionIn(body)).toBeNull();
    }
  });
});
