import { parseAst } from 'rolldown/parseAst';

/** What one source file takes from outside itself. */
export interface ModuleUses {
  /** Specifiers of static, dynamic, re-exporting, `require` and type imports, as written. */
  readonly imports: readonly string[];
  /** Names imported from 'electron'; `*` for an import of the whole module. */
  readonly electronNames: readonly string[];
  /** Whether something is imported by a path that is made up while running. */
  readonly computedImport: boolean;
  /** Ways to the network that need no import, such as `fetch`, as found in calls. */
  readonly networkCalls: readonly string[];
}

const networkFunctions = new Set(['fetch', 'sendBeacon']);
const networkClasses = new Set([
  'WebSocket',
  'XMLHttpRequest',
  'EventSource',
  'WebTransport',
  'RTCPeerConnection',
]);

type Node = { readonly type: string } & Readonly<Record<string, unknown>>;

/** Reads a source file's uses from its syntax tree; `path` decides the language by its ending. */
export function readModuleUses(path: string, source: string): ModuleUses {
  const uses = {
    imports: [] as string[],
    electronNames: [] as string[],
    computedImport: false,
    networkCalls: [] as string[],
  };
  const lang = path.endsWith('.tsx') ? 'tsx' : path.endsWith('.ts') ? 'ts' : 'js';
  visit(parseAst(source, { lang, sourceType: 'module' }), (node) => {
    const specifier = importedSpecifier(node);
    if (specifier !== undefined) uses.imports.push(specifier);
    else if (node.type === 'ImportExpression') uses.computedImport = true;
    if (specifier === 'electron') uses.electronNames.push(...importedNames(node));
    const network = networkCall(node);
    if (network !== undefined) uses.networkCalls.push(network);
  });
  return uses;
}

function visit(value: unknown, see: (node: Node) => void): void {
  if (Array.isArray(value)) {
    for (const item of value) visit(item, see);
  } else if (isNode(value)) {
    see(value);
    for (const part of Object.values(value)) visit(part, see);
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

function importedSpecifier(node: Node): string | undefined {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration':
    case 'ImportExpression':
    case 'TSImportType':
      return literal(node.source);
    case 'CallExpression':
      return ['require', 'getBuiltinModule'].includes(calleeName(node.callee) ?? '')
        ? literal((node.arguments as unknown[])[0])
        : undefined;
    default:
      return undefined;
  }
}

function importedNames(node: Node): string[] {
  if (node.type !== 'ImportDeclaration' && node.type !== 'ExportNamedDeclaration') return ['*'];
  return (node.specifiers as Node[]).map((specifier) => {
    const name = node.type === 'ImportDeclaration' ? specifier.imported : specifier.local;
    return isNode(name) ? String(name.name) : '*';
  });
}

function networkCall(node: Node): string | undefined {
  const name =
    node.type === 'CallExpression' || node.type === 'NewExpression' ? calleeName(node.callee) : undefined;
  if (name === undefined) return undefined;
  return (node.type === 'CallExpression' ? networkFunctions : networkClasses).has(name) ? name : undefined;
}

/** `f` of `f()`, `a.f()`, `a?.f()` and `a['f']()`. */
function calleeName(callee: unknown): string | undefined {
  if (!isNode(callee)) return undefined;
  if (callee.type === 'Identifier') return String(callee.name);
  if (callee.type === 'ChainExpression') return calleeName(callee.expression);
  if (callee.type !== 'MemberExpression' || !isNode(callee.property)) return undefined;
  return callee.computed ? literal(callee.property) : String(callee.property.name);
}

function literal(value: unknown): string | undefined {
  return isNode(value) && value.type === 'Literal' && typeof value.value === 'string'
    ? value.value
    : undefined;
}
