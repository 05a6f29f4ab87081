import type { AlignType, Nodes, Table } from "mdast";
import type { ReactNode } from "react";
import { CodeBlock } from "./CodeBlock.tsx";
import { MessageLink } from "./MessageLink.tsx";
import { Tokens } from "./Tokens.tsx";
import styles from "./MessageBody.module.css";

/** Markdown nodes as React elements. There is no HTML on this way, so there is nothing to sanitise. */
export function RenderedNodes({ nodes }: { nodes: readonly Nodes[] }) {
  return nodes.map((node, index) => <RenderedNode key={index} node={node} />);
}

function RenderedNode({ node }: { node: Nodes }): ReactNode {
  switch (node.type) {
    case "text":
      return <Tokens text={node.value} />;
    case "paragraph":
      return (
        <p>
          <RenderedNodes nodes={node.children} />
        </p>
      );
    case "emphasis":
      return (
        <em>
          <RenderedNodes nodes={node.children} />
        </em>
      );
    case "strong":
      return (
        <strong>
          <RenderedNodes nodes={node.children} />
        </strong>
      );
    case "delete":
      return (
        <del>
          <RenderedNodes nodes={node.children} />
        </del>
      );
    case "inlineCode":
      return <code className={styles.inlineCode}>{node.value}</code>;
    case "code":
      return <CodeBlock code={node.value} language={node.lang ?? null} />;
    case "link":
      return (
        <MessageLink url={node.url} title={node.title ?? null}>
          <RenderedNodes nodes={node.children} />
        </MessageLink>
      );
    case "break":
      return <br />;
    case "thematicBreak":
      return <hr />;
    case "heading":
      // Bold words of a message, not a heading of the page: screen readers navigate by those.
      return (
        <p className={node.depth < 3 ? styles.title : styles.subtitle}>
          <RenderedNodes nodes={node.children} />
        </p>
      );
    case "blockquote":
      return (
        <blockquote dir="auto">
          <RenderedNodes nodes={node.children} />
        </blockquote>
      );
    case "list":
      return node.ordered ? (
        <ol dir="auto" start={node.start ?? 1}>
          <RenderedNodes nodes={node.children} />
        </ol>
      ) : (
        <ul dir="auto">
          <RenderedNodes nodes={node.children} />
        </ul>
      );
    case "listItem":
      return (
        <li className={typeof node.checked === "boolean" ? styles.task : undefined}>
          {typeof node.checked === "boolean" && (
            <span
              role="img"
              aria-label={node.checked ? "Done" : "To do"}
              data-done={node.checked}
              className={styles.check}
            />
          )}
          <div>
            <RenderedNodes nodes={node.children} />
          </div>
        </li>
      );
    case "table":
      return <RenderedTable table={node} />;
    default:
      return "children" in node ? <RenderedNodes nodes={node.children} /> : null;
  }
}

function RenderedTable({ table }: { table: Table }) {
  const [head, ...rows] = table.children;
  const align = table.align ?? [];
  return (
    // Wide tables scroll within their message; that has to work from the keyboard too.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={styles.tableFrame} role="group" aria-label="Table" tabIndex={0}>
      <table>
        <thead>
          <tr>
            {head?.children.map((cell, index) => (
              <th key={index} scope="col" className={alignment(align[index])}>
                <RenderedNodes nodes={cell.children} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, rowIndex) => (
            <tr key={rowIndex}>
              {row.children.map((cell, index) => (
                <td key={index} className={alignment(align[index])}>
                  <RenderedNodes nodes={cell.children} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function alignment(align: AlignType | undefined): string | undefined {
  if (align === "right") return styles.end;
  if (align === "center") return styles.center;
  return undefined;
}
