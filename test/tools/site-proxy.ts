import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";

/**
 * A proxy that leads the trackers' hosts to the sandbox's port and no other anywhere: for a browser whose names cannot be
 * mapped by a flag. Gives its own port.
 */
export async function startSiteProxy(sandboxPort: number): Promise<{ port: number; stop(): void }> {
  const server = createServer((_request, response) => void response.writeHead(502).end());
  server.on("connect", (request, client, head) => {
    const host = request.url?.split(":")[0] ?? "";
    if (!/(^|\.)(atlassian\.net|linear\.app)$/.test(host))
      return void client.end("HTTP/1.1 502 Not here\r\n\r\n");
    const site = connect(sandboxPort, "127.0.0.1", () => {
      client.write("HTTP/1.1 200 OK\r\n\r\n");
      site.write(head);
      site.pipe(client).pipe(site);
    });
    // Either end may be gone at any moment.
    site.on("error", () => client.destroy());
    client.on("error", () => site.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}
