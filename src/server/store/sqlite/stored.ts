/** Decodes what this store encoded itself; unlike input, it needs no second look. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller knows what it stored
export function decodeStored<Value>(json: string): Value {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as above
  return JSON.parse(json) as Value;
}
