import type { Nodes, Table } from "mdast";

import { parseBody } from "../../markdown/parseBody.ts";
import { safeUrl } from "../../markdown/safeUrl.ts";
import { tokensOf } from "../../markdown/tokens.ts";
import type { Token } from "../../markdown/tokens.ts";
import type { Content } from "./html.ts";
import { markup } from "./html.ts";

/** By which a body's ids are read. */
export interface Names {
  user(id: string): string;
  room(id: string): string;
}

/** A message's Markdown as HTML that can do nothing but be read. */
export function bodyHtml(body: string, names: Names): Content {
  return all(parseBody(body).children, names);
}

function all(nodes: readonly Nodes[], names: Names): Content {
  return nodes.map((node) => one(node, names));
}

function one(node: Nodes, names: Names): Content {
  switch (node.type) {
    case "text":
      return tokensOf(node.value).map((token) => textOf(token, names));
    case "paragraph":
      return markup`<p dir="auto">${all(node.children, names)}</p>`;
    case "heading":
      return markup`<p dir="auto"><strong>${all(node.children, names)}</strong></p>`;
    case "emphasis":
      return markup`<em>${all(node.children, names)}</em>`;
    case "strong":
      return markup`<strong>${all(node.children, names)}</strong>`;
    case "delete":
      return markup`<del>${all(node.children, names)}</del>`;
    case "inlineCode":
      return markup`<code>${node.value}</code>`;
    case "code":
      return markup`<pre><code>${node.value}</code></pre>`;
    case "link":
      return linkTo(node.url, all(node.children, names));
    case "break":
      return markup`<br />`;
    case "thematicBreak":
      return markup`<hr />`;
    case "blockquote":
      return markup`<blockquote dir="auto">${all(node.children, names)}</blockquote>`;
    case "list":
      return node.ordered
        ? markup`<ol dir="auto" start="${node.start ?? 1}">${all(node.children, names)}</ol>`
        : markup`<ul dir="auto">${all(node.children, names)}</ul>`;
    case "listItem":
      return markup`<li>${box(node.checked)}${all(node.children, names)}</li>`;
    case "table":
      return tableHtml(node, names);
    default:
      return "children" in node ? all(node.children, names) : null;
  }
}

function textOf(token: Token, names: Names): Content {
  switch (token.type) {
    case "text":
      return token.text;
    case "user":
      return markup`<b>@${names.user(token.id)}</b>`;
    case "room":
      return markup`<b>#${names.room(token.id)}</b>`;
    case "everyone":
      return markup`<b>@${token.word}</b>`;
    case "emoji":
      return token.emoji;
  }
}

function linkTo(url: string, content: Content): Content {
  const href = safeUrl(url);
  return href === null ? content : markup`<a href="${href}" rel="noreferrer">${content}</a>`;
}

function box(checked: boolean | null | undefined): Content {
  if (typeof checked !== "boolean") return null;
  return checked ? "☑ " : "☐ ";
}

function tableHtml({ children: [head, ...rows] }: Table, names: Names): Content {
  const title = head?.children.map(
    (cell) => markup`<th scope="col">${all(cell.children, names)}</th>`,
  );
  const lines = rows.map(
    (row) =>
      markup`<tr>${row.children.map((cell) => markup`<td>${all(cell.children, names)}</td>`)}</tr>`,
  );
  return markup`<table><thead><tr>${title ?? null}</tr></thead><tbody>${lines}</tbody></table>`;
}
