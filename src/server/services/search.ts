import type { Search, SearchPage } from "../../shared/search.ts";
import { timesOf } from "../../shared/searchDates.ts";
import { parseSearch } from "../../shared/searchQuery.ts";
import type { User } from "../../shared/users.ts";
import type { Store } from "../store/port.ts";

export function createSearch(store: Store) {
  return {
    messages(actor: User, { text, timeZone, cursor, limit }: Search): Promise<SearchPage> {
      const query = parseSearch(text);
      const times = timesOf(query.filters, { timeZone, now: new Date() });
      return store.search(actor.id, { query, ...times, before: cursor?.before ?? null, limit });
    },
  };
}
