import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type WeeklyReview, weeklyReviewIcs } from "../../shared/domain/weekly-review";
import { anyText } from "./arbitraries";

const review = (over: Partial<WeeklyReview> = {}): WeeklyReview => ({
  ...{
    uid: "10042@northwind.atlassian.net",
    title: "Weekly review: Guest checkout",
    agenda: ["Form errors", "Stage gate"],
  },
  ...{
    url: "https://northwind.atlassian.net/browse/ATL-1",
    from: "2026-11-24",
    weekday: 3,
    time: "09:30",
    minutes: 20,
  },
  ...{ until: null, now: "2026-11-24T10:00:00.000Z", ...over },
});
const unfolded = (ics: string) => ics.replace(/\r\n /g, "").split("\r\n");

describe("a weekly review as a calendar file", () => {
  it("is an event that comes back every week, the first time on or after the day", () => {
    expect(unfolded(weeklyReviewIcs(review()))).toEqual([
      "BEGIN:VCALENDAR",
      "VERSION:2.0",
      "PRODID:-//Plumbline//Weekly review//EN",
      "CALSCALE:GREGORIAN",
      "BEGIN:VEVENT",
      "UID:10042@northwind.atlassian.net",
      "DTSTAMP:20261124T100000Z",
      "DTSTART:20261126T093000",
      "DURATION:PT20M",
      "RRULE:FREQ=WEEKLY;BYDAY=TH",
      "SUMMARY:Weekly review: Guest checkout",
      "DESCRIPTION:Form errors\\nStage gate",
      "URL:https://northwind.atlassian.net/browse/ATL-1",
      "TRANSP:OPAQUE",
      "END:VEVENT",
      "END:VCALENDAR",
      "",
    ]);
  });

  it.each([
    ["the same day counts", "2026-11-26", "20261126"],
    ["past the end of the year", "2026-12-25", "20261231"],
    ["into the next week", "2026-11-27", "20261203"],
  ])("%s", (_, from, wanted) => {
    expect(weeklyReviewIcs(review({ from }))).toContain(`DTSTART:${wanted}T093000`);
  });

  it("ends where an end is given", () => {
    expect(weeklyReviewIcs(review({ until: "2027-01-31" }))).toContain(
      "RRULE:FREQ=WEEKLY;BYDAY=TH;UNTIL=20270131T235959\r\n",
    );
  });

  it("holds any text: no line over 75 octets, none that the text made", () => {
    fc.assert(
      fc.property(anyText, fc.array(anyText, { maxLength: 3 }), (title, agenda) => {
        const ics = weeklyReviewIcs(review({ title, agenda }));
        const lines = ics.split("\r\n");
        for (const line of lines) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
        expect(ics.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
        const names = unfolded(ics).map((it) => it.split(/[:;]/, 1)[0]);
        expect(names.filter((it) => it === "BEGIN")).toHaveLength(2);
        expect(names).toHaveLength(agenda.length === 0 ? 16 : 17);
      }),
      { numRuns: 500 },
    );
  });
});
