import ts from "typescript";
import { table } from "./table.js";

/** A file of resource classes: its name for messages, and its text. */
export interface Source {
  readonly path: string;
  readonly text: string;
}

/** The declaration of what a resource takes. */
type Shape = ts.InterfaceDeclaration | ts.TypeAliasDeclaration;

/** Every resource class of some files with what it is, what it is declared with and what it tells, as its docstrings say. */
export function resourceReference(sources: readonly Source[]): string {
  const statements = sources.flatMap(
    ({ path, text }) => ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true).statements,
  );
  const shapes = statements.filter((one) => ts.isInterfaceDeclaration(one) || ts.isTypeAliasDeclaration(one));
  const resources = statements.filter(ts.isClassDeclaration).filter(isResource);
  const byName = resources.toSorted((one, other) => (nameOf(one) < nameOf(other) ? -1 : 1));
  return byName.map((resource) => describeResource(resource, shapes)).join("\n\n");
}

function nameOf(declaration: ts.ClassDeclaration): string {
  return declaration.name?.text ?? "";
}

function isResource(declaration: ts.ClassDeclaration): boolean {
  const modifiers = ts.getModifiers(declaration)?.map(({ kind }) => kind) ?? [];
  return modifiers.includes(ts.SyntaxKind.ExportKeyword) && !modifiers.includes(ts.SyntaxKind.AbstractKeyword);
}

function describeResource(resource: ts.ClassDeclaration, shapes: readonly Shape[]): string {
  const inputs = inputsOf(`${nameOf(resource)}Args`, shapes);
  const taken = new Set(inputs.map(({ name }) => name.getText()));
  const outputs = resource.members.filter(ts.isPropertyDeclaration).filter(({ name }) => !taken.has(name.getText()));
  return [
    `## ${nameOf(resource)}`,
    docOf(resource),
    table(["input", "type", "meaning"], inputs.map(describeInput)),
    ...(outputs.length === 0 ? [] : [`Tells ${outputs.map(describeOutput).join(" and ")}.`]),
  ].join("\n\n");
}

function describeInput(input: ts.PropertySignature): string[] {
  const needed = isAlternative(input) ? " (or)" : input.questionToken === undefined ? " (required)" : "";
  return [`\`${input.name.getText()}\`${needed}`, `\`${plainType(input.type?.getText() ?? "unknown")}\``, docOf(input)];
}

function describeOutput(output: ts.PropertyDeclaration): string {
  const doc = docOf(output).replace(/\.$/, "");
  return `\`${output.name.getText()}\`${doc === "" ? "" : ` (${doc.charAt(0).toLowerCase()}${doc.slice(1)})`}`;
}

function inputsOf(name: string, shapes: readonly Shape[]): ts.PropertySignature[] {
  const shape = shapes.find((shape) => shape.name.text === name);
  if (shape === undefined) return [];
  const parents = ts.isInterfaceDeclaration(shape) ? (shape.heritageClauses ?? []) : [];
  const inherited = parents.flatMap(({ types }) =>
    types.flatMap((type) => inputsOf(type.expression.getText(), shapes)),
  );
  const own = propertiesIn(shape).filter(({ type }) => type?.kind !== ts.SyntaxKind.NeverKeyword);
  const replaced = new Set(own.map((member) => member.name.getText()));
  return [...inherited.filter((member) => !replaced.has(member.name.getText())), ...own];
}

function propertiesIn(node: ts.Node): ts.PropertySignature[] {
  if (ts.isPropertySignature(node)) return [node];
  const found: ts.PropertySignature[] = [];
  ts.forEachChild(node, (child) => {
    found.push(...propertiesIn(child));
  });
  return found;
}

/** Whether it is one of several of which a resource takes one. */
function isAlternative(input: ts.PropertySignature): boolean {
  return ts.findAncestor(input, ts.isUnionTypeNode) !== undefined;
}

/** A type as it reads once a program knows its values: without inputs of Pulumi and without `readonly`. */
function plainType(type: string): string {
  const opened = type.replace(/\breadonly /g, "").replace(/\s+/g, " ");
  const unwrapped = opened.replace(/(?:pulumi\.Input|Readonly)<((?:[^<>]|<[^<>]*>)*)>/g, "$1");
  return unwrapped === opened ? opened : plainType(unwrapped);
}

function docOf(node: ts.Node): string {
  const [doc] = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc);
  return (ts.getTextOfJSDocComment(doc?.comment) ?? "").replace(/\s*\n\s*/g, " ");
}
