/**
 * Gives each function one person so that as many functions as possible have one and nobody has two. `candidates` holds, for each
 * function, people in the order of preference; the answer holds null where none is left.
 */
export function assignPeople(candidates: readonly (readonly string[])[]): (string | null)[] {
  const holder = new Map<string, number>();
  const given = candidates.map((): string | null => null);
  // Augmenting paths: a person already given is taken back where the other function can have somebody else.
  const give = (at: number, tried: Set<string>): boolean => {
    for (const person of candidates[at] ?? []) {
      if (tried.has(person)) continue;
      tried.add(person);
      const holding = holder.get(person);
      if (holding !== undefined && !give(holding, tried)) continue;
      holder.set(person, at);
      given[at] = person;
      return true;
    }
    return false;
  };
  for (const at of candidates.keys()) give(at, new Set());
  return given;
}
