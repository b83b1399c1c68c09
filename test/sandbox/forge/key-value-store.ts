import { z } from "zod";

/** What the platform allows one installation (reference 2026-11). Sizes in bytes, units of 10 KB. */
export const kvsLimits = {
  keyLength: 500,
  valueBytes: 240 * 1024,
  unitBytes: 10_000,
  readUnitsPerMinute: 4_000,
  writeUnitsPerMinute: 4_000,
  requestsPerSecond: 1_000,
  batch: 25,
};

const keyShape = /^(?!\s+$)[a-zA-Z0-9:._\s\-#]+$/;
const ttl = z.strictObject({ value: z.number(), unit: z.enum(["SECONDS", "MINUTES", "HOURS", "DAYS"]) });
const keyed = z.strictObject({ key: z.string(), options: z.strictObject({}).optional() });
const writing = z.strictObject({
  key: z.string(),
  value: z.unknown(),
  options: z
    .strictObject({ ttl: ttl.optional(), keyPolicy: z.enum(["OVERRIDE", "FAIL_IF_EXISTS"]).optional() })
    .optional(),
});
const asking = z.strictObject({
  limit: z.number().min(1).max(100).default(10),
  after: z.string().optional(),
  where: z
    .array(
      z.strictObject({
        property: z.literal("key"),
        condition: z.literal("BEGINS_WITH"),
        values: z.tuple([z.string()]),
      }),
    )
    .max(1)
    .default([]),
});
const unitMs = { SECONDS: 1_000, MINUTES: 60_000, HOURS: 3_600_000, DAYS: 86_400_000 };

class Refused extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** The key-value store of one installation, answering as its API does. What is not modelled answers 501. `now` in milliseconds. */
export class KeyValueStore {
  readonly values = new Map<string, { json: string; expiresAt: number | null }>();
  private readonly spent: { at: number; read: number; written: number }[] = [];

  constructor(private readonly now: () => number) {}

  answer(path: string, body: unknown): Response {
    try {
      return this.route(path, body);
    } catch (error) {
      if (error instanceof Refused)
        return Response.json({ code: error.code, message: error.message }, { status: error.status });
      throw error;
    }
  }

  private route(path: string, body: unknown): Response {
    switch (path) {
      case "/api/v1/get": {
        const { key } = keyed.parse(body);
        const found = this.read(key);
        if (found === undefined) throw new Refused(404, "KEY_NOT_FOUND", "There is no such key.");
        return Response.json({ key, value: JSON.parse(found) });
      }
      case "/api/v1/set":
        this.write(writing.parse(body));
        return new Response(null, { status: 200 });
      case "/api/v1/delete": {
        const { key } = keyed.parse(body);
        this.spend(0, 1);
        this.values.delete(key);
        return new Response(null, { status: 204 });
      }
      case "/api/v1/query":
        return Response.json(this.query(asking.parse(body)));
      case "/api/v1/batch/get": {
        const items = z.array(keyed).max(kvsLimits.batch).parse(body);
        const found = items.map(({ key }) => ({ key, json: this.read(key) }));
        const failed = { code: "KEY_NOT_FOUND", message: "There is no such key." };
        return Response.json({
          successfulKeys: found.flatMap(({ key, json }) =>
            json === undefined ? [] : { key, value: JSON.parse(json) },
          ),
          failedKeys: found.flatMap(({ key, json }) => (json === undefined ? { key, error: failed } : [])),
        });
      }
      default:
        return Response.json({ code: "NOT_MODELLED", message: path }, { status: 501 });
    }
  }

  private read(key: string): string | undefined {
    this.check(key);
    const found = this.values.get(key);
    const isOver = found?.expiresAt != null && found.expiresAt <= this.now();
    const json = found === undefined || isOver ? undefined : found.json;
    this.spend(unitsOf(json ?? ""), 0);
    return json;
  }

  private write({ key, value, options }: z.infer<typeof writing>): void {
    this.check(key);
    const json = JSON.stringify(value);
    if (json === undefined) throw new Refused(400, "INVALID_VALUE", "A value must be JSON.");
    if (Buffer.byteLength(json) > kvsLimits.valueBytes)
      throw new Refused(400, "VALUE_TOO_LARGE", "The value is larger than 240 KiB.");
    this.spend(0, unitsOf(json));
    // What has expired may still be there: the platform removes it when it gets to it.
    if (options?.keyPolicy === "FAIL_IF_EXISTS" && this.values.has(key))
      throw new Refused(409, "KEY_CONFLICT", "The key exists.");
    const lasts = options?.ttl && options.ttl.value * unitMs[options.ttl.unit];
    this.values.set(key, { json, expiresAt: lasts === undefined ? null : this.now() + lasts });
  }

  private query({ limit, after = "", where }: z.infer<typeof asking>) {
    const [prefix = ""] = where[0]?.values ?? [];
    const keys = [...this.values.keys()].filter((it) => it.startsWith(prefix) && it > after).sort();
    const page = keys.slice(0, limit);
    const data = page.flatMap((key) => {
      const json = this.read(key);
      return json === undefined ? [] : { key, value: JSON.parse(json) };
    });
    return { data, ...(keys.length > limit && { cursor: page.at(-1) }) };
  }

  private check(key: string): void {
    if (key.length > kvsLimits.keyLength || !keyShape.test(key))
      throw new Refused(400, "INVALID_KEY", `The key ${key} is not allowed.`);
  }

  private spend(read: number, written: number): void {
    const now = this.now();
    while (this.spent[0] !== undefined && this.spent[0].at <= now - 60_000) this.spent.shift();
    const sum = (of: "read" | "written") => this.spent.reduce((all, it) => all + it[of], 0);
    const inSecond = this.spent.filter((it) => it.at > now - 1_000).length;
    const isOver =
      inSecond >= kvsLimits.requestsPerSecond ||
      sum("read") + read > kvsLimits.readUnitsPerMinute ||
      sum("written") + written > kvsLimits.writeUnitsPerMinute;
    if (isOver) throw new Refused(429, "RATE_LIMIT_EXCEEDED", "Too much for a minute.");
    this.spent.push({ at: now, read, written });
  }
}

const unitsOf = (json: string): number => Math.max(1, Math.ceil(json.length / kvsLimits.unitBytes));
