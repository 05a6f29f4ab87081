import { expect, it } from "vitest";

import type { Directory } from "./mrkdwn.ts";
import { markdownFrom } from "./mrkdwn.ts";

const directory: Directory = {
  user: (id) => (id === "U1" ? { id: "0199-ada", name: "ada" } : undefined),
  room: (id) => (id === "C1" ? { id: "0199-garden", name: "garden" } : undefined),
};

function convert(mrkdwn: string): string {
  return markdownFrom(mrkdwn, directory);
}

it.each([
  ["*bold*, _italic_ and ~gone~", "**bold**, _italic_ and ~~gone~~"],
  ["*_both_*", "**_both_**"],
  ["(*bold*)", "(**bold**)"],
  ["*see <https://a.test/*x|a*b>*", "**see [a\\*b](https://a.test/*x)**"],
  ["`a *b* &lt;c&gt;`", "`a *b* <c>`"],
  ["run `git push` *now*", "run `git push` **now**"],
])("turns %s into %s", (mrkdwn, markdown) => {
  expect(convert(mrkdwn)).toBe(markdown);
});

it.each([
  "2 * 3 * 4",
  "snake_case_name and other_name",
  "~5 minutes",
  "*note",
  "a [tag] in brackets",
  "- one\n- two",
  "1. one\n2. two",
  "R&D, a < b, x -> y",
  "C:\\Users\\ada",
  "5pm :not-an-emoji: 10:30:45",
])("leaves plain text alone: %s", (text) => {
  expect(convert(text)).toBe(text);
});

it.each([
  ["2*3*4", "2\\*3\\*4"],
  ["__init__", "\\_\\_init\\_\\_"],
  ["~a and b~", "~~a and b~~"],
  ["[name](not a link)", "\\[name](not a link)"],
  ["[name]: nothing", "\\[name]: nothing"],
  ["# not a heading", "\\# not a heading"],
  ["+ 1 from me", "\\+ 1 from me"],
  ["a line\n---", "a line\n\\---"],
  ["a line\n===", "a line\n\\==="],
  ["&lt;b&gt; and &lt;@U1&gt;", "&lt;b> and &lt;@U1>"],
  ["&amp;amp;", "&amp;amp;"],
  ["a **b** c", "a \\*\\*b\\*\\* c"],
  ["\\*", "\\\\*"],
  ["    indented", "\u00A0\u00A0\u00A0\u00A0indented"],
])("escapes what would mean something else: %s", (mrkdwn, markdown) => {
  expect(convert(mrkdwn)).toBe(markdown);
});

it("puts code blocks on lines of their own, with their text untouched", () => {
  expect(convert("look: ```if (a &lt; b) *c*```")).toBe("look:\n```\nif (a < b) *c*\n```");
  expect(convert("```\n  two\n\nlines\n```done")).toBe("```\n  two\n\nlines\n```\ndone");
  expect(convert("```one``` ```two```")).toBe("```\none\n```\n```\ntwo\n```");
});

it("undoes links that Slack made inside code", () => {
  expect(convert("```\nwget <http://a.test/x.egg>\nfit <tel:289.86|289.86>\n```")).toBe(
    "```\nwget http://a.test/x.egg\nfit 289.86\n```",
  );
  expect(convert("`<@U1> <#C1|old> <!here> <mailto:a@b.test|a@b.test>`")).toBe(
    "`@ada #old @here a@b.test`",
  );
});

it("names people and rooms by our ids, and what was not imported by its name", () => {
  expect(convert("<@U1>: <@U1|old> <@U9> <@U9|zed>")).toBe("<@0199-ada>: <@0199-ada> @U9 @zed");
  expect(convert("<#C1> <#C1|old> <#C9|attic> <#C9>")).toBe(
    "<#0199-garden> <#0199-garden> #attic #C9",
  );
});

it("turns calls to everyone into ours, and keeps the words of other commands", () => {
  expect(convert("<!here> <!here|here> <!channel> <!everyone>")).toBe(
    "<!here> <!here> <!room> <!room>",
  );
  expect(convert("<!subteam^S1|@cooks> <!subteam^S1> <!date^1^{date}|1 Jan 1970>")).toBe(
    "@cooks @S1 1 Jan 1970",
  );
});

it.each([
  ["<https://a.test/b|the page>", "[the page](https://a.test/b)"],
  ["see <https://a.test/b>", "see https://a.test/b"],
  ["(<https://a.test/b>)", "(<https://a.test/b>)"],
  ["<https://a.test/b>, then", "<https://a.test/b>, then"],
  ["<http://a.test|a.test>", "[a.test](http://a.test)"],
  ["<https://a.test/?a=1&amp;b=2|x [y]>", "[x \\[y\\]](https://a.test/?a=1&b=2)"],
  ["<https://a.test/(b)|c>", "[c](<https://a.test/(b)>)"],
  ["<mailto:a@b.test|a@b.test>", "<a@b.test>"],
  ["<mailto:a@b.test|write>", "[write](mailto:a@b.test)"],
  ["<tel:123|123>", "123"],
  ["<javascript:alert(1)|click>", "click"],
])("turns the link %s into %s", (mrkdwn, markdown) => {
  expect(convert(mrkdwn)).toBe(markdown);
});

it("spells out emoji, and keeps the names of a workspace's own", () => {
  expect(convert("done :tada: :+1::skin-tone-2: :party_gecko_x: 好:tada:")).toBe(
    "done 🎉 👍🏻 :party_gecko_x: 好🎉",
  );
});

it("keeps quotes and lists from swallowing the line behind them", () => {
  expect(convert("&gt; said\n&gt; twice\nyes")).toBe("> said\n> twice\n\nyes");
  expect(convert("• one\n    ◦ inner\n• two\nafter")).toBe("- one\n    - inner\n- two\n\nafter");
  expect(convert("first\n3. three")).toBe("first\n\n3. three");
  expect(convert("&gt;&gt;&gt;all\nof\nit")).toBe("> all\n> of\n> it");
});

it("formats nothing where a bot asked for none, but still links", () => {
  expect(markdownFrom("*a* `b` <https://a.test|c>", directory, false)).toBe(
    "\\*a\\* \\`b\\` [c](https://a.test)",
  );
});
