import { test as base } from "@playwright/test";
import type { BrowserContextOptions } from "@playwright/test";

import type { Person } from "./person.ts";
import { accountOf, apiOf } from "./person.ts";
import { SnugServer } from "./server.ts";

export { expect } from "@playwright/test";

interface Fixtures {
  /** A server of the test's own, on empty data. */
  server: SnugServer;
  /**
   * Someone new in a fresh browser context, signed in and on the first page. The first one sets the
   * workspace up and owns it; the others come by an invite. `options` are the browser context's.
   */
  person: (name: string, options?: BrowserContextOptions) => Promise<Person>;
}

export const test = base.extend<Fixtures>({
  server: async ({}, use, testInfo) => {
    await using server = await SnugServer.start();
    await use(server);
    if (testInfo.status !== testInfo.expectedStatus) {
      await testInfo.attach("server", { body: server.output, contentType: "text/plain" });
    }
  },

  baseURL: async ({ server }, use) => {
    await use(server.url);
  },

  person: async ({ browser, server }, use) => {
    const people: Person[] = [];
    await use(async (name, options) => {
      const context = await browser.newContext({ baseURL: server.url, ...options });
      const api = apiOf(context.request, server.url);
      const owner = people[0];
      const account = accountOf(name);
      const { user } =
        owner === undefined
          ? await api.session.setUp.mutate({ workspaceName: "The Snug", ...account })
          : await api.session.signUp.mutate({ inviteToken: await invite(owner), ...account });
      const page = await context.newPage();
      await page.goto("/");
      const person = { user, page, context, api };
      people.push(person);
      return person;
    });
    for (const { context } of people) await context.close();
  },
});

async function invite(owner: Person): Promise<string> {
  const { url } = await owner.api.invites.create.mutate({});
  return url.slice(url.lastIndexOf("/") + 1);
}
