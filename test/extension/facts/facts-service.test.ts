import { describe, expect, it, vi } from "vitest";
import { seedCompany } from "../../sandbox/company/seed";
import { answered, expectedInJira, expectedInLinear } from "./expected-facts";
import { jiraFacts, linearFacts, today } from "./sandbox-facts";

const now = `${today}T12:00:00.000Z`;
const minute = 60_000;
// A thousand tickets through an IndexedDB written in JavaScript, on a busy machine.
vi.setConfig({ testTimeout: 60_000 });
const companyOf = (issues: number) => seedCompany({ today, issues, hostile: true });
const keysOf = (company: ReturnType<typeof seedCompany>) =>
  company.tickets.map(({ number }) => `ATL-${number}`);

describe.each([120, 1000])("every ticket of the seed with %i tickets", (issues) => {
  const company = companyOf(issues);
  const keys = keysOf(company);

  it("says in Jira what the rules say, in ceil(n/100) calls, one for each level above and one for the policy", async () => {
    const { ask, jira } = jiraFacts(company);
    const answer = await ask(keys);
    expect(answer.failure).toBeNull();
    expect(answered(answer)).toEqual(expectedInJira(company, now));
    expect(answer.toFetch).toEqual([]);
    const levelsAbove = 2;
    expect(answer.calls).toBeLessThanOrEqual(Math.ceil(keys.length / 100) + levelsAbove + 1);
    expect(jira.requests.filter(({ path }) => path.includes("plumbline.policy"))).toHaveLength(1);
  });

  it("says in Linear what the rules say, in ceil(n/50) calls", async () => {
    const { ask, linear } = linearFacts(company);
    const answer = await ask(keys);
    expect(answer.failure).toBeNull();
    expect(answered(answer)).toEqual(expectedInLinear(company, now));
    expect(answer.toFetch).toEqual([]);
    expect(answer.calls).toBeLessThanOrEqual(Math.ceil(keys.length / 50));
    expect(Math.max(...linear.requests.map(({ complexity }) => complexity))).toBeLessThan(10_000);
  });
});

describe.each([
  ["Jira", () => jiraFacts(companyOf(120))],
  ["Linear", () => linearFacts(companyOf(120))],
])("%s over time", (_, open) => {
  const keys = keysOf(companyOf(120));

  it("is not asked again within a minute", async () => {
    const facts = open();
    const first = await facts.ask(keys);
    facts.pass(minute - 1);
    const second = await facts.ask(keys);
    expect(second.calls).toBe(0);
    expect(answered(second)).toEqual(answered(first));
  });

  it("is asked again after a minute, shows what it knew meanwhile, and says the same", async () => {
    const facts = open();
    const first = await facts.ask(keys);
    facts.pass(minute);
    const meanwhile = await facts.read(keys);
    expect(answered(meanwhile)).toEqual(answered(first));
    expect(new Set(meanwhile.toFetch)).toEqual(new Set(keys));
    const second = await facts.ask(keys);
    expect(second.calls).toBeGreaterThan(0);
    expect(second.calls).toBeLessThanOrEqual(first.calls);
    expect(answered(second)).toEqual(answered(first));
    expect(second.toFetch).toEqual([]);
  });
});
