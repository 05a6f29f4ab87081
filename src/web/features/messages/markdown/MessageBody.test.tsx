import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { MessageBody } from "./MessageBody.tsx";

function drawn(body: string): string {
  const message = (
    <QueryClientProvider client={new QueryClient()}>
      <MessageBody body={body} />
    </QueryClientProvider>
  );
  return renderToStaticMarkup(message).replaceAll(/ class="[^"]*"/g, "");
}

describe("a message's Markdown", () => {
  it("shows HTML as the text it is", () => {
    const html = drawn('<img src=x onerror="alert(1)"> <b>bold</b>');
    expect(html).not.toContain("<img");
    expect(html).toContain("&lt;img src=x");
    expect(html).toContain("&lt;b&gt;bold");
  });

  it("links only where following is harmless", () => {
    expect(drawn("[a](javascript:alert(1))")).not.toContain("href");
    expect(drawn("[a](data:text/html,x)")).not.toContain("href");
    expect(drawn("[a](//evil.example)")).not.toContain("href");
    expect(drawn("<https://x.example/a>")).toContain('href="https://x.example/a"');
    expect(drawn("[write](mailto:ann@x.example)")).toContain('href="mailto:ann@x.example"');
  });

  it("opens links beside the app without telling where they were", () => {
    expect(drawn("see https://x.example/a.")).toContain(
      '<a href="https://x.example/a" target="_blank" rel="noopener noreferrer nofollow">',
    );
  });

  it("breaks lines where the author did, and keeps strong and emphasis", () => {
    expect(drawn("one\ntwo **three** _four_ ~~five~~")).toContain(
      "one\ntwo <strong>three</strong> <em>four</em> <del>five</del>",
    );
  });

  it("is no document: headings are bold words, indentation and dashes mean nothing", () => {
    expect(drawn("# Plans")).not.toContain("<h1");
    expect(drawn("    four spaces")).not.toContain("<pre");
    expect(drawn("Plans\n---")).not.toMatch(/<h\d/);
  });

  it("never loads a picture from elsewhere", () => {
    expect(drawn("![cat](https://x.example/cat.png)")).not.toContain("<img");
  });

  it("shows lists, tasks, quotes, tables and code", () => {
    expect(drawn("3. three")).toContain('<ol dir="auto" start="3">');
    expect(drawn("- [x] done")).toContain('aria-label="Done"');
    expect(drawn("> said")).toContain("<blockquote");
    expect(drawn("| a | b |\n| - | -: |\n| 1 | 2 |")).toContain("<table>");
    expect(drawn("```ts\nlet a = 1 < 2;\n```")).toContain("let a = 1 &lt; 2;");
    expect(drawn("`<!room>`")).toContain("<code>&lt;!room&gt;</code>");
  });

  it("marks a mention of everyone, also at the beginning of a line", () => {
    expect(drawn("<!room> lunch")).toContain(">@room</span>");
    expect(drawn("<!here>")).toContain(">@here</span>");
  });
});
