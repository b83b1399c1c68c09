import { delayMessages } from "./delay-messages";
import { driverApp } from "./driver-app";
import { invoiceMatching } from "./invoice-matching";
import { bugs, incidents, spikes, upkeep } from "./lanes";
import { publicApi } from "./public-api";
import { rateCards } from "./rate-cards";
import { ringScanners } from "./ring-scanners";
import { selfSetup } from "./self-setup";
import { stockImport } from "./stock-import";
import { believableTracking, deliveryWindows } from "./tracking";
import { unlinked } from "./unlinked";
import { wavePlanning } from "./wave-planning";
import type { DayFromToday, Work } from "./work";

/** All that Northwind works on: one initiative, ten bets, the lanes, and what nobody linked. */
export const works = (day: DayFromToday): Work[] => [
  believableTracking(day),
  wavePlanning(day),
  deliveryWindows(),
  delayMessages(day),
  selfSetup(day),
  invoiceMatching(day),
  ringScanners(day),
  rateCards(day),
  publicApi(day),
  stockImport(day),
  driverApp(),
  unlinked(),
  incidents(),
  bugs(),
  upkeep(),
  spikes(),
];
