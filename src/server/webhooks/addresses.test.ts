import { describe, expect, it } from "vitest";
import { isPublic, lookupPublic, requirePublicHost } from "./addresses.ts";

describe("an address of a webhook", () => {
  it.each([
    "http://127.0.0.1/",
    "http://2130706433/",
    "http://0x7f.1/",
    "http://0177.0.0.1/",
    "http://10.0.0.8/",
    "http://192.168.1.1/",
    "http://172.16.0.1/",
    "http://169.254.169.254/latest/meta-data",
    "http://100.64.0.1/",
    "http://0.0.0.0/",
    "http://255.255.255.255/",
    "http://[::1]/",
    "http://[::]/",
    "http://[::ffff:127.0.0.1]/",
    "http://[::ffff:7f00:1]/",
    "http://[64:ff9b::7f00:1]/",
    "http://[2002:7f00:1::]/",
    "http://[fe80::1]/",
    "http://[fd00::1]/",
  ])("is refused where it is private: %s", (address) => {
    expect(() => requirePublicHost(new URL(address))).toThrow("private address");
  });

  it.each(["http://93.184.216.34/", "http://[2606:2800:220:1::1]/", "http://ci.example/"])(
    "is taken where it is not: %s",
    (address) => {
      expect(() => requirePublicHost(new URL(address))).not.toThrow();
    },
  );

  it("is refused by name, too, when the name leads to a private one", async () => {
    const error = await new Promise((resolve) => {
      lookupPublic("localhost", {}, resolve);
    });
    expect(String(error)).toContain("localhost is a private address");
    expect(isPublic("nonsense")).toBe(false);
  });
});
