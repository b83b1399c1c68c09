import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { sandboxCertificate } from "./tls";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "plumbline-certificate-"));
});
afterEach(() => rm(folder, { recursive: true }));

it("is made once, kept, and leaves nothing beside it, also where several sandboxes of one process ask at once", async () => {
  const file = join(folder, "certificate.json");
  await Promise.all([1, 2, 3].map(() => sandboxCertificate(file)));
  expect(await readdir(folder)).toEqual(["certificate.json"]);
  expect(await sandboxCertificate(file)).toEqual(await sandboxCertificate(file));
});
