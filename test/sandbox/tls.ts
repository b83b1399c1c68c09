import { createHash, randomUUID, X509Certificate } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { generate } from "selfsigned";
import { z } from "zod";

export interface Certificate {
  /** PEM. */
  key: string;
  /** PEM. */
  cert: string;
  /** SHA-256 of the public key in base64, as `--ignore-certificate-errors-spki-list` takes it. */
  spki: string;
}

const cacheFile = fileURLToPath(new URL("../../.output/sandbox-certificate.json", import.meta.url));
const dayMs = 24 * 60 * 60 * 1000;
const cached = z.object({ key: z.string(), cert: z.string() });

/** A certificate for the sandbox's hosts, signed by nobody, made on the first call and kept in `.output` for a year. */
export async function sandboxCertificate(file = cacheFile, now = () => new Date()): Promise<Certificate> {
  const kept = await readCached(file, now());
  if (kept) return kept;
  const made = await generate([{ name: "commonName", value: "Plumbline sandbox" }], {
    keyType: "ec",
    algorithm: "sha256",
    notBeforeDate: new Date(now().getTime() - dayMs),
    notAfterDate: new Date(now().getTime() + 365 * dayMs),
    extensions: [
      { name: "basicConstraints", cA: false },
      {
        name: "subjectAltName",
        altNames: [
          { type: 2, value: "northwind.atlassian.net" },
          { type: 2, value: "linear.app" },
          { type: 2, value: "*.linear.app" },
        ],
      },
    ],
  });
  const pair = { key: made.private, cert: made.cert };
  await mkdir(dirname(file), { recursive: true });
  // Renamed into place, because several sandboxes may write it at once, of one process or of several.
  const temporary = `${file}.${randomUUID()}`;
  await writeFile(temporary, JSON.stringify(pair), { mode: 0o600 });
  await rename(temporary, file);
  return { ...pair, spki: spkiOf(pair.cert) };
}

/** The kept certificate where there is one that holds for another day. */
async function readCached(file: string, now: Date): Promise<Certificate | null> {
  const text = await readFile(file, "utf8").catch((error: unknown) => {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  });
  if (text === null) return null;
  const pair = cached.parse(JSON.parse(text));
  const validTo = new Date(new X509Certificate(pair.cert).validTo);
  return validTo.getTime() - now.getTime() > dayMs ? { ...pair, spki: spkiOf(pair.cert) } : null;
}

function spkiOf(cert: string): string {
  const publicKey = new X509Certificate(cert).publicKey.export({ type: "spki", format: "der" });
  return createHash("sha256").update(publicKey).digest("base64");
}
