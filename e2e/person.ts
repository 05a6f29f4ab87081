import type { APIRequestContext, BrowserContext, Page } from "@playwright/test";
import type { TRPCClient } from "@trpc/client";
import { createTRPCClient, httpLink } from "@trpc/client";

import type { AppRouter } from "../src/server/router.ts";
import type { User } from "../src/shared/users.ts";

export const password = "a lantern in the snug";

/** Someone with a browser of their own, signed in. */
export interface Person {
  user: User;
  /** Their first tab. */
  page: Page;
  context: BrowserContext;
  /** The API as them, for what a test needs but is not about. */
  api: TRPCClient<AppRouter>;
}

export interface Account {
  displayName: string;
  username: string;
  email: string;
  password: string;
}

/** What someone of that name would fill in: `Ada Lovelace` becomes `ada-lovelace`. */
export function accountOf(displayName: string): Account {
  const username = displayName.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-");
  return { displayName, username, email: `${username}@example.com`, password };
}

/** The API with the cookies of a browser context, both ways. */
export function apiOf(request: APIRequestContext, url: string): TRPCClient<AppRouter> {
  return createTRPCClient<AppRouter>({
    links: [httpLink({ url: `${url}/trpc`, fetch: fetchThrough(request, url) })],
  });
}

function fetchThrough(request: APIRequestContext, origin: string): typeof fetch {
  return async (input, init) => {
    const response = await request.fetch(input instanceof Request ? input.url : String(input), {
      method: init?.method ?? "GET",
      headers: { ...Object.fromEntries(new Headers(init?.headers)), origin },
      ...(typeof init?.body === "string" ? { data: init.body } : {}),
    });
    const [body, status] = [await response.text(), response.status()];
    return new Response(body, { status, headers: response.headers() });
  };
}
