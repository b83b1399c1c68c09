import { type LabelledStatement, labelled, type Typed } from "./labelled-statement";

const refunds: Typed = {
  who: "Refund clerks in the Leeds contact centre",
  problem:
    "They retype each refund from the order screen into the bank portal and mistype about one in forty.",
  evidence: ["Bank reject report, October: 212 rejects of 8,640 refunds"],
  cost: "Each reject takes 25 minutes and delays the customer's money by four days.",
  success: "Rejected refunds fall from 2.5 % to under 0.5 % by 31 January 2027.",
};

/** Statements on which the rules were tuned. Written for this purpose; companies and numbers are invented. */
export const labelledStatements: readonly LabelledStatement[] = [
  labelled("good", "refund clerks", refunds),
  labelled("good", "terse, all there", {
    who: "Night nurses, ward 4",
    problem: "Pump alarms can't be told apart in the dark.",
    evidence: ["11 of 14 nurses, survey 3 Nov"],
    cost: "40 s per alarm, ~60 alarms a night",
    success: "Median time to the right pump < 10 s by March",
  }),
  labelled("good", "number words instead of digits", {
    who: "Volunteers who sort donations at the two depots",
    problem: "Boxes without a date label are opened twice, once at arrival and once before loading.",
    evidence: ["Three of five volunteers whom we watched opened the same box again."],
    cost: "About a third of every Saturday shift.",
    success: "Boxes opened twice fall by half within six weeks.",
  }),
  labelled("good", "imperfect English, warehouse", {
    who: "Forklift driver in hall B of Gdansk",
    problem: "The driver not see if pallet is reserved, so he bring it to wrong dock and must go back.",
    evidence: ["In week 41 it was 57 wrong pallets, list from shift leader Marek"],
    cost: "Every wrong pallet is 12 minute lost and sometimes the truck go without it.",
    success: "Wrong pallets less than 10 in a week until end of January",
  }),
  labelled("good", "imperfect English, hospital IT", {
    who: "Doctors in emergency room which use tablet",
    problem:
      "When patient is moved to other bed the tablet show still the old bed, doctor go to wrong person.",
    evidence: ["Incident 4471 and 4502", "“I was with wrong patient two times this month” dr. Silva"],
    cost: "Is a safety risk, one wrong medication in september.",
    success: "No more wrong bed incidents from 2027-02-01 on, today are 3 in a month.",
  }),
  labelled("good", "problem starts with a verb that is a button's name", {
    who: "Shoppers on Safari for iPad",
    problem: "Add to cart does nothing after the second tap, and the page gives no error.",
    evidence: ["https://errors.example.com/issues/88121", "1,204 sessions in the last 7 days"],
    cost: "Around 90 lost orders a week.",
    success: "Failed taps drop from 6 % to below 0.5 % by 15 December.",
  }),
  labelled("good", "problem starts with a noun that looks like a verb", {
    who: "Mobile developers at the payments team",
    problem:
      "Build times have doubled since the move to the new runners, so people batch changes and reviews grow.",
    evidence: ["CI dashboard: p50 from 9 to 19 minutes between June and October"],
    cost: "26 engineers wait roughly 40 minutes a day each.",
    success: "p50 build time back to 9 minutes by the end of Q1.",
  }),
  labelled("good", "support staff as the subject", {
    who: "Support agents on the weekend rota",
    problem: "Support cannot see whether a parcel has left the depot and answers “please wait”.",
    evidence: ["38% of weekend tickets are reopened (Zendesk view 114)"],
    cost: "We pay two extra agents each weekend, €1,900 a month.",
    success: "Reopened weekend tickets fall from 38% to 15% by Easter.",
  }),
  labelled("good", "a pain that sounds like a wish: they need to create", {
    who: "Account managers with more than 30 clients",
    problem:
      "We need to create a separate spreadsheet for every renewal because the CRM forgets agreed discounts.",
    evidence: ["Nine of eleven account managers keep such a sheet"],
    cost: "Half a day per renewal; last quarter two discounts were honoured twice (£14k).",
    success: "Renewals prepared without a spreadsheet rise from 0 to 80% by June 2027.",
  }),
  labelled("good", "the problem is about placeholder text", {
    who: "Buyers of gift cards in the Dutch shop",
    problem: "The confirmation mail still says lorem ipsum where the message of the giver should be.",
    evidence: ["Screenshot in CARE-2210", "17 complaints since Monday"],
    cost: "17 refunds of 50 EUR, and it looks like a fraud mail.",
    success: "Complaints about the mail go to zero by Friday.",
  }),
  labelled("good", "the problem names TBD as what people see", {
    who: "Parents in the school app",
    problem:
      "The timetable shows TBD for sports lessons until the morning of the day, so children come without shoes.",
    evidence: ["“Third time this month.” A parent at the council of 6 October", "46 calls to the office"],
    cost: "The office spends 5 hours a week on the phone.",
    success:
      "Lessons that show TBD at 18:00 the evening before fall from 1 in 4 to fewer than 1 in 50 by February.",
  }),
  labelled("good", "everyone, but a bounded everyone", {
    who: "Everyone on the on-call rota of the data platform (14 engineers)",
    problem: "Pages do not say which dataset is late, so the first 20 minutes go into finding out.",
    evidence: ["Time to identify in the last 30 pages: median 21 min"],
    cost: "10 hours of night work a month.",
    success: "Median time to identify under 5 minutes by 2027-03-31.",
  }),
  labelled("good", "users, but which ones is said", {
    who: "Users of screen readers who file a tax return on a phone",
    problem: "Focus jumps to the top of the form after each error, so they lose their place.",
    evidence: ["5 of 6 in the May usability test gave up"],
    cost: "They phone instead: about 310 calls in the last week of April, £7.20 each.",
    success: "Completion on screen readers rises from 17 % to 70 % by 30 April.",
  }),
  labelled("good", "customers, but which ones is said", {
    who: "Customers with more than one delivery address",
    problem: "The last used address is taken without asking, and groceries arrive at the office on Sundays.",
    evidence: ["Complaint code 31, 402 cases in Q3"],
    cost: "£38 per redelivery, £15,000 in Q3.",
    success: "Code 31 cases halve by end of Q1 2027.",
  }),
  labelled("good", "a single named customer", {
    who: "Lindgren Home, our second largest shop",
    problem: "Their evening orders reach us after the carrier's cut-off and leave a day late.",
    evidence: ["Call with Ms Lindgren on 12 Oct: “If this goes on until Christmas we leave.”"],
    cost: "They are 11 % of revenue.",
    success: "Evening orders that leave the same day: from 20 % to 90 % by 1 December.",
  }),
  labelled("good", "cost without money", {
    who: "Cleaners at the central station, most of whom read little German",
    problem: "Chemical labels are in German only, so products get mixed by colour.",
    evidence: ["Two chlorine gas alarms this year, reports 7/26 and 19/26"],
    cost: "One person was in hospital for a night; the next alarm may close the station.",
    success: "No chlorine alarms in the twelve months up to November 2027.",
  }),
  labelled("good", "cost is a contract", {
    who: "The three agencies that book us through the partner API",
    problem: "Rate limits are reset at midnight UTC, in the middle of their booking peak in Sydney.",
    evidence: ["429 share at 00:00 to 01:00 UTC: 31 %, dashboard https://grafana.example/d/rl"],
    cost: "Contract renewal in March depends on it.",
    success: "429 share in that hour at most 2 % from January on.",
  }),
  labelled("good", "signal with arrows and no verb", {
    who: "Finance, month-end close (4 people)",
    problem: "Intercompany invoices arrive as PDF and are keyed by hand on the last two days.",
    evidence: ["Sept: 640 invoices, 31 keyed wrong"],
    cost: "4 people × 2 days each month, audit remark #7",
    success: "Hand-keyed invoices 640 → 50 per month, month-end March 2027",
  }),
  labelled("good", "long and rambling, but all there", {
    who: "People who rent out a holiday flat as a side job, with one or two flats, who do the cleaning themselves",
    problem:
      "When a guest changes the arrival time we only show it on the booking's third tab, and as they look at the calendar on the phone between two jobs, they do not see it. They then arrive at a flat with guests before the door. We have heard this in nearly every interview, and it is the thing people get most emotional about. It is not about the notification as such, those are on, but they come together with eleven others that day.",
    evidence: [
      "Interviews 3, 4, 7, 8 and 11 (folder “hosts autumn”)",
      "Change of arrival time happens in 22 % of bookings",
      "Reviews with “nobody was there”: 340 in Q3",
    ],
    cost: "A bad review costs a host about 6 % of the next month's bookings; we lost 19 hosts who named it when leaving.",
    success:
      "Reviews with “nobody was there” fall from 340 in Q3 to under 150 in Q2 2027, seen by 1 July 2027.",
    workaround: "Hosts write to each guest the evening before.",
    nonGoals: ["Fewer notifications in general"],
  }),
  labelled("good", "a German statement", {
    who: "Lageristen in der Frühschicht in Halle 3",
    problem:
      "Der Scanner verliert im Kühlraum die Verbindung, und die Buchung muss später von Hand nachgetragen werden.",
    evidence: ["Im Oktober 214 Nachbuchungen, Liste bei Frau Keller"],
    cost: "Rund 18 Stunden im Monat und jede Woche eine falsche Lieferung.",
    success: "Nachbuchungen sinken von 214 auf unter 20 bis 31.01.2027.",
  }),
  labelled("good", "a Japanese statement", {
    who: "大阪支店の受付担当者",
    problem: "予約の変更が夜間に反映されず、翌朝の来客を二重に案内してしまう。",
    evidence: ["10月の二重案内は31件"],
    cost: "一件あたり約20分の対応",
    success: "2027年1月末までに二重案内を月5件以下にする",
  }),
  labelled("good", "a workaround and non-goals that say none", {
    ...refunds,
    who: "Claims handlers for glass damage",
    workaround: "None",
    nonGoals: ["n/a"],
    problem: "They cannot see that a claim was already paid by the partner garage, and pay it again.",
  }),
  labelled("good", "only a link as evidence, a slow thing as the problem", {
    who: "Analysts in the pricing team",
    problem: "The nightly export is ready at 10:40, after their 09:00 price decision.",
    evidence: ["https://wiki.example.com/pricing/late-exports"],
    cost: "Prices are a day old for 212 of 250 days.",
    success: "Export ready before 08:30 on 19 of 20 working days, by May.",
  }),
  labelled(
    "good",
    "shares evidence with another one, on another problem",
    {
      who: "Refund clerks in the Leeds contact centre",
      problem:
        "They cannot tell a customer when the money will arrive, because the bank's date is not shown to them.",
      evidence: [
        "Bank reject report, October: 212 rejects of 8,640 refunds",
        "Call code 12: 900 calls in October",
      ],
      cost: "900 calls of 4 minutes.",
      success: "Code 12 calls fall to 200 a month by March 2027.",
    },
    [],
    [refunds],
  ),

  labelled("unusable", "nothing at all", {}, [
    "who.absent",
    "problem.absent",
    "evidence.absent",
    "cost.absent",
    "successSignal.absent",
  ]),
  labelled(
    "unusable",
    "a problem and nothing else",
    {
      problem: "Invoices are sent twice when the mail server restarts.",
    },
    ["who.absent", "evidence.absent", "cost.absent", "successSignal.absent"],
  ),
  labelled(
    "unusable",
    "users, and filler everywhere",
    {
      who: "users",
      problem: "tbd",
      evidence: ["tbd"],
      cost: "n/a",
      success: "TBD",
    },
    ["who.nobody-in-particular", "problem.filler", "evidence.filler", "cost.filler", "successSignal.filler"],
  ),
  labelled(
    "unusable",
    "keyboard mash",
    {
      who: "asdf",
      problem: "asdfasdf sdfg jkl",
      evidence: ["qwerty"],
      cost: "dfghjk",
      success: "xxx",
    },
    ["who.filler", "problem.filler", "evidence.filler", "cost.filler", "successSignal.filler"],
  ),
  labelled(
    "unusable",
    "lorem ipsum",
    {
      ...refunds,
      problem: "Lorem ipsum dolor sit amet, consectetur adipiscing elit.",
    },
    ["problem.filler"],
  ),
  labelled(
    "unusable",
    "dots and dashes to get past the form",
    {
      who: "Sales",
      problem: "...",
      evidence: ["-"],
      cost: ".",
      success: "?",
    },
    ["problem.filler", "evidence.filler", "cost.filler", "successSignal.filler"],
  ),
  labelled(
    "unusable",
    "the template left as it was",
    {
      ...refunds,
      problem: "Today, ___ has ___, which costs ___ .",
    },
    ["problem.filler"],
  ),
  labelled("unusable", "everyone", { ...refunds, who: "Everyone" }, ["who.nobody-in-particular"]),
  labelled("unusable", "all users", { ...refunds, who: "All our users." }, ["who.nobody-in-particular"]),
  labelled(
    "unusable",
    "a copy of another statement, word for word",
    { ...refunds },
    ["problem.copied"],
    [refunds],
  ),
  labelled(
    "unusable",
    "test",
    { who: "Test", problem: "test", evidence: ["test"], cost: "test", success: "test" },
    ["who.filler", "problem.filler", "evidence.filler", "cost.filler", "successSignal.filler"],
  ),
  labelled("unusable", "evidence and cost: none", { ...refunds, evidence: ["None"], cost: "none" }, [
    "evidence.no-evidence",
    "cost.no-cost",
  ]),

  labelled(
    "weak",
    "the same problem as another statement, the rest its own",
    {
      ...refunds,
      who: "Refund clerks in the Porto contact centre",
      evidence: ["Reject list of Porto, 61 in October"],
      cost: "30 minutes for each of 61 rejects.",
      success: "Rejects in Porto fall from 61 to 15 a month by February 2027.",
    },
    ["problem.copied"],
    [refunds],
  ),
  labelled("weak", "customers", { ...refunds, who: "Customers" }, ["who.nobody-in-particular"]),
  labelled("weak", "users of the platform", { ...refunds, who: "Users of our platform" }, [
    "who.nobody-in-particular",
  ]),
  labelled("weak", "everyone who uses the app", { ...refunds, who: "Everyone who uses the app" }, [
    "who.nobody-in-particular",
  ]),
  labelled("weak", "the business", { ...refunds, who: "The business, all stakeholders" }, [
    "who.nobody-in-particular",
  ]),
  labelled(
    "weak",
    "a feature instead of a problem",
    {
      ...refunds,
      problem: "Add a bulk upload to the refund screen.",
    },
    ["problem.solution-as-problem"],
  ),
  labelled(
    "weak",
    "we need a dashboard",
    {
      ...refunds,
      problem: "We need a dashboard for refund rejects.",
    },
    ["problem.solution-as-problem"],
  ),
  labelled(
    "weak",
    "a missing feature in disguise",
    {
      ...refunds,
      problem: "There is no API for refunds.",
    },
    ["problem.solution-as-problem"],
  ),
  labelled(
    "weak",
    "a technology instead of a problem",
    {
      who: "Platform engineers",
      problem: "We should migrate the monolith to Kubernetes and introduce Kafka.",
      evidence: ["Other companies do it."],
      cost: "Technical debt.",
      success: "Migration is done.",
    },
    [
      "problem.solution-as-problem",
      "evidence.no-evidence",
      "cost.no-cost",
      "successSignal.signal-without-metric",
      "successSignal.signal-without-direction",
      "successSignal.signal-without-date",
    ],
  ),
  labelled(
    "weak",
    "user story in place of a problem",
    {
      ...refunds,
      problem: "As a clerk I want a button that copies the account number so that I am faster.",
    },
    ["problem.solution-as-problem"],
  ),
  labelled(
    "weak",
    "vague problem, vague everything",
    {
      who: "Shop managers",
      problem: "The experience is not good.",
      evidence: ["We all know this."],
      cost: "Bad user experience",
      success: "Users are happier",
    },
    [
      "problem.vague-problem",
      "evidence.no-evidence",
      "cost.no-cost",
      "successSignal.signal-without-metric",
      "successSignal.signal-without-date",
    ],
  ),
  labelled("weak", "one word", { ...refunds, problem: "Performance" }, ["problem.vague-problem"]),
  labelled(
    "weak",
    "gut feeling as evidence",
    {
      ...refunds,
      evidence: ["It is obvious when you look at it", "The team agrees"],
    },
    ["evidence.no-evidence"],
  ),
  labelled("weak", "cost unknown", { ...refunds, cost: "Unknown, hard to say" }, ["cost.no-cost"]),
  labelled("weak", "cost still to come", { ...refunds, cost: "TBD, waiting for finance" }, ["cost.filler"]),
  labelled("weak", "it is annoying", { ...refunds, cost: "It is annoying." }, ["cost.no-cost"]),
  labelled(
    "weak",
    "signal without a date",
    {
      ...refunds,
      success: "Rejected refunds fall from 2.5 % to under 0.5 %.",
    },
    ["successSignal.signal-without-date"],
  ),
  labelled(
    "weak",
    "signal without a direction",
    {
      ...refunds,
      success: "Refund rejects are measured weekly, first report on 1 March 2027.",
    },
    ["successSignal.signal-without-direction"],
  ),
  labelled(
    "weak",
    "feature is live is no signal",
    {
      ...refunds,
      success: "The new refund screen is live.",
    },
    [
      "successSignal.signal-without-metric",
      "successSignal.signal-without-direction",
      "successSignal.signal-without-date",
    ],
  ),
  labelled(
    "weak",
    "shipped by a date is no signal",
    {
      ...refunds,
      success: "Released by 31 January 2027",
    },
    ["successSignal.signal-without-metric", "successSignal.signal-without-direction"],
  ),
  labelled(
    "weak",
    "better, by when not said",
    {
      ...refunds,
      success: "Better refund quality and happier clerks",
    },
    ["successSignal.signal-without-metric", "successSignal.signal-without-date"],
  ),
];
