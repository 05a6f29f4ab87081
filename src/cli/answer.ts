/** What a command has to say. */
export interface Answer {
  /** For a person. */
  text: string;
  /** For a program. */
  json: unknown;
}

export function print({ text, json }: Answer, asJson: boolean | undefined): void {
  console.log(asJson ? JSON.stringify(json, null, 2) : text);
}
