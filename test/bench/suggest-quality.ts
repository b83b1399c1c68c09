import { suggestionRates } from "./suggestion-rates";

const percent = (it: number) => `${Math.round(it * 100)} %`;
console.table(
  (await suggestionRates()).map(({ name, asked, first, firstThree, firstByChance }) => ({
    ...{ name, asked, first: percent(first) },
    ...{ "first three": percent(firstThree), "first by chance": percent(firstByChance) },
  })),
);
