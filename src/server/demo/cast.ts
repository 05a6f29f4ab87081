/** Our ids by the names that scripts use. */
export interface Cast {
  users: Map<string, string>;
  rooms: Map<string, string>;
  /** By room key and file name. */
  files: Map<string, string>;
}

export function idOf(ids: ReadonlyMap<string, string>, name: string): string {
  const id = ids.get(name);
  if (id === undefined) throw new Error(`The demo's scripts name ${name}, who is not in them.`);
  return id;
}

export function idsOf(ids: ReadonlyMap<string, string>, names: readonly string[]): string[] {
  return names.map((name) => idOf(ids, name));
}

/** What stands in a script, with the names in it made ids. */
export function withIds(body: string, { users, rooms }: Cast): string {
  return body
    .replace(/<@([\w-]+)>/g, (_, name: string) => `<@${idOf(users, name)}>`)
    .replace(/<#([\w-]+)>/g, (_, name: string) => `<#${idOf(rooms, name)}>`);
}
