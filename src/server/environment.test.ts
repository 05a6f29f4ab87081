import { describe, expect, it } from "vitest";

import { parseEnvironment, StartError } from "./environment.ts";

describe("the environment", () => {
  it("needs nothing to be set", () => {
    expect(parseEnvironment({})).toEqual({
      PORT: 3000,
      HOST: "::",
      DATA_DIR: "./data",
      PUBLIC_URL: null,
      ALLOWED_ORIGINS: [],
      TRUST_PROXY: [],
      PRIVATE_WEBHOOKS: "refuse",
      LOG_LEVEL: "warn",
    });
  });

  it("reads what is set, and takes empty for not set", () => {
    const environment = parseEnvironment({
      PORT: "0",
      HOST: "",
      PUBLIC_URL: "https://chat.example.org/",
      ALLOWED_ORIGINS: "https://example.org, http://localhost:5173",
      TRUST_PROXY: "loopback,10.0.0.0/8,fd00::1",
      LOG_LEVEL: "debug",
    });
    expect(environment).toMatchObject({
      PORT: 0,
      HOST: "::",
      PUBLIC_URL: "https://chat.example.org",
      ALLOWED_ORIGINS: ["https://chat.example.org", "https://example.org", "http://localhost:5173"],
      TRUST_PROXY: ["loopback", "10.0.0.0/8", "fd00::1"],
      LOG_LEVEL: "debug",
    });
  });

  it.each([
    ["PORT", "http", 'PORT has to be a port number, 0 to 65535, and is "http".'],
    ["PORT", "70000", 'PORT has to be a port number, 0 to 65535, and is "70000".'],
    ["PORT", "1.5", 'PORT has to be a port number, 0 to 65535, and is "1.5".'],
    [
      "PUBLIC_URL",
      "chat.example.org",
      'PUBLIC_URL has to be an address without a path, like https://chat.example.org, and is "chat.example.org".',
    ],
    [
      "PUBLIC_URL",
      "https://example.org/chat",
      'PUBLIC_URL has to be an address without a path, like https://chat.example.org, and is "https://example.org/chat".',
    ],
    [
      "ALLOWED_ORIGINS",
      "https://a.example,b",
      'ALLOWED_ORIGINS has to be an address without a path, like https://chat.example.org, and is "https://a.example,b".',
    ],
    [
      "TRUST_PROXY",
      "true",
      'TRUST_PROXY has to be addresses or networks, like 127.0.0.1, 10.0.0.0/8 or loopback, and is "true".',
    ],
    [
      "TRUST_PROXY",
      "10.0.0.0/33",
      'TRUST_PROXY has to be addresses or networks, like 127.0.0.1, 10.0.0.0/8 or loopback, and is "10.0.0.0/33".',
    ],
    [
      "LOG_LEVEL",
      "loud",
      'LOG_LEVEL has to be one of trace, debug, info, warn, error, fatal, silent, and is "loud".',
    ],
  ])("refuses %s=%s in one sentence", (name, value, sentence) => {
    expect(() => parseEnvironment({ [name]: value })).toThrow(new StartError(sentence));
  });
});
