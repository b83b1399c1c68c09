import type { Aim } from "../../../../shared/domain/aim";
import type { CompanyAim } from "../company";

const aimOf = (id: string, title: string, definitionOfDone: string): CompanyAim => ({
  id,
  title,
  definitionOfDone,
  state: "active",
});

export const sameDayDispatch = aimOf(
  "same-day-dispatch",
  "Same-day dispatch",
  "95 % of the orders received before 14:00 leave the dock the same day, four weeks in a row, at every customer with more than 500 orders a day.",
);

export const noWhereIsMyParcel = aimOf(
  "no-where-is-my-parcel",
  "No more “Where is my parcel?”",
  "Contacts that ask where a parcel is fall from 11 to 4 per 1,000 shipments for a full quarter, while delivery satisfaction stays at 4.5 or above.",
);

export const liveInAWeek = aimOf(
  "live-in-a-week",
  "New warehouse live in a week",
  "Eight of ten new warehouses ship their first real order within 7 days of signing, without a Northwind engineer on site.",
);

export const freightBillsRight = aimOf(
  "freight-bills-right",
  "Freight bills right first time",
  "Fewer than 0.5 % of carrier invoice lines are disputed at two month-ends in a row, and finance closes freight in two days instead of six.",
);

/** What Northwind wants this half-year. */
export const aims: CompanyAim[] = [sameDayDispatch, noWhereIsMyParcel, liveInAWeek, freightBillsRight];

/** The aim as a sheet holds it: written in full, not by reference. */
export const aimOnSheet = ({ title, definitionOfDone }: CompanyAim): Aim => ({ title, definitionOfDone });
