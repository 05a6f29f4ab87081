import type { ElementContent, RootContent } from "hast";
import { Fragment, useMemo } from "react";
import { highlight } from "./highlight.ts";
import styles from "./HighlightedCode.module.css";

/** Code with its words told apart by colour; as it is where the language is not known. */
export function HighlightedCode({ code, language }: { code: string; language: string }) {
  const tree = useMemo(() => highlight(code, language), [code, language]);
  return tree === null ? code : <Nodes nodes={tree.children} />;
}

function Nodes({ nodes }: { nodes: readonly (RootContent | ElementContent)[] }) {
  return nodes.map((node, index) => {
    if (node.type === "text") return <Fragment key={index}>{node.value}</Fragment>;
    if (node.type !== "element") return null;
    return (
      <span key={index} className={classOf(node.properties.className)}>
        <Nodes nodes={node.children} />
      </span>
    );
  });
}

/** highlight.js tells some forty kinds of words apart; a reader, a handful. */
const looks: Record<string, string | undefined> = {
  comment: styles.comment,
  quote: styles.comment,
  keyword: styles.keyword,
  "selector-tag": styles.keyword,
  literal: styles.number,
  number: styles.number,
  symbol: styles.number,
  bullet: styles.number,
  string: styles.string,
  regexp: styles.string,
  addition: styles.string,
  attr: styles.name,
  attribute: styles.name,
  property: styles.name,
  title: styles.name,
  section: styles.name,
  name: styles.name,
  type: styles.type,
  built_in: styles.type,
  meta: styles.type,
  variable: styles.type,
  "selector-class": styles.type,
  "selector-id": styles.type,
  deletion: styles.deletion,
  emphasis: styles.emphasis,
  strong: styles.strong,
};

function classOf(names: unknown): string | undefined {
  const first: unknown = Array.isArray(names) ? names[0] : undefined;
  return typeof first === "string" ? looks[first.replace(/^hljs-/, "")] : undefined;
}
