import { type LabelledStatement, labelled, type Typed } from "./labelled-statement";

const timesheets: Typed = {
  who: "Site foremen of the road crews in the north region",
  problem:
    "They write hours on paper in the van and type them again on Friday, when half of the details are forgotten.",
  evidence: ["Payroll corrected 143 of 520 sheets in October"],
  cost: "One payroll clerk full time, and two disputes with the union.",
  success: "Corrected sheets drop from 27 % to below 5 % by the end of March.",
};

/** Statements written before the rules and never looked at while tuning them. Labelled in the same way. */
export const heldOutStatements: readonly LabelledStatement[] = [
  labelled("good", "foremen", timesheets),
  labelled("good", "telegram style", {
    who: "L2 support, EMEA",
    problem: "Log bundles > 2 GB time out on upload",
    evidence: ["41/160 bundles last month"],
    cost: "+1 day per ticket",
    success: "Timeouts 41 -> <5 /month by Feb",
  }),
  labelled("good", "marketing", {
    who: "Campaign managers in the three Nordic markets",
    problem:
      "Audience lists are two days old when a campaign starts, so people who already bought get the offer.",
    evidence: [
      "14% of September's recipients had bought that week",
      "“Why do you send me this, I have it.” reply, 9 Sept",
    ],
    cost: "SEK 220k of discounts given to people who had paid full price",
    success:
      "Share of recipients who bought in the last 7 days falls from 14% to 2% in the spring campaign (April)",
  }),
  labelled("good", "imperfect English, bank", {
    who: "Loan officer in small branch, who is alone on the counter",
    problem: "System ask again for same documents by every change, client must come back with papers.",
    evidence: ["In 2026 Q3 was 380 clients come more than one time, report KR-9"],
    cost: "About 20 % of this clients go to other bank.",
    success: "Second visits will be reduced to 100 in quarter, check on 30.06.2027",
  }),
  labelled("good", "imperfect English, game studio", {
    who: "New player in first session, on the low end Android",
    problem: "Tutorial level load so long that player think game is frozen and close it",
    evidence: ["funnel: 34% of installs don't reach the level 2, load time p75 = 48 sec"],
    cost: "we pay 1.10$ for install, so every third is burned",
    success: "p75 load under 15 sec and level 2 reach from 66% up to 80%, till end of February",
  }),
  labelled("good", "starts with Create, is a pain", {
    who: "Lab technicians at the Basel site",
    problem: "Create sample takes eleven clicks and is done about 90 times a day per technician.",
    evidence: ["Screen recording of 3 November, time study by QA"],
    cost: "1.5 hours per technician and day",
    success: "Time per sample from 62 s to 20 s by May 2027",
  }),
  labelled("good", "mentions a solution that others tried", {
    who: "Store managers of the 40 smallest shops",
    problem:
      "The replenishment dashboard that we built in spring shows yesterday's stock, so they still count shelves at night.",
    evidence: ["32 of 40 count every evening (phone round, 20 Oct)"],
    cost: "An hour of paid overtime per shop and day",
    success: "Shops that count by hand: 32 → 8, by 1 May 2027",
  }),
  labelled("good", "a missing thing, with what it does to people", {
    who: "Wheelchair users who book a night train",
    problem:
      "There is no way to reserve the ramp online, and those who phone less than 48 hours ahead are left on the platform.",
    evidence: ["Ombudsman cases 2026/113 and 2026/140"],
    cost: "Two court cases; each costs more than a year of ramp service",
    success: "Passengers left behind: 9 last quarter, none in Q2 2027",
  }),
  labelled("good", "privacy officer", {
    who: "Our data protection officer and the two people who answer access requests",
    problem: "To answer one request they search seven systems by hand and miss some.",
    evidence: ["Authority's letter of 2 June", "Average 9.5 hours per request"],
    cost: "A fine is announced if we miss the deadline again",
    success: "Average hours per request from 9.5 to 2, no deadline missed, by 30 September 2027",
  }),
  labelled("good", "evidence in words of users without a number", {
    who: "First-year teachers who plan lessons on Sunday evening",
    problem: "Search finds material for other grades first; they scroll past it, give up and make their own.",
    evidence: [
      '"I stop looking after page two and write it myself" - teacher, Graz',
      "Recording of session with Ms Ploner",
    ],
    cost: "Two to three hours each Sunday",
    success: "Searches that end in a download: 21 % to 45 % until the summer holidays",
  }),
  labelled("good", "internal tool, small", {
    who: "Me and the other three release managers",
    problem:
      "Release notes are collected from 14 Slack channels and something is forgotten in most releases.",
    evidence: ["Last 6 releases: 5 had a late correction"],
    cost: "Half a day per release, every two weeks",
    success: "At most one late correction in the next six releases (mid February)",
  }),
  labelled("good", "French", {
    who: "Les caissières du magasin de Lyon, le samedi",
    problem:
      "La caisse se bloque quand un bon d'achat est scanné deux fois, et il faut appeler le responsable.",
    evidence: ["63 appels en octobre, registre du magasin"],
    cost: "Sept minutes d'attente par appel, des clients partent",
    success: "Appels : de 63 à moins de 10 par mois d'ici fin janvier 2027",
  }),
  labelled("good", "asdf is the tool's name", {
    who: "Backend developers who use asdf to switch Ruby versions",
    problem:
      "After the OS update asdf picks the system Ruby, and tests fail with an error that names neither.",
    evidence: ["23 messages in #dev-help since 4 Nov"],
    cost: "About 30 minutes per developer, 40 developers",
    success: "Messages about this: 23 a week → 0 by 20 December",
  }),
  labelled("good", "a list of blanks on a printed form", {
    who: "Drivers of the rural mail routes",
    problem:
      "The printed sheet has “Gate code ____” empty for one address in five, and the driver turns around.",
    evidence: ["204 of 1,010 addresses on routes 4 to 9"],
    cost: "204 second trips a month at 3.80 EUR",
    success: "Addresses without a code fall from 204 to 40 by April",
  }),
  labelled("good", "outcome in words", {
    who: "Members who pause their gym contract",
    problem: "The pause ends without a word and the first full fee comes as a surprise.",
    evidence: ["71 chargebacks in the past 12 months"],
    cost: "71 × 35 EUR bank fees, and 50 of them cancelled",
    success: "Chargebacks after a pause cut in half within one quarter of launch",
  }),
  labelled("good", "zero as the metric", {
    who: "Crane operators, berth 2",
    problem: "The wind warning is shown on a screen behind their seat.",
    evidence: ["Near miss of 14 August, safety report 26-031"],
    cost: "A container fell two metres; nobody was hurt this time",
    success: "Zero lifts above the wind limit between January and March 2027 (there were 6 this autumn)",
  }),

  labelled("unusable", "only a title's worth", { who: "All users", problem: "Improve UX" }, [
    "who.nobody-in-particular",
    "problem.solution-as-problem",
    "evidence.absent",
    "cost.absent",
    "successSignal.absent",
  ]),
  labelled(
    "unusable",
    "blah",
    { who: "people", problem: "blah blah", evidence: ["xx"], cost: "idk", success: "..." },
    ["who.nobody-in-particular", "problem.filler", "evidence.filler", "cost.filler", "successSignal.filler"],
  ),
  labelled(
    "unusable",
    "mash of letters",
    { ...timesheets, problem: "sdkfjh sdfkjh ksdjfh", cost: "jjjjjjj" },
    ["problem.filler", "cost.filler"],
  ),
  labelled("unusable", "to be defined", { ...timesheets, success: "To be defined" }, [
    "successSignal.filler",
  ]),
  labelled("unusable", "as discussed", { ...timesheets, evidence: ["see above"], cost: "see ticket" }, [
    "evidence.filler",
    "cost.filler",
  ]),
  labelled("unusable", "anyone", { ...timesheets, who: "anybody" }, ["who.nobody-in-particular"]),
  labelled(
    "unusable",
    "a copy with other capitals and spaces",
    {
      who: "site foremen of the road crews in the North region",
      problem:
        "They write hours on paper in the van  and type them again on Friday, when half of the details are forgotten",
      evidence: ["payroll corrected 143 of 520 sheets in October."],
      cost: "One payroll clerk full time and two disputes with the union",
      success: "Corrected sheets drop from 27 % to below 5 % by the end of March",
    },
    ["problem.copied"],
    [timesheets],
  ),
  labelled(
    "unusable",
    "blanks of the template beside a real name",
    {
      ...timesheets,
      problem: "Today, foremen have ___, which costs ___",
    },
    ["problem.filler"],
  ),

  labelled(
    "weak",
    "copied with a word changed",
    {
      ...timesheets,
      who: "Site foremen of the bridge crews",
      problem:
        "They write hours on paper in the van and type them again on Monday, when half of the details are forgotten.",
      evidence: ["18 sheets of bridge crews in October"],
    },
    ["problem.copied"],
    [timesheets],
  ),
  labelled(
    "weak",
    "SSO",
    {
      who: "Enterprise clients",
      problem: "Implement SSO with Okta and Azure AD",
      evidence: ["Sales asks for it"],
      cost: "We lose deals",
      success: "SSO available in Q2",
    },
    [
      "problem.solution-as-problem",
      "evidence.no-evidence",
      "successSignal.signal-without-metric",
      "successSignal.signal-without-direction",
    ],
  ),
  labelled(
    "weak",
    "redesign",
    {
      ...timesheets,
      problem: "The hours page should be redesigned with a modern look.",
    },
    ["problem.solution-as-problem"],
  ),
  labelled(
    "weak",
    "lack of automation",
    { ...timesheets, problem: "Lack of an automated time tracking system." },
    ["problem.solution-as-problem"],
  ),
  labelled("weak", "let's", { ...timesheets, problem: "Let's use AI to fill in the time sheets" }, [
    "problem.solution-as-problem",
  ]),
  labelled(
    "weak",
    "refactor",
    {
      who: "Developers",
      problem: "Refactor the hours module",
      evidence: ["The code is old and nobody understands it"],
      cost: "Slow development",
      success: "Code coverage up to 80 % by Q3 2027",
    },
    ["problem.solution-as-problem", "evidence.no-evidence"],
  ),
  labelled("weak", "end users of the system", { ...timesheets, who: "End users of the system" }, [
    "who.nobody-in-particular",
  ]),
  labelled(
    "weak",
    "internal and external stakeholders",
    { ...timesheets, who: "Internal and external stakeholders" },
    ["who.nobody-in-particular"],
  ),
  labelled("weak", "the team", { ...timesheets, who: "the team" }, ["who.nobody-in-particular"]),
  labelled("weak", "evidence is a feeling", { ...timesheets, evidence: ["Many people complain about it"] }, [
    "evidence.no-evidence",
  ]),
  labelled("weak", "cost is a feeling", { ...timesheets, cost: "It's frustrating for the foremen" }, [
    "cost.no-cost",
  ]),
  labelled("weak", "cost not measured", { ...timesheets, cost: "We do not know yet" }, ["cost.no-cost"]),
  labelled(
    "weak",
    "signal is adoption, no numbers, no date",
    { ...timesheets, success: "More foremen use the app" },
    ["successSignal.signal-without-date"],
  ),
  labelled("weak", "signal: all is well", { ...timesheets, success: "Everything works as expected" }, [
    "successSignal.signal-without-metric",
    "successSignal.signal-without-direction",
    "successSignal.signal-without-date",
  ]),
  labelled("weak", "a date and a wish", { ...timesheets, success: "Foremen are satisfied by summer 2027" }, [
    "successSignal.signal-without-metric",
    "successSignal.signal-without-direction",
  ]),
  labelled("weak", "slow, and nothing else", { ...timesheets, problem: "It is slow and clunky." }, [
    "problem.vague-problem",
  ]),
];
