import Module from "node:module";

/** What Node's loader of CommonJS has, and its types do not tell. */
interface Loader {
  _load(request: string, parent: { readonly filename?: string } | undefined, isMain: boolean): object;
  _resolveFilename(request: string, parent: unknown): string;
}

/** What Pulumi's SDK loads at each start and uses only where a program's functions are written into the state. */
const seldomUsed: ReadonlySet<string> = new Set(["typescript", "@npmcli/arborist"]);

const loader = Module as unknown as Loader;
const load = loader._load;

/**
 * Loads what Pulumi's SDK seldom uses when it is first used: a third of what a process of the SDK takes to start. To be
 * given to Node by `--import`; nothing but the SDK's own use of these modules is touched.
 */
loader._load = (request, parent, isMain) => {
  const bySdk = /[\\/]@pulumi[\\/]pulumi[\\/](?!node_modules[\\/])/.test(parent?.filename ?? "");
  if (!bySdk || !seldomUsed.has(request)) return load.call(loader, request, parent, isMain);
  // Whether it is there at all the SDK asks at once.
  loader._resolveFilename(request, parent);
  return whenUsed(() => load.call(loader, request, parent, isMain));
};

/** Stands for a module; says that it is one of ECMAScript, which keeps those who load it from copying all of it. */
function whenUsed(loadModule: () => object): object {
  return new Proxy({}, { get: (_, name) => name === "__esModule" || Reflect.get(loadModule(), name) });
}
