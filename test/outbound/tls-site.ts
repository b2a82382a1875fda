import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { request as send } from "node:http";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

/** A certificate of acme.example that no authority has signed. */
interface Certificate {
  readonly file: string;
  readonly cert: string;
  readonly key: string;
}

/** Makes such a certificate with openssl, for the duration of the test; undefined where there is no openssl. */
export function makeCertificate(): Certificate | undefined {
  const folder = mkdtempSync(join(tmpdir(), "certificate-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const [file, keyFile] = [join(folder, "cert.pem"), join(folder, "key.pem")];
  const curve = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"];
  const names = ["-subj", "/CN=acme.example", "-addext", "subjectAltName=DNS:acme.example"];
  try {
    execFileSync("openssl", ["req", "-x509", ...curve, ...names, "-days", "2", "-out", file, "-keyout", keyFile], {
      stdio: "pipe",
    });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
  return { file, cert: readFileSync(file, "utf8"), key: readFileSync(keyFile, "utf8") };
}

/** A server that speaks TLS and passes on to a port of this machine; stops with the test. */
interface TlsSite {
  readonly port: number;
  /** How many connections were made so far. */
  readonly connections: () => number;
}

/** Starts such a server. */
export async function startTlsSite({ cert, key }: Certificate, to: number): Promise<TlsSite> {
  let connections = 0;
  const server = createServer({ cert, key }, (request, response) => {
    const { url: path, method, headers } = request;
    const onward = { port: to, path, method, headers: { ...headers, host: `127.0.0.1:${to}` } };
    request.pipe(send(onward, (answer) => answer.pipe(response.writeHead(answer.statusCode ?? 0, answer.headers))));
  });
  server.on("secureConnection", () => void connections++);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { port: (server.address() as AddressInfo).port, connections: () => connections };
}
