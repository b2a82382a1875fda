import { once } from "node:events";
import { createServer, request as send } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import { onTestFinished } from "vitest";

/** A proxy of one test. */
interface RunningProxy {
  /** Its host and port. */
  readonly host: string;
  /** What it was asked, as `CONNECT acme.example:443` or `GET http://acme.example/`. */
  readonly asked: string[];
}

/** How a proxy behaves. */
interface ProxyManners {
  /** The port of this machine that every host leads to. */
  readonly port: number;
  /** `USER:PASSWORD` that it wants to see. */
  readonly credentials?: string;
  /** What it answers whatever it is asked; 0 for nothing at all. */
  readonly status?: number;
}

/** Starts a proxy that stops with the test: it makes connections, and passes on what is not encrypted. */
export async function startProxy({ port, credentials, status }: ProxyManners): Promise<RunningProxy> {
  const asked: string[] = [];
  const wanted = credentials === undefined ? undefined : `Basic ${Buffer.from(credentials).toString("base64")}`;
  const statusFor = (shown: string | undefined) => status ?? (wanted === undefined || shown === wanted ? 200 : 407);
  const sockets = new Set<Socket>();
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    const answered = statusFor(request.headers["proxy-authorization"]);
    if (answered !== 200) return void response.writeHead(answered).end();
    const { pathname, search } = new URL(request.url ?? "");
    const onward = { port, path: pathname + search, method: request.method, headers: request.headers };
    request.pipe(send(onward, (answer) => answer.pipe(response.writeHead(answer.statusCode ?? 0, answer.headers))));
  });
  server.on("connection", (socket) => sockets.add(socket));
  server.on("connect", (request, socket) => {
    asked.push(`${request.method} ${request.url}`);
    const answered = statusFor(request.headers["proxy-authorization"]);
    if (answered === 0) return;
    socket.write(`HTTP/1.1 ${answered} As told\r\n\r\n`);
    if (answered !== 200) return void socket.end();
    const onward = connect(port, "127.0.0.1");
    socket.on("error", () => onward.destroy()).pipe(onward);
    onward.on("error", () => socket.destroy()).pipe(socket);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return { host: `127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}
