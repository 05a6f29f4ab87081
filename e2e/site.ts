import { createServer } from "node:http";

import { SnugServer } from "./server.ts";
import { test as base } from "./test.ts";

/** Somebody else's site: one page, which a test may write. */
interface Site {
  origin: string;
  page: string;
}

/** With a page of another origin, which the server allows. */
export const test = base.extend<{ site: Site }>({
  site: async ({}, use) => {
    const site: Site = { origin: "", page: "" };
    const server = createServer((_request, response) => {
      response.setHeader("content-type", "text/html");
      // As strict a policy as a page can have that takes the widget.
      const self = site.page.match(/http:\/\/[\w.]+:\d+/)?.[0] ?? "";
      response.setHeader(
        "content-security-policy",
        `default-src 'none'; script-src ${self}; style-src 'unsafe-inline'; connect-src ${self} ${self.replace("http", "ws")}`,
      );
      response.end(site.page);
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    if (address === null || typeof address === "string") throw new Error("No port.");
    site.origin = `http://127.0.0.1:${address.port}`;
    await use(site);
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  },
  server: async ({ site }, use) => {
    await using server = await SnugServer.start({ ALLOWED_ORIGINS: site.origin });
    await use(server);
  },
});
