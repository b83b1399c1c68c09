import { bug, story, task, type Work } from "./work";

/** An epic that somebody opened and filled: no sheet, no statement, nothing above it. */
export const driverApp = (): Work => ({
  bet: {
    id: "driver-app",
    title: "Driver app 2.0",
    aimId: null,
    sheet: null,
    statement: null,
    signOffs: [],
    parentBetId: null,
    importedKey: null,
  },
  tickets: [
    story("Take a photo as proof of delivery", "Blur faces before it leaves the phone.", {
      when: "active",
      labels: ["driver-app"],
    }),
    story("Keep the route usable without signal and sync later", "The Ardennes, mostly.", {
      when: "next",
      labels: ["driver-app"],
    }),
    task("Choose between React Native and Flutter", "", { when: "closed", labels: ["driver-app"] }),
    bug("Signature field is cut off on small phones", "Samsung A15, German texts.", {
      when: "active",
      labels: ["driver-app"],
    }),
  ],
  growth: {
    starts: ["Show", "Sync", "Redesign", "Translate", "Test", "Shrink"],
    ends: [
      "the stop list",
      "proof photos",
      "signature fields",
      "the depot map",
      "break times",
      "route notes",
    ],
  },
});
