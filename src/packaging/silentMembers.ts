import ts from "typescript-5.7";

/** Members that say nothing of themselves, by their path: of interfaces, classes and types, those within them too. */
export function silentMembers(declaration: string): string[] {
  const file = ts.createSourceFile("index.d.ts", ours(declaration), ts.ScriptTarget.Latest, true);
  return file.statements.flatMap((statement) => {
    const isType =
      ts.isInterfaceDeclaration(statement) ||
      ts.isClassDeclaration(statement) ||
      ts.isTypeAliasDeclaration(statement);
    return isType ? silentBelow(statement, statement.name?.text ?? "") : [];
  });
}

/** Without what tRPC declares, which is bundled: in regions, the last of which is not always closed. */
function ours(declaration: string): string {
  return declaration.replaceAll(
    /^\/\/#region[^]*?(?:^\/\/#endregion$|(?=^\/\*\* .* \*\/\nexport declare))/gm,
    "",
  );
}

function silentBelow(parent: ts.Node, path: string): string[] {
  const silent: string[] = [];
  parent.forEachChild((node) => {
    if (!isMember(node)) return void silent.push(...silentBelow(node, path));
    if (ts.isPrivateIdentifier(node.name)) return;
    const own = `${path}.${node.name.getText()}`;
    if (ts.getJSDocCommentsAndTags(node).length === 0) silent.push(own);
    if (ts.isPropertySignature(node)) silent.push(...silentBelow(node, own));
  });
  return silent;
}

type Member =
  | ts.PropertySignature
  | ts.MethodSignature
  | ts.PropertyDeclaration
  | ts.MethodDeclaration
  | ts.GetAccessorDeclaration;

function isMember(node: ts.Node): node is Member {
  return (
    ts.isPropertySignature(node) ||
    ts.isMethodSignature(node) ||
    ts.isPropertyDeclaration(node) ||
    ts.isMethodDeclaration(node) ||
    ts.isGetAccessor(node)
  );
}
